"""Generated news about invented officials: some named far oftener than others, in full, by surname, by initials and
in other spellings. The same number gives the same articles."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.knowledge import load_knowledge


def _words(text: str, between: str | None = None) -> list[str]:
    return text.split(between)


GIVEN = _words("""Adela Ahmed Akira Aleksandr Alba Amina Andrei Anton Baraka Beatriz Bogdan Carlos Celia Chidi Dalia Daniel
Dmitry Elena Emre Farid Fatima Felix Gabriel Giorgi Hana Hassan Henrik Ibrahim Ines Ivan Jakub Jamal Javier Kamal
Karim Kofi Lars Leila Luka Magda Mahmoud Marek Mariam Mikhail Mohammed Nadia Nikolai Olga Omar Pablo Pavel Petra
Rafael Rashid Rosa Samuel Sergei Sofia Stefan Tarek Tomas Ulrike Viktor Walid Yusuf Zainab""")
FIRST = _words(
    "Ab An Bar Bel Bor Dal Dor Fal Gar Hal Jan Kal Kor Lam Mar Mor Nal Or Pal Ras Sal Tar Ul Var Vol Wan Yar Zan"
)
SECOND = _words("a e i o u ai ei")
THIRD = _words("bek din ghi kar khov lek mann mov nes nov rez rian sen shi sky tov vic wen yev zad")
POSTS = _words(
    """president|prime minister|foreign minister|defence minister|finance minister|interior minister|justice minister
health minister|energy minister|trade minister|transport minister|education minister|deputy foreign minister
deputy defence minister|deputy prime minister|chief of the general staff|central bank governor|army chief
navy commander|ambassador to the United Nations|government spokesman|parliament speaker|attorney general
national security adviser|police chief|agriculture minister|culture minister|labour minister|environment minister
oil minister|tourism minister|sports minister|industry minister|housing minister|planning minister|youth minister
deputy finance minister|deputy interior minister|deputy energy minister|deputy health minister|deputy trade minister
presidential spokesman|foreign ministry spokesman|defence ministry spokesman|intelligence chief|air force commander
opposition leader|chief prosecutor|chief justice|deputy speaker|special envoy|chief negotiator|water minister
social affairs minister|information minister|telecommunications minister|fisheries minister|science minister
religious affairs minister|veterans affairs minister|immigration minister|mines minister|deputy justice minister
deputy education minister|deputy transport minister|deputy agriculture minister|deputy culture minister
deputy labour minister|deputy environment minister|deputy oil minister|deputy tourism minister|deputy sports minister
deputy industry minister|deputy housing minister|deputy planning minister|deputy youth minister|deputy water minister
deputy information minister|deputy science minister|deputy immigration minister|deputy mines minister|state secretary
chief of protocol|chief of cabinet|cabinet secretary|treasury secretary|customs chief|election commissioner
human rights commissioner|ambassador to Germany|ambassador to France|ambassador to Japan|ambassador to Brazil
ambassador to Egypt|ambassador to India|ambassador to Canada|ambassador to Italy|ambassador to Spain
ambassador to Turkey|ambassador to Kenya""".replace("\n", "|"),
    "|",
)
EVENTS = ("met", "criticised", "telephoned", "held talks with", "visited", "praised", "thanked", "congratulated")


@dataclass(frozen=True)
class Official:
    given: str
    surname: str
    adjective: str
    post: str
    begin: int

    @property
    def titled(self) -> str:
        return f"{self.adjective} {self.post.title() if ' to ' not in self.post else self.post}"


def officials(count: int, chance: random.Random) -> list[Official]:
    """Officials of all states, at most one a post, as far as there are posts."""
    adjectives = sorted({s.demonyms[0] for s in load_knowledge().reference.states if s.demonyms and s.until is None})
    surnames = ["".join(parts) for parts in product(FIRST, SECOND, THIRD)]
    posts = list(product(adjectives, POSTS))
    chance.shuffle(posts)
    return [
        Official(chance.choice(GIVEN), chance.choice(surnames), *posts[i % len(posts)], 2000 + i % 20)
        for i in range(count)
    ]


def named(official: Official, chance: random.Random) -> str:
    """The official's name as one article has it."""
    kind = chance.random()
    if kind < 0.1:
        return official.surname
    if kind < 0.15:
        return f"{official.given[0]}. {official.surname}"
    if kind < 0.3:
        return f"{official.given} {official.surname.replace('kh', 'k').replace('v', 'w').replace('i', 'y')}"
    return f"{official.given} {official.surname}"


def short_articles(count: int, people: int) -> Iterator[dict[str, str]]:
    """Articles of two sentences: the hard case for identity, for reading them costs little."""
    chance = random.Random(4)
    order = chance.sample(officials(people, chance), people)
    weights = [1 / (rank + 20) for rank in range(people)]
    for number in range(count):
        one, other = (order[number % people] if number % 2 else chance.choices(order, weights)[0]), None
        other = chance.choices(order, weights)[0]
        day = f"{one.begin + chance.randrange(5)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        text = (
            f"{one.titled} {named(one, chance)} {chance.choice(EVENTS)} {other.titled} {named(other, chance)} on Monday. "
            f"The talks dealt with trade and security, officials said."
        )
        yield {"id": f"s{number}", "date": day, "text": text}


STORIES = tuple(
    """{a} met {b} in {town} on {day}, the foreign ministry said.
{A} said that {other} would send a delegation to {town} next month.
"We will not accept any pressure," {A} told reporters.
{b} is due to visit {capital} in {month}.
{c}, the former {post} of {other}, criticised the agreement.
Troops of {other} attacked a border post near {town}, killing {n} soldiers, the defence ministry said.
{c} accused {other} of violating the ceasefire.
{state} and {other} signed an agreement on trade in {town} in {month} {year}.
{a} and {c} will hold talks in {capital} on {day}.
{state} denied that it had imposed sanctions on {other}.
{B} was appointed {post} of {other} in {month} {year}.
Thousands of people protested in {town} against the government, police said.
{other} expelled two diplomats of {state} on {day}.
According to {B}, {state} has released {n} prisoners.
{A} discussed the situation with {c} by telephone.
{state} sent aid to {other} after an earthquake near {town}.
The deputy of {A} did not attend the meeting.
Analysts in {capital} said the visit was a success for {A}.""".splitlines()
)
MONTHS = _words("January February March April May June July August September October November December")
DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def articles(people: int) -> Iterator[dict[str, str]]:
    """Articles of the length of news: a lead and nine more sentences about three officials and two states, without
    end."""
    chance = random.Random(5)
    order = chance.sample(officials(people, chance), people)
    weights = [1 / (rank + 20) for rank in range(people)]
    states = [s for s in load_knowledge().reference.states if s.demonyms and s.until is None and s.capital]
    by_adjective = {s.demonyms[0]: s for s in states}
    number = 0
    while True:
        a, b, c = chance.choices(order, weights, k=3)
        home, other = by_adjective.get(a.adjective, states[0]), by_adjective.get(b.adjective, states[1])
        year, month = a.begin + chance.randrange(5), chance.randrange(1, 13)
        words = {
            "a": f"{a.titled} {named(a, chance)}",
            "b": f"{b.titled} {named(b, chance)}",
            "c": f"{c.titled} {named(c, chance)}",
            "A": a.surname,
            "B": b.surname,
            "state": home.name,
            "other": other.name,
            "capital": home.capital,
            "town": chance.choice(states).capital,
            "post": c.post,
            "month": chance.choice(MONTHS),
            "day": chance.choice(DAYS),
            "year": str(year),
            "n": str(chance.randrange(2, 40)),
        }
        told = [STORIES[0], *chance.sample(STORIES[1:], 9)]
        yield {
            "id": f"g{number}",
            "title": f"{home.name} and {other.name}",
            "date": f"{year}-{month:02}-{chance.randrange(1, 29):02}",
            "text": "\n\n".join(sentence.format(**words) for sentence in told),
        }
        number += 1
