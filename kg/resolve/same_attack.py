"""Whether two mentions of an article tell of one attack, which news tells in pieces: the blow, its toll, who claims it."""

from kg.extract import EventClaim
from kg.extract.claims import Modality
from kg.knowledge.words import OneEventWords
from kg.language import Parse, Token
from kg.language.syntax import children, is_passive, prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.resolved import Resolved, is_bare

_AIMED = {"at", "on", "against"}
_WITHIN = {"in", "by", "during"}
_THE_AND_WHOSE = 2
_SAME_STORY = 6
"""Sentences back to the attack whose toll another speaker confirms."""
_RIGHT_BEFORE = 2
"""Sentences back to the attack that "the bombing" takes up."""


def attack_noun(claim: EventClaim, parse: Parse) -> Token | None:
    """The noun that tells of an attack: "an airstrike", of "a strike killed ten" the strike."""
    trigger = parse.tokens[claim.trigger]
    if trigger.pos in {"NOUN", "PROPN"}:
        return trigger
    return next((t for t in children(parse, trigger.index, ("nsubj",)) if t.pos == "NOUN"), None)


def _named(claim: EventClaim, parse: Parse) -> list[Token]:
    """The nouns that may name an attack: also the strike of "ten were killed in a strike" and "launched a strike"."""
    trigger = parse.tokens[claim.trigger]
    found = [noun] if (noun := attack_noun(claim, parse)) is not None else []
    if trigger.pos == "VERB":
        found += children(parse, trigger.index, ("dobj",))
        verbs = [
            trigger.index,
            *([trigger.head] if trigger.dep in {"conj", "advcl"} else []),
        ]  # "died in it, and two were hurt"
        within = [o for verb in verbs for link, o in prepositions(parse, verb) if link.lower in _WITHIN]
        found += [parse.tokens[trigger.head] if o.tag == "WDT" else o for o in within]  # "the attack in which two died"
        left = parse.tokens[parse.tokens[trigger.head].head] if trigger.dep == "acl" else trigger
        found += (
            children(parse, left.index, ("nsubj",)) if left.lemma == "leave" else []
        )  # "the attack left two killed"
    return [t for t in found if t.index == trigger.index or t.pos == "NOUN"]


def takes_up_attack(group: list[Resolved], new: Resolved, coreference: Coreference, words: OneEventWords) -> bool:
    """ "Was killed in a strike on Beirut. The strike killed …", "a bomb exploded. Hamas claimed the attack": the one that
    was told by the same noun, or right before."""
    parse = coreference.document.parse
    named = _named(new.claim, parse)
    told_by = parse.tokens[new.claim.trigger]
    if told_by.dep == "acl" and told_by.tag == "VBG":  # "launched attacks targeting the port"
        return any(told_by.head == t.index for r in group for t in _named(r.claim, parse))
    noun = next((t for t in named if is_bare(t, parse) or _is_by_known(t, group, coreference)), None)
    if noun is None:
        return False
    told = {
        t.lemma for r in group for t in _named(r.claim, parse) if t.lemma in words.attacks or t.index == r.claim.trigger
    }
    told |= {t.lemma for r in group if (t := attack_noun(r.claim, parse)) is not None}
    last = max(parse.tokens[r.claim.trigger].sentence for r in group)
    parts = [{e for r in group for e, part in r.participants if part == wanted} for wanted in ("actor", "target")]
    theirs = [{e for e, part in new.participants if part == wanted} for wanted in ("actor", "target")]
    alike = all(not ours or not others or ours & others for ours, others in zip(parts, theirs, strict=True))
    trigger = parse.tokens[new.claim.trigger]
    near = 0 < noun.sentence - last <= _RIGHT_BEFORE
    toll = trigger.lemma in words.tolls and noun.lemma in words.attacks  # whoever it killed
    taken = any(word.endswith(noun.lemma) for word in told)  # "an airstrike … the strike"
    again = taken and (noun.lemma in words.attacks or noun == attack_noun(new.claim, parse))
    return again or (near and (toll or (alike and noun == attack_noun(new.claim, parse))))


def _is_by_known(noun: Token, group: list[Resolved], coreference: Coreference) -> bool:
    """ "The Israeli strike" after a strike by Israel was told."""
    parse, document = coreference.document.parse, coreference.document
    before = children(parse, noun.index, ("det", "amod", "compound", "nummod", "poss", "nmod"))
    if len(before) != _THE_AND_WHOSE or before[0].lower != "the" or document.mention_at[before[1].index] < 0:
        return False
    whose = coreference.entity(document.mention_at[before[1].index])
    return any((whose, "actor") in r.participants for r in group)


def is_toll_of(group: list[Resolved], new: Resolved, coreference: Coreference, words: OneEventWords) -> bool:
    """ "The army raided Jenin. Three Palestinians were killed": a toll without a place or whoever killed, right behind."""
    parse, claim = coreference.document.parse, new.claim
    trigger = parse.tokens[claim.trigger]
    last = parse.tokens[max(r.claim.trigger for r in group)]
    sentences = (parse.sentences[last.sentence], parse.sentences[trigger.sentence])
    right_behind = trigger.sentence - last.sentence == 1 and len({s.paragraph for s in sentences}) == 1
    bare = claim.place is None and claim.time is None and all(part == "target" for _, part in new.participants)
    passive = trigger.lemma in words.tolls and trigger.dep in {"ROOT", "ccomp"} and is_passive(parse, trigger.index)
    struck = any(part == "actor" for r in group for _, part in r.participants)
    told = group[0].claim.killed is None and claim.killed is not None and not is_sum(claim, coreference)
    return right_behind and bare and passive and struck and told


def has_same_toll(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "A bomb killed three soldiers in Kunar. … NATO confirmed that three soldiers were killed": the same number, of more than
    one, by nobody else, without a day or place of its own, a few sentences behind."""
    tokens, claim = coreference.document.parse.tokens, new.claim
    if tokens[claim.trigger].dep not in {"ROOT", "ccomp"}:
        return False  # "Chad bombed Mali, and three were killed"
    last = max(tokens[r.claim.trigger].sentence for r in group)
    counted = claim.killed is not None and claim.killed > 1 and claim.killed in {r.claim.killed for r in group}
    bare = claim.place is None and claim.time is None and not is_sum(claim, coreference)
    known = {party for r in group for party in r.participants}
    behind = 0 < tokens[claim.trigger].sentence - last <= _SAME_STORY
    return counted and bare and behind and set(new.participants) <= known


def is_claimed(group: list[Resolved], new: Resolved, coreference: Coreference, words: OneEventWords) -> bool:
    """ "A bomb killed twelve in Kabul. The Taliban claimed responsibility": for the attack told last, by nobody yet."""
    tokens, claim = coreference.document.parse.tokens, new.claim
    claims = tokens[claim.trigger].lemma in words.claims
    nobody = not any(part == "actor" for r in group for _, part in r.participants)
    behind = 0 <= tokens[claim.trigger].sentence - max(tokens[r.claim.trigger].sentence for r in group) <= _SAME_STORY
    return claims and nobody and behind


def is_told_of_place(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "Recalled its envoy over the recent attacks on Pakistan. On Tuesday, Iran launched missiles at a base in Pakistan":
    one by nobody, told of before by its noun, and the one there."""
    parse = coreference.document.parse
    place = coreference.entity(new.claim.place)
    state = coreference.members(place)[0].state if place is not None else None
    there = {place, coreference.state_entity(state) if state else None} - {None}
    told = {(entity, part) for r in group for entity, part in r.participants}
    nouns = [noun for r in group if (noun := parse.tokens[r.claim.trigger]).pos == "NOUN"]
    definite = any(t.lower == "the" for noun in nouns for t in children(parse, noun.index, ("det",)))
    undated = all(r.claim.time is None and r.claim.place is None for r in group)
    hit = bool(told) and all(entity in there and part == "target" for entity, part in told)
    return len(nouns) == len(group) and definite and undated and hit


def is_another_attack(
    group: list[Resolved],
    claim: EventClaim,
    coreference: Coreference,
    words: OneEventWords,
    occurring: frozenset[str],
) -> bool:
    """ "An Israeli strike killed ten" after the strike on Beirut, "Israel also struck a launcher", "fired rockets on a
    base … targeted troops"."""
    parse = coreference.document.parse
    trigger, noun = parse.tokens[claim.trigger], attack_noun(claim, parse)
    in_order = all(parse.tokens[r.claim.trigger].sentence < trigger.sentence for r in group)
    if not in_order or claim.modality is not Modality.HAPPENED:
        return False
    articles = [] if noun is None else children(parse, noun.index, ("det",))
    adverbs = children(parse, trigger.index, ("advmod",))
    if _tells_what_was(group, claim, parse, occurring):
        return False
    if any(t.lower in {"a", "an", "another", "also"} for t in (*articles, *adverbs)):
        return True
    told = [parse.tokens[r.claim.trigger] for r in group]
    if trigger.pos != "VERB" or any(t.pos != "VERB" or t.lemma == trigger.lemma for t in told):
        return False
    hit = {o.lemma for t in told for o in _struck(t, parse, words)}
    also = {o.lemma for o in _struck(trigger, parse, words)}
    return bool(hit and also) and not hit & also


def _tells_what_was(group: list[Resolved], claim: EventClaim, parse: Parse, occurring: frozenset[str]) -> bool:
    """ "Condemned the attack on the embassy. … An attack took place at the embassy on January 27": when, told behind."""
    trigger = parse.tokens[claim.trigger]
    happens = trigger.dep == "nsubj" and parse.tokens[trigger.head].lemma in occurring
    told = [parse.tokens[r.claim.trigger] for r in group]
    definite = all(any(t.lower == "the" for t in children(parse, noun.index, ("det",))) for noun in told)
    return happens and claim.time is not None and definite and all(r.claim.time is None for r in group)


def _struck(verb: Token, parse: Parse, words: OneEventWords) -> list[Token]:
    """What is attacked: the object, or what "at" and "on" name; not the toll of an attack."""
    aimed = [o for link, o in prepositions(parse, verb.index) if link.lower in _AIMED]
    return [] if verb.lemma in words.tolls else [*children(parse, verb.index, ("dobj", "nsubjpass")), *aimed]


def is_sum(claim: EventClaim, coreference: Coreference) -> bool:
    """ "Attacks have killed 400 people", "have been killed since the war began": the sum of many attacks."""
    parse = coreference.document.parse
    trigger = parse.tokens[claim.trigger]
    verb = parse.tokens[trigger.head] if trigger.pos == "NOUN" and trigger.dep == "nsubj" else trigger
    perfect = any(t.lower in {"has", "have"} for t in children(parse, verb.index, ("aux",)))
    since = any(link.lower == "since" for link, _ in prepositions(parse, verb.index)) or any(
        m.lower == "since" for c in children(parse, verb.index, ("advcl",)) for m in children(parse, c.index, ("mark",))
    )
    return perfect and (since or (trigger.pos == "NOUN" and trigger.tag == "NNS"))
