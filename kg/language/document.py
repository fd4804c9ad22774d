"""The values that analysis gives. All offsets are characters of the article's stored text; token and sentence
indices count through the whole document; ranges are half-open."""

from dataclasses import dataclass
from enum import StrEnum

from kg.articles import Article

HEADLINE = -1
"""The paragraph number of the headline: it names states, but gives no facts of its own."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its tags (Universal POS, Penn Treebank) and its place in the dependency tree (ClearNLP labels).

    ``head`` is the index of the governor, the token's own index for a root; ``lower`` is the text in lower case, which
    rules ask for a dozen times a word.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    begin: int
    end: int
    sentence: int
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    index: int
    begin: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A span that the statistical model calls a name, with its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens and trees of an article. ``text`` has the length of the stored text, with quotes made plain."""

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[Token, ...], ...]
    """The tokens that hang on each token, in text order."""
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]


class Kind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """Several parties under one noun or pronoun: "the sides", "they", "both ministers"."""


class Form(StrEnum):
    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    METONYM = "metonym"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


COUNTED = {"both": 2, "two": 2, "three": 3, "four": 4, "pair": 2, "duo": 2, "trio": 3}
"""How many "both", "the two" and "the pair" are."""
FIRST_PERSONS = {
    "i": Kind.PERSON,
    "me": Kind.PERSON,
    "my": Kind.PERSON,
    "we": Kind.GROUP,
    "us": Kind.GROUP,
    "our": Kind.GROUP,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody or something.

    ``reference`` is the ISO code of a state or the reference name of an organisation or place, where known.
    ``state`` is the ISO code of the state that an organisation or person is said to belong to.
    ``title`` is the index of the title that a nominal mention consists of ("the president").
    """

    index: int
    kind: Kind
    form: Form
    first: int
    last: int
    head: int
    begin: int
    end: int
    name: str
    reference: str | None = None
    state: str | None = None
    title: int | None = None
    rank: str | None = None
    inner: bool = False
    """Part of a longer mention ("Armenian" in "Armenian armed forces")."""
    unnamed: bool = False
    """People without a name of their own: "Afghan rebels", "ethnic Albanians"."""

    @property
    def is_first_person(self) -> bool:
        """ "I" or "we", in any case: who speaks, and for whom."""
        return self.form is Form.PRONOUN and self.name.lower() in FIRST_PERSONS

    @property
    def counted(self) -> int | None:
        """Of "the two", "the pair": how many they are."""
        return COUNTED.get(self.name.lower()) if self.form is Form.PRONOUN else None


@dataclass(frozen=True, slots=True)
class Title:
    """The words of a post, office or occupation.

    ``text`` leaves out the owner and the status: "Defense Minister" in "former Armenian Defense Minister".
    ``owner`` is the token that says whose post it is: a state's name or adjective, an organisation, "its".
    """

    index: int
    first: int
    last: int
    head: int
    begin: int
    end: int
    text: str
    status: str
    kind: str
    plural: bool
    owner: int | None
    definite: bool
    needs_owner: bool


@dataclass(frozen=True, slots=True)
class Document:
    """An article with all that analysis found. ``mention_at[i]`` is the outermost mention over token i, or -1."""

    article: Article
    parse: Parse
    mentions: tuple[Mention, ...]
    titles: tuple[Title, ...]
    mention_at: tuple[int, ...]
    title_at: tuple[int, ...]
