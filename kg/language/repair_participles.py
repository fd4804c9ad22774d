"""Mends what a participle goes with, where the statistical parser is known to get it wrong."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.repair_clauses import FINITE
from kg.language.tree import governors

_PREFIXES = {"de", "re", "co", "pre", "mis"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS", "PRP"}
_BARRING = {"bar", "ban", "prevent", "stop", "prohibit", "keep", "deter", "discourage", "block"}
_RECEIVING = {
    "meet",
    "tell",
    "receive",
    "host",
    "welcome",
    "greet",
    "brief",
    "assure",
    "inform",
    "thank",
    "see",
    "urge",
}
_FIGHTING = {"fighting", "shelling", "bombing", "rioting"}
_HEARD = {"tell", "inform", "ask", "order", "warn", "advise"}
"""Verbs of which the subject of a passive beside them is who hears it."""


def with_repaired_participles(tokens: Sequence[Token]) -> list[Token]:
    """ "…, claiming that they killed fifty and warning that …": a participle goes with a participle, not with the finite
    verb of its clause."""
    repaired = list(tokens)
    helped = {t.head for t in tokens if t.dep in {"aux", "nsubj"}}
    for token in tokens:
        finite = tokens[token.head]
        above = tokens[finite.head]
        joined = token.tag == "VBG" and token.dep == "conj" and token.index not in helped
        if joined and finite.tag in FINITE and finite.dep == "ccomp" and above.tag == "VBG" and above.dep == "advcl":
            repaired[token.index] = replace(token, head=above.index)
            before = tokens[token.index - 1]
            if before.dep == "cc" and before.head == finite.index:
                repaired[before.index] = replace(before, head=above.index)
    return repaired


def with_repaired_joined_participles(tokens: Sequence[Token]) -> list[Token]:
    """ "Calling the raid illegal and demanding an apology": a participle behind "and" goes with the one before it, not with
    what that one says of a thing."""
    repaired = list(tokens)
    for token in (t for t in tokens if t.tag == "VBG" and t.dep == "conj"):
        joined, link = tokens[token.head], tokens[token.index - 1]
        if joined.pos not in {"ADJ", "NUM", "NOUN", "PROPN"} or joined.tag == "VBG" or link.lower != "and":
            continue
        verb = next((t for t in governors(tokens, joined) if t.pos == "VERB"), joined)
        if verb.tag == "VBG":
            repaired[token.index] = replace(token, head=verb.index)
            repaired[link.index] = replace(link, head=verb.index)
    return repaired


def with_repaired_gatherings(tokens: Sequence[Token]) -> list[Token]:
    """ "Foreign ministers meeting in Rome agreed": the plural before it is the subject, and who meets."""
    repaired = list(tokens)
    for plural, noun in pairwise(tokens):
        verb, behind = tokens[noun.head], tokens[min(noun.index + 1, len(tokens) - 1)]
        gathered = noun.lower == "meeting" and noun.tag == "NN" and noun.dep == "nsubj" and behind.dep == "prep"
        if not (gathered and plural.tag == "NNS" and plural.head == noun.index and verb.tag in FINITE):
            continue
        for token in tokens[: noun.index]:
            if token.head == noun.index:
                repaired[token.index] = replace(token, head=plural.index)
        repaired[plural.index] = replace(plural, dep="nsubj", head=verb.index)
        repaired[noun.index] = replace(noun, pos="VERB", tag="VBG", lemma="meet", dep="acl", head=plural.index)
    return repaired


def with_repaired_guests(tokens: Sequence[Token]) -> list[Token]:
    """ "Met visiting President Jan Novak": "visiting" only describes whom the verb is done to."""
    repaired = list(tokens)
    for verb, visiting in pairwise(tokens):
        if visiting.lower != "visiting" or visiting.head != verb.index or verb.lemma not in _RECEIVING:
            continue
        guest = next((t for t in tokens[visiting.index :] if t.head == visiting.index and t.dep == "dobj"), None)
        if guest is not None and guest.pos == "PROPN":
            repaired[guest.index] = replace(guest, head=verb.index)
            repaired[visiting.index] = replace(visiting, dep="amod", head=guest.index)
            repaired = [replace(t, head=verb.index) if t.head == visiting.index else t for t in repaired]
    return repaired


def with_repaired_bans(tokens: Sequence[Token]) -> list[Token]:
    """ "A decree barring the minister from signing it": he is barred from that, no decree issued from it."""
    repaired = list(tokens)
    for link in (t for t in tokens if t.lower == "from" and t.dep == "prep" and t.index):
        whom = tokens[link.index - 1]
        verb = tokens[whom.head]
        barred = whom.dep == "dobj" and verb.tag == "VBG" and verb.lemma in _BARRING and verb.head != verb.index
        if barred and link.head != verb.index and any(t.head == link.index and t.dep == "pcomp" for t in tokens):
            repaired[link.index] = replace(link, head=verb.index)
    return repaired


def with_repaired_beside(tokens: Sequence[Token]) -> list[Token]:
    """ "Reacted to the news with the ministry calling for talks": the participle tells what the ministry does, not the
    noun before "with"."""
    repaired = list(tokens)
    for noun, participle in pairwise(tokens):
        link = tokens[noun.head]
        told = participle.tag == "VBG" and participle.dep == "acl" and participle.head == link.head
        if told and noun.dep == "pobj" and noun.pos == "NOUN" and link.lower == "with" and link.dep == "prep":
            repaired[participle.index] = replace(participle, dep="pcomp", head=link.index)
            repaired[noun.index] = replace(noun, dep="nsubj", head=participle.index)
    return repaired


def with_repaired_orders(tokens: Sequence[Token]) -> list[Token]:
    """ "Ordered the envoy expelled", "had him expelled": a participle, to whose noun it is done."""
    repaired = list(tokens)
    for token in (t for t in tokens if tokens[t.head].lemma in {"order", "have"}):
        verb = tokens[token.head]
        below = [t for t in tokens[verb.index + 1 : token.index] if t.head in {verb.index, token.index}]
        told = [t for t in below if t.dep in {"nsubj", "nsubjpass", "dobj"} and t.tag in _NOUNS]
        done_to = token.tag in {"VBD", "VBN"} and token.dep in {"ccomp", "xcomp"}
        helped = any(t.head == token.index and t.dep in {"aux", "auxpass", "mark"} for t in below)
        own = any(t.head == token.index and t.dep == "dobj" for t in tokens[token.index : token.index + 4])
        if done_to and told and not helped and not own:
            repaired[told[-1].index] = replace(told[-1], dep="nsubjpass", head=token.index)
            repaired[token.index] = replace(token, dep="ccomp", tag="VBN")
    return repaired


def with_repaired_gerunds(tokens: Sequence[Token]) -> list[Token]:
    """ "Shelling by Chadian forces wounded three": a gerund before a verb without another subject is its subject; "killed in
    ground fighting": what one is killed in, by a name of two words."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for token in tokens:
        verb = tokens[token.head]
        opens = token.tag == "VBG" and token.dep == "advcl" and token.index < verb.index
        if not opens or verb.tag not in FINITE or verb.index in with_subject:
            continue
        between = tokens[token.index : verb.index]
        by_whom = any(t.lower == "by" and t.head == token.index for t in between)
        if by_whom and not any(t.text == "," for t in between):
            repaired[token.index] = replace(token, dep="nsubj")
    with_object = {t.head for t in tokens if t.dep == "dobj"}
    for noun, gerund in pairwise(tokens):
        told_in = noun.dep == "pobj" and noun.tag == "NN" and tokens[noun.head].head == gerund.head
        if told_in and gerund.lower in _FIGHTING and gerund.dep == "advcl" and gerund.index not in with_object:
            repaired[gerund.index] = replace(gerund, pos="NOUN", tag="NN", dep="pobj", head=noun.head)
            repaired[noun.index] = replace(noun, dep="compound", head=gerund.index)
    return repaired


def with_repaired_counts(tokens: Sequence[Token]) -> list[Token]:
    """ "Claimed eight were killed and 19 wounded": a number and its participle go with the passive before them."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    for link, number, participle in zip(tokens, tokens[1:], tokens[2:], strict=False):
        counted = link.lower == "and" and number.pos == "NUM" and number.head == participle.index
        verb = tokens[participle.head]
        if not counted or participle.tag != "VBN" or participle.dep != "conj" or verb.index in passive:
            continue
        before = next((t for t in reversed(tokens[verb.index : link.index]) if t.index in passive), None)
        if before is not None and before.dep == "ccomp" and before.head == verb.index:
            repaired[participle.index] = replace(participle, head=before.index)
            repaired[number.index] = replace(number, dep="nsubjpass")
    return repaired


def with_repaired_particles(tokens: Sequence[Token]) -> list[Token]:
    """ "Has not ruled out attacking Chad": a gerund right behind a particle is the object of the verb."""
    repaired = list(tokens)
    for particle, gerund in pairwise(tokens):
        joined = particle.dep == "prt" and gerund.dep == "advcl" and gerund.head == particle.head
        if joined and gerund.tag == "VBG":
            repaired[gerund.index] = replace(gerund, dep="xcomp")
    return repaired


def with_repaired_accompanying_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "Has yet to sign it, while calling for talks": the participle behind the comma goes with the finite verb."""
    repaired = list(tokens)
    for mark in tokens:
        participle = tokens[mark.head]
        verb = tokens[participle.head]
        told_beside = mark.dep == "mark" and mark.lower == "while" and mark.index and tokens[mark.index - 1].text == ","
        if told_beside and participle.tag == "VBG" and participle.dep == "advcl" and verb.dep == "xcomp":
            repaired[participle.index] = replace(participle, head=verb.head)
    return repaired


def with_repaired_afters(tokens: Sequence[Token]) -> list[Token]:
    """ "Stop militants escaping after attacking a base": what comes right behind a participle goes with it."""
    repaired = list(tokens)
    for participle, link in pairwise(tokens):
        acting = tokens[participle.index - 1].dep == "nsubj" and participle.dep in {"ccomp", "xcomp"}
        told = participle.tag == "VBG" and (acting or participle.dep in {"pcomp", "acl"})
        behind = link.dep == "prep" and link.lower in {"after", "before"} and link.head == participle.head
        if not told or not behind:
            continue
        if any(t.dep == "pcomp" and t.head == link.index for t in tokens[link.index + 1 : link.index + 3]):
            repaired[link.index] = replace(link, head=participle.index)
    return repaired


def with_repaired_hearers(tokens: Sequence[Token]) -> list[Token]:
    """ "The envoy was summoned and told that two diplomats must leave": he is told it."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    if not passive:
        return repaired
    of_its_own = {t.head for t in tokens if t.dep in {"nsubj", "dobj", "dative", "aux"}}
    for told in (t for t in tokens if t.dep == "conj" and t.tag == "VBD" and t.lemma in _HEARD):
        if told.head in passive and told.index not in of_its_own and tokens[told.index - 1].lower == "and":
            repaired[told.index] = replace(told, tag="VBN")
    return repaired


def with_repaired_dead(tokens: Sequence[Token]) -> list[Token]:
    """ "Shot dead two fishermen": how they were shot, not who they were."""
    repaired = list(tokens)
    for shot, token in pairwise(tokens):
        told = token.lower == "dead" and token.dep in {"amod", "acomp"}
        if told and shot.lemma == "shoot" and shot.pos == "VERB":
            repaired[token.index] = replace(token, dep="oprd", head=shot.index)
    return repaired


def with_repaired_plights(tokens: Sequence[Token]) -> list[Token]:
    """ "Ended the plight of refugees stranded, starving and being killed": participles behind a comma go with the one right
    before it."""
    repaired = list(tokens)
    for before, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = token.tag == "VBG" and token.dep == "conj" and tokens[token.head].tag != "VBG"
        if joined and comma.text == "," and before.tag == "VBN" and before.dep == "acl":
            repaired[token.index] = replace(token, head=before.index)
    return repaired


def with_repaired_prefixes(tokens: Sequence[Token]) -> list[Token]:
    """ "Wants to de-escalate tensions": the verb is what stands behind the hyphen."""
    repaired = list(tokens)
    for prefix, hyphen, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = prefix.end == hyphen.begin and hyphen.end == verb.begin and hyphen.text == "-"
        if not joined or prefix.lower not in _PREFIXES or prefix.pos != "VERB" or verb.pos == "VERB":
            continue
        noun = tokens[verb.head]
        for below in (t for t in tokens if t.head == prefix.index and t.index != prefix.index):
            repaired[below.index] = replace(below, head=verb.index)
        if noun.dep == "dobj" and noun.head == prefix.head:
            repaired[noun.index] = replace(noun, head=verb.index)
        head = verb.index if prefix.head == prefix.index else prefix.head
        repaired[verb.index] = replace(verb, pos="VERB", tag=prefix.tag, dep=prefix.dep, head=head)
        repaired[prefix.index] = replace(prefix, dep="compound", head=verb.index)
        repaired[hyphen.index] = replace(hyphen, pos="PUNCT", dep="punct", head=verb.index)
    return repaired


def with_repaired_joined_wishes(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad hopes to end the row, and sign a treaty": a bare infinitive is no second finite verb beside "hopes"."""
    repaired = list(tokens)
    wished = {t.head: t for t in tokens if t.dep == "xcomp" and t.tag == "VB"}
    helped = {t.head for t in tokens if t.dep in {"aux", "nsubj"}}
    for verb in tokens:
        main = tokens[verb.head]
        if verb.dep != "conj" or verb.tag != "VB" or main.tag not in {"VBZ", "VBD"} or verb.index in helped:
            continue
        wish = wished.get(main.index)
        if wish is not None and main.index < wish.index < verb.index:
            repaired[verb.index] = replace(verb, head=wish.index)
    return repaired
