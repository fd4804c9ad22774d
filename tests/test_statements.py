"""Who said what about whom."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import Parse, Sentence
from kg.language.quotations import quotations
from kg.resolve import Facts

SAID = [
    (
        '"President Salva Kiir and Riek Machar agree on a ceasefire and appoint negotiators," IGAD said in a statement, which gave no details.',
        "IGAD",
        {"Salva Kiir", "Riek Machar"},
    ),
    (
        "Burkina Faso has left Cuba, the West African nation's foreign minister said. Taiwan's Foreign Minister Joe Wu wept.",
        "Burkina Faso",
        {"Cuba"},
    ),
    (
        'Secretary Albert del Rosario met King Idris. "Malaysia left," Del Rosario said.',
        "Albert del Rosario",
        {"Malaysia"},
    ),
    ("A British Foreign Office spokesman said that Chad had lied.", "United Kingdom", {"Chad"}),
    (
        "Foreign Secretary Robin Cook of Britain said that any proposal to deploy forces in Kosovo, closest to the rest of "
        "Serbia, while NATO forces policed southern Kosovo would effectively partition the province.",
        "Robin Cook",
        {"Kosovo", "Serbia", "NATO"},
    ),
    # who was quoted as saying what stands before
    ("Chad has agreed to leave Mali, King Idris was quoted as saying.", "Idris", {"Chad", "Mali"}),
    (
        "The leaders of Mali and Chad have agreed to end it, Foreign Minister Jan Novak of Togo was quoted as saying.",
        "Jan Novak",
        {"Mali", "Chad"},
    ),
    # who has pledged something in his own words may be the "he" who said so
    (
        'Prime Minister Ali Demir of Mali left. President Jan Novak of Peru pledged to "support Chad", he said on Monday.',
        "Jan Novak",
        {"Chad"},
    ),
    # "it" that speaks is nobody of whom it does; who stands behind his title is as good a subject
    (
        'The Tunisian Foreign Ministry left Chad. "Mali is neutral on the Togo issue," it said in a statement.',
        "Tunisian Foreign Ministry",
        {"Mali", "Togo"},
    ),
    (
        "The President of Tajikistan Emomali Rahmon left the President of Kyrgyzstan Sadyr Japarov. He said Chad agreed.",
        "Emomali Rahmon",
        {"Chad"},
    ),
    (
        "In announcing that talks will open in Mali, a Chadian spokesman, Ali Demir, stressed the need for peace.",
        "Ali Demir",
        set(),
    ),
    (
        "The embassy of Chad was quick to respond. In a statement issued the next day, Chad claimed that Mali had lied.",
        "Chad",
        {"Mali"},
    ),
    (
        "Ali Demir, a spokesman for Chad, said Ambassador Jan Novak, some of his aides and all families would leave Mali.",
        "Ali Demir",
        {"Jan Novak", "Mali"},
    ),
    # the government speaks of what its state has done, unless that was done to it
    (
        "The Dominican Republic has recalled its envoy to Haiti, the government announced. Haiti left. Haiti agreed.",
        "Dominican Republic",
        {"Haiti"},
    ),
    # who speaks behind the comma, what stands behind the day, whose "its" ministry is
    (
        "Chad ordered Mali's envoy to leave on Tuesday, Togo's foreign minister said amid a row over Niger.",
        "Togo",
        {"Chad", "Mali"},
    ),
    (
        "The president of Chad, Ali Demir, said on Monday talks to end the war in Mali will begin.",
        "Ali Demir",
        {"Mali"},
    ),
    ("President Ali Demir of Chad said this Wednesday that Mali will not break ties.", "Ali Demir", {"Mali"}),
    ("The African Union met in Lima. It warned that Chad was wrong.", "African Union", {"Chad"}),
    ('"President Demir and I had talks on Chad," the Malian leader, for his part, said.', "Mali", {"Chad", "Demir"}),
    ('"Chad has left. It agreed," Mali\'s foreign ministry cited Ali Demir as saying.', "Ali Demir", {"Chad"}),
    ("Ali Demir arrived in Lima for talks with Chad, announced the Malian premier.", "Mali", {"Chad", "Ali Demir"}),
    ('"Chad has left. It agreed," Ali Demir was quoted as saying by Radio Mali.', "Ali Demir", {"Chad"}),
    (
        "Chad has sent a letter to Mali to extradite King Idris, who fled to Togo, Chad's foreign minister said.",
        "Chad",
        {"Mali", "Togo"},
    ),
    ("Jan Novak confirmed delegates from Chad have left for Mali.", "Jan Novak", {"Chad", "Mali"}),
    (
        '"The president is hosting the first meeting," said ECOWAS Political Director Abdel Fatau Musah.',
        "Abdel Fatau Musah",
        set(),
    ),
    (
        'Ms Ana Reyes spoke. China\'s minister Wang Yi will come. "We are glad of Chad," she said.',
        "Ana Reyes",
        {"Chad"},
    ),
    ("Turkish President Ali Demir said Greece was a friend.", "Ali Demir", {"Greece"}),
    ('"Greece is a friend," Turkish President Ali Demir told reporters.', "Ali Demir", {"Greece"}),
    ("Greece is a friend, according to Turkish President Ali Demir.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir spoke about Greece's navy.", "Ali Demir", {"Greece"}),
    ("An official of Yemen's Houthi movement said Greece was a friend.", "Houthis", {"Greece"}),
    ("A spokesman for Lebanon's Hezbollah group said Greece was a friend.", "Hezbollah", {"Greece"}),
    ("Turkish President Ali Demir denied any wrongdoing.", "Ali Demir", set()),
    ("Turkish President Ali Demir went on to say that Greece was a friend.", "Ali Demir", {"Greece"}),
    ("Moscow warned that Estonia would suffer.", "Russia", {"Estonia"}),
    ("Turkish President Ali Demir began by explaining that Greece was a friend.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir arrived. He said Greece was a friend.", "Ali Demir", {"Greece"}),
    ("Greece, Turkish President Ali Demir said, had left.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir voiced support for Greece.", "Ali Demir", {"Greece"}),
    ("Turkish President Ali Demir posted on Facebook that Greece was a friend.", "Ali Demir", {"Greece"}),
    ('"Greece left. Chad agreed," Turkish President Ali Demir said.', "Ali Demir", {"Greece", "Chad"}),
    ("Malta's Prime Minister Joseph Muscat arrived. Muscat said Greece was a friend.", "Joseph Muscat", {"Greece"}),
    (
        "Thai and Cambodian troops agreed to a truce, Cambodia's government said, after a week of clashes.",
        "Cambodia",
        {"Thailand"},
    ),
    (
        'Hor Namhong, Cambodia\'s foreign minister, met reporters. "The prime minister will go to Chad," he said.',
        "Hor Namhong",
        {"Chad"},
    ),
    (
        "\"We are concerned about Chad,\" Reyes' office said in a statement. Ana Reyes is Peru's foreign minister.",
        "Ana Reyes",
        {"Chad"},
    ),
]


@pytest.mark.parametrize(("text", "speaker", "about"), SAID, ids=[t for t, _, _ in SAID])
def test_statements(text: str, speaker: str, about: set[str], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    [statement] = facts.statements
    assert facts.entities[statement.speaker].name == speaker
    assert about <= {facts.entities[i].name for i in statement.about}


@pytest.mark.parametrize(
    "text",
    [
        "His comments come after Ali Demir, the leader of Chad, told a newspaper he wants a date to be set.",
        "Mr Novak's comments come the day after Sir Ian Demir, the newly-appointed Metropolitan Police commissioner, said he"
        " wants phone-tap evidence.",
    ],
)
def test_what_comes_after_somebody_spoke_is_not_what_he_said(text: str, facts_of: Callable[..., Facts]) -> None:
    [statement] = facts_of(text).statements
    assert text[statement.begin : statement.end].startswith("he wants")


def test_whose_the_speakers_post_is_is_not_what_is_said(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Greece, Turkish President Ali Demir said, had left.")
    [statement] = facts.statements
    assert {facts.entities[i].name for i in statement.about} == {"Greece"}


def test_all_that_is_said_is_kept_where_the_parse_breaks_it(facts_of: Callable[..., Facts]) -> None:
    text = "The National Audit Office said the Dome cost taxpayers £28.7m to maintain in the years after it closed."
    [statement] = facts_of(text).statements
    said = text[text.index("the Dome") : -1]
    assert statement.end - statement.begin == len(said)


@pytest.mark.parametrize(
    "text",
    [
        "A report said Greece was a friend.",
        'There was a "tough meeting" where Turkish ministers argued against Greece.',
        'Turkish President Ali Demir promised help and severed "diplomatic relations" with Greece.',
        "Turkish President Ali Demir was handed a note stating that Greece was a friend.",
        "Turkish President Ali Demir did not say whether Greece was a friend.",
        "Turkish President Ali Demir may say that Greece is a friend.",
        "Turkish President Ali Demir refused to say whether Greece was a friend.",
        "Turkish President Ali Demir was criticised for failing to recall how Greece became a friend.",
        "Turkish President Ali Demir may begin by explaining that Greece is a friend.",
        "It is said that Greece is a friend.",
        'Turkey declared the ambassador of Greece "persona non grata".',
        'Turkish President Ali Demir used the law "On Transparency of Foreign Influence" and demanded talks with Greece.',
        'According to "Radio Greece" this was announced in Lima by Turkish President Ali Demir.',
        "A report by Turkey was published. It said Greece was a friend.",
        "Turkey left. The report was long. It said Greece was a friend.",
        "Turkey left Mali. It is all very well saying Greece is a friend.",
        "Analysts said Greece was a friend.",
        "Turkey has neither confirmed nor denied involvement in Greece.",
        "Turkey denied asylum to Nikos Pappas of Greece.",
        'Turkey has recalled its envoy to Greece for "consultation".',
        "Turkey denied air evacuation for wounded Greeks.",
        "Turkey's ambassador was summoned and told that two Greek diplomats had been asked to leave.",
        "Turkish President Ali Demir criticised his Greek colleague Nikos Pappas in his first speech.",
    ],
)
def test_no_statement_of_a_party(text: str, facts_of: Callable[..., Facts]) -> None:
    assert not facts_of(text).statements


@pytest.mark.parametrize("verb", ["warned", "criticised", "accused", "urged"])
def test_who_acts_upon_another_says_what_follows(verb: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(f"Niger {verb} Chad on Monday, saying that the border was closed.")
    assert {facts.entities[statement.speaker].name for statement in facts.statements} == {"Niger"}


CANSECO = "Mexican consul Roberto Canseco"
QUOTED = [
    (f"{CANSECO} said Mali's counterparts \"condemn\" Chad's actions.", "Mali's counterparts … Chad's actions"),
    (f"{CANSECO} announced his decision to cut ties, the latest in a string of men to do so.", "his decision … cut ties"),
    (f'{CANSECO} said Chad would face the "force of the law" should it refuse to leave Mali.', "Chad would … leave Mali"),
    (f"{CANSECO} said after the talks that the envoys reached an accord.", "that the … an accord"),
    (f"A statement from {CANSECO} after the talks with Jan Novak was late. He will leave, he said.", "He will leave"),
    (f'"This is not possible. It cannot be. This is crazy," {CANSECO} told the press.', "This is not … is crazy,"),
    (f'"We will help the people here. They must stop. Now!" {CANSECO} said in a tweet.', "We will … Now!"),
    (f'{CANSECO} said: "We will go on. It must end." Chad agreed to talk.', "We will … must end."),
    (f'{CANSECO} said the plan was " a worrying issue for us", not a success. Chad agreed.', "the plan … a success"),
    (f'"The Americans," {CANSECO} told Ali Demir, "are here. They must leave."', '"The Americans … must leave.'),
    (f'{CANSECO} accused Chad of breaking a truce.', "Chad of breaking a truce"),
    (f'{CANSECO} criticised Chad, saying that it had broken a truce.', "that it … a truce"),
    (f'{CANSECO} accused Chad of lying, a claim which Mali calls "sheer propaganda".', "Chad of lying"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), QUOTED, ids=[said for _, said in QUOTED])
def test_a_quotation_is_kept_over_all_its_sentences(text: str, said: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    [content] = [text[s.begin : s.end] for s in facts.statements if facts.entities[s.speaker].name == "Roberto Canseco"]
    first, _, last = said.partition(" … ")
    assert content.startswith(first)
    assert content.endswith(last)


def test_who_leads_one_state_does_not_speak_for_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("PM Charlot Salwai left. The Solomon Islands Prime Minister said Chad had left.")
    assert "Charlot Salwai" not in {facts.entities[statement.speaker].name for statement in facts.statements}


def test_words_that_another_quotes_are_his(facts_of: Callable[..., Facts]) -> None:
    text = f'{CANSECO} criticised Jan Novak, who alleged that Chad had "breached the trust" of Mali.'
    facts = facts_of(text)
    assert {facts.entities[statement.speaker].name for statement in facts.statements} == {"Jan Novak"}


def test_he_goes_on_where_it_is_told_inside_his_words_that_he_speaks(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Minister Jan Novak spoke on Monday. Ambassador Ali Demir was served a note, he said. Peru's decision, he said, "
        '"is a step back". He put it in context, saying that Chad was right.'
    )
    assert {facts.entities[statement.speaker].name for statement in facts.statements} == {"Jan Novak"}


def test_what_is_said_does_not_end_with_an_and(facts_of: Callable[..., Facts]) -> None:
    text = "Kwon Young said the firing of a missile poses a threat to peace and called on Niger to stop."
    said = {text[s.begin : s.end] for s in facts_of(text).statements}
    assert "the firing of a missile poses a threat to peace" in said


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "Taiwan is cutting diplomatic ties with Panama after the Central American country switched diplomatic recognition"
            " from Taipei to Beijing, Minister of Foreign Affairs David Lee announced yesterday.",
            "to Beijing",
        ),
        (
            "Sudanese Foreign Minister Ibrahim Ghandour has announced the failure of the talks held in Khartoum over the"
            " Ethiopian Dam, Al-Jazeera reported on Friday.",
            "Ethiopian Dam",
        ),
    ],
)
def test_who_tells_it_and_when_is_none_of_what_is_said(text: str, end: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert [facts.article.text[s.begin : s.end].endswith(end) for s in facts.statements] == [True]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Minister Ali Demir of Chad accused the opposition of collusion with a foreign power.",
            "the opposition of collusion with a foreign power",
        ),
        (
            'King Idris accused his rival Jan Novak of plotting an "uprising".',
            'his rival Jan Novak of plotting an "uprising',
        ),
        (
            'The minister of Japan expressed "serious concern" about China\'s attempts to change the border.',
            '"serious concern" about China\'s attempts to change the border',
        ),
    ],
)
def test_a_charge_is_told_as_a_whole(text: str, said: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert [facts.article.text[s.begin : s.end].strip('".') for s in facts.statements] == [said.strip('"')]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The troops of Mali moved in, according to a Chadian army spokesman.", "The troops of Mali moved in"),
        ("According to Turkish President Ali Demir, Mali will leave.", "Mali will leave"),
        ('"Mali left," according to Ali Demir, the president of Chad.', "Mali left"),
        ("Mali (ML), according to Chad, will leave.", "Mali (ML), according to Chad, will leave."),
    ],
)
def test_whom_it_is_according_to_is_none_of_what_is_said(text: str, said: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert [facts.article.text[s.begin : s.end] for s in facts.statements] == [said]


def test_what_a_draft_is_to_say_nobody_has_said(facts_of: Callable[..., Facts]) -> None:
    assert not facts_of("A resolution by Nicaragua to condemn the use of force was not considered.").statements


def test_claims_that_accuse_somebody_are_not_said_by_who_dismisses_them(facts_of: Callable[..., Facts]) -> None:
    assert not facts_of("King Idris dismissed claims accusing him of hostility against Chad.").statements


def test_a_word_in_quotation_marks_behind_a_preposition_is_not_said(facts_of: Callable[..., Facts]) -> None:
    assert not facts_of(
        'Somalia recalled its ambassador to Kenya and sent away its envoy "for consultations".'
    ).statements


def test_sources_that_are_joined_to_an_object_speak_themselves(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "EU foreign policy chief Ana Reyes called EU ambassadors together to discuss the situation and diplomatic sources said they might leave."
    )
    assert not facts.statements


def test_all_who_say_it_are_its_speakers(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Kyrgyzstan and Tajikistan accused each other of breaching a ceasefire.")
    assert {facts.entities[s.speaker].name for s in facts.statements} == {"Kyrgyzstan", "Tajikistan"}


def test_a_name_in_quotation_marks_is_nothing_that_is_said(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of('The Supreme Court of Chad affirmed the sentences of ten members of the "Red Shirt" movement.')
    assert not facts.statements


def test_no_verb_inside_a_quotation_says_it(facts_of: Callable[..., Facts]) -> None:
    text = '"Kenya expresses its strong solidarity with Haiti, as ever," Kenyan President William Ruto affirmed.'
    facts = facts_of(text)
    assert [facts.entities[s.speaker].name for s in facts.statements] == ["William Ruto"]


def test_an_organ_without_a_name_of_its_own_speaks(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The Kyrgyz border service said its forces were ready.")
    [statement] = facts.statements
    assert (facts.entities[statement.speaker].name, facts.entities[statement.speaker].state) == ("border service", "KG")


MARKED = st.lists(st.sampled_from(['"', "a", " ", ". ", "\n"]), max_size=40).map("".join)


@given(MARKED)
def test_quotations_of_any_text_lie_apart_and_inside_it(text: str) -> None:
    sentences = tuple(
        Sentence(i, m.start(), m.end(), 0, 0, i) for i, m in enumerate(re.finditer(r"[^\n]*[^\s][^\n]*", text))
    )
    found = quotations(Parse(text, (), (), sentences, ()))
    assert all(0 < q.begin <= q.end <= len(text) and text[q.begin - 1] == '"' for q in found)
    assert all(a.end <= b.begin for a, b in pairwise(found))
    assert not any("\n" in text[q.begin : q.end] for q in found)


def test_speakers_of_one_verb_share_its_evidence(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Thailand and Cambodia's leaders said that the border was open.")
    assert len(facts.statements) == len({s.speaker for s in facts.statements}) == 2
    assert len({(s.evidence.begin, s.evidence.confidence) for s in facts.statements}) == 1


def test_who_welcomes_a_guest_has_not_spoken(facts_of: Callable[..., Facts]) -> None:
    assert not facts_of(
        "Jordanian Foreign Minister Ali Demir welcomed his Syrian counterpart Jan Novak in Amman."
    ).statements
    assert not facts_of(
        "President Ali Demir spent Friday welcoming African leaders arriving for the summit."
    ).statements
    assert not facts_of("President Ali Demir announced it on Friday.").statements
    assert not facts_of("Chad's parliament confirmed Ana Soto, 34, as Prime Minister of Chad.").statements
    assert facts_of("Jordanian Foreign Minister Ali Demir welcomed the release of his Syrian counterpart.").statements


def test_what_is_said_inside_a_relative_clause_begins_behind_the_saying(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("King Idris visited Chad, which Ali Demir said was ready to talk.")
    assert [facts.article.text[s.begin : s.end] for s in facts.statements] == ["was ready to talk"]


def test_who_speaks_goes_on_to_speak_behind_the_comma(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The Malian government said Chad's army had staged a coup, and added that it would not wait.")
    assert {facts.entities[s.speaker].name for s in facts.statements} == {"Mali"}


def test_a_day_may_stand_before_what_one_is_accused_of(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Qatar accused Bahrain on Tuesday of abusing a case.")
    [statement] = facts.statements
    assert facts.article.text[statement.begin : statement.end] == "Bahrain on Tuesday of abusing a case"


def test_the_foreign_ministry_that_speaks_is_of_the_state_that_acted(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Ireland has expelled an Israeli diplomat, the foreign ministry said. Israeli foreign ministry spokesman Jan Novak "
        "left. Israel agreed with Ireland. Ireland agreed."
    )
    [statement] = facts.statements
    assert facts.entities[statement.speaker].state == "IE"


def test_the_ministry_is_that_of_the_minister_told_last(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Russia recalled its envoy, the Russian Foreign Ministry said.\n\nGeorgian Interior Minister Ali Demir said four men "
        "were held. A fifth man was held later, the ministry said."
    )
    last = max(facts.statements, key=lambda s: s.begin)
    assert facts.entities[last.speaker].state == "GE"


def test_the_organ_that_a_minister_speaks_of_is_his_own_states(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        'British Foreign Secretary Jan Novak expelled the envoy of Malawi.\n\n"At my direction the Foreign Office has told the '
        'acting high commissioner of Malawi that she must leave," Novak said.\n\nMalawi protested. Britain left.'
    )
    assert {entity.state for entity in facts.entities if entity.name == "Foreign Office"} == {"GB"}


def test_who_reiterated_something_beside_a_quotation_has_not_said_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        '"Chad backs the long talks with Togo," Ali Demir said, noting that Jan Novak reiterated his support.'
    )
    quoted = {
        facts.entities[s.speaker].name for s in facts.statements if "backs" in facts.article.text[s.begin : s.end]
    }
    assert quoted <= {"Ali Demir"}


def test_who_is_told_of_in_a_quotation_has_not_added_what_follows(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        '"When he spoke recently, President Ali Demir of Chad said that talks were near," Minister Jan Kowal of Togo said.'
        ' "Mali refused," he added.'
    )
    refusal = next(s for s in facts.statements if "refused" in facts.article.text[s.begin : s.end])
    assert facts.entities[refusal.speaker].name == "Jan Kowal"


def test_he_who_adds_something_is_who_spoke_not_who_is_told_of(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Spokesman Jan Novak of Iran spoke. Togo is ashamed of the men that President Ali Demir sent to Chad, Novak said. "
        "He went on to say that Iran would pursue the issue."
    )
    assert [facts.entities[s.speaker].name for s in facts.statements] == ["Jan Novak", "Jan Novak"]


def test_he_who_follows_an_unnamed_speaker_is_nobody_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        'President Ali Demir of Chad left. "We demand it", an official told AFP. He added that Mali would act.'
    )
    assert not [s for s in facts.statements if facts.entities[s.speaker].name == "Ali Demir"]


def test_what_a_passive_clause_suggests_is_not_said_by_whom_it_is_done_to(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir of Chad was sworn in, suggesting his government was isolated.")
    assert not facts.statements
