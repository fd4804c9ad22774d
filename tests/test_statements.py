"""Who said what about whom."""

from collections.abc import Callable

import pytest

from kg.resolve import Facts

SAID = [
    ("Turkish President Ali Demir said Greece was a friend.", "Ali Demir", {"Greece"}),
    ('"Greece is a friend," Turkish President Ali Demir told reporters.', "Ali Demir", {"Greece"}),
    ("Greece is a friend, according to Turkish President Ali Demir.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir spoke about Greece's navy.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir denied any wrongdoing.", "Ali Demir", set()),
    ("Turkish President Ali Demir went on to say that Greece was a friend.", "Ali Demir", {"Greece"}),
    ("Moscow warned that Estonia would suffer.", "Russia", {"Estonia"}),
    ("Turkish President Ali Demir arrived. He said Greece was a friend.", "Ali Demir", {"Greece"}),
]


@pytest.mark.parametrize(("text", "speaker", "about"), SAID, ids=[t for t, _, _ in SAID])
def test_statements(text: str, speaker: str, about: set[str], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    [statement] = facts.statements
    assert facts.entities[statement.speaker].name == speaker
    assert about <= {facts.entities[i].name for i in statement.about}


def test_all_that_is_said_is_kept_where_the_parse_breaks_it(facts_of: Callable[..., Facts]) -> None:
    text = "The National Audit Office said the Dome cost taxpayers £28.7m to maintain in the years after it closed."
    [statement] = facts_of(text).statements
    said = text[text.index("the Dome") : -1]
    assert statement.end - statement.begin == len(said)


@pytest.mark.parametrize(
    "text",
    [
        "A report said Greece was a friend.",
        "Turkish President Ali Demir did not say whether Greece was a friend.",
        "Turkish President Ali Demir may say that Greece is a friend.",
        "Turkish President Ali Demir refused to say whether Greece was a friend.",
        "Turkish President Ali Demir was criticised for failing to recall how Greece became a friend.",
        "It is said that Greece is a friend.",
        "Analysts said Greece was a friend.",
    ],
)
def test_no_statement_of_a_party(text: str, facts_of: Callable[..., Facts]) -> None:
    assert not facts_of(text).statements


@pytest.mark.parametrize("verb", ["warned", "criticised", "accused", "urged"])
def test_who_acts_upon_another_says_what_follows(verb: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(f"Niger {verb} Chad on Monday, saying that the border was closed.")
    assert {facts.entities[statement.speaker].name for statement in facts.statements} == {"Niger"}
