"""Which posts their holders have left, or died in, by an article's own account."""

from kg.extract import Claims, EventClaim
from kg.knowledge import Knowledge
from kg.language.syntax import prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.names import post_key

_OFFICES = {"office", "post", "job", "position", "role", "government", "cabinet"}


def posts_left(claims: Claims, coreference: Coreference, knowledge: Knowledge) -> dict[tuple[int, str | None], int]:
    """A holder and the post, None where the words leave open which -> the sentence that tells of it last."""
    dismissals, tokens = knowledge.frames.dismissals, coreference.document.parse.tokens
    left: dict[tuple[int, str | None], int] = {}
    for event in claims.events:
        slain = event.type == "attack" and tokens[event.trigger].lemma in knowledge.groups.slaying
        if event.modality == "happened" and (slain or _is_departure(event, coreference)):
            part = "target" if slain or event.evidence.rule in dismissals else "actor"
            post = _post_left(event.trigger, coreference, knowledge)
            for participant in event.participants:
                entity = coreference.entity(participant.mention)
                if entity is not None and participant.part == part:
                    left[entity, post] = max(left.get((entity, post), 0), event.evidence.sentence)
    return left


def _post_left(trigger: int, coreference: Coreference, knowledge: Knowledge) -> str | None:
    """The post of "sacked him as vice president"; None where the words leave it open."""
    document = coreference.document
    named = (obj.index for prep, obj in prepositions(document.parse, trigger) if prep.lower == "as")
    titles = (document.titles[at] for index in named if (at := document.title_at[index]) >= 0)
    return next((post_key(title.text, knowledge) for title in titles), None)


def _is_departure(event: EventClaim, coreference: Coreference) -> bool:
    """Not "resigned from the board": that tells of another post than the title before the name."""
    parse = coreference.document.parse
    left = [obj for prep, obj in prepositions(parse, event.trigger) if prep.lower in {"from", "as"}]
    return event.type == "departure" and all(
        obj.lemma in _OFFICES or coreference.document.title_at[obj.index] >= 0 for obj in left
    )
