"""The shape of ``frames.yaml``: which words tell of an event, who takes which part, under which conditions."""

from functools import cached_property
from typing import Literal, get_args

from pydantic import Field, field_validator

from kg.knowledge.schema import Part, Schema, Words

EventType = Literal[
    "meeting",
    "visit",
    "call",
    "negotiation",
    "agreement",
    "support",
    "cooperation",
    "aid",
    "concession",
    "demand",
    "accusation",
    "rejection",
    "threat",
    "protest",
    "sanction",
    "mobilisation",
    "coercion",
    "attack",
    "award",
    "appointment",
    "departure",
    "election",
    "legislation",
    "trial",
    "conflict",
]
Condition = Literal[
    "counterpart",
    "target",
    "place",
    "of-place",
    "affirmed",
    "negated",
    "negated-now",
    "joint",
    "abroad",
    "for-attack",
    "subject-speaks",
    "alone",
    "object",
    "no-object",
    "attribute-post",
    "subject-participant",
    "subject-person",
    "subject-institution",
    "subject-force",
    "subject-public",
    "subject-people",
    "subject-animate",
    "subject-weapon",
    "subject-unarmed",
    "object-person",
    "object-told",
    "object-own",
    "object-others",
    "passive",
    "active",
    "object-animate",
    "place-or-people",
    "place-or-party",
    "infinitive-or-actor",
    "concrete-target",
    "object-attackable",
    "object-town",
    "object-party",
    "object-no-town",
    "object-no-own-force",
    "party-actor",
    "party-force",
    "officials",
    "aimed",
    "no-accident",
    "no-mishap",
    "verbal",
    "actor-state",
    "subject-state",
    "not-verbal",
    "struck",
    "predicate",
    "not-named",
    "completed",
    "target-body",
    "target-state",
]


class Frame(Schema):
    """Which words tell of an event, and who takes which part (after PLOVER 0.5 and FrameNet practice)."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z_]+$")
    type: EventType
    plover: str = Field(pattern="^[A-Z]*$", description="PLOVER 0.5 class; empty where it has none.")
    verbs: list[str] = Field([], description="Lemmas; 'carry out' is a verb with its particle.")
    nouns: list[str] = []
    adjectives: list[str] = []
    objects: Words | str = Field(Words(), description="Only with one of these as object; $name is a word list.")
    object: Part = "target"
    object_owner: Part = Field("none", description="Part of whoever a named object belongs to: 'cut its ties'.")
    subject: Part = "actor"
    parts: dict[str, Part] = {}
    verb_parts: dict[str, Part] = Field({}, description="Part of the subject of one verb.")
    noun_parts: dict[str, Part] = Field({}, description="Part of whoever one noun belongs to: 'her arrest'.")
    verb_complements: dict[str, Words] = Field(
        {}, description="One verb counts only with a clause of these verbs in the future: 'warned it would respond'."
    )
    verb_objects: dict[str, Words] = Field({}, description="Objects that one verb is limited to.")
    complement: Literal["any", "infinitive", "infinitive-object", "must"] | None = None
    complement_lemmas: Words = Words()
    not_complement: Words = Words()
    not_complement_modals: Words = Words()
    with_words: Words = Field(Words(), description="One of these must be in the sentence.")
    not_objects: Words = Words()
    not_subjects: Words = Field(
        Words(), description="Not of one of these: 'a government took power', 'fires threaten'."
    )
    not_with_clause: Words = Field(Words(), description="Not with one of these as object that takes a clause.")
    not_compounds: Words = Words()
    without_clause: Words = Field(
        Words(),
        description="Verbs that may not have a clause, however small: 'conceded that it was late', 'called him a liar'.",
    )
    without_quotation: Words = Field(Words(), description="Verbs that with a quotation only speak: '“Yes,” he agreed'.")
    without_negated: Words = Field(Words(), description="Verbs that with a negated clause refuse: 'vowed not to talk'.")
    future_clause: Words = Field(
        Words(), description="Verbs whose finite clause must tell what is to be done: 'agreed that it should go'."
    )
    verb_modality: dict[str, Literal["planned", "denied"]] = Field(
        {}, description="Verbs by which the event is still to come, or never will: 'called an election'."
    )
    with_phrases: dict[str, Words | str] = Field(
        {}, description="Verbs, and prepositions or phrases one of which they need: 'asked Peru for help'."
    )
    of: Words | str = Field(Words(), description="A noun counts only with one of these, or a person, behind 'of'.")
    without_phrases: dict[str, Words] = Field(
        {},
        description="Words, and what no phrase of theirs may begin with or be: 'rallied to 31 percent', 'from limelight'.",
    )
    transitive: Words = Field(Words(), description="Verbs that need a direct object here.")
    finite: Words = Field(Words(), description="Verbs whose participle tells what comes of an act: 'raising fears'.")
    needs_post: Words = Field(Words(), description="Verbs that need a post in the clause.")
    between_states: bool = Field(
        False, description="One state does it to another, which may be told of before: 'recalled its ambassador'."
    )
    subjects: Words = Field(Words(), description="Only with one of these as the subject or before it: 'air strikes'.")
    require: frozenset[Condition] = frozenset()
    least: int = Field(1, ge=0, description="How many participants must be known.")
    examples: list[str]
    near_misses: list[str]

    @field_validator("examples", "near_misses")
    @classmethod
    def _not_empty(cls, value: list[str]) -> list[str]:
        if not value:
            raise ValueError("needs at least one sentence")
        return value


class Commitment(Schema):
    """Words by which a party commits itself to an act; a threat or a promise by what the act is."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z_]+$")
    type: EventType
    plover: str
    words: list[str] = Field([], description="Lemmas of verbs and adjectives with the act as their clause.")
    conditional: bool = Field(False, description="The act itself, in the future and under an if or unless.")
    acts: list[str] = Field(description="PLOVER classes of the act.")
    not_types: list[EventType] = Field(
        [], description="Acts of these classes that are none: who resigns threatens none."
    )
    not_verbs: list[str] = Field([], description="Verbs of these classes that commit to none: 'may release them if'.")
    examples: list[str]
    near_misses: list[str]


class FramesFile(Schema):
    words: dict[str, Words]
    when_denied: dict[str, str] = Field(
        {}, description="PLOVER class of an act -> its class where it did not come about."
    )
    frames: list[Frame]
    commitments: list[Commitment] = []

    @cached_property
    def nouns_by_type(self) -> dict[str, frozenset[str]]:
        """Type of event -> the nouns of its frames."""
        return self._by_type("nouns")

    @cached_property
    def verbs_by_type(self) -> dict[str, frozenset[str]]:
        """Type of event -> the verbs of its frames."""
        return self._by_type("verbs")

    @cached_property
    def between_states(self) -> frozenset[str]:
        """Frames of what one state does to another."""
        return frozenset(frame.id for frame in self.frames if frame.between_states)

    @cached_property
    def dismissals(self) -> frozenset[str]:
        """Frames of the departures of those whom others dismiss."""
        departures = (frame for frame in self.frames if frame.type == "departure")
        return frozenset(
            frame.id for frame in departures if frame.require & {"object-person", "object-animate", "target"}
        )

    @cached_property
    def hyphened(self) -> dict[str, str]:
        """Nouns written with a hyphen -> how they are looked up: "cease-fire" as "ceasefire", "sit-in" as it is."""
        spelled = {word for frame in self.frames for word in (*frame.nouns, *frame.objects, *frame.of)}
        spelled |= {word for words in self.words.values() for word in words}
        joined = {word for word in spelled if "-" in word and " " not in word}
        return {word: solid if (solid := word.replace("-", "")) in spelled else word for word in joined}

    @cached_property
    def past_forms(self) -> dict[str, str]:
        """Regular past forms of the verbs of all frames -> the verbs: "evicted" -> "evict"."""
        verbs = {verb for frame in self.frames for verb in frame.verbs if verb.isalpha()}
        return {past: verb for verb in sorted(verbs) for past in _past(verb)}

    def _by_type(self, words: str) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {kind: set() for kind in get_args(EventType)}
        for frame in self.frames:
            found[frame.type].update(getattr(frame, words))
        return {kind: frozenset(each) for kind, each in found.items()}


def _past(verb: str) -> tuple[str, ...]:
    """How the past of a regular verb may be spelled."""
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y"):
        return (f"{verb[:-1]}ied", f"{verb}ed")
    return (f"{verb}ed", f"{verb}{verb[-1]}ed")
