"""Mends which clause goes with a verb of saying, and with a link of time, where the statistical parser is known to get it
wrong."""

from calendar import day_name, month_name
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.repair_clauses import FINITE, SAYING
from kg.language.tree import governors

_JUDGING = {
    "accuse",
    "urge",
    "criticise",
    "criticize",
    "condemn",
    "denounce",
    "blame",
    "praise",
    "thank",
    "demand",
    "vow",
}
_THINGS_SAID = {"it", "this", "that", "there"}
_SEATS = {"capital", "city", "town", "village", "port", "island", "province"}
_DAYS = {*day_name, *month_name} - {""}
_CHARGES = {"charge", "accusation", "allegation", "claim"}
_NAMED = {"PROPN", "NOUN", "PRON"}
_LINKS = {"after", "before", "since", "until"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_BELOW = {"ccomp", "advcl", "conj", "parataxis", "dep"}
_BESIDE = _BELOW | {"acl"}
_TOLD = {"ccomp", "xcomp", "dobj"}
_SAID = {"ROOT", "ccomp"}
_PAST_PASSIVE = {"was", "were"}
_BEFORE_PASSIVE = 4
"""Words of ", but was later" before what was done."""


def with_repaired_sayings(tokens: Sequence[Token]) -> list[Token]:
    """ "The minister said the envoy had been expelled, and dismissed the claims", "he said it was a shame and accused Chad",
    "said it had harmed Mali and urged Chad to wait": the second verb goes on with who spoke."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.lower == "had"}
    of_it = {t.head for t in tokens if t.dep == "nsubj" and t.lower in _THINGS_SAID}
    for token in tokens:
        if token.dep != "conj" or token.tag != "VBD" or token.index in with_subject:
            continue
        first, said = tokens[token.head], tokens[tokens[token.head].head]
        behind = [t.lower for t in tokens[max(0, token.index - 2) : token.index]]
        judged = first.index in of_it and first.lemma == "be" and token.lemma in _JUDGING and behind[-1:] == ["and"]
        asked = first.index in perfect and token.lemma in _JUDGING and behind[-1:] == ["and"]
        goes_on = judged or asked or (first.index in perfect and behind == [",", "and"])
        if goes_on and first.dep == "ccomp" and said.lemma in SAYING and said.tag == "VBD":
            repaired[token.index] = replace(token, head=said.index)
    return repaired


def with_repaired_speakers(tokens: Sequence[Token]) -> list[Token]:
    """ "Troops left Chad, army spokesman Ali Demir has said": no relative clause without its pronoun begins behind a comma,
    and who speaks there is no apposition."""
    repaired = list(tokens)
    subjects = {t.head: t for t in tokens if t.dep == "nsubj" and t.pos == "PROPN"}
    for verb in tokens:
        name = subjects.get(verb.index)
        if verb.dep != "relcl" or verb.lemma not in SAYING or name is None:
            continue
        told = next((t for t in governors(tokens, verb) if t.dep == "ROOT"), verb)
        post = tokens[verb.head]
        apposed = post.dep == "appos" and post.index < name.index
        first = post.index if apposed else name.index
        while first and tokens[first - 1].head in range(first, name.index + 1):
            first -= 1
        if told.pos != "VERB" or tokens[first - 1].text != "," or tokens[first].dep in {"det", "poss"}:
            continue
        repaired[verb.index] = replace(verb, dep="ROOT", head=verb.index)
        repaired[told.index] = replace(told, dep="ccomp", head=verb.index)
        if apposed:
            repaired[post.index] = replace(post, dep="compound", head=name.index)
    return repaired


def with_repaired_inversions(tokens: Sequence[Token]) -> list[Token]:
    """'"…," said NATO Political Director Ali Demir.': the last of the names behind the verb is who says it."""
    repaired = list(tokens)
    for name in tokens:
        first = tokens[name.head]
        verb = tokens[first.head]
        inverted = first.dep == "nsubj" and first.index == verb.index + 1 and verb.lemma in SAYING
        between = tokens[first.index : name.index + 1]
        if not inverted or name.dep not in {"nsubj", "appos"} or name.index < first.index or name.pos != "PROPN":
            continue
        if all(t.pos == "PROPN" for t in between):
            repaired[name.index] = replace(name, dep="nsubj", head=verb.index)
            repaired[first.index] = replace(first, dep="compound", head=name.index)
    return repaired


def with_repaired_speakers_at_the_end(tokens: Sequence[Token]) -> list[Token]:
    """ "Ali Demir has left for Mali, announced the minister.": who is the last word behind a comma and the verb says it."""
    repaired = list(tokens)
    for noun, mark in pairwise(tokens):
        said = tokens[noun.head]
        root = tokens[said.head]
        ends = mark.text == "." and noun.dep == "dobj" and noun.pos in _NAMED
        joined = said.dep == "conj" and said.tag == "VBD" and tokens[said.index - 1].text == ","
        told = ends and joined and said.lemma in SAYING and root.dep == "ROOT"
        if told and begin_of(tokens, noun) == said.index + 1:
            repaired[noun.index] = replace(noun, dep="nsubj")
            repaired[said.index] = replace(said, dep="ROOT", head=said.index)
            repaired[root.index] = replace(root, dep="ccomp", head=said.index)
            repaired[mark.index] = replace(mark, head=said.index)
    return repaired


def with_repaired_denials(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad accused Mali of arming rebels, a charge Mali denied", "…, charges Mali has denied": who denies it is behind the
    charge, which names what was said before."""
    repaired = list(tokens)
    clauses = {t.head: t for t in reversed(tokens) if t.dep == "ccomp"}
    finite = {t.head for t in tokens if t.dep == "aux" and t.tag in FINITE}
    for charge, who in pairwise(tokens):
        if charge.lemma not in _CHARGES:
            continue
        inside = charge.dep == "compound" and charge.head == who.index
        denied = tokens[who.head if inside else charge.head]
        said = clauses.get(denied.index)
        before = tokens[max(0, charge.index - 2) : charge.index]
        set_off = before[-1:] if charge.tag == "NNS" else [t for t in before[:1] if before[-1].lower in {"a", "an"}]
        if not any(t.text == "," for t in set_off) or said is None:
            continue
        told = denied.tag in FINITE or denied.index in finite
        if said.index < charge.index < who.index < denied.index and told and who.pos in _NAMED:
            root = denied.head == denied.index
            repaired[said.index] = replace(said, dep=denied.dep, head=said.index if root else denied.head)
            repaired[denied.index] = replace(denied, dep="relcl", head=charge.index)
            repaired[charge.index] = replace(charge, dep="npadvmod", head=said.index)
            repaired[who.index] = replace(who, dep="nsubj", head=denied.index)
    return repaired


def with_repaired_last_speakers(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad ordered him to leave, Mali's minister said amid the row": who is told behind the comma says all before it."""
    repaired = list(tokens)
    subjects = {t.head: t for t in tokens if t.dep == "nsubj"}
    for said in tokens:
        speaker = subjects.get(said.index)
        if said.lemma not in SAYING or said.tag not in FINITE or said.dep not in _BESIDE or speaker is None:
            continue
        begin = begin_of(tokens, speaker)
        root = next((t for t in governors(tokens, said) if t.dep == "ROOT"), said)
        if (
            not root.index < begin <= speaker.index < said.index
            or speaker.tag[:1] == "W"
            or root.pos not in {"VERB", "AUX"}
        ):
            continue
        marks = [t.text for t in tokens[max(0, begin - 2) : begin]]
        below = [t for t in tokens if t.head == said.index and t.index != said.index]
        told = any(t.dep in _TOLD and t.index > said.index for t in below)
        marked = any(t.dep == "mark" for t in below)
        goes_on = said.index + 1 < len(tokens) and tokens[said.index + 1].text == ","
        if "," not in marks or told or marked or goes_on or (root.lemma in SAYING and said.dep != "acl"):
            continue
        repaired[said.index] = replace(said, dep="ROOT", head=said.index)
        repaired[root.index] = replace(root, dep="ccomp", head=said.index)
        for token in below:
            if token.index < begin:
                repaired[token.index] = replace(token, head=root.index)
    return repaired


def with_repaired_quoted_speakers(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad has agreed to leave Mali, King Idris was quoted as saying": what stands before is what he said."""
    repaired = list(tokens)
    passive = (
        t for t in tokens if t.lemma == "quote" and t.tag == "VBN" and tokens[t.index - 1].lower in _PAST_PASSIVE
    )
    for quoted in passive:
        saying = tokens[min(quoted.index + 2, len(tokens) - 1)]
        told = any(t.head == saying.index and t.dep in _TOLD for t in tokens[saying.index + 1 :])
        before = [tokens[quoted.head]] if quoted.dep == "conj" else []
        before += [t for t in tokens[: quoted.index] if t.head == quoted.index and t.dep == "ccomp"]
        if saying.lower != "saying" or told or not before or before[0].dep not in _SAID:
            continue
        clause, subject = before[0], (t for t in tokens if t.head == quoted.index and t.dep == "nsubjpass")
        speaker = next(subject, tokens[quoted.index - 2])
        if tokens[begin_of(tokens, speaker) - 1].text not in {",", '"', "”"}:
            continue
        repaired[speaker.index] = replace(speaker, dep="nsubjpass", head=quoted.index)
        repaired[quoted.index] = replace(quoted, dep="ROOT", head=quoted.index)
        repaired[clause.index] = replace(clause, dep="ccomp", head=saying.index)
        for mark in (t for t in tokens[saying.index + 1 :] if t.head == clause.index and t.dep == "punct"):
            repaired[mark.index] = replace(mark, head=quoted.index)
    return repaired


def with_repaired_apposed_speakers(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad wants to try Ali Demir, who fled to Mali, the country's minister said": who stands right before "said" is no
    apposition to the object of the verb before; nor, of "marched in the capital, Kampala, a reporter said", to the town."""
    repaired = list(tokens)
    described = {t.head for t in tokens if t.dep == "relcl"}
    for speaker in (t for t in tokens if t.dep == "appos"):
        noun = tokens[speaker.head]
        said = tokens[noun.head]
        told = said.lemma in SAYING and said.tag in FINITE and said.index == speaker.index + 1
        if not told or noun.dep != "nsubj" or not (begin := begin_of(tokens, noun)):
            continue
        before, first = tokens[begin - 1], begin_of(tokens, speaker)
        seat = tokens[begin - 2] if before.text == "," and begin > 1 else before
        if seat.lemma in _SEATS and tokens[first - 1].text == "," and noun.pos == "PROPN":
            repaired[speaker.index] = replace(speaker, dep="nsubj", head=said.index)
            repaired[noun.index] = replace(noun, dep="appos", head=seat.index)
            continue
        if noun.index not in described:
            continue
        if before.pos == "VERB" and before.tag == "VB" and tokens[first - 1].text == ",":
            repaired[speaker.index] = replace(speaker, dep="nsubj", head=said.index)
            repaired[noun.index] = replace(noun, dep="dobj", head=before.index)
    return repaired


def with_repaired_subjects_behind_days(tokens: Sequence[Token]) -> list[Token]:
    """ "The president said on Monday talks to end the war will begin": what stands behind the day is the subject."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in _SUBJECTS}
    for link, day in pairwise(tokens):
        said = tokens[link.head]
        if link.lower not in {"on", "in"} or link.dep != "prep" or day.text not in _DAYS or said.pos != "VERB":
            continue
        noun = next((t for t in tokens[day.index + 1 :] if t.dep == "pobj" and t.head == link.index), None)
        if noun is None or begin_of(tokens, noun) not in {day.index, day.index + 1}:
            continue
        clause = next((t for t in tokens[noun.index :] if t.dep == "ccomp" and t.head == said.index), noun)
        if clause is noun or clause.index in with_subject:
            continue
        repaired[day.index] = replace(day, dep="pobj", head=link.index)
        repaired[noun.index] = replace(noun, dep="nsubj", head=clause.index)
        for token in tokens[noun.index : clause.index]:
            if token.dep == "xcomp" and token.head == said.index:
                repaired[token.index] = replace(token, dep="acl", head=noun.index)
    return repaired


def with_repaired_days_of_saying(tokens: Sequence[Token]) -> list[Token]:
    """ "The minister said on Friday she would leave": right behind the verb it is the day when it was said."""
    repaired = list(tokens)
    first = {t.head: t for t in reversed(tokens) if t.dep in _SUBJECTS}
    for link, day in pairwise(tokens):
        clause = tokens[link.head]
        said, subject = tokens[clause.head], first.get(clause.index)
        named = link.lower == "on" and link.dep == "prep" and day.text in _DAYS and clause.dep == "ccomp"
        if named and said.lemma in SAYING and link.index == said.index + 1 and subject and subject.index > day.index:
            repaired[link.index] = replace(link, head=said.index)
    return repaired


def with_repaired_clauses_of_time(tokens: Sequence[Token]) -> list[Token]:
    """ "The ministry said it was decided after Chad made comments": a link of time without an object opens the clause whose
    subject stands right behind it."""
    repaired = list(tokens)
    governing = {t.head for t in tokens if t.dep in {"pobj", "pcomp"}}
    for link in tokens:
        above = tokens[link.head]
        if link.lower not in _LINKS or link.dep != "prep" or link.index in governing or above.index > link.index:
            continue
        clauses = (
            tokens[t.head] for t in tokens[link.index :] if t.dep in _SUBJECTS and begin_of(tokens, t) == link.index + 1
        )
        clause = next(clauses, None)
        if (
            clause is not None
            and clause.dep in _BELOW
            and clause.index > link.index
            and clause not in governors(tokens, above)
        ):
            repaired[clause.index] = replace(clause, dep="advcl", head=above.index)
            repaired[link.index] = replace(link, dep="mark", head=clause.index)
    return repaired


def with_repaired_subjects_told(tokens: Sequence[Token]) -> list[Token]:
    """ "The spokesman said the envoy, some of his aides and all families would leave": who stands right behind the verb of
    saying, which has its speaker before it, begins what is said."""
    repaired = list(tokens)
    spoken = {t.head for t in tokens if t.dep == "nsubj" and t.index < t.head}
    for first in (t for t in tokens if t.dep == "nsubj" and t.index > t.head and t.head in spoken):
        said = tokens[first.head]
        if said.lemma not in SAYING or begin_of(tokens, first) != said.index + 1:
            continue
        behind = (t for t in tokens[first.index :] if t.head == said.index and t.dep == "ccomp")
        if (clause := next(behind, None)) is None:
            continue
        repaired[first.index] = replace(first, head=clause.index)
        between = tokens[first.index + 1 : clause.index]
        if (second := next((t for t in between if t.dep == "nsubj" and t.head == clause.index), None)) is not None:
            repaired[second.index] = replace(second, dep="conj", head=first.index)
    return repaired


def with_repaired_passives(tokens: Sequence[Token]) -> list[Token]:
    """ "Fled after saying that he would close parliament, but was arrested": what was done is no part of what would be."""
    repaired = list(tokens)
    modal = {t.head for t in tokens if t.dep == "aux" and t.tag == "MD"}
    perfect = {t.head for t in tokens if t.dep == "aux" and t.lower == "had"}
    passive = {t.head for t in tokens if t.dep == "auxpass" and t.lower in _PAST_PASSIVE}
    own = {t.head for t in tokens if t.dep in {"aux", *_SUBJECTS}}
    for token in (tokens[i] for i in sorted(passive - own) if tokens[i].dep == "conj"):
        set_off = any(t.text == "," for t in tokens[max(0, token.index - _BEFORE_PASSIVE) : token.index])
        if token.head not in modal or not set_off:
            continue
        above = (t for t in governors(tokens, tokens[token.head]) if t.tag == "VBD" or t.index in perfect)
        if (told := next(above, None)) is not None:
            repaired[token.index] = replace(token, head=told.index)
    return repaired


def begin_of(tokens: Sequence[Token], noun: Token) -> int:
    """The first of the words right before a noun that hang on it, or on one that does."""
    begin = noun.index
    while begin > 0 and tokens[begin - 1].text != "," and _is_below(tokens, tokens[begin - 1], noun):
        begin -= 1
    return begin


def _is_below(tokens: Sequence[Token], token: Token, noun: Token) -> bool:
    return any(above.index == noun.index for above in governors(tokens, token))


def with_repaired_further_sayings(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad said Mali had attacked, and added that …": behind the comma who speaks goes on to speak."""
    repaired = list(tokens)
    marked = {t.head for t in tokens if t.dep == "mark"}
    contents = {t.head for t in tokens if t.dep == "ccomp" and t.index in marked}
    spoken = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass"}}
    for added in (t for t in tokens if t.dep == "conj"):
        clause = tokens[added.head]
        said = tokens[clause.head]
        behind = [t.text for t in tokens[max(0, added.index - 2) : added.index]]
        joined = clause.dep == "ccomp" and clause.index > said.index and behind == [",", "and"]
        if joined and {added.lemma, said.lemma} <= SAYING and added.index in contents - spoken:
            repaired[added.index] = replace(added, head=said.index)
    return repaired


def with_repaired_whole_contents(tokens: Sequence[Token]) -> list[Token]:
    """ "He said after the talks that the envoys reached an accord": a whole clause behind "that" is no relative one."""
    repaired = list(tokens)
    objects = Counter(t.head for t in tokens if t.dep == "dobj")
    that = (t for t in tokens if t.lower == "that" and (t.dep == "mark" or objects[t.head] > 1))
    whole = {t.head for t in that}
    told = {t.head for t in tokens if t.dep == "ccomp" and t.index > t.head}
    for clause in (tokens[i] for i in sorted(whole) if tokens[i].dep == "relcl"):
        link = tokens[tokens[clause.head].head]
        said = tokens[link.head]
        if link.dep == "prep" and said.lemma in SAYING and said.index not in told:
            repaired[clause.index] = replace(clause, dep="ccomp", head=said.index)
    return repaired


def with_repaired_far_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "He said that any plan to send troops, wherever they go, would split Chad": a noun behind "that" is the subject of
    the clause that has none."""
    repaired = list(tokens)
    subjects = {t.head for t in tokens if t.dep in _SUBJECTS}
    contents = [t for t in tokens if t.dep == "ccomp" and t.index > t.head]
    marks = {t.head: t for t in tokens if t.dep == "mark" and t.lower == "that"}
    for noun in (t for t in contents if t.pos == "NOUN" and t.index in marks and t.index not in subjects):
        behind = (t for t in contents if t.head == noun.head and t.index > noun.index and t.pos in {"VERB", "AUX"})
        if (clause := next(behind, None)) is None or clause.index in subjects:
            continue
        repaired[noun.index] = replace(noun, dep="nsubj", head=clause.index)
        repaired[marks[noun.index].index] = replace(marks[noun.index], head=clause.index)
    return repaired


def with_repaired_inverted_conditions(tokens: Sequence[Token]) -> list[Token]:
    """ "Said Chad would pay should it refuse": what "should" before its subject opens is a condition of what is said."""
    repaired = list(tokens)
    subjects = {t.head: t for t in reversed(tokens) if t.dep in _SUBJECTS}
    for should in (t for t in tokens if t.lower == "should" and t.dep == "aux"):
        clause = tokens[should.head]
        if clause.dep != "ccomp" or clause.index not in subjects or subjects[clause.index].index < should.index:
            continue
        said = [t for t in tokens[clause.head : should.index] if t.dep == "ccomp" and t.head == clause.head]
        if said:
            repaired[clause.index] = replace(clause, dep="advcl", head=said[-1].index)
    return repaired
