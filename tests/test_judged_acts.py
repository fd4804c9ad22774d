"""Whose act it is that somebody condemns or welcomes by a noun alone, told in a sentence before."""

from collections.abc import Callable

import pytest

from kg.resolve import Facts

JUDGED = [
    ("Iran offered Eritrea help on Monday. Djibouti welcomed the offer.", "support", {"Iran"}),
    ("Chad expelled Niger's ambassador on Monday. Mali condemned the move.", "accusation", {"Chad"}),
    ("Russia attacked Kyiv on Friday. The attack was condemned by Poland.", "accusation", {"Russia"}),
    ("Chad said it would withdraw its troops from Mali. Niger welcomed the decision.", "support", {"Chad"}),
    ("Chad and Mali signed an agreement on Friday. Peru welcomed the deal.", "support", {"Chad", "Mali"}),
    ("Chad demanded that Mali leave. Mali rejected the demand.", "rejection", {"Chad"}),
    ("Israel's prime minister said that Iran was a threat. Iran rejected the remarks.", "rejection", {"Israel"}),
    # nobody is told to have done it, or the article told of it long before
    ("Rebels killed ten people in Goma. Peru condemned the killings.", "accusation", set()),
    ("Russia attacked Kyiv. It rained. It snowed. It was cold. Poland condemned the attack.", "accusation", set()),
    # another act than the one told
    ("Russia attacked Kyiv on Friday. Poland condemned the arrest.", "accusation", set()),
    ("Russia attacked Kyiv on Friday. Poland condemned the attack on a market.", "accusation", set()),
    ("Russia denied that it had attacked Kyiv. Poland condemned the attack.", "accusation", set()),
    ("Peru appealed to Chad to wait. Mali rejected the appeals.", "rejection", set()),
    # one's own
    ("Chad attacked Mali on Friday. Ali Demir, Chad's president, praised the attack.", "support", set()),
    # "the move" of two
    ("The EU imposed sanctions on Belarus. Belarus recalled its ambassador to the EU. Poland praised the move.", "support", set()),
    ("Chad expelled an envoy of Peru, and Niger arrested Ali Demir. Mali condemned the move.", "accusation", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "targets"), JUDGED)
def test_whose_act_is_judged(text: str, kind: str, targets: set[str], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    judgement = [event for event in facts.events if event.type == kind][-1]
    assert {facts.entities[i].name for i, part in judgement.participants if part == "target"} == targets


def test_a_judged_act_from_another_sentence_is_less_certain(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad expelled Niger's ambassador on Monday. Mali condemned the move.")
    [judgement] = [event for event in facts.events if event.type == "accusation"]
    assert judgement.evidence[0].confidence == pytest.approx(0.7)


def test_a_judged_act_leads_back_to_who_did_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad expelled Niger's ambassador on Monday. Mali condemned the move.")
    [judgement] = [event for event in facts.events if event.type == "accusation"]
    named = {reference.mention: reference for reference in facts.references}
    assert {facts.article.text[named[i].begin : named[i].end] for i in judgement.evidence[0].mentions} == {
        "Chad",
        "Mali",
    }
