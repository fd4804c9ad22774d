"""Mends which verb a sentence tells of, where the statistical parser takes another word for it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.repair_clauses import FINITE

_GIVEN_IN = {"swear", "hand"}
_ENVOYS = {"ambassador", "envoy", "commissioner", "charge", "diplomat", "consul"}
_BLAMING = {"accuse", "blame"}
"""What who denies something goes on to do."""
_SAYING = {"say", "claim", "believe", "think", "insist"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_CLAUSES = {"advcl", "ccomp", "relcl", "ROOT"}


def with_repaired_roots(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """ "The spokesman, Ali Demir, called on …": a sentence whose only verb the parser takes for a participle of its
    subject; sentences of news have a finite verb."""
    repaired = list(tokens)
    for first, last in sentences:
        inside = tokens[first:last]
        root = next((t for t in inside if t.head == t.index), None)
        if root is None or root.pos not in {"NOUN", "PROPN"}:
            continue
        described = {t.index for t in inside if t.dep in {"acl", "relcl"}}
        apart = described | {t.index for t in inside if t.dep == "conj" and t.head in described | {root.index}}
        apart |= {t.index for t in inside if t.dep == "ccomp" and t.head in apart}
        if any(t.tag in FINITE and t.index not in apart and t.head not in apart for t in inside):
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


def with_repaired_semicolons(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """ "Chad accuses Sudan of it; Khartoum has denied the charge": two sentences, not the first as what the other denies."""
    repaired = list(tokens)
    for first, last in sentences:
        root = next((t for t in tokens[first:last] if t.dep == "ROOT"), None)
        if root is None:
            continue
        begins = {t.head: t.index for t in reversed(tokens[first:last]) if t.dep in _SUBJECTS}
        ends = [t.index for t in tokens[first : root.index] if t.text == ";" and t.head == root.index]
        before = [t for t in tokens[first : root.index] if t.dep == "ccomp" and t.head == root.index]
        told = len(ends) == len(before) == 1 and {root.index, before[0].index} <= begins.keys()
        if told and before[0].index < ends[0] < begins[root.index]:
            repaired[before[0].index] = replace(before[0], dep="ROOT", head=before[0].index)
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


def with_repaired_pasts(tokens: Sequence[Token]) -> list[Token]:
    """ "After the military overthrew the president": what has a subject and an object in a clause of its own is a verb; so
    is, of "Chad protests and condemns it", what has a subject and is joined to a verb in the present. And who stands right
    before a verb in the present is its subject: "Chad demands that"."""
    with_subject = {t.head for t in tokens if t.dep == "nsubj" and t.index < t.head}
    with_object = {t.head for t in tokens if t.dep == "dobj" and t.index > t.head}
    joined = {t.head for t in tokens if t.dep == "conj" and t.tag == "VBZ"}
    repaired = list(tokens)
    for token in tokens:
        before = tokens[token.index - 1] if token.index else token
        named = before.dep == "compound" and before.head == token.index and before.pos == "PROPN"
        if named and token.tag == "VBZ" and token.pos == "VERB" and token.index not in with_subject:
            repaired[before.index] = replace(before, dep="nsubj")
        if token.index not in with_subject or token.dep not in _CLAUSES:
            continue
        if token.tag == "NN" and token.index in with_object:
            repaired[token.index] = replace(token, pos="VERB", tag="VBD")
        elif token.tag == "NNS" and token.index in joined:
            repaired[token.index] = replace(token, pos="VERB", tag="VBZ")
    return repaired


def with_repaired_auxiliaries(tokens: Sequence[Token]) -> list[Token]:
    """ "Said he had “very strongly” complained": the subject is that of the verb, not of its auxiliary; and what stands
    behind "will on Tuesday" is a verb, not the noun "host"."""
    modal = {t.head for t in tokens if t.dep == "aux" and t.tag == "MD"}
    verbs = [replace(t, pos="VERB", tag="VB") if t.tag == "NN" and t.index in modal else t for t in tokens]
    return [
        replace(t, head=tokens[t.head].head)
        if t.dep in _SUBJECTS and tokens[t.head].dep == "aux" and verbs[tokens[t.head].head].pos == "VERB"
        else t
        for t in verbs
    ]


def with_repaired_conditionals(tokens: Sequence[Token]) -> list[Token]:
    """ "Would have condemned it and imposed sanctions": both participles stand behind "would have"; not "may have erred, and
    said so"."""
    modal = {t.head for t in tokens if t.dep == "aux" and t.tag == "MD"}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.lower == "have"} & modal
    apart = {t.head for t in tokens if t.dep in {*_SUBJECTS, "aux", "auxpass"}}

    def is_shared(verb: Token) -> bool:
        first = tokens[verb.head]
        set_off = any(t.text == "," for t in tokens[first.index : verb.index])
        return verb.dep == "conj" and first.pos == "VERB" and first.index in perfect and not set_off

    return [replace(t, tag="VBN") if t.tag == "VBD" and t.index not in apart and is_shared(t) else t for t in tokens]


def with_repaired_contact_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad sent troops to towns it says were attacked": what "it says" tells of the towns, not what was done."""
    repaired = list(tokens)
    for noun, speaker, say in zip(tokens, tokens[1:], tokens[2:], strict=False):
        spoken = say.head == say.index and say.lemma in _SAYING and speaker.dep == "nsubj" and speaker.head == say.index
        if not spoken or speaker.tag != "PRP" or noun.pos not in {"NOUN", "PROPN"}:
            continue
        contents = [t for t in tokens if t.dep == "ccomp" and t.head == say.index]
        behind = [t for t in contents if t.index > say.index]
        if len(contents) != len(behind) + 1 or len(behind) != 1:
            continue
        if any(t.dep in _SUBJECTS and t.head == behind[0].index for t in tokens[say.index : behind[0].index]):
            continue
        main = contents[0]
        for token in (t for t in tokens if t.head == say.index and t not in (speaker, behind[0])):
            repaired[token.index] = replace(token, head=main.index)
        repaired[main.index] = replace(main, dep="ROOT", head=main.index)
        repaired[say.index] = replace(say, dep="relcl", head=noun.index)
    return repaired


def with_repaired_acts_of_speakers(tokens: Sequence[Token]) -> list[Token]:
    """ "Wrote that Ali was held and accused him of a plot": to whom it was done, who tells of it has accused; so has who
    "denied that it had hit a town and accused Mali", or "said jets hit a road, and accused Mali"."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    with_subject = {t.head for t in tokens if t.dep in _SUBJECTS}
    for verb, whom in pairwise(tokens):
        done, link = tokens[verb.head], tokens[verb.index - 1]
        main = tokens[done.head]
        told = done.dep == "ccomp" and main.tag == "VBD" and main.index < done.index
        acting = verb.dep == "conj" and verb.tag == "VBD" and verb.index not in passive | with_subject
        upon_him = done.index in passive and whom.tag == "PRP" and whom.dep in {"dobj", "nsubj"}
        apart = tokens[link.index - 1].text == "," and main.lemma in _SAYING
        answers = verb.lemma in _BLAMING and (main.lemma == "deny" or apart)
        if told and acting and (upon_him or answers) and link.lower == "and":
            repaired[verb.index] = replace(verb, head=main.index)
            repaired[link.index] = replace(link, head=main.index)
    return repaired


def _taken_for_participle(tokens: Sequence[Token], inside: Sequence[Token], root: Token) -> Token | None:
    """A participle behind a comma, on the subject or its apposition, that has an object or a clause and no agent; or
    right behind the subject, in a sentence with a full stop: "The rebel group called on him to leave."; or one that a
    past joins: "Doctors from two groups gave and delivered goods." """
    stopped = inside[-1].text == "."
    for token in inside:
        holder = tokens[token.head]
        if token.tag not in {"VBN", "VBD"} or token.dep != "acl":
            continue
        below = {t.dep for t in inside if t.head == token.index}
        if "agent" in below:
            continue
        if stopped and any(t.dep == "conj" and t.head == token.index and t.tag == "VBD" for t in inside):
            return token
        comma = tokens[_first_word(tokens, token) - 1].text == ","
        behind = comma or (stopped and token.index - 1 == root.index)
        of_subject = holder.index == root.index or (holder.dep == "appos" and holder.head == root.index)
        telling = {"dobj", "ccomp", "xcomp", "advcl", "dative"}
        telling |= {"prep", "prt"} if comma or token.tag == "VBD" else set()
        if behind and of_subject and below & telling:
            return token
    return None


def _first_word(tokens: Sequence[Token], verb: Token) -> int:
    """Where a verb's own words begin: "(,) on Wednesday called"."""
    first = verb.index
    while first and verb.index in {tokens[first - 1].head, tokens[tokens[first - 1].head].head}:
        first -= 1
    return first


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


def with_repaired_roots_of_names(tokens: Sequence[Token]) -> list[Token]:
    """ "President Demir and opposition leader Said Nuri signed a pact": the name is no verb whose clause tells what he signed."""
    repaired = list(tokens)
    for before, said, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        name = tokens[after.head] if after.dep == "compound" else after
        if said.text != "Said" or said.dep != "ROOT" or name.dep != "dobj" or name.head != said.index:
            continue
        below = [t for t in tokens if t.head == said.index and t.index not in {said.index, name.index}]
        told = next((t for t in below if t.dep == "ccomp" and t.index > name.index), None)
        if told is None or before.pos not in {"NOUN", "PROPN"}:
            continue
        for token in below:
            repaired[token.index] = replace(token, head=told.index)
        repaired[told.index] = replace(told, dep="ROOT", head=told.index)
        repaired[said.index] = replace(said, dep="compound", head=name.index)
        repaired[name.index] = replace(name, dep=before.dep, head=before.head if before.dep == "conj" else told.index)
        repaired[before.index] = replace(before, dep="compound", head=name.index)
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


def with_repaired_clefts(tokens: Sequence[Token]) -> list[Token]:
    """ "It was Chad that condemned Mali": what Chad has done hangs on Chad."""
    repaired = list(tokens)
    of_it = {t.head for t in tokens if t.dep == "nsubj" and t.lower == "it"}
    relative = {
        t.head for t in tokens if t.lower in {"that", "who", "which"} and t.dep in {"nsubj", "nsubjpass", "dobj"}
    }
    for named in (t for t in tokens if t.dep == "attr" and t.head in of_it and t.pos == "PROPN"):
        if tokens[named.head].lemma != "be":
            continue
        for clause in (t for t in tokens[named.index :] if t.head == named.head and t.index in relative):
            if clause.dep in {"ccomp", "advcl", "relcl"}:
                repaired[clause.index] = replace(clause, dep="relcl", head=named.index)
    return repaired
