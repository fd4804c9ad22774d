"""Finds places: which known names are places where they stand, and which unknown ones the text shows to be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from kg.knowledge import Knowledge
from kg.language.document import Form, Kind, Parse, Token
from kg.language.names import KnownName, NameHit
from kg.language.syntax import ancestors, children, is_capitalised

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_STATE_ENDS = {"'s", "'"}
_LONGEST_TOWN = 3
_LONGEST_POST = 3
_UPON = {"on", "against"}
_NEAR_ABOVE = 3
"""How far above "on" the attack may be: "an attack by troops on Gulu"."""
_OF_TITLE = 3
"""Words before a state in the name of a paper, with the article: "The New Times Rwanda"."""
_LEAST_NAMED = 2
"""Words before a state in the name of a body, at least: "Grain Producers Australia"."""
Span = tuple[int, int]


class PlaceFinder:
    """Place lookup for one language; spans are half-open ranges of tokens."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._locative = set(knowledge.places.locative)
        self._kinds = set(knowledge.places.head_nouns)
        self._place_heads = {word.capitalize() for word in knowledge.places.head_nouns}
        self._offices = {*knowledge.titles.heads.state, *knowledge.titles.heads.organisation}
        self._local_posts = set(knowledge.titles.exclusive["local"])
        self._country = knowledge.groups.country
        envoys = {*knowledge.titles.exclusive["envoy"], "envoy", "diplomat"}
        self._had_from = knowledge.groups.answers.union(envoys)
        self._forces = knowledge.groups.forces
        self._governing = knowledge.groups.governing - {"state", "army", "military"}
        self._pressing = knowledge.groups.pressing
        self._directions = set(knowledge.places.directions)
        self._entered = set(knowledge.places.entered)
        self._openers = set(knowledge.places.openers)
        self._leanings = set(knowledge.places.leanings)
        self._seizures = knowledge.places.seizures
        self._seized = set(knowledge.places.seized)
        self._minorities = knowledge.groups.minorities
        self._once_ruled = knowledge.groups.once_ruled
        self._missions = knowledge.groups.missions
        self._attacks = knowledge.frames.words["attack"]
        self._acts = {*chain(*knowledge.frames.words.values()), *knowledge.groups.one_event.decisions}

    def in_text(self, parse: Parse, names: Sequence[NameHit]) -> list[NameHit]:
        """The names that are what reference data knows by them; a town that the text calls so once, and a region of a state
        that it names, is one wherever nothing says that it is somebody's surname."""
        here = [self.is_name_here(parse, hit) for hit in names]
        towns = {_text(parse, hit) for hit, found in zip(names, here, strict=True) if found and hit.known.city}
        states = {hit.known.state for hit in names if hit.known.kind is Kind.STATE}
        return [
            hit
            for hit, found in zip(names, here, strict=True)
            if found or (self._is_told(parse, hit, towns, states) and not self._may_be_somebody(parse, hit))
        ]

    def _is_told(self, parse: Parse, hit: NameHit, towns: set[str], states: set[str | None]) -> bool:
        region = hit.known.region and hit.known.state in states
        return hit.known.city and (region or _text(parse, hit) in towns)

    def _may_be_somebody(self, parse: Parse, hit: NameHit) -> bool:
        """ "Ana Sabah", "Mr Sabah", "Sabah said"; whoever acts may be one."""
        beside = [parse.tokens[i] for i in (hit.first - 1, hit.last) if 0 <= i < len(parse.tokens)]
        acts = parse.tokens[hit.last - 1].dep in {"nsubj", "nsubjpass", "poss"}
        return acts or any(t.pos == "PROPN" for t in beside)

    def is_name_here(self, parse: Parse, hit: NameHit) -> bool:
        """A place inside a longer capitalised name is none ("Madrid Principles"); cities of the big table count
        only where the context is one of places."""
        known = hit.known
        if known.kind is Kind.PLACE and self._has_local_post(parse, hit):
            return True
        if known.kind is Kind.PLACE and known.form is Form.NAME and _begins_longer_name(parse, hit):
            return self._has_post(parse, hit)
        before = parse.tokens[hit.first - 1] if hit.first else None
        people = parse.tokens[hit.last - 1].tag == "NNPS"
        if before is not None and (before.lower == "ethnic" or (before.lower in self._minorities and people)):
            return False  # "ethnic Albanian rebels" are not Albania's, "rebel Serbs" not Serbia's
        if before is not None and known.kind is Kind.STATE and _ends_name(parse, hit):
            return False
        if known.form is Form.ADJECTIVE and self._is_only_of_history(parse, hit):
            return False
        if before is not None and before.text in self._openers and before.dep in {"compound", "nmod"}:
            return False  # "Radio New Zealand"
        if before is not None and before.text == "-" and parse.tokens[before.index - 1].lower in self._leanings:
            return False
        if not known.city or (known.region and self._town_before(parse, hit.first)):
            return True
        if self._is_surname(parse, hit):
            return False
        label = next((e.label for e in parse.entities if e.first <= hit.first and hit.last <= e.last), None)
        after_place_word = before is not None and before.lower in self._locative
        exact = any(e.first == hit.first and e.last == hit.last and e.label in _PLACE_LABELS for e in parse.entities)
        if exact or self._is_seized(parse, hit) or self._is_kind_of_place(parse, hit):
            return True
        return after_place_word and label in _PLACE_LABELS | {None, "PERSON", "NORP", "ORG", "PRODUCT"}

    def _is_only_of_history(self, parse: Parse, hit: NameHit) -> bool:
        """ "The former French colony", "French-speaking Africa", which are not France; "the ex-Soviet republic"."""
        before = "".join(t.lower for t in parse.tokens[max(0, hit.first - 2) : hit.first])
        behind = parse.tokens[hit.last : hit.last + 2]
        formerly = before.endswith(("former", "ex-"))
        ruled = formerly and any(t.lemma in self._once_ruled for t in behind[:1])
        return ruled or [t.lower for t in behind] == ["-", "speaking"]

    def _is_dealt_with(self, parse: Parse, capital: Token) -> bool:
        """ "Recalled its envoys from Brussels and Warsaw", "demanded an apology from Paris"."""
        while capital.dep == "conj":
            capital = parse.tokens[capital.head]
        link = parse.tokens[capital.head]
        return link.lower == "from" and link.index > 0 and parse.tokens[link.index - 1].lemma in self._had_from

    def _is_surname(self, parse: Parse, hit: NameHit) -> bool:
        """ "Ana Rojas", who is no town; not "North Goma"."""
        before = parse.tokens[hit.first - 1] if hit.first else None
        named = (
            before is not None and before.pos == "PROPN" and before.dep == "compound" and before.head == hit.last - 1
        )
        return named and before is not None and before.text.istitle() and before.text not in self._directions

    def _is_seized(self, parse: Parse, hit: NameHit) -> bool:
        """ "Rebels overran Goma and Bukavu", "troops attacked Gulu", "an attack by troops on Gulu", "Gulu fell to rebels", "the
        fall of Gulu"."""
        token = parse.tokens[hit.last - 1]
        while token.dep == "conj" and parse.tokens[token.head].pos == "PROPN":
            token = parse.tokens[token.head]
        above = parse.tokens[token.head]
        if token.dep in {"dobj", "nsubjpass"}:
            by_force = any(t.lemma in self._forces for t in children(parse, above.index, ("nsubj",)))
            return above.lemma in self._seized or (above.lemma in self._entered and by_force)
        if token.dep == "pobj" and above.lower == "of" and parse.tokens[above.head].lemma in self._seizures:
            return True
        if token.dep == "pobj" and above.lower in _UPON:
            return any(t.lemma in self._attacks for t in list(ancestors(parse, above.index))[:_NEAR_ABOVE])
        taken = any(t.lower == "to" for t in children(parse, above.index, ("prep",)))
        return token.dep == "nsubj" and above.lemma == "fall" and taken

    def _is_kind_of_place(self, parse: Parse, hit: NameHit) -> bool:
        """ "The town of Goma", "the Belgorod region"."""
        before = [t.lower for t in parse.tokens[max(0, hit.first - 2) : hit.first]]
        after = parse.tokens[hit.last : hit.last + 1]
        token = parse.tokens[hit.last - 1]
        within = any(t.lower in self._kinds and token.dep == "compound" and token.head == t.index for t in after)
        return within or (len(before) > 1 and before[1] == "of" and before[0] in self._kinds)

    def acts(self, parse: Parse, hit: NameHit) -> bool:
        """Whether a name stands for who governs there, a capital's for its state: where it does or suffers something, not
        where things are."""
        token = _head(parse, hit)
        governor = parse.tokens[token.head]
        before = parse.tokens[hit.first - 1] if hit.first else None
        if before and before.lower == "in" and self._are_authorities(parse, hit.first - 2):
            return True
        if self._is_dealt_with(parse, token):
            return True
        own_act = token.dep == "poss" and governor.lemma in self._acts  # "over Oslo's decision", "to Kyiv's demands"
        if before and before.lower in self._locative - {"for"} and not own_act:
            return False
        if token.dep == "conj":
            while token.dep == "conj":
                token = parse.tokens[token.head]
            governor = parse.tokens[token.head]
            if governor.lower in self._locative:
                return False
        if token.dep in {"nsubj", "nsubjpass"}:
            return True
        if hit.known.governs and self._is_region_dealt_with(parse, token):
            return True
        if token.dep == "poss":
            return governor.pos == "NOUN"
        if token.dep in {"compound", "nmod", "amod"}:
            own_forces = hit.known.governs and governor.lemma in self._forces  # "Abkhaz troops"
            return own_forces or governor.lower in self._governing  # "the Baku government"
        if token.dep in {"dobj", "dative"}:
            return governor.lemma not in self._entered | self._seized
        called = governor.lower == "on" and parse.tokens[governor.head].lemma in self._pressing
        return token.dep == "pobj" and (called or governor.lower in {"by", "with", "between", "against", "upon"})

    def _are_authorities(self, parse: Parse, at: int) -> bool:
        """ "The authorities in Khartoum", "the government in Kyiv"; not "the fee regime in Scotland"."""
        told_apart = at > 0 and parse.tokens[at - 1].pos == "NOUN"
        return at >= 0 and parse.tokens[at].lower in self._governing and not told_apart

    def _is_region_dealt_with(self, parse: Parse, token: Token) -> bool:
        """ "A deal with the breakaway region of Somaliland", "between Chad and the republic of Abkhazia"."""
        link = parse.tokens[token.head]
        region = parse.tokens[link.head]
        if token.dep != "pobj" or link.lower != "of":
            return False
        if region.lemma == "recognition":
            return True
        if region.lower not in self._kinds | self._country:
            return False
        while region.dep == "conj":
            region = parse.tokens[region.head]
        return region.dep == "pobj" and parse.tokens[region.head].lower in {"with", "between"}

    def meant(self, parse: Parse, hit: NameHit) -> NameHit:
        """A place with a government of its own means that where it acts or has posts."""
        known = hit.known
        named = self._is_surname(parse, hit)  # "Patricia Scotland"
        if not known.governs or named or not (self._has_post(parse, hit) or self.acts(parse, hit)):
            return hit
        return replace(hit, known=KnownName(Kind.ORGANISATION, Form.NAME, known.reference, known.state))

    def _has_post(self, parse: Parse, hit: NameHit) -> bool:
        """ "Somaliland President …", "Somaliland's President …", "the president of Abkhazia"."""
        token = _head(parse, hit)
        link = parse.tokens[token.head]
        if not hit.known.governs:
            return False
        before = parse.tokens[hit.first - 1] if hit.first and token.dep == "compound" else link
        if (token.dep == "pobj" or before is not link) and before.lower == "of":
            noun = parse.tokens[before.head]
            if noun.lower in self._kinds | self._country and noun.dep == "pobj":
                noun = parse.tokens[parse.tokens[noun.head].head]  # "the president of the Autonomous Region of …"
            return noun.lemma in self._offices
        after = parse.tokens[hit.last : hit.last + _LONGEST_POST]
        before_post = token.dep in {"compound", "nmod", "amod", "poss"} or (
            token.dep == "npadvmod" and after[:1] and after[0].pos == "PROPN"
        )
        # "over Cook Islands Prime Minister Ali Demir", where the parser ends the name before the post
        named = takewhile(lambda t: t.pos == "PROPN", after)
        return any(t.lower in self._offices for t in (after if before_post else named))

    def _has_local_post(self, parse: Parse, hit: NameHit) -> bool:
        """ "Lima Mayor Ana Vidal", "Texas Governor …"; not the town of Bank in "Central Bank Governor"."""
        after, before = parse.tokens[hit.last : hit.last + 2], parse.tokens[max(0, hit.first - 1) : hit.first]
        inside = any(t.text[0].isupper() and t.sentence == parse.tokens[hit.first].sentence for t in before)
        return hit.known.form is Form.NAME and not inside and any(t.lower in self._local_posts for t in after)

    def start(self, parse: Parse, first: int) -> int:
        """Where the name of a place begins with the direction before it: "Southern California"."""
        before = parse.tokens[first - 1] if first else None
        inside = (
            before is not None and before.text in self._directions and before.sentence == parse.tokens[first].sentence
        )
        return first - 1 if inside else first

    def end(self, parse: Parse, last: int, regions: dict[int, NameHit]) -> int:
        """Where "Springfield, Illinois" ends for "Springfield"."""
        region = regions.get(last + 1)
        if region is None or parse.tokens[last].text != ",":
            return last
        listed = parse.tokens[region.first].dep == "conj" or _joins(parse, region.last)
        return last if listed else region.last

    def towns(self, parse: Parse, regions: dict[int, NameHit]) -> Iterator[Span]:
        """Unknown names before their region: "Wiveliscombe, Somerset"."""
        for first in sorted(regions):
            if (town := self._town_before(parse, first)) and self.end(parse, town[1], regions) > town[1]:
                yield town

    def _town_before(self, parse: Parse, region: int) -> Span | None:
        """The capitalised words behind a preposition and before a comma: "in New Haven, …"."""
        last = region - 1
        if last < 1 or parse.tokens[last].text != ",":
            return None
        first = last
        while first > 0 and last - first < _LONGEST_TOWN and is_capitalised(parse.tokens[first - 1]):
            first -= 1
        before = parse.tokens[first - 1] if first else None
        placed = (
            before is not None and (before.lower in self._locative | {"of", "to", ","}) and before.text[0].islower()
        )
        return (first, last) if first < last and placed else None

    def of_model(self, parse: Parse) -> Iterator[Span]:
        """Places that only the statistical model knows, where a word of place stands before or ends the name."""
        for entity in parse.entities:
            first, last = entity.first, entity.last
            if entity.label not in _PLACE_LABELS:
                continue
            while first < last and not parse.tokens[first].text[0].isupper():
                first += 1
            while last > first and (parse.tokens[last - 1].text in _STATE_ENDS or parse.tokens[last - 1].pos == "ADP"):
                last -= 1
            if first >= last or (last - first == 1 and parse.tokens[first].lower in self._missions):
                continue  # "at the Embassy of Chad"
            before = parse.tokens[first - 1].lower if first else ""
            before = parse.tokens[first - 2].lower if before == "the" and first > 1 else before
            if before in self._locative or parse.tokens[last - 1].text in self._place_heads or last - first > 1:
                yield first, last


def regions_at(hits: Sequence[NameHit]) -> dict[int, NameHit]:
    """Regions and their like by their first token."""
    return {hit.first: hit for hit in hits if hit.known.kind is Kind.PLACE and (hit.known.region or not hit.known.city)}


def _head(parse: Parse, hit: NameHit) -> Token:
    words = parse.tokens[hit.first : hit.last]
    return next((t for t in words if not hit.first <= t.head < hit.last), words[-1])


def _ends_name(parse: Parse, hit: NameHit) -> bool:
    """ "The New Times Rwanda", "Grain Producers Australia", which are no states."""
    if hit.known.form is Form.NAME and hit.first >= _LEAST_NAMED and parse.tokens[hit.first - 1].pos == "PROPN":
        firms = (e for e in parse.entities if e.label == "ORG" and e.last == hit.last)
        if any(hit.first - e.first >= _LEAST_NAMED for e in firms):
            return True
    words = parse.tokens[max(0, hit.first - _OF_TITLE) : hit.first]
    named = all(t.pos == "PROPN" and t.text.istitle() for t in words[1:])
    return len(words) == _OF_TITLE and words[0].text == "The" and named and hit.known.form is Form.NAME


def _text(parse: Parse, hit: NameHit) -> str:
    return parse.text[parse.tokens[hit.first].begin : parse.tokens[hit.last - 1].end]


def _begins_longer_name(parse: Parse, hit: NameHit) -> bool:
    if hit.last >= len(parse.tokens):
        return False
    token, after = parse.tokens[hit.last - 1], parse.tokens[hit.last]
    return token.dep == "compound" and token.head >= hit.last and after.text[0].isupper() and after.pos == "PROPN"


def _joins(parse: Parse, index: int) -> bool:
    """Whether a list goes on: "in Lyon, Provence and Paris"."""
    return (
        index < len(parse.tokens)
        and parse.tokens[index].lower in {"and", "or", "&"}
        and (index + 1 < len(parse.tokens) and is_capitalised(parse.tokens[index + 1]))
    )
