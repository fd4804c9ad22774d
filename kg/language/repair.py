"""Mends what the statistical parser is known to get wrong and word order tells."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.repair_clauses import (
    FINITE,
    governors,
    with_repaired_accompanying_clauses,
    with_repaired_clauses,
    with_repaired_contents,
    with_repaired_gerunds,
    with_repaired_joined_subjects,
    with_repaired_parted_perfects,
    with_repaired_participles,
    with_repaired_particles,
    with_repaired_progressives,
    with_repaired_subjects,
    with_repaired_tenses,
    with_repaired_time_clauses,
    with_repaired_verbs,
)
from kg.language.repair_names import (
    with_repaired_invitations,
    with_repaired_listed_subjects,
    with_repaired_members,
    with_repaired_owners_in_lists,
    with_repaired_quoted_subjects,
    with_repaired_titles_joined,
    with_repaired_verbs_of_owners,
)
from kg.language.repair_objects import (
    with_repaired_agents,
    with_repaired_behind_dates,
    with_repaired_company,
    with_repaired_infinitives,
    with_repaired_names_given,
    with_repaired_objects,
    with_repaired_relative_objects,
    with_repaired_sides,
    with_repaired_unwelcome,
)
from kg.language.repair_openings import (
    with_repaired_dates,
    with_repaired_long_subjects,
    with_repaired_openings,
    with_repaired_participial_openings,
    with_repaired_phrase_openings,
)
from kg.language.repair_phrases import (
    with_repaired_appositions,
    with_repaired_attacks,
    with_repaired_bare_prepositions,
    with_repaired_courts,
    with_repaired_decisions,
    with_repaired_holders,
    with_repaired_judgements,
    with_repaired_leaders,
    with_repaired_links_of_time,
    with_repaired_neighbours,
    with_repaired_objects_told,
    with_repaired_plurals,
    with_repaired_second_subjects,
    with_repaired_shifts,
    with_repaired_small_clauses,
)
from kg.language.repair_sayings import (
    begin_of,
    with_repaired_apposed_speakers,
    with_repaired_clauses_of_time,
    with_repaired_days_of_saying,
    with_repaired_denials,
    with_repaired_further_sayings,
    with_repaired_inversions,
    with_repaired_last_speakers,
    with_repaired_passives,
    with_repaired_sayings,
    with_repaired_speakers,
    with_repaired_speakers_at_the_end,
    with_repaired_subjects_behind_days,
)
from kg.language.tree import without_circles

_SHORT = 2
_GIVEN_IN = {"swear", "hand"}
_ENVOYS = {"ambassador", "envoy", "commissioner", "charge", "diplomat", "consul"}
_CLAUSES = {"advcl", "ccomp", "relcl", "ROOT"}


def with_repaired_roots(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """ "The spokesman, Ali Demir, called on …": a sentence whose only verb the parser takes for a participle of its
    subject; sentences of news have a finite verb."""
    repaired = list(tokens)
    for first, last in sentences:
        inside = tokens[first:last]
        root = next((t for t in inside if t.head == t.index), None)
        if root is None or root.pos not in {"NOUN", "PROPN"} or any(t.tag in FINITE and t.dep != "acl" for t in inside):
            continue
        verb = _taken_for_participle(tokens, inside, root)
        if verb is None:
            continue
        for token in inside:
            if token.index == verb.index:
                repaired[token.index] = replace(token, dep="ROOT", head=token.index, tag="VBD")
            elif token.index == root.index:
                repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
            elif token.head == root.index and token.index > verb.index:
                repaired[token.index] = replace(token, head=verb.index)
    return repaired


def with_repaired_described_roots(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """ "South Korea relaxed curbs on trade.": a sentence of one noun, of which a name and a participle are taken to tell."""
    repaired = list(tokens)
    for first, last in sentences:
        inside = tokens[first:last]
        root = next((t for t in inside if t.head == t.index), None)
        if root is None or root.pos != "NOUN" or inside[-1].text != "." or any(t.tag in FINITE for t in inside):
            continue
        verb = next((t for t in inside if t.dep == "amod" and t.tag == "VBN" and t.head == root.index), None)
        name = tokens[verb.index - 1] if verb is not None and verb.index > first else None
        if verb is None or name is None or name.pos != "PROPN" or name.head != root.index or verb.index > root.index:
            continue
        repaired[name.index] = replace(name, dep="nsubj", head=verb.index)
        repaired[verb.index] = replace(verb, dep="ROOT", head=verb.index, pos="VERB", tag="VBD")
        repaired[root.index] = replace(root, dep="dobj", head=verb.index)
    return repaired


def with_repaired_acronyms(tokens: Sequence[Token]) -> list[Token]:
    """ "The regional bloc ECOWAS met": a word in capitals behind a noun in small letters is its name, no participle."""
    repaired = list(tokens)
    for before, token in pairwise(tokens):
        if token.dep not in {"acl", "xcomp", "advcl"}:
            continue
        shouted = len(token.text) > _SHORT and token.text.isupper() and token.pos in {"VERB", "ADJ", "NOUN"}
        if not shouted or before.pos != "NOUN" or not before.text.islower():
            continue
        verb = next((t for t in governors(tokens, before) if t.pos == "VERB" and t.index != token.index), None)
        if verb is None:
            continue
        name = replace(token, pos="PROPN", tag="NNP", dep="appos", head=before.index, lemma=token.lower)
        repaired[token.index] = name
        for child in tokens:
            if child.head == token.index and child.index > token.index:
                repaired[child.index] = replace(child, head=verb.index)
    return repaired


def with_repaired_heads_of_bodies(tokens: Sequence[Token]) -> list[Token]:
    """ "Will meet African Union (AU) Chair Ali Demir": who stands right behind the short name of a body in brackets is no
    apposition to it, but whom the sentence is about."""
    repaired = list(tokens)
    for name in (t for t in tokens if t.dep == "appos" and t.pos == "PROPN"):
        body = tokens[name.head]
        begin = begin_of(tokens, name)
        bracket = [t.text for t in tokens[max(0, begin - 3) : begin]]
        led = body.index < begin < name.index
        if led and bracket[::2] == ["(", ")"] and bracket[1].isupper() and tokens[begin - 3].head == body.index:
            repaired[name.index] = replace(name, dep=body.dep, head=body.head)
            repaired[body.index] = replace(body, dep="compound", head=name.index)
    return repaired


def with_repaired_pasts(tokens: Sequence[Token]) -> list[Token]:
    """ "After the military overthrew the president": what has a subject and an object in a clause of its own is a verb."""
    with_subject = {t.head for t in tokens if t.dep == "nsubj" and t.index < t.head}
    with_object = {t.head for t in tokens if t.dep == "dobj" and t.index > t.head}
    both = with_subject & with_object
    return [
        replace(t, pos="VERB", tag="VBD") if t.index in both and t.tag == "NN" and t.dep in _CLAUSES else t
        for t in tokens
    ]


def _taken_for_participle(tokens: Sequence[Token], inside: Sequence[Token], root: Token) -> Token | None:
    """A participle behind a comma, on the subject or its apposition, that has an object or a clause and no agent; or
    right behind the subject, in a sentence with a full stop: "The rebel group called on him to leave." """
    stopped = inside[-1].text == "."
    for token in inside:
        holder = tokens[token.head]
        if (
            token.tag not in {"VBN", "VBD"}
            or token.dep != "acl"
            or not (tokens[token.index - 1].text == "," or (stopped and token.index - 1 == root.index))
            or not (holder.index == root.index or (holder.dep == "appos" and holder.head == root.index))
        ):
            continue
        below = {t.dep for t in inside if t.head == token.index}
        telling = {"dobj", "ccomp", "xcomp", "advcl", "dative"}
        telling |= {"prep", "prt"} if tokens[token.index - 1].text == "," or token.tag == "VBD" else set()
        if "agent" not in below and below & telling:
            return token
    return None


def with_repaired_gaps(tokens: Sequence[Token]) -> list[Token]:
    """ "Two were killed and 70 wounded": the second auxiliary is left out, and its participle is no adjective."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    active = {t.head for t in tokens if t.dep in {"aux", "auxpass", "dobj"}}
    for token in tokens:
        subject = tokens[token.head]
        joined = subject.tag == "VBN" and subject.dep == "conj" and subject.head in passive
        if token.dep == "nsubj" and joined and subject.index not in active:
            repaired[token.index] = replace(token, dep="nsubjpass")
        if (
            token.tag == "VBN"
            and token.dep == "acl"
            and subject.dep == "conj"
            and token.index == subject.index + 1
            and subject.head in passive
            and subject.head < subject.index
        ):
            repaired[token.index] = replace(token, dep="conj", head=subject.head)
            repaired[subject.index] = replace(subject, dep="nsubjpass", head=token.index)
    return repaired


def with_repaired_saids(tokens: Sequence[Token]) -> list[Token]:
    """ "Its ambassador, Said Moussi, left": a name, where no sentence and no quotation begins."""
    repaired = list(tokens)
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        amid = before.sentence == token.sentence and (before.text in {",", "and"} or before.pos in {"PROPN", "NOUN"})
        if token.text == "Said" and token.pos == "VERB" and amid and after.text[0].isupper() and after.pos == "PROPN":
            repaired[token.index] = replace(token, pos="PROPN", tag="NNP", lemma=token.lower)
    return repaired


def with_repaired_oaths(tokens: Sequence[Token]) -> list[Token]:
    """ "The president has sworn in Ana Quispe", "rebels handed in their weapons": the particle is no preposition."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep in {"auxpass", "nsubjpass"}}
    envoys = {tokens[t.head].head for t in tokens if t.dep == "pobj" and t.lemma in _ENVOYS}
    for verb, particle in pairwise(tokens):
        called = verb.lemma == "call" and verb.index in envoys  # "called in the ambassador"
        if (
            not (verb.lemma in _GIVEN_IN or called)
            or verb.index in passive
            or particle.lower != "in"
            or particle.head != verb.index
        ):
            continue
        inside = [t for t in tokens[particle.index + 1 :] if t.head == particle.index and t.dep == "pobj"]
        repaired[particle.index] = replace(particle, dep="prt", tag="RP")
        for sworn in inside:
            repaired[sworn.index] = replace(sworn, dep="dobj", head=verb.index)
    return repaired


def with_repaired_series(tokens: Sequence[Token]) -> list[Token]:
    """ "Drew criticism from the UN, the European Union and Chad": a name behind a comma is no second object but goes on
    with the names before it."""
    repaired = list(tokens)
    objects: defaultdict[int, list[int]] = defaultdict(list)
    for token in tokens:
        if token.dep == "dobj":
            objects[token.head].append(token.index)
    for found in objects.values():
        for index in found[1:]:
            inside = {index} | {t.index for t in tokens[found[0] : index] if t.head == index}
            comma = min(inside) - 1
            before = tokens[comma - 1]
            listed = tokens[comma].text == "," and before.pos == "PROPN" and before.dep in {"pobj", "conj"}
            if listed and tokens[index].pos == "PROPN" and before.index > found[0]:
                repaired[index] = replace(tokens[index], dep="conj", head=before.index)
    return repaired


def with_repaired_accusations(tokens: Sequence[Token]) -> list[Token]:
    """ "Accused by experts of arming rebels": what somebody is accused of hangs on the verb, not on who accuses; and who
    is "accused of arming rebels, and even sending troops" is accused of both."""
    repaired = list(tokens)
    gerunds = {t.head: t.index for t in tokens if t.dep == "pcomp" and t.tag == "VBG" and t.head != t.index}
    first = {tokens[of].head: gerund for of, gerund in gerunds.items() if tokens[of].lower == "of"}
    for token in tokens:
        if token.dep == "conj" and token.tag == "VBG":
            accused = tokens[token.head].lemma == "accuse" and tokens[token.head].tag != "VBG"
            gerund = first.get(token.head, token.index)
            if accused and gerund < token.index:
                repaired[token.index] = replace(token, head=gerund)
    for token in (tokens[of] for of in gerunds if tokens[of].lower == "of"):
        accuser = tokens[token.head]
        verb = tokens[tokens[accuser.head].head]
        by_agent = accuser.dep == "pobj" and tokens[accuser.head].dep == "agent" and verb.lemma == "accuse"
        if by_agent:
            repaired[token.index] = replace(token, head=verb.index)
        elif (
            accuser.dep == "dobj" and tokens[accuser.head].lemma == "accuse"
        ):  # "accused its neighbour of arming rebels"
            repaired[token.index] = replace(token, head=accuser.head)
    return repaired


def with_repaired_prepositions(tokens: Sequence[Token]) -> list[Token]:
    """ "Called for calm following a meeting": "following" with an object of a preposition is one."""
    governing = {t.head for t in tokens if t.dep == "pobj"}
    return [
        replace(token, dep="prep", pos="ADP", tag="IN")
        if token.lower == "following" and token.index in governing
        else token
        for token in tokens
    ]


_REPAIRS: tuple[Callable[[Sequence[Token]], list[Token]], ...] = (
    with_repaired_acronyms,
    with_repaired_heads_of_bodies,
    with_repaired_plurals,
    with_repaired_courts,
    with_repaired_neighbours,
    with_repaired_decisions,
    with_repaired_progressives,
    with_repaired_verbs,
    with_repaired_verbs_of_owners,
    with_repaired_openings,
    with_repaired_dates,
    with_repaired_quoted_subjects,
    with_repaired_titles_joined,
    with_repaired_phrase_openings,
    with_repaired_participial_openings,
    with_repaired_long_subjects,
    with_repaired_joined_subjects,
    with_repaired_listed_subjects,
    with_repaired_subjects,
    with_repaired_invitations,
    with_repaired_speakers,
    with_repaired_inversions,
    with_repaired_days_of_saying,
    with_repaired_denials,
    with_repaired_links_of_time,
    with_repaired_objects_told,
    with_repaired_oaths,
    with_repaired_unwelcome,
    with_repaired_clauses,
    with_repaired_subjects_behind_days,
    with_repaired_contents,
    with_repaired_sayings,
    with_repaired_clauses_of_time,
    with_repaired_apposed_speakers,
    with_repaired_further_sayings,
    with_repaired_last_speakers,
    with_repaired_speakers_at_the_end,
    with_repaired_accusations,
    with_repaired_pasts,
    with_repaired_series,
    with_repaired_participles,
    with_repaired_particles,
    with_repaired_tenses,
    with_repaired_passives,
    with_repaired_time_clauses,
    with_repaired_parted_perfects,
    with_repaired_accompanying_clauses,
    with_repaired_sides,
    with_repaired_members,
    with_repaired_prepositions,
    with_repaired_attacks,
    with_repaired_gerunds,
    with_repaired_holders,
    with_repaired_owners_in_lists,
    with_repaired_appositions,
    with_repaired_bare_prepositions,
    with_repaired_leaders,
    with_repaired_judgements,
    with_repaired_second_subjects,
    with_repaired_small_clauses,
    with_repaired_shifts,
    with_repaired_names_given,
    with_repaired_behind_dates,
    with_repaired_company,
    with_repaired_agents,
    with_repaired_relative_objects,
    with_repaired_infinitives,
    with_repaired_objects,
    with_repaired_gaps,
    with_repaired_saids,
)
"""In their order: a later repair reads what an earlier one has mended."""


def repaired(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of an article after every repair; ``sentences`` are their (first, last) tokens."""
    mended = tokens
    for repair in _REPAIRS:
        mended = repair(mended)
    for repair_root in (with_repaired_roots, with_repaired_described_roots):
        mended = repair_root(mended, sentences)
    return without_circles(mended, tokens)
