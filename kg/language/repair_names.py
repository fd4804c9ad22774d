"""Mends which of the names of a sentence is whose, where the statistical parser is known to get it wrong."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.repair_clauses import FINITE
from kg.language.repair_sayings import begin_of
from kg.language.tree import governors

_SUBJECTS = {"nsubj", "nsubjpass"}
_QUOTE = '"'
_HYPHENED = {"vice", "ex", "deputy", "under", "co"}
_LONG = 8
"""Words of a title and a name, at most."""
_NEAR = 4
"""Words before a title that may hang on it."""
_PARTICLES = {"dos", "do"}
"""Words between names that look like verbs."""
_HEADS = {
    "president",
    "head",
    "chief",
    "leader",
    "chairman",
    "secretary",
    "chairwoman",
    "director",
    "prime",
    "minister",
}
_SHORT = 2
"""Letters of a short word that may be shouted."""


def with_repaired_invitations(tokens: Sequence[Token]) -> list[Token]:
    """ "At the invitation of the Togolese president, Ali Demir, the Ghanaian president, Jan Novak, paid a visit": of two
    names with a title between, the first is of the title that opens the sentence, and the second acts."""
    repaired = list(tokens)
    for second in tokens:
        title = tokens[second.head]
        first = tokens[title.head]
        named = second.pos == first.pos == "PROPN" and second.dep == title.dep == "appos" and first.dep in _SUBJECTS
        if not named or not first.index < title.index < second.index < first.head:
            continue
        begin = begin_of(tokens, first)
        before = tokens[begin - 2] if begin > 1 and tokens[begin - 1].text == "," else first
        chain = _chain(tokens, before)
        verb = first.head
        if before.sentence != first.sentence or not chain or tokens[tokens[chain[-1].head].head].index != verb:
            continue
        repaired[second.index] = replace(second, dep=first.dep, head=verb)
        repaired[title.index] = replace(title, head=second.index)
        repaired[first.index] = replace(first, dep="appos", head=chain[-2:][0].index)
    return repaired


def with_repaired_quoted_subjects(tokens: Sequence[Token]) -> list[Token]:
    """'"Ali and I had talks," the Malian leader said.': who says it stands behind the quotation, not in it."""
    repaired = list(tokens)
    for speaker in tokens:
        quoted = tokens[speaker.head]
        said = tokens[quoted.head]
        if speaker.dep != "appos" or quoted.dep not in _SUBJECTS or said.tag not in FINITE:
            continue
        begin = begin_of(tokens, speaker)
        closed = begin > 0 and tokens[begin - 1].text == _QUOTE and quoted.index < begin
        if not closed or not speaker.index < said.index:
            continue
        inside = next((t for t in tokens[quoted.index : begin] if t.head == quoted.index and t.pos == "VERB"), None)
        if inside is None:
            continue
        repaired[speaker.index] = replace(speaker, dep="nsubj", head=said.index)
        repaired[inside.index] = replace(inside, dep="ccomp", head=said.index)
        repaired[quoted.index] = replace(quoted, dep="nsubj", head=inside.index)
        for token in tokens[quoted.index : begin]:
            if token.head == inside.index and token.dep == "nsubj":
                repaired[token.index] = replace(token, dep="conj", head=quoted.index)
    return repaired


def with_repaired_hyphened_titles(tokens: Sequence[Token]) -> list[Token]:
    """ "His vice-president": the word before the hyphen describes the title, and what hangs on it hangs on the title."""
    repaired = list(tokens)
    for before, hyphen, title in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = hyphen.text == "-" and before.end == hyphen.begin and hyphen.end == title.begin
        if not joined or before.lower not in _HYPHENED or title.pos not in {"NOUN", "PROPN"}:
            continue
        if title.head in {before.index, hyphen.index}:
            outside = before.head not in {before.index, hyphen.index, title.index}
            title = replace(title, dep=before.dep, head=before.head) if outside else title
        if title.head in {before.index, hyphen.index}:
            continue
        repaired[title.index] = title
        for token in (before, hyphen):
            repaired[token.index] = replace(token, dep="compound", head=title.index)
        for token in tokens[max(0, before.index - _NEAR) : before.index]:
            if token.head in {before.index, hyphen.index}:
                repaired[token.index] = replace(token, head=title.index)
    return repaired


def with_repaired_titles_joined(tokens: Sequence[Token]) -> list[Token]:
    """ "Signed the pact at a meeting between President Demir and Mali President Jan Novak": a name right behind the title
    that is joined to another name is that title's, not what was signed."""
    repaired = list(tokens)
    for name in (t for t in tokens if t.dep == "dobj" and t.pos == "PROPN"):
        begin = begin_of(tokens, name)
        title = tokens[begin - 1] if begin else name
        if title.dep != "conj" or title.pos != "PROPN" or tokens[title.head].pos != "PROPN":
            continue
        if tokens[title.head].index < name.head or not any(
            t.dep == "dobj" and t.head == name.head and t.index < title.index for t in tokens
        ):
            continue
        repaired[name.index] = replace(name, dep="conj", head=title.head)
        repaired[title.index] = replace(title, dep="compound", head=name.index)
        for token in tokens:
            if token.head == title.index and token.dep in {"compound", "amod", "poss", "det"}:
                repaired[token.index] = replace(token, head=name.index)
    return repaired


def _chain(tokens: Sequence[Token], noun: Token) -> list[Token]:
    """Of "(at) the invitation of the head of state" state, head and invitation."""
    chain: list[Token] = []
    while noun.dep == "pobj" and noun not in chain:
        chain.append(noun)
        noun = tokens[tokens[noun.head].head]
    return chain


def with_repaired_members(tokens: Sequence[Token]) -> list[Token]:
    """ "NATO and EU members Chad and Mali met": the members are Chad and Mali, and no bloc is among them."""
    repaired = list(tokens)
    for noun, name in pairwise(tokens):
        bloc = tokens[noun.head]
        listed = noun.lower == "members" and noun.dep == "conj" and bloc.pos == name.pos == "PROPN"
        if listed and name.head in {bloc.index, noun.index} and bloc.index < noun.index:
            repaired[name.index] = replace(name, dep=bloc.dep, head=bloc.head)
            repaired[noun.index] = replace(noun, dep="nmod", head=name.index)
            repaired[bloc.index] = replace(bloc, dep="compound", head=noun.index)
            for token in tokens[noun.index :]:
                if token.head == bloc.index and token.index > name.index:
                    repaired[token.index] = replace(token, head=name.index)
    return repaired


def with_repaired_listed_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "Rebels, the army of Chad and envoys of France signed it": what stands between a comma and "and", with no comma
    before the verb, is the second of a list of subjects and no apposition to the first."""
    repaired = list(tokens)
    for link in (t for t in tokens if t.dep == "cc"):
        second = tokens[link.head]
        first = _first_of_list(tokens, second)
        if first is None or first.dep not in _SUBJECTS:
            continue
        verb = tokens[first.head]
        between = [t.text for t in tokens[first.index + 1 : verb.index] if t.text in {",", "-", "(", ":"}]
        if first.index < second.index < link.index < verb.index and verb.pos in {"VERB", "AUX"} and between == [","]:
            repaired[second.index] = replace(second, dep="conj", head=first.index)
    return repaired


def _first_of_list(tokens: Sequence[Token], second: Token) -> Token | None:
    """What the second is taken for an apposition to, or the subject before it of the same verb."""
    if second.dep == "appos":
        return tokens[second.head]
    before = tokens[: second.index] if second.dep in _SUBJECTS else ()
    return next((t for t in before if t.head == second.head and t.dep in _SUBJECTS), None)


def with_repaired_verbs_of_owners(tokens: Sequence[Token]) -> list[Token]:
    """ "The ministers of Chad and Mali plan to travel": a finite verb behind names is none of what "of" names."""
    repaired = list(tokens)
    for name in tokens:
        verb = tokens[name.head]
        link = tokens[verb.head]
        noun = tokens[link.head]
        owned = name.dep in {"nmod", "compound"} and name.pos == "PROPN" and link.index < name.index < verb.index
        if not owned or verb.dep != "pobj" or verb.tag not in {"VBP", "VBZ"} or noun.dep not in {*_SUBJECTS, "ROOT"}:
            continue
        repaired[name.index] = replace(name, dep="pobj", head=link.index)
        above = verb.index if noun.dep == "ROOT" else noun.head
        repaired[verb.index] = replace(verb, dep="ROOT" if noun.dep == "ROOT" else "ccomp", head=above)
        repaired[noun.index] = replace(noun, dep="nsubj", head=verb.index)
        for act in tokens[verb.index :]:
            if act.dep in {"acl", "relcl"} and act.head == noun.index and act.tag == "VB":
                repaired[act.index] = replace(act, dep="xcomp", head=verb.index)
    return repaired


def with_repaired_owners_in_lists(tokens: Sequence[Token]) -> list[Token]:
    """ "Between Chad's prince Ali Demir and Mali's Prince Jan Novak": the second owner is none of those joined, but whose
    prince the second is."""
    repaired = list(tokens)
    for owner, mark in pairwise(tokens):
        if owner.dep != "conj" or owner.pos != "PROPN" or mark.tag != "POS" or mark.head != owner.index:
            continue
        behind = (t for t in tokens[mark.index + 1 :] if t.dep == "appos" and t.head < owner.index)
        second = next((t for t in behind if begin_of(tokens, t) == mark.index + 1), None)
        if second is not None:
            repaired[second.index] = replace(second, dep="conj", head=owner.head)
            repaired[owner.index] = replace(owner, dep="poss", head=second.index)
    return repaired


def with_repaired_visitors(tokens: Sequence[Token]) -> list[Token]:
    """ "Talks between Ali Demir and visiting President Jan Novak": "visiting" only describes the second."""
    repaired = list(tokens)
    for link, visiting in pairwise(tokens):
        first = tokens[link.index - 1]
        if (tokens[first.head].lower, link.lower, visiting.lower) != ("between", "and", "visiting"):
            continue
        second = next((t for t in tokens[visiting.index : visiting.index + _LONG] if t.head == visiting.index), None)
        if second and (first.dep, second.dep, second.pos) == ("pobj", "dobj", "PROPN"):
            repaired[second.index] = replace(second, dep="conj", head=first.index)
            repaired[visiting.index] = replace(visiting, dep="amod", head=second.index)
            repaired[link.index] = replace(link, head=first.index)
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


def with_repaired_particles_in_names(tokens: Sequence[Token]) -> list[Token]:
    """ "Met Jose Eduardo dos Santos in Luanda", "Jose Eduardo dos Santos left": between two names "dos" is no verb."""
    repaired = list(tokens)
    for before, particle, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        inside = particle.text in _PARTICLES and before.pos == last.pos == "PROPN"
        if not inside or particle.pos not in {"VERB", "AUX"}:
            continue
        below = [t for t in tokens if t.head == particle.index and t.index != particle.index]
        verb = next((t for t in below if t.index > last.index and t.tag in FINITE), last)
        above = verb if particle.dep == "ROOT" else tokens[particle.head]
        for token in below:
            repaired[token.index] = replace(token, head=above.index)
        if particle.dep == "ROOT":
            repaired[above.index] = replace(above, dep="ROOT", head=above.index)
        if above is not last:
            called = next((t for t in below if t.dep in _SUBJECTS and t.index < before.index), None)
            head, dep = (above, _part_of_name(tokens, particle)) if called is None else (called, "appos")
            repaired[last.index] = replace(last, dep=dep, head=head.index)
        repaired[before.index] = replace(before, dep="compound", head=last.index)
        repaired[particle.index] = replace(particle, pos="PROPN", tag="NNP", dep="compound", head=last.index)
    return repaired


def _part_of_name(tokens: Sequence[Token], particle: Token) -> str:
    """What a name is to the word above it whose particle the parser has taken for a verb."""
    if particle.dep == "ROOT":
        return "nsubj"
    taken = any(t.head == particle.head and t.dep == "dobj" for t in tokens[: particle.index])
    return "dobj" if particle.dep in {"ccomp", "xcomp"} and not taken else particle.dep


def with_repaired_joined_holders(tokens: Sequence[Token]) -> list[Token]:
    """ "Dictator Ali Demir and rebel leader Jan Novak will meet": whom "and" adds to a title and its name is no second name
    of its holder."""
    repaired = list(tokens)
    for link in (t for t in tokens if t.dep == "cc" and t.lower == "and" and tokens[t.head].dep == "appos"):
        first, title = tokens[link.head], tokens[tokens[link.head].head]
        if title.dep not in _SUBJECTS or first.pos != "PROPN" or first.head > first.index:
            continue
        behind = [t for t in tokens[link.index + 1 : title.head] if t.dep == "appos" and t.head == title.index]
        names = [t for t in behind if t.pos == "PROPN"]
        if len(names) != 1 or any(t.dep == "conj" and t.head == first.index for t in tokens):
            continue
        for word in behind:
            repaired[word.index] = replace(word, dep="compound", head=names[0].index)
        repaired[names[0].index] = replace(names[0], dep="conj", head=title.index)
        repaired[link.index] = replace(link, head=title.index)
    return repaired


def with_repaired_holders_of_bodies(tokens: Sequence[Token]) -> list[Token]:
    """ "Ali Demir and European Union policy chief Jan Novak came": the body that "and" adds is that of a further name."""
    repaired = list(tokens)
    for body in (t for t in tokens if t.dep == "conj" and t.pos == "PROPN"):
        first = tokens[body.head]
        if first.dep not in _SUBJECTS or first.pos != "PROPN" or first.index > body.index:
            continue
        behind = [t for t in tokens[body.index + 1 : first.head] if t.dep == "appos" and t.head == first.index]
        names = [t for t in behind if t.pos == "PROPN"]
        if len(names) != 1 or len(behind) == 1:
            continue
        words = tokens[body.index + 1 : names[0].index]
        if any(t.pos == "PUNCT" or t.tag in FINITE for t in words):
            continue
        for word in (body, *behind):
            repaired[word.index] = replace(word, dep="compound", head=names[0].index)
        repaired[names[0].index] = replace(names[0], dep="conj", head=first.index)
    return repaired


def with_repaired_joined_heads(tokens: Sequence[Token]) -> list[Token]:
    """ "The president of the Commission and Mali's prime minister came": a person with an owner is no second body that the
    first is of."""
    repaired = list(tokens)
    owned = {t.head for t in tokens if t.dep == "poss" and t.pos == "PROPN"}
    for second in (tokens[i] for i in sorted(owned)):
        body = tokens[second.head]
        link = tokens[body.head]
        first = tokens[link.head]
        joined = second.dep == "conj" and second.tag == "NN" and body.dep == "pobj" and body.pos == "PROPN"
        if joined and link.lower == "of" and first.tag == "NN" and first.dep in _SUBJECTS and first.lower in _HEADS:
            repaired[second.index] = replace(second, head=first.index)
    return repaired


def with_repaired_persons_with_presidents(tokens: Sequence[Token]) -> list[Token]:
    """ "Ali Demir and Pakistan's President Ana Reyes will come": no two own the post, but the two persons come."""
    repaired = list(tokens)
    cased = {t.head for t in tokens if t.dep == "case"}
    for owner in (t for t in tokens if t.dep == "conj" and t.pos == "PROPN" and t.index in cased):
        first = tokens[owner.head]
        title = tokens[first.head]
        name = tokens[title.head] if title.dep == "compound" else title
        joined = first.dep == "poss" and first.pos == "PROPN" and first.index not in cased and first.index < owner.index
        if not joined or name.pos != "PROPN" or name.dep == "compound" or tokens[owner.index - 1].lower != "and":
            continue
        repaired[first.index] = replace(first, dep=name.dep, head=name.head)
        repaired[name.index] = replace(name, dep="conj", head=first.index)
        repaired[owner.index] = replace(owner, dep="poss", head=title.index)
    return repaired


def with_repaired_company_kept(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad as well as Mali left", "Chad, along with Mali, left": whom the subject is named with does so too."""
    repaired = list(tokens)
    for link in tokens:
        if [t.lower for t in tokens[max(0, link.index - 2) : link.index + 1]] == ["as", "well", "as"]:
            first = tokens[link.head] if link.dep == "cc" else link
            behind = (t for t in tokens[link.index + 1 :] if t.dep == first.dep and t.head == first.head)
            if first.dep in _SUBJECTS and (second := next(behind, None)) is not None:
                repaired[second.index] = replace(second, dep="conj", head=first.index)
        if link.lower != "with" or link.index < _NEAR - 1 or tokens[link.index - 1].lower not in {"along", "together"}:
            continue
        at = link.index - 2
        first = tokens[at - 1] if tokens[at].text == "," else tokens[at]
        second = next((t for t in tokens[link.index :] if t.dep == "pobj" and t.head == link.index), None)
        if second is not None and first.dep in _SUBJECTS and first.pos == second.pos == "PROPN":
            repaired[second.index] = replace(second, dep="conj", head=first.index)
    return repaired
