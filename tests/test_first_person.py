"""Who "I" and "we" are: whoever speaks in the quotation, and for whom."""

from collections.abc import Callable

import pytest

from kg.resolve import Facts

MEANT = [
    ('"I will not step down," Prime Minister Ali Demir said.', "departure", "denied", {"Ali Demir": "actor"}),
    ('President Ana Reyes is going. "I intend to step down in May," she said.', "departure", "planned", {"Ana Reyes": "actor"}),
    ('"I met President Ana Reyes in Rome," Peruvian Prime Minister Ali Demir said.', "meeting", "happened", {"Ali Demir": "actor", "Ana Reyes": "target"}),
    ('"My visit to Beijing was a success," Peruvian Prime Minister Ali Demir said.', "visit", "happened", {"Ali Demir": "actor"}),
    ('"We have expelled three Russian diplomats," Estonian Foreign Minister Jan Novak said.', "sanction", "happened", {"Estonia": "actor", "Russia": "target"}),
    ('"India attacked us at night," Pakistani Defence Minister Ali Demir said.', "attack", "happened", {"India": "actor", "Pakistan": "target"}),
    ('"We condemn the vote," the French foreign ministry said.', "accusation", "happened", {"foreign ministry": "actor"}),
    ('"We call on Russia to withdraw its forces," NATO Secretary General Ali Demir said.', "demand", "happened", {"NATO": "actor", "Russia": "target"}),
    ('"We support Ukraine," Canadian Foreign Minister Ana Reyes said. "We will send troops to Kenya."', "mobilisation", "planned", {"Canada": "actor", "Kenya": "target"}),
    ('French President Karl Roux met Ali Demir. "We agreed to set up a fund," Roux said.', "agreement", "happened", {"Karl Roux": "actor", "Ali Demir": "actor"}),
    ('French President Karl Roux met Ali Demir. "We agreed with Chad to set up a fund," Roux said.', "agreement", "happened", {"France": "actor", "Chad": "target"}),
    ('"Let us sign the treaty with Chad," Peruvian President Ali Demir said.', "agreement", "possible", {"Peru": "actor", "Chad": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "modality", "parties"), MEANT, ids=[row[0] for row in MEANT])
def test_who_speaks_does_it(
    facts_of: Callable[..., Facts], text: str, kind: str, modality: str, parties: dict[str, str]
) -> None:
    facts = facts_of(text)
    found = [e for e in facts.events if e.type == kind]
    assert [(e.modality, {facts.entities[i].name: part for i, part in e.participants}) for e in found] == [
        (modality, parties)
    ]


NOT_MEANT = [
    ("We condemn the vote in Chad.", "accusation"),  # a writer's
    ('A banner read: "We support Ukraine."', "support"),
    ('"We reject the plan," Ana Reyes, a resident, said.', "rejection"),
    ('Ali Demir won. "We had a good meeting," Peruvian President Ana Reyes said.', "meeting"),  # with whom?
    ('"I resigned," the fisherman said.', "departure"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_MEANT, ids=[row[0] for row in NOT_MEANT])
def test_nobody_known_speaks(facts_of: Callable[..., Facts], text: str, kind: str) -> None:
    assert kind not in {e.type for e in facts_of(text).events}


def test_i_think_is_said_once(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of('"I think Russia will attack Estonia," Peruvian President Ali Demir said.')
    assert len(facts.statements) == 1
    assert [facts.entities[e.claimed_by].name for e in facts.events if e.claimed_by is not None] == ["Ali Demir"]
