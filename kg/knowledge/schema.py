"""The shape of every knowledge file. A file that does not fit is refused with the place and the reason."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Part = Literal["actor", "target", "mediator", "host", "place", "none"]

Words = frozenset[str]
"""Words in no order; files give them as lists."""
_LEAST_SURNAME = 4
"""Letters of a surname that tells whose it is, at least."""
LEADER = r"^(?P<names>\D+) (?P<since>\d{4})(?P<open>-)?(?P<until>\d{4})?$"
"""One leader: "Jimmy Carter 1977-1981"."""


class Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class State(Schema):
    """A state of ``states.json``: ISO 3166-1 codes (former states: ISO 3166-3 style), names, reference ids."""

    iso: str = Field(pattern="^[A-Z]{2}$")
    iso3: str = Field(pattern="^[A-Z]{3}$")
    name: str
    official: str | None = None
    demonyms: list[str] = []
    capital: str | None = None
    geonames: int | None = None
    wikidata: str | None = Field(None, pattern=r"^Q\d+$")
    latitude: float | None = None
    longitude: float | None = None
    borders: list[str] = Field(
        [], description="ISO codes of those it has a land border with, where the source has them."
    )
    until: int | None = Field(None, description="Last year of a former state.")


class States(Schema):
    source: str
    states: list[State]

    @cached_property
    def by_iso(self) -> dict[str, State]:
        """ISO code -> state."""
        return {state.iso: state for state in self.states}

    @cached_property
    def names(self) -> dict[str, str]:
        """ISO code -> name."""
        return {state.iso: state.name for state in self.states}


class StateNames(Schema):
    """What a language calls a state beyond the reference table."""

    names: list[str] = []
    adjectives: list[str] | None = Field(None, description="Replace the demonyms of the reference table.")
    people: list[str] = Field([], description="Nouns for the people; the plural is made with -s.")
    metonyms: list[str] = Field([], description="Names that stand for the state as an actor.")
    once_named: list[str] = Field(
        [], description="Names that count behind 'the', in an article that names the state otherwise."
    )
    once_adjectives: list[str] = Field(
        [], description="Adjectives that count in an article that names the state otherwise: 'Korean'."
    )
    capital_is_metonym: bool = True
    capitals: list[str] = Field([], description="Other spellings and names of the capital: 'Ndjamena', 'Peking'.")


class Trap(Schema):
    """A spelling that names a state only in some contexts."""

    unless_next: list[str] = []
    unless_previous: list[str] = []
    unless_near: list[str] = []
    unless_told: list[str] = Field(
        [], description="ISO codes of states that make it nobody's in an article naming them."
    )
    person_name: bool = Field(False, description="Also a given name or surname.")
    lowercase_never: bool = False


class StateNamesFile(Schema):
    states: dict[str, StateNames]
    traps: dict[str, Trap] = {}
    parts_of_world: dict[str, list[str]] = Field(
        {}, description="Lower-case words before 'country' -> ISO codes of the states there: 'the Baltic country'."
    )


OrganisationKind = Literal[
    "igo", "military", "ministry", "parliament", "party", "armed-group", "agency", "court", "company", "body"
]


class Organisation(Schema):
    name: str
    also: list[str] = []
    once: list[str] = Field(
        [], description="Means it behind 'the', in an article that names it otherwise: 'the Tigers'."
    )
    kind: OrganisationKind
    state: str | None = Field(None, pattern="^[A-Z]{2}$")
    metonyms: list[str] = []
    generic: bool = Field(False, description="Many states have one of this name.")
    wikidata: str | None = Field(None, pattern=r"^Q\d+$")


class OrganisationsFile(Schema):
    organisations: list[Organisation]
    news_agencies: list[str]
    head_nouns: dict[OrganisationKind, list[str]]
    state_organs: list[str]
    named_organs: list[str]
    not_names: list[str] = Field([], description="Last words of capitalised phrases that are no organisation.")
    not_starts: list[str] = Field(description="First words of capitalised phrases that are no organisation.")
    capital_heads: list[str] = Field(
        [], description="Head nouns that in small letters head no name: 'the Badme front'."
    )
    starts: list[str] = Field(description="First words of organisations, though no personal name starts so.")
    spellings: dict[str, str] = Field(
        description="Words of names that are written in two ways; either stands for both."
    )
    same_words: dict[str, str] = Field(description="Words that do the same work in names: 'external' -> 'foreign'.")
    small_words: list[str] = Field(description="Words of names that make no difference between organisations.")
    businesses: list[str] = Field(
        description="Last words of names whose acts are their own business, beside companies."
    )
    firm_words: list[str] = Field(description="Last words of names that are no person's: 'General Motors Corp'.")
    lying: list[str] = Field(description="Heads that are of the state they lie in: 'the Enrichment Facility in Iran'.")
    in_towns: list[str] = Field(
        description="Heads that are of the state of the capital before them: 'Cairo University'."
    )
    whose: list[str] = Field(description="Whose, inside a name: 'Sudan People's Liberation Movement'.")
    schools: list[str] = Field(description="Heads that take a place behind a comma: 'Jesus College, Cambridge'.")

    @cached_property
    def organ_heads(self) -> Words:
        """The last words of the organs of states."""
        return Words(organ.split()[-1] for organ in self.state_organs)

    @cached_property
    def kinds_by_name(self) -> dict[str, Words]:
        """Name of an organisation known -> its kind."""
        return {o.name: Words({str(o.kind)}) for o in self.organisations}

    @cached_property
    def kinds_by_noun(self) -> dict[str, Words]:
        """Head noun -> the kinds of organisations that it names."""
        nouns = {noun for listed in self.head_nouns.values() for noun in listed}
        return {noun: Words(str(kind) for kind, listed in self.head_nouns.items() if noun in listed) for noun in nouns}

    @cached_property
    def names_by_kind(self) -> dict[str, frozenset[str]]:
        """Kind of organisation -> the names of those known."""
        kinds = get_args(OrganisationKind)
        return {kind: frozenset(o.name for o in self.organisations if o.kind == kind) for kind in kinds}


class Place(Schema):
    name: str
    also: list[str] = []
    adjectives: list[str] = []
    state: str | None = Field(None, pattern="^[A-Z]{2}$")
    governs: bool = Field(False, description="Has a government of its own: acts and has posts under this name.")


class PlacesFile(Schema):
    places: list[Place]
    towns: dict[str, dict[str, list[str]]] = Field(
        {}, description="ISO code -> town, as the city table calls it -> what news calls it."
    )
    regions: dict[str, list[str]] = Field({}, description="ISO code -> names of its parts.")
    directions: list[str] = Field(description="Words before a place's name that make a part of it.")
    ambiguous_cities: list[str]
    locative: list[str] = Field(description="Prepositions after which a name is a place.")
    opening_nouns: Words = Field(description="Words that begin the name of a place: 'Lake Victoria'.")
    head_nouns: list[str] = Field(description="Nouns that end the name of a place.")
    no_surnames: list[str] = Field(description="Nouns that end no name of a person: 'Queen Elizabeth Hospital'.")
    openers: list[str] = Field(description="Words before a state that make it the name of a firm: 'Radio New Zealand'.")
    leanings: list[str] = Field(description="What with a hyphen before a state tells of others than it: 'pro-Iranian'.")
    entered: list[str] = Field(description="Verbs whose object is where somebody goes or strikes.")
    seizures: Words = Field(description="Nouns whose 'of' names a town: 'the fall of Goma'.")
    seized: list[str] = Field(description="Of such, verbs that persons are no objects of: 'overran Goma'.")


class TitleHeads(Schema):
    state: list[str]
    organisation: list[str]


class TitleStatus(Schema):
    former: list[str]
    acting: list[str]
    designate: list[str]
    current: list[str]


class SolePosts(Schema):
    """Posts that one person holds at a time."""

    posts: list[str] = Field(description="Posts of states and organisations: alone, or with 'of', 'for', 'to' …")
    of_organisations: list[str] = Field(description="Posts of which only an organisation has but one.")
    unless: list[str] = Field(description="Words with which a post is none of these: 'deputy'.")


class TitlesFile(Schema):
    heads: TitleHeads
    occupations: list[str]
    occupation_adjectives: list[str] = Field(description="Adjectives that are part of an occupation: 'legal scholar'.")
    needs_owner: list[str]
    private_service: list[str] = Field([], description="Of these, who serves a person and no state: 'his lawyer'.")
    state_bodies: list[str] = Field(description="Words in a title that make it a post of the state.")
    aspirants: list[str] = Field(description="Heads of those who stand for a post: none of the state's.")
    never: list[str]
    qualifiers: list[str]
    descriptive: list[str]
    portfolios: list[str]
    status: TitleStatus
    removed: list[str] = Field(description="Words of status.former for those who were removed: 'deposed'.")
    once: list[str] = Field(
        description="Adverbs before 'the' that make a post a former one: 'previously the ambassador'."
    )
    holding_verbs: dict[str, str]
    held_bodies: list[str]
    own_bodies: list[str] = Field(description="Of these, bodies that are no state's unless a word says so.")
    appointing_verbs: list[str]
    proclaiming_verbs: list[str] = Field([], description="Verbs with which one takes a post: 'declared himself king'.")
    assuming_verbs: dict[str, list[str]] = Field(description="Verb -> its objects and particles: take -> office, over.")
    aides: list[str] = Field(description="Nouns for who serves whoever 'to' names: 'aide to the president Ali Demir'.")
    replacing_verbs: list[str]
    replacing_nouns: list[str] = Field(description="Nouns whose owner had the post one is given: 'in his place'.")
    choosing_nouns: list[str] = Field(description="Nouns whose 'of' names who is given a post.")
    serving_verbs: list[str]
    leaving_verbs: list[str]
    relatives: list[str] = Field(description="Nouns for kin: 'the president's wife' holds no post.")
    male: list[str] = Field(description="Words before a name that tell a man.")
    female: list[str] = Field(description="Words before a name that tell a woman.")
    honorifics: list[str]
    particles: list[str] = Field(description="Lower-case words inside personal names.")
    not_names: list[str] = Field(description="Capitalised words that no personal name starts or ends with.")
    given_names_too: list[str] = Field(description="Of these, given names before a surname: 'Bill Clinton'.")
    surnames_too: list[str] = Field(description="Of these, surnames behind a forename: 'Theresa May'.")
    bodies: list[str] = Field(description="Common nouns that stay part of a title: 'chief of the general staff'.")
    shared_with_companies: list[str] = Field([], description="Posts of states that companies have too: 'president'.")
    company_ranks: list[str] = Field([], description="Words of which these are no state's: 'senior vice president'.")
    company_posts: list[str] = Field([], description="Posts beside which these are a company's: 'chief executive'.")
    leading: list[str] = Field([], description="Titles of leaders of states: 'the Moldovan leader'.")
    heading: list[str] = Field([], description="Titles of heads of bodies: 'the NATO chief'.")
    headed: list[str] = Field([], description="Words for heads of bodies whose title was told before: 'chief', 'head'.")
    regnal: list[str] = Field(description="Titles whose holders go by their forename: 'King Hussein'.")
    abroad: dict[str, str] = Field(description="Posts that other states call otherwise: from -> to, lower case.")
    own_posts: dict[str, list[str]] = Field(
        description="Titles that in these states (ISO codes) are posts of their own, whatever 'same' says."
    )
    surname_heads: list[str] = Field([], description="Titles that are surnames too: 'Tom King'.")
    typical_state: dict[str, str] = Field({}, description="Titles that one state uses: lower case -> ISO code.")
    used_elsewhere: list[str] = Field([], description="Of these, titles that other states have as well.")
    typical_organisations: dict[str, list[str]] = Field(
        {}, description="Titles without an owner -> organisations that have such posts, if the article names one."
    )
    without_presidents: list[str] = Field([], description="States where a king reigns, or a governor for one.")
    royal_houses: list[str] = Field([], description="States with, or once with, kings and princes of their own.")
    without_ministers: list[str] = Field([], description="States that have secretaries only.")
    secretary_states: list[str] = Field([], description="States whose ministers are called secretaries.")
    same: dict[str, str] = Field({}, description="Titles that name one post: from -> to, lower case.")
    sole: "SolePosts"
    apart: list[list[str]] = Field([], description="Posts of two of these lists are never held together.")
    exclusive: dict[str, list[str]] = Field({}, description="Groups of titles that one person hardly holds at a time.")


def _names(line: str) -> list[str]:
    """The spellings of a leader's name."""
    return line.rsplit(" ", 1)[0].split("/")


class LeadersFile(Schema):
    """Who has led which state: ISO code -> "Name years", spellings apart with "/", an open end for the present."""

    titles: list[str] = Field(description="Titles that make use of the list.")
    minister_words: list[str] = Field([], description="Words of titles that make use of the list of ministers.")
    family_first: list[str] = Field(description="ISO codes of states where the family name comes first.")
    women: list[str] = Field([], description="Of leaders and ministers, women, by the first of their spellings.")
    leaders: dict[str, list[Annotated[str, Field(pattern=LEADER)]]]
    ministers: dict[str, list[Annotated[str, Field(pattern=LEADER)]]] = Field(
        {}, description="Who was minister of which state, or spoke for its government, written as leaders are."
    )

    @model_validator(mode="after")
    def _women_are_listed(self) -> Self:
        if unknown := sorted(set(self.women) - {names[0] for names in self.spellings()}):
            raise ValueError(f"no leader or minister: {', '.join(unknown)}; write the first spelling of the list")
        return self

    def spellings(self) -> Iterator[list[str]]:
        """The spellings of the name of each leader and minister."""
        for lines in (*self.leaders.values(), *self.ministers.values()):
            yield from (_names(line) for line in lines)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of full names that only one of the leaders and ministers bears; none as short as "I", "Xi"."""
        bearers = Counter(last for names in self.spellings() for last in {n.split()[-1] for n in names if " " in n})
        return frozenset(name for name, count in bearers.items() if count == 1 and len(name) >= _LEAST_SURNAME)

    @cached_property
    def states_by_name(self) -> dict[str, set[str]]:
        """ISO codes of the states whose leaders or ministers bear a name, in any of its spellings."""
        found: dict[str, set[str]] = {}
        for state, lines in (*self.leaders.items(), *self.ministers.items()):
            for name in (name for line in lines for name in _names(line)):
                found.setdefault(name, set()).add(state)
        return found


class NamesFile(Schema):
    """How names of persons are compared across spellings; for all languages."""

    letters: list[tuple[str, str]] = Field(description="Groups of letters that stand for one sound, in this order.")
    particles: list[str] = Field(description="Words inside a name that writers keep or drop.")
    patronyms: list[str] = Field(description="Of these, words for 'son of'.")
    servant: list[str] = Field(description="First halves of names that are written together or apart: 'Abdul'.")
    dropped: list[str] = Field(description="Forenames that writers leave out where another follows.")
    generations: list[str] = Field(description="Words that tell father from son: 'Jr'.")
    spellings: list[list[str]] = Field(description="Spellings of one name; two lists are two names.")

    @field_validator("spellings")
    @classmethod
    def _one_name_a_spelling(cls, value: list[list[str]]) -> list[list[str]]:
        spellings = Counter(spelling for line in value for spelling in line)
        if twice := sorted(s for s, n in spellings.items() if n > 1):
            raise ValueError(f"in more than one place: {', '.join(twice)}; leave each in one")
        return value


class RanksFile(Schema):
    ranks: list[str]
    also_posts: list[str]
    retired: list[str] = Field(description="Words in brackets behind a rank: 'General (retd)'.")
