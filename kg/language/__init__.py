"""Analyse: an article becomes a document: sentences, parse, mentions and titles. The only place that knows spaCy."""

from kg.language.analyse import Analyser, ModelError, model_name
from kg.language.document import HEADLINE, Document, Form, Kind, Mention, Parse, Sentence, Title, Token

__all__ = [
    "HEADLINE",
    "Analyser",
    "Document",
    "Form",
    "Kind",
    "Mention",
    "ModelError",
    "Parse",
    "Sentence",
    "Title",
    "Token",
    "model_name",
]
