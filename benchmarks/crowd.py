"""A network of a given size to draw: officials of invented states who meet, hold posts and speak of each other, some far
oftener than others. The same number gives the same network."""

import random

from kg.graph.vocabulary import PREFIXES
from kg.view import Fact, ViewGraph

TYPES = ("meeting", "visit", "agreement", "accusation", "attack", "aid")


def crowd(nodes: int) -> ViewGraph:
    """About so many nodes; two thirds are events, as in graphs of real news."""
    chance = random.Random(nodes)
    view = ViewGraph()
    people, states = max(3, nodes // 4), max(2, min(150, nodes // 15))
    for number in range(states):
        view.add_node(f"{PREFIXES['state']}S{number}", f"State {number}")
    for number in range(people):
        owner = f"{PREFIXES['state']}S{min(states - 1, int(chance.expovariate(6 / states)))}"
        text = f"Official {number}: minister of State {owner.rpartition('S')[2]}"
        fact = view.add_fact(_fact(chance, "post", "current", text, number))
        person = view.add_node(f"{PREFIXES['person']}p{number}", f"Official {number}", fact, official=True)
        view.add_edge(person, view.add_node(owner, "", fact), "role", "minister", fact)
    while len(view.graph) < nodes:
        number = len(view.graph)
        kind = chance.choice(TYPES)
        one, other = (f"{PREFIXES['person']}p{min(people - 1, int(chance.expovariate(8 / people)))}" for _ in range(2))
        fact = view.add_fact(_fact(chance, "event", kind, f"{kind}: two of many, number {number}", number))
        event = view.add_node(f"{PREFIXES['article']}a{number}.event.0-{kind}", kind, fact)
        for party, part in ((one, "actor"), (other, "target")):
            view.add_edge(view.add_node(party, "", fact), event, "part", part, fact)
        if number % 3 == 0:
            said = view.add_fact(
                _fact(chance, "statement", "", f"One said something of the other, number {number}", number)
            )
            view.add_edge(one, other, "about", "said about", said)
    view.articles = {
        fact.article: {"headline": f"Headline {fact.article}", "published": fact.day} for fact in view.facts
    }
    return view


def _fact(chance: random.Random, kind: str, type_: str, text: str, number: int) -> Fact:
    day = f"{chance.randrange(2005, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    sentence = f"{text}, the foreign ministry said in a statement on the talks that had been held in the capital, article {number}."
    return Fact(
        kind, type_, "happened", round(chance.uniform(0.5, 1), 2), day, text, sentence, 0, len(text), f"a{number}"
    )
