"""Finds who holds which post, in all the ways that news says it."""

from kg.extract.arguments import Arguments
from kg.extract.claims import RoleClaim
from kg.extract.roles_by_another import RolesByAnother
from kg.extract.roles_by_name import NameRoles
from kg.extract.roles_by_verb import VerbRoles
from kg.extract.roles_named_next import RolesNamedNext
from kg.knowledge import Knowledge
from kg.language import Document


def find_roles(document: Document, knowledge: Knowledge) -> list[RoleClaim]:
    """The roles of one document; a title beside a name goes to that name before verbs are asked."""
    claimed: set[int] = set()
    arguments = Arguments(document, knowledge)
    by_name = NameRoles(document, knowledge, arguments, claimed).find()
    by_verb = VerbRoles(document, knowledge, arguments, claimed).find()
    by_another = RolesByAnother(document, knowledge, arguments, claimed).find()
    named_next = RolesNamedNext(document, knowledge, arguments, claimed).find()
    return [*by_name, *by_verb, *by_another, *named_next]
