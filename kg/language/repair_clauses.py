"""Mends which verb a subject and a clause belong to, where the statistical parser is known to get it wrong."""

from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.language.document import Token
from kg.language.tree import governors

SAYING = {
    "say",
    "tell",
    "announce",
    "report",
    "note",
    "add",
    "state",
    "warn",
    "claim",
    "argue",
    "insist",
    "stress",
    "explain",
    "confirm",
    "reiterate",
    "maintain",
    "assert",
    "underline",
    "emphasise",
    "emphasize",
    "acknowledge",
}
_QUOTE = '"'
_NAME = 6
"""Words that a name has before its last one, at most."""
PAST = {"VBD", "VBZ"}
_LONGEST_DATE = 8
"""Words of "on Friday, July 9, 2021,", and the one behind."""
_DAYS = {*day_name, *month_name} - {""}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_HEADING = {"head", "leave", "depart", "fly", "sail", "embark"}
"""Verbs of going whose "for" names where to."""


def with_repaired_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "Both recalled their ambassadors and Chad closed its border": a name that the parser joins to the object before it,
    right before a finite verb without a subject, is the subject of that verb, as any noun is of one of saying; so is one of "After talks with Chad, Ali
    Demir left" that the parser takes for an apposition."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for token, behind in pairwise(tokens):
        saying = token.pos == "NOUN" and behind.lemma in SAYING and token.dep == "conj"
        if not saying and (token.pos != "PROPN" or token.dep not in {"conj", "appos"}):
            continue
        joined, verb = tokens[token.head], _past_adverbs(tokens, behind)
        if (
            token.dep == "conj"
            and joined.dep == "dobj"
            and tokens[_begin(tokens, token) - 1].lower == "and"
            and verb.tag in FINITE
            and verb.dep in {"conj", "advcl"}
            and any(verb.head == above.index for above in governors(tokens, joined))
            and verb.index not in with_subject
        ):
            repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
            repaired[verb.index] = replace(verb, dep="conj")
        elif token.dep == "appos" and (verb := _past_dated(tokens, verb)).tag in FINITE:
            words = tokens[max(0, token.index - _NAME) : token.index]
            first = min((t.index for t in words if t.head == token.index), default=token.index)
            if verb.index in with_subject or first == 0 or tokens[first - 1].text != ",":
                continue
            above = tokens[verb.head]
            if verb.dep in {"ROOT", "ccomp"}:
                repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
            elif verb.dep == "conj" and verb.lemma in SAYING and above.dep == "ROOT":
                # "Talks have stalled since Ali became minister, Jan said"
                repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
                repaired[verb.index] = replace(verb, dep="ROOT", head=verb.index)
                repaired[above.index] = replace(above, dep="ccomp", head=verb.index)
    return repaired


def _begin(tokens: Sequence[Token], noun: Token) -> int:
    """Where a noun's own words begin: "(and) diplomatic sources"."""
    first = noun.index
    while first and tokens[first - 1].head == noun.index and tokens[first - 1].dep in {"amod", "compound", "det"}:
        first -= 1
    return first


def _past_adverbs(tokens: Sequence[Token], token: Token) -> Token:
    """ "(Ecuador) completely broke": the verb behind its adverb."""
    after = tokens[token.index + 1] if token.tag == "RB" and token.index + 1 < len(tokens) else token
    return after if after.index == token.head else token


def with_repaired_joined_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "President Ali Demir and Prime Minister Ana Reyes signed it": the second of two subjects with "and" between is
    joined to the first; so is the second post of "the minister, Ali Demir, and the premier, Ana Reyes, met him"."""
    repaired = list(tokens)
    joining = {t.head: t for t in tokens if t.dep == "cc" and t.lower == "and"}
    joined = {t.head for t in tokens if t.dep == "conj"}
    subjects: defaultdict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.dep in {"nsubj", "nsubjpass"} and token.index < token.head:
            subjects[token.head].append(token)
    for of_verb in subjects.values():
        for first, second in pairwise(of_verb):
            link = joining.get(first.index)
            if link is not None and first.index < link.index < second.index and first.index not in joined:
                repaired[second.index] = replace(second, dep="conj", head=first.index)
            post = tokens[max(0, _begin(tokens, second) - 2)]
            name = tokens[post.head]
            if post.dep == "conj" and name.dep == "appos" and name.head == first.index and second.pos == "PROPN":
                repaired[post.index] = replace(post, head=first.index)
                repaired[second.index] = replace(second, dep="appos", head=post.index)
    return repaired


def with_repaired_verbs(tokens: Sequence[Token]) -> list[Token]:
    """ "A court sentenced opposition leader Ali Demir to death": a finite verb with a subject of its own is none of the
    words that describe its object."""
    repaired = list(tokens)
    subjects = {t.head for t in tokens if t.dep == "nsubj" and t.index < t.head}
    for verb in tokens:
        noun = tokens[verb.head]
        subject = tokens[noun.head]  # "ECOWAS lifted sanctions", of which the parser makes the name the root
        rooted = (
            subject.pos == "PROPN" and subject.dep == "ROOT" and noun.dep == "dobj" and subject.index == verb.index - 1
        )
        if verb.tag in PAST and verb.dep == "amod" and rooted:
            repaired[verb.index] = replace(verb, dep="ROOT", head=verb.index)
            repaired[noun.index] = replace(noun, head=verb.index)
            for below in tokens:
                if below.head == subject.index and below.index != noun.index:
                    behind = below.index > verb.index
                    repaired[below.index] = replace(below, head=verb.index) if behind else below
            repaired[subject.index] = replace(subject, dep="nsubj", head=verb.index)
            continue
        inside = verb.dep in {"amod", "compound"} and verb.index in subjects and noun.index > verb.index
        if verb.tag not in PAST or not inside:
            continue
        while noun.dep in {"compound", "nmod"} and noun.head > noun.index:
            noun = tokens[noun.head]  # "jailed opposition leader Ali Demir"
        above = verb.index if noun.head == noun.index else noun.head
        repaired[verb.index] = replace(verb, dep=noun.dep, head=above)
        repaired[noun.index] = replace(noun, dep="dobj", head=verb.index)
        for below in tokens:
            if below.head == noun.index and below.index > noun.index and below.dep in {"prep", "punct", "npadvmod"}:
                repaired[below.index] = replace(below, head=verb.index)
    return repaired


def with_repaired_journeys(tokens: Sequence[Token]) -> list[Token]:
    """ "Headed for Finland to sign an accord": where one goes does not sign it."""
    repaired = list(tokens)
    for link in (t for t in tokens if t.lower == "for" and t.dep == "mark"):
        act = tokens[link.head]
        verb, place = tokens[act.head], tokens[link.index + 1]
        told = place.dep == "nsubj" and place.head == act.index and place.pos == "PROPN"
        if told and act.dep == "advcl" and verb.lemma in _HEADING and link.index == verb.index + 1:
            repaired[link.index] = replace(link, dep="prep", pos="ADP", head=verb.index)
            repaired[place.index] = replace(place, dep="pobj", head=link.index)
    return repaired


def with_repaired_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad will host talks, the minister said": a verb with a subject of its own is no subject but what is said. Of
    "the group operating in Chad said" the subject is the group."""
    repaired = list(tokens)
    own = {t.head: t for t in tokens if t.dep in {"nsubj", "nsubjpass"}}
    for token in tokens:
        participial = token.dep == "csubj" and token.tag == "VBG"  # "forces reinforcing Chad killed two"
        if (token.dep != "nsubj" and not participial) or token.pos != "VERB" or token.index not in own:
            continue
        subject = own[token.index]
        if participial and subject.index > token.index:
            continue
        alone = sum(t.head == token.head and t.dep in {"nsubj", "nsubjpass", "csubj"} for t in tokens) == 1
        if token.tag == "VBG" and alone and token.index < token.head and subject.pos in {"NOUN", "PROPN"}:
            repaired[subject.index] = replace(subject, dep="nsubj", head=token.head)
            repaired[token.index] = replace(token, dep="acl", head=subject.index)
        elif not participial:
            repaired[token.index] = replace(token, dep="ccomp")
    return repaired


def with_repaired_tenses(tokens: Sequence[Token]) -> list[Token]:
    """ "Said Chad would leave, and urged Mali to": a verb in the past goes on with the verb of saying, not with one that has
    a modal, nor with what a thing is said to be or to have been; it may with "had left"."""
    repaired = list(tokens)
    modal = {t.head for t in tokens if t.dep == "aux" and t.tag == "MD"}
    things = {t.head for t in tokens if t.dep == "nsubj" and t.tag in {"NN", "NNS"} and tokens[t.head].pos == "AUX"}
    own = {t.head for t in tokens if t.dep in {"auxpass", "nsubj", "nsubjpass"}}
    helped = {t.head: t.lower for t in tokens if t.dep == "aux"}
    for token in (t for t in tokens if t.dep == "conj" and t.index not in own):
        said = tokens[token.head]
        saying = tokens[said.head]
        helper = helped.get(token.index)
        alone = helper in {"has", "have", "had"} if token.tag == "VBN" else token.tag == "VBD" and helper is None
        apart = said.dep == "ccomp" and (said.index in modal | things or said.tag in {"VBZ", "VBP"})
        above = tokens[saying.head]
        gerund = alone and said.tag == "VBG" and said.dep == "pcomp" and above.tag == "VBD"
        gerund = gerund and saying.lower in {"of", "for"}
        if gerund and said.index < token.index:  # "accused Chad of lying and severed ties"
            repaired[token.index] = replace(token, head=above.index)
        elif alone and apart and saying.tag == "VBD" and saying.index < said.index:
            repaired[token.index] = replace(token, head=saying.index)
        elif (
            alone
            and said.tag in {"VB", "VBP"}
            and said.dep == "ccomp"
            and saying.tag == "VBZ"
            and saying.index < said.index
        ):
            repaired[token.index] = replace(token, head=saying.index)  # "insists that Chad accept it and opposed talks"
        elif alone and said.tag == "VB" and said.dep == "xcomp" and saying.tag == "VBD" and token.index > said.index:
            repaired[token.index] = replace(token, head=saying.index)  # "asked them to leave and closed the embassy"
        elif alone and said.tag == "VB" and said.dep == "acl" and saying.dep == "dobj" and above.tag == "VBD":
            repaired[token.index] = replace(token, head=above.index)  # "backed a decision to leave and accused Chad"
    return repaired


def with_repaired_time_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "After Chad left Mali", "after Chad on May 2 left it", "after efforts at talks failed", "after Chad, led by
    Ali Demir, left it": what stands right before a finite verb without a subject, or before the day in front of it, is
    that verb's, not the preposition's."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for token in tokens:
        link = tokens[token.head]
        if token.dep != "pobj" or token.pos not in {"PROPN", "NOUN"} or link.lower not in {"after", "before"}:
            continue
        end = _end_of_phrase(tokens, token)
        set_off = any(t.text == "," for t in tokens[token.index : end])
        end += end < len(tokens) and set_off and tokens[end].text == ","
        if end >= len(tokens):
            continue
        behind, verb = tokens[end], _past_day(tokens, tokens[end])
        if verb.tag not in PAST:
            continue
        above = next((t for t in governors(tokens, link) if t.pos == "VERB" and t.index != verb.index), None)
        before = next((t for t in governors(tokens, link) if t.dep == "nsubj" and t.head == verb.index), None)
        main = tokens[verb.head]
        told = main.lemma in SAYING or before is None or before.index < main.index
        if before is not None and verb.dep == "ccomp" and not told and tokens[link.head].pos == "VERB":
            # "shortened the curfew imposed after a coup toppled the king"
            repaired[before.index] = replace(before, dep="dobj", head=main.index)
            above = tokens[link.head]
        elif verb.index in with_subject or verb.dep not in {"ccomp", "conj", "advcl", "dep"} or above is None:
            continue
        repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
        repaired[link.index] = replace(link, dep="mark", head=verb.index)
        repaired[verb.index] = replace(verb, dep="advcl", head=above.index)
        if behind.dep == "prep":
            repaired[behind.index] = replace(behind, head=verb.index)
    return repaired


def with_repaired_parted_perfects(tokens: Sequence[Token]) -> list[Token]:
    """ "Said that Chad had in 2012 attacked Mali": the participle right behind the phrase is what Chad had done."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass"} and t.index < t.head}
    for noun, done in pairwise(tokens):
        link = tokens[noun.head]
        had = tokens[link.index - 1]
        parted = noun.dep == "pobj" and link.lower in {"in", "on"} and had.lemma == "have" and link.head == had.index
        if not parted or done.tag not in {"VBN", "VBD"} or had.index not in with_subject or done.index in with_subject:
            continue
        verb = done if had.dep == "aux" else had
        head = done.index if verb.head in {had.index, done.index} else verb.head
        for token in tokens:
            if token.head == had.index and token.index not in {had.index, done.index}:
                repaired[token.index] = replace(token, head=done.index)
        repaired[had.index] = replace(had, dep="aux", head=done.index, pos="AUX")
        repaired[done.index] = replace(done, tag="VBN", pos="VERB", dep=verb.dep, head=head)
    return repaired


def _end_of_phrase(tokens: Sequence[Token], noun: Token) -> int:
    """The token behind a noun and all that hangs on it."""
    end = noun.index + 1
    while end < len(tokens) and tokens[end].sentence == noun.sentence and noun in governors(tokens, tokens[end]):
        end += 1
    return end


def _past_dated(tokens: Sequence[Token], token: Token) -> Token:
    """The token behind "on July 9, 2021,"."""
    behind = tokens[token.index : token.index + _LONGEST_DATE]
    dated = list(takewhile(lambda t: t.tag in {"IN", "CD", ","} or t.text in _DAYS, behind))
    past = token.index + len(dated)
    return tokens[past] if token.lower == "on" and past < len(tokens) else token


def _past_day(tokens: Sequence[Token], token: Token) -> Token:
    """The token behind "on Monday", "on May 2"."""
    dated = takewhile(lambda t: t.tag == "CD" or t.text in _DAYS or t.text.endswith("."), tokens[token.index + 1 :])
    days = list(dated) if token.lower == "on" else []
    return tokens[days[-1].index + 1] if days and days[-1].index + 1 < len(tokens) else token


def with_repaired_progressives(tokens: Sequence[Token]) -> list[Token]:
    """ "Qatar is mediating between …": who is named right before "is" does what the participle behind it tells."""
    repaired = list(tokens)
    for subject, auxiliary, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if auxiliary.lemma != "be" or verb.dep != "attr":
            continue
        acts = subject.dep == "nsubj" and subject.head == auxiliary.index and subject.pos in {"PROPN", "PRON"}
        gerund = verb.tag == "VBG" or (verb.lower.endswith("ing") and not verb.lemma.endswith("ing"))
        if not acts or not gerund:
            continue
        for below in tokens:
            if below.head == auxiliary.index and below.index != auxiliary.index:
                repaired[below.index] = replace(repaired[below.index], head=verb.index)
        above = verb.index if auxiliary.dep == "ROOT" else auxiliary.head
        repaired[verb.index] = replace(verb, dep=auxiliary.dep, head=above, pos="VERB", tag="VBG")
        repaired[auxiliary.index] = replace(auxiliary, dep="aux", head=verb.index)
    return repaired


def with_repaired_contents(tokens: Sequence[Token]) -> list[Token]:
    """ "The minister warned Chad would leave": a name right before a finite verb without a subject is that verb's, not
    whom one warns; and what "that" opens with a subject of its own is what is told."""
    repaired = list(tokens)
    opened = {t.head for t in tokens if t.dep == "mark" and t.lower == "that"}
    for token in tokens:
        if (
            token.dep == "xcomp"
            and token.index in opened
            and any(t.head == token.index and t.dep == "nsubj" for t in tokens)
        ):
            repaired[token.index] = replace(token, dep="ccomp")
    subjects = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    passives = {t.head for t in tokens if t.dep == "auxpass"}
    for token, behind in pairwise(tokens):
        verb = tokens[behind.head] if behind.dep in {"aux", "auxpass"} else behind
        content = verb.dep == "ccomp" and verb.head == token.head and verb.index not in subjects
        if token.dep == "dobj" and token.pos == "PROPN" and behind.tag in FINITE and content:
            dep = "nsubjpass" if verb.index in passives else "nsubj"
            repaired[token.index] = replace(token, dep=dep, head=verb.index)
    for auxiliary in tokens:
        verb = tokens[auxiliary.head]
        said = tokens[verb.head]
        runs_on = auxiliary.dep == "aux" and auxiliary.tag in FINITE and verb.dep == "conj" and verb.tag == "VBN"
        if not runs_on or verb.index in subjects or said.lemma not in SAYING or said.tag not in FINITE:
            continue
        between = tokens[said.index + 1 : auxiliary.index]
        told = next((t for t in between if t.dep == "dobj" and t.head == said.index), None)
        if told is not None and not any(
            (t.dep == "cc" and t.head == said.index) or t.text in {",", _QUOTE} for t in between
        ):
            # "confirmed delegates from Chad have left"
            repaired[verb.index] = replace(verb, dep="ccomp")
            repaired[told.index] = replace(told, dep="nsubj", head=verb.index)
    return repaired


def with_repaired_joined_predicates(tokens: Sequence[Token]) -> list[Token]:
    """ "Slammed the decision to expel the envoy and has vowed to leave": what "and" joins is no clause about the object."""
    repaired = list(tokens)
    objects = {t.head for t in tokens if t.dep == "dobj"}
    subjects = {t.head: t for t in tokens if t.dep == "nsubj"}
    for link, helper in pairwise(tokens):
        verb = tokens[helper.head] if helper.dep in {"aux", "auxpass"} else helper
        main, noun = tokens[verb.head], subjects.get(verb.index)
        told = verb.dep == "ccomp" and main.tag == "VBD" and main.lemma not in SAYING and main.index not in objects
        if (
            not told
            or link.lower != "and"
            or helper.tag not in FINITE
            or noun is None
            or noun.pos not in {"NOUN", "PROPN"}
        ):
            continue
        if main.index < noun.index < link.index and main.index in subjects:
            repaired[noun.index] = replace(noun, dep="dobj", head=main.index)
            repaired[verb.index] = replace(verb, dep="conj", head=main.index)
            repaired[link.index] = replace(link, head=main.index)
    return repaired


def with_repaired_accounts(tokens: Sequence[Token]) -> list[Token]:
    """ "A string of accusations that Chad had bombed Mali": "that" tells what the noun right before it is about."""
    repaired = list(tokens)
    for noun, that in pairwise(tokens):
        clause, link = tokens[that.head], tokens[noun.head]
        told = (that.lower, that.dep, noun.dep, noun.pos) == ("that", "mark", "pobj", "NOUN")
        if told and link.lower == "of" and clause.dep in {"relcl", "acl"} and clause.head == link.head:
            repaired[clause.index] = replace(clause, dep="acl", head=noun.index)
    return repaired
