"""Content negotiation (RFC 9110, section 12.5.1) between what a client accepts and what can be given."""

ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/n-quads": "nquads",
    "application/trig": "trig",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}
HTML = "text/html"


def media_of(name: str) -> str:
    """The media type of a format by its name."""
    return next(media for media, known in (ROWS | GRAPHS).items() if known == name)


def best(accept: str, offered: list[str]) -> str | None:
    """The media type of ``offered`` that the Accept header likes best, the first of equals; None where it takes none."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [(_quality(media, ranges), -at, media) for at, media in enumerate(offered)]
    quality, _, media = max(ranked)
    return media if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.split(";"))
    quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return media.lower(), min(1.0, max(0.0, float(quality)))
    except ValueError:
        return media.lower(), 0.0


def _quality(media: str, ranges: list[tuple[str, float]]) -> float:
    """By the most specific range that the type falls in (RFC 9110, section 12.5.1)."""
    kind = media.partition("/")[0]
    for wanted in (media, f"{kind}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
