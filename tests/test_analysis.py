"""What makes analysis fast changes nothing in what it finds."""

from collections.abc import Callable

import pytest
import spacy
from conftest import EXAMPLES
from spacy.language import Language

from kg.articles import Article, read_sources
from kg.language.analyse import _words
from kg.language.document import Token
from kg.language.ruler import remember
from kg.language.transitions import annotate, is_greedy
from kg.language.tree import without_circles
from kg.reader import DEFAULT_MODEL
from kg.resolve import Facts

STRANGE = "I can't  believe that Mr. Smith's\n\nhouse didn’t burn. 'Em got ta go, ai n't they? US-led\ttalks."


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


def texts() -> list[str]:
    found = [item for item in read_sources([str(EXAMPLES)]) if isinstance(item, Article)]
    return [a.text[span.begin : span.end] for a in found for span in a.paragraphs] + [STRANGE]


def test_a_ruler_with_a_memory_does_what_it_did_without(plain: Language) -> None:
    remembering = spacy.load(DEFAULT_MODEL)
    remember(remembering)
    for _ in range(2):  # once to learn, once from memory
        for text in texts():
            told = [(t.pos_, t.lemma_, t.tag_, t.dep_, str(t.morph)) for t in plain(text)]
            assert [(t.pos_, t.lemma_, t.tag_, t.dep_, str(t.morph)) for t in remembering(text)] == told


def test_steps_taken_together_are_those_of_each_article_alone(plain: Language) -> None:
    told = [plain(text) for text in texts()]
    articles = [[plain.make_doc(text)] for text in texts()] + [[plain.make_doc("")], []]
    for _, component in plain.pipeline:
        if is_greedy(component):
            annotate(component, articles)
        else:
            articles = [list(component.pipe(article)) for article in articles]
    read = [doc for article in articles for doc in article]
    for doc, alone in zip(read, [*told, plain("")], strict=True):
        assert [(t.dep_, t.head.i, t.is_sent_start) for t in doc] == [
            (t.dep_, t.head.i, t.is_sent_start) for t in alone
        ]
        assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in alone.ents]


def test_only_steps_that_are_known_are_taken_together(plain: Language) -> None:
    assert [name for name, component in plain.pipeline if is_greedy(component)] == ["parser", "ner"]
    beam = spacy.blank("en").add_pipe("beam_ner")
    assert not is_greedy(beam)


def test_words_are_taken_out_of_a_document_as_they_are(plain: Language) -> None:
    for text in texts():
        doc = plain(text)
        for word, token in zip(_words(doc), doc, strict=True):
            assert (word.number, word.text, word.lemma) == (token.i, token.text, token.lemma_.lower())
            assert (word.pos, word.tag, word.dep, word.head) == (token.pos_, token.tag_, token.dep_, token.head.i)
            assert (word.begin, word.is_space) == (token.idx, token.is_space)


def test_a_list_of_adjectives_makes_no_circle(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chadian President Ali Demir spoke. Demir praises talks with Cypriot, Greek leaders in Nicosia.")
    assert {"Cyprus", "Greece"} <= {entity.name for entity in facts.entities}


def test_a_sentence_whose_heads_go_round_keeps_those_of_the_parser() -> None:
    def word(index: int, head: int, sentence: int) -> Token:
        return Token(index, "a", "a", "NOUN", "NN", "dep", head, index * 2, index * 2 + 1, sentence, "a")

    parsed = [word(0, 1, 0), word(1, 1, 0), word(2, 2, 1), word(3, 2, 1)]
    mended = [parsed[0], word(1, 0, 0), word(2, 3, 1), word(3, 3, 1)]
    assert without_circles(mended, parsed) == [*parsed[:2], *mended[2:]]
