"""Who an act concerns, who commits to what, who is meant by title or by where people are."""

from collections.abc import Callable

import pytest

from kg.resolve import Event, Facts

FactsOf = Callable[..., Facts]


def parties(facts: Facts, event: Event) -> dict[str, str]:
    return {facts.entities[i].name: part for i, part in event.participants}


def only(facts: Facts, kind: str) -> Event:
    (event,) = [e for e in facts.events if e.type == kind]
    return event


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Germany rejected recent calls by Belarus's rulers.", "rejection", {"Germany": "actor", "Belarus": "target"}),
        (
            "Jordan complained to the Arab League over Turkish air raids.",
            "accusation",
            {"Jordan": "actor", "Türkiye": "target"},
        ),
        (
            "Pakistan threatened to break off relations with Chad and Costa Rica.",
            "threat",
            {"Pakistan": "actor", "Costa Rica": "target", "Chad": "target"},
        ),
        (
            "Israel threatened to ban the vote if Hamas ran.",
            "threat",
            {"Israel": "actor", "Hamas": "target"},
        ),
        (
            "Qatar and Oman, which mediated between Chad and Mali, welcomed the vote.",
            "negotiation",
            {"Qatar": "mediator", "Oman": "mediator", "Chad": "target", "Mali": "target"},
        ),
        (
            "Peru's foreign minister said his government would impose sanctions on Cuba.",
            "sanction",
            {"Peru": "actor", "Cuba": "target"},
        ),
        (
            "Adviser Arvind Deshpande and State Councillor Wei Guoliang spoke by telephone on Sunday.",
            "call",
            {"Arvind Deshpande": "actor", "Wei Guoliang": "actor"},
        ),
        ("Omar Said expressed China's support for Mali.", "support", {"China": "actor", "Mali": "target"}),
        ("Peru announced sanctions targeting Cuba.", "sanction", {"Peru": "actor", "Cuba": "target"}),
        (
            "Mali condemned the vote in Togo on Monday, and Chad said it was considering sanctions on the country.",
            "sanction",
            {"Chad": "actor", "Togo": "target"},
        ),
        # Who suffers what is condemned is not blamed; a place of the act is no party.
        ("Spain condemned the attack on Israel.", "accusation", {"Spain": "actor"}),
    ],
)
def test_targets_inside_what_an_act_is_about(facts_of: FactsOf, text: str, kind: str, expected: dict[str, str]) -> None:
    facts = facts_of(text)
    found = parties(facts, only(facts, kind))
    assert {name: part for name, part in found.items() if name != "Arab League"} == expected


def test_a_commitment_to_harm_is_a_threat_beside_the_planned_act(facts_of: FactsOf) -> None:
    facts = facts_of("Iran announced that it will expel the British ambassador.")
    assert {(e.type, e.modality.value) for e in facts.events} == {("sanction", "planned"), ("threat", "happened")}


@pytest.mark.parametrize(
    ("text", "date", "state"),
    [
        ("President Reagan praised the plan.", "1985-05-01", "US"),
        ("President Abdelaziz Bouteflika praised the plan.", "2003-05-01", "DZ"),
        ("President Rodrigo Roa Duterte praised the plan.", "2017-05-01", "PH"),
        ("President Moon praised the plan.", "2018-05-01", "KR"),
        # Nobody leads today who led before the parents were born.
        ("King Idris praised the plan.", "2024-05-01", None),
        # A name alone is a leader's while in office, and only the whole name.
        ("Reagan praised the plan.", "1985-05-01", "US"),
        ("Reagan praised the plan.", "1999-05-01", None),
        ("Brian Reagan praised the plan.", "1985-05-01", None),
        ("Foreign Minister Wolfgang Schuessel praised the plan.", "1997-05-01", "AT"),
        ("Foreign Minister Schuessel praised the plan.", "1997-05-01", "AT"),
        ("Wolfgang Schuessel praised the plan.", "1997-05-01", "AT"),
        ("Secretary-General Ban Ki-moon praised the plan.", "2008-05-01", None),
    ],
)
def test_leaders_by_title_alone(facts_of: FactsOf, text: str, date: str, state: str | None) -> None:
    facts = facts_of(text, date)
    (person,) = [e for e in facts.entities if e.kind == "person"]
    assert person.state == state


def test_a_known_leader_holds_no_other_states_post(facts_of: FactsOf) -> None:
    text = (
        "President Tran Dai Quang and President Rodrigo Duterte met in Hanoi during the Philippine president's visit. "
        "Burkina Faso's president visited Niger. Ibrahim Traore was happy."
    )
    facts = facts_of(text, "2017-02-01")
    assert {
        (facts.entities[r.person].name, facts.entities[r.owner].name) for r in facts.roles if r.owner is not None
    } == {
        ("Tran Dai Quang", "Vietnam"),
        ("Rodrigo Duterte", "Philippines"),
    }
    visits = [
        parties(facts_of(text, year), e)
        for year in ("2017-02-01", "2024-02-01")
        for e in facts_of(text, year).events
        if e.type == "visit"
    ]
    assert {"Burkina Faso": "actor", "Niger": "target"} in visits and {
        "Ibrahim Traore": "actor",
        "Niger": "target",
    } in visits


def test_a_ministry_is_not_that_of_the_state_upon_which_it_acts_anywhere(facts_of: FactsOf) -> None:
    facts = facts_of(
        "Sudan recalled its envoy from Kenya on Thursday over talks in Nairobi. A Foreign Ministry statement spoke of talks "
        "in Kenya. The ministry urged Nairobi to stop the talks in Kenya. Sudan earlier accused Kenya of lies."
    )
    assert [e.state for e in facts.entities if e.name == "Foreign Ministry"] == ["SD"]


def test_people_belong_to_where_they_are_but_an_ethnic_group_to_no_namesake(facts_of: FactsOf) -> None:
    facts = facts_of("University students throughout Indonesia staged demonstrations.")
    assert [(e.name, e.state) for e in facts.entities if e.kind == "organisation"] == [("University students", "ID")]
    facts = facts_of("Ethnic Albanians demonstrated in Serbia.")
    assert "AL" not in {e.state for e in facts.entities}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Mali no longer recognises Kosovo.", "denied"),
        ("The Labour Party is focused on winning the election.", "possible"),
        ("Argentina will act in kind, expelling the Chilean ambassador.", "planned"),
        ("Schools took part in a protest backed by Chile.", "happened"),
        ("President Omar Said will speak about trade during a visit to Jordan.", "planned"),
        ("Ministers discussed trade at a summit of the African Union in Lusaka.", "happened"),
        ("It joined nations that have been pressuring Chad to hold a vote.", "happened"),
    ],
)
def test_how_aims_and_participles_change_what_happened(facts_of: FactsOf, text: str, modality: str) -> None:
    assert modality in {e.modality.value for e in facts_of(text).events}


def test_a_pronoun_means_the_subject_of_the_clause_around_it(facts_of: FactsOf) -> None:
    facts = facts_of("President Ali Demir said Minister Jan Novak had made clear that he supported Turkey.")
    assert parties(facts, only(facts, "support")) == {"Jan Novak": "actor", "Türkiye": "target"}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Fighting between the army of Mali and the Azawad Front killed at least 37 people near Gao.", 37, None),
        ("A suicide bombing in Kabul killed twelve people and wounded 1,200 others.", 12, 1200),
        ("Gunmen killed Mayor Amin Saleh in Tripoli in 2012.", None, None),
        ("Israeli warplanes destroyed 12 bridges in Lebanon.", None, None),
    ],
)
def test_numbers_of_dead_and_injured(facts_of: FactsOf, text: str, killed: int | None, injured: int | None) -> None:
    attacks = [e for e in facts_of(text).events if e.type == "attack"]
    assert attacks
    assert max(e.killed or 0 for e in attacks) == (killed or 0)
    assert max(e.injured or 0 for e in attacks) == (injured or 0)


def test_a_weekday_of_a_plan_may_be_the_day_of_publication(facts_of: FactsOf) -> None:
    facts = facts_of("President Ali Demir of Turkey will visit Russia on Tuesday.", "2014-04-08")
    assert only(facts, "visit").date == "2014-04-08"


@pytest.mark.parametrize(
    ("text", "person", "title", "owner", "status"),
    [
        ("Egypt's irrigation minister, Hany Fouad, spoke.", "Hany Fouad", "irrigation minister", "Egypt", "current"),
        (
            "The Chairperson of the AU Commission, Moussa Faki Mahamat, spoke.",
            "Moussa Faki Mahamat",
            "Chairperson",
            "AU Commission",
            "current",
        ),
        ("Martin Adair of Peru resigned as deputy mayor.", "Martin Adair", "deputy mayor", "Peru", "former"),
        ("Sacked Peruvian minister Ana Quispe spoke.", "Ana Quispe", "minister", "Peru", "former"),
        ("The U.S. envoy, the Reverend Jesse Coleman, spoke.", "Jesse Coleman", "envoy", "United States", "current"),
    ],
)
def test_posts(facts_of: FactsOf, text: str, person: str, title: str, owner: str, status: str) -> None:
    facts = facts_of(text)
    found = {
        (facts.entities[r.person].name, r.title, None if r.owner is None else facts.entities[r.owner].name, r.status)
        for r in facts.roles
    }
    assert (person, title, owner, status) in found


def test_a_post_goes_from_one_holder_to_the_next(facts_of: FactsOf) -> None:
    facts = facts_of(
        "Hungarian Prime Minister László Benedek appointed Katalin Vadas as foreign minister, replacing Ferenc Somlai."
    )
    found = {(facts.entities[r.person].name, r.title, r.status) for r in facts.roles}
    assert {
        ("Katalin Vadas", "foreign minister", "current"),
        ("Ferenc Somlai", "foreign minister", "former"),
    } <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born in Muscatine, Iowa, and lived in Paris, France.", {"Muscatine, Iowa", "Paris", "France", "He"}),
        ("She studied at Jesus College, Cambridge.", {"Jesus College, Cambridge", "She"}),
        ("President Ana Quispe moved to Southern California.", {"Ana Quispe", "Southern California"}),
        ("President Ana Quispe studied at the School of Oriental and African Studies.", {"Ana Quispe", "School of Oriental and African Studies"}),
        ("A woman was killed in Lyon, Provence and Paris.", {"woman", "Lyon", "Provence", "Paris"}),
    ],
)  # fmt: skip
def test_mentions_in_the_text(facts_of: FactsOf, text: str, expected: set[str]) -> None:
    facts = facts_of(text)
    assert {facts.article.text[link.begin : link.end] for link in facts.links if link.kind != "role"} == expected


def test_a_sentence_whose_verb_the_parser_takes_for_a_participle(facts_of: FactsOf) -> None:
    facts = facts_of(
        "Her Chinese counterpart, Liu Jiayi, called on Washington to halt military exercises with South Korea."
    )
    assert parties(facts, only(facts, "demand")) == {"Liu Jiayi": "actor", "United States": "target"}


def test_who_accuses_does_not_do_what_it_tells(facts_of: FactsOf) -> None:
    facts = facts_of("Sudan and Chad often trade accusations of supporting rebels.")
    assert "support" not in {e.type for e in facts.events}


def test_mediators_are_none_of_the_sides(facts_of: FactsOf) -> None:
    text = "Chad met Mali in Doha. Egypt and Qatar brokered the truce. The sides agreed to extend the truce."
    assert set(parties(facts_of(text), only(facts_of(text), "agreement"))) == {"Chad", "Mali"}


def test_a_title_alone_tells_whose_post_it_is(facts_of: FactsOf) -> None:
    text = (
        "Peru's foreign minister announced sanctions on Cuba. Cuban ministers protested, and Cuba recalled its envoy. "
        "Foreign Minister Carlos Trujillo said that Cuba had broken its word."
    )
    facts = facts_of(text)
    assert [facts.entities[r.owner].name for r in facts.roles if r.owner is not None] == ["Peru"]
