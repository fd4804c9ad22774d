"""spaCy's transition-based components (parser, entity recogniser) over several articles at once.

Their own loop lets go of Python's lock and, since spaCy 3.8.8, takes it anew for each look at the state of a sentence, some
hundred times a word, which costs more than the model does. Here the lock is kept, and each step is taken in all sentences
of all articles together. Scores are summed state by state, so that what is decided in a sentence does not depend on the
articles that are read beside it.
"""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc


def is_greedy(component: Any) -> bool:
    """Whether ``annotate`` can do what ``component`` does: no beam, a maxout and a linear layer, no untrained labels."""
    from spacy.pipeline.transition_parser import Parser

    if not isinstance(component, Parser) or component.cfg["beam_width"] != 1:
        return False
    model = component.model
    has_maxout = (model.get_ref("lower").maybe_get_dim("nP") or 0) > 1
    return has_maxout and model.attrs["has_upper"] and not model.attrs["unseen_classes"]


def annotate(component: Any, articles: list[list["Doc"]]) -> None:
    """Write into the documents of ``articles`` what the component's ``pipe`` would."""
    docs = [doc for article in articles for doc in article]
    states = component.moves.init_batch(docs)
    if unfinished := [state for state in states if not state.is_final()]:
        scorer = _Scorer(component.model, [article for article in articles if any(map(len, article))])
        while unfinished:
            unfinished = component.transition_states(unfinished, scorer.scores(unfinished))
    component.set_annotations(docs, states)


class _Scorer:
    """How good the model finds each action in each state (Kiperwasser and Goldberg 2016): features of a state's words,
    computed beforehand for each place they can have in it, are added up."""

    def __init__(self, model: Any, articles: list[list["Doc"]]) -> None:
        from spacy.ml.parser_model import ParserStepModel

        tok2vec, lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        vectors = [lower.predict(tok2vec.predict(article)) for article in articles]
        self._places = lower.get_dim("nF")
        self._features = np.concatenate([vectors[0][:1], *(rows[1:] for rows in vectors)])
        self._features = self._features.reshape(len(self._features) * self._places, -1)
        self._maxout, self._bias = model.ops.maxout, lower.get_param("b")
        self._weights, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        self._asked = SimpleNamespace(state2vec=SimpleNamespace(nF=self._places))
        self._words = ParserStepModel.get_token_ids

    def scores(self, states: list[Any]) -> npt.NDArray[np.float32]:
        """A row a state, a column an action."""
        words = self._words(self._asked, states) + 1  # the first row stands for no word
        rows = self._features.take(words * self._places + np.arange(self._places), axis=0)
        summed = rows.sum(axis=1).reshape(len(states), *self._bias.shape) + self._bias
        hidden, _ = self._maxout(summed)
        scores: npt.NDArray[np.float32] = np.einsum("sh,ah->sa", hidden, self._weights) + self._upper_bias
        return scores
