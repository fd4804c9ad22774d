"""Events with who, when, where, whether they happened and who says so."""

from collections.abc import Callable

import pytest

from kg.resolve import Event, Facts


def only(facts: Facts, kind: str) -> Event:
    [event] = [e for e in facts.events if e.type == kind]
    return event


def who(facts: Facts, event: Event) -> dict[str, str]:
    return {facts.entities[i].name: part for i, part in event.participants}


MODALITIES = [
    ("Chad would cooperate in any investigations that Mali carries out.", "accusation", "possible"),
    ("Ali Demir left Chad after a string of accusations that Mali had bombed Togo.", "attack", "possible"),
    ("President Ali Demir is to visit the Chadian capital on Tuesday.", "visit", "planned"),
    ("Israel suspended its plans to annex Gaza.", "coercion", "denied"),
    ("Ali Demir of Chad, who has said he would meet Jan Novak, left.", "meeting", "planned"),
    ("Serbia has revoked its decision to expel Chad's ambassador.", "sanction", "denied"),
    ("Serbia revoked the decision on expelling Chad's ambassador.", "sanction", "denied"),
    ("Serbia made the decision to expel Chad's ambassador.", "sanction", "planned"),
    ("Chad ordered General Ali Demir arrested.", "coercion", "happened"),
    ("Chad ordered the army to arrest General Ali Demir.", "coercion", "planned"),
    ("Libya sent troops to Faya to stop Turkish aggression.", "attack", "happened"),
    ("Ali Demir of Chad was one of the first leaders to recognize Mali.", "support", "happened"),
    (
        "Chad wants to cut ties with Mali since the Security Council adopted a resolution in March.",
        "legislation",
        "happened",
    ),
    ("Chad said it would act since Mali had attacked Niger.", "attack", "happened"),
    ("Ali Demir of Chad was not present to welcome President Jan Novak of Mali.", "meeting", "denied"),
    ("The army was sent to stop the attacks by Chad on Mali.", "attack", "happened"),
    ("Mali prevented the attacks by Chad on Niger.", "attack", "denied"),
    ("Ali Demir led a debate on the killing of four farmers by soldiers of Mali.", "attack", "happened"),
    ("Jan Novak hoped to travel to Mali for talks with Chad.", "negotiation", "possible"),
    ("Jan Novak plans to travel to Mali for talks with Chad.", "negotiation", "planned"),
    ("Ali Demir's agenda includes talks with Mali's president.", "negotiation", "planned"),
    ("Niger would agree if Chad was prepared to expel Mali's envoy.", "sanction", "possible"),
    (
        "Within hours of the announcement of Ali Demir's release by Chad, Mali's president called a meeting.",
        "concession",
        "happened",
    ),
    ("The talks saw Chad sign the treaty with Mali.", "agreement", "happened"),
    ("Chad wants to see Niger sign a treaty with Mali.", "agreement", "possible"),
    ("Niger is demanding an explanation from Mali as to why its general was arrested in Rome.", "coercion", "happened"),
    ("Chad asked why Mali should attack Niger.", "attack", "possible"),
    ("Chad's government reaffirmed that it would continue to recognise Niger.", "support", "planned"),
    ("The meeting, which came three weeks before Chad holds an election, prompted a note.", "election", "planned"),
    ("Chad voiced disapproval of the fact that Ali Demir was arrested.", "coercion", "happened"),
    ("Mali would not act as long as Chad agreed to hold talks with Niger.", "agreement", "possible"),
    (
        "Mali's president has accepted an invitation from Chad to meet on April 20 at the palace.",
        "agreement",
        "happened",
    ),
    ("Mali poses no threat to Chad and supports the talks.", "support", "happened"),
    ("Chad made Mali withdraw its troops.", "concession", "happened"),
    ("Chad could make Mali withdraw its troops.", "concession", "possible"),
    (
        "Leaders of Chad would discuss the situation next week at a Mercosur summit in Lima, Mali said.",
        "meeting",
        "planned",
    ),
    ("Chad called off a deal allowing Mali to build a base.", "concession", "denied"),
    ("Ali Demir of Chad discussed expanding cooperation with Mali in key areas.", "cooperation", "possible"),
    ("Ali Demir said that Jan Novak would serve his sentence and then be arrested.", "coercion", "planned"),
    ("Demir wanted to refer to the killings of Armenians by Chad.", "attack", "happened"),
    ("Chad accused Mali of arming rebels, allegations Mali has denied.", "accusation", "happened"),
    ("Chad called an emergency meeting of the Security Council.", "meeting", "planned"),
    ("Chad called the meeting with Mali a success.", "meeting", "happened"),
    ("With Chad refusing to sign the pact, talks failed.", "rejection", "happened"),
    ("India was told of the spate of attacks on Indian students in Mali.", "attack", "happened"),
    ("In such conditions it is impossible to negotiate with Chad.", "negotiation", "denied"),
    ("It is possible to negotiate with Chad.", "negotiation", "possible"),
    ("Students in Lima took to the streets, chanting slogans.", "protest", "happened"),
    ("The president of Chad vowed never to negotiate with Mali.", "rejection", "happened"),
    ("Chad opted to sign the treaty with Mali.", "agreement", "planned"),
    ("Chad and Mali failed to agree on a border.", "agreement", "denied"),
    ("A foiled plot to carry out attacks in Mali worried Chad.", "attack", "denied"),
    ("Iran plots attacks in Chad.", "attack", "planned"),
    ("There will not be a meeting of Chad and Mali.", "meeting", "denied"),
    ("There will be a meeting of Chad and Mali on Friday.", "meeting", "planned"),
    ("Ali Demir of Chad said he would meet Jan Novak in Lima, ruling out separate talks.", "rejection", "happened"),
    ("Sudan recalled its envoy in protest against Kenya hosting the meetings.", "meeting", "happened"),
    ("Sudan decided against hosting a meeting with Kenya.", "meeting", "denied"),
    ("They want talks with Chad's president Ali Demir, said Jan Novak.", "negotiation", "possible"),
    ("Ali Demir of Chad has said the meeting will go ahead, blaming Mali for the row.", "accusation", "happened"),
    ("Chad has dropped plans to expel Mali's envoy.", "sanction", "denied"),
    ("Chad did not drop plans to expel Mali's envoy.", "sanction", "planned"),
    ("The department could not confirm the meeting between Ali Demir and Jan Novak.", "meeting", "possible"),
    ("The Canadian delegate to the OAS meeting recommended that Jan Novak not return.", "meeting", "happened"),
    ("Chad recommended talks with Mali.", "negotiation", "possible"),
    ("Kiev forgot about coordinating the withdrawal with Moscow.", "cooperation", "denied"),
    ("Ministers will meet on Saturday, with a meeting of Chad and Mali on Friday in Lima.", "meeting", "planned"),
    ("Chad accused Mali of arming rebels, a charge Bamako denied.", "accusation", "happened"),
    (
        "Chad accused Mali of arming rebels, a charge Mali denied and answered by leaving the summit.",
        "accusation",
        "happened",
    ),
    ("Chad argued that General Jan Novak should not have been arrested.", "coercion", "happened"),
    ("Chad said that General Jan Novak should not be arrested.", "coercion", "denied"),
    (
        "Japan and Chad agreed on the importance of fully implementing U.N. sanctions against Mali.",
        "sanction",
        "happened",
    ),
    ("Ama Mensah tried to settle the row by apologising to Togo.", "support", "happened"),
    ("Chad did not try to calm the tensions by releasing prisoners.", "concession", "denied"),
    ("Chad wants to calm the tensions by releasing prisoners.", "concession", "possible"),
    (
        "The about-turn followed mounting pressure for the resignation of President Ali Demir of Chad.",
        "departure",
        "possible",
    ),
    ("Troops will leave on the condition that Morocco promises to stay away from Perejil.", "agreement", "possible"),
    ("Algeria severed ties due to hostile acts, accusing Morocco of complicity.", "accusation", "happened"),
    ("He told Reuters earlier that China had demanded Lithuania change its position.", "demand", "happened"),
    ("Canada was alarmed to learn Saudi authorities have arrested Ali Demir.", "coercion", "happened"),
    ("Uruguay considers attacking Argentina.", "attack", "possible"),
    ("Uruguay considers that Argentina has violated the treaty and attacked it.", "attack", "happened"),
    ("Ali Demir asserted the importance of holding elections in Libya.", "election", "possible"),
    ("Ali Demir is refusing to step down after losing the election in Chad.", "election", "happened"),
    (
        "Chad will seek a prison term for Ali Demir, who claimed after his arrest that he was innocent.",
        "coercion",
        "happened",
    ),
    ("Chad and Mali agreed to end their dispute after talks brokered by Norway.", "negotiation", "happened"),
    ("Ali Demir flew to Rome to meet President Ana Reyes.", "meeting", "planned"),
    ("Ali Demir will fly to Rome to meet President Ana Reyes.", "meeting", "planned"),
    ("France was about to send troops to Mali.", "mobilisation", "planned"),
    ("France has yet to send troops to Mali.", "mobilisation", "denied"),
    ("Jan Novak asked whether France was about to send troops to Mali.", "mobilisation", "possible"),
    ("France hopes to send troops to Mali.", "mobilisation", "possible"),
    ("France almost attacked Mali.", "attack", "denied"),
    ("France attacked almost all of Mali.", "attack", "happened"),
    ("France was dissuaded from attacking Mali.", "attack", "denied"),
    ("France decided against attacking Mali.", "attack", "denied"),
    ("Chad called off an attack on Mali.", "attack", "denied"),
    ("An attack by Chad on Mali was averted.", "attack", "denied"),
    ("Had Chad attacked Mali, Niger would have helped.", "attack", "possible"),
    ("Chad's threatened attack on Mali was discussed.", "attack", "possible"),
    ("Rumours that Chad attacked Mali angered Niger.", "attack", "possible"),
    ("Rumours that Chad attacked Mali are false.", "attack", "denied"),
    ("It is not true that Chad attacked Mali.", "attack", "denied"),
    ("It is true that Chad attacked Mali.", "attack", "happened"),
    (
        "Ali Demir was barred from holding office for six years for disregarding decisions by Jan Novak.",
        "rejection",
        "happened",
    ),
    ("France sent troops to Mali.", "mobilisation", "happened"),
    ("The cancellation of the summit between Angola and Rwanda angered Congo.", "meeting", "denied"),
    ("The postponement of the summit between Angola and Rwanda angered Congo.", "meeting", "planned"),
    ("France congratulated Ana Soto on becoming president of Chad.", "appointment", "happened"),
    ("France condemned the decision of Chad to suspend cooperation with Mali.", "sanction", "happened"),
    ("Chad announced its decision to suspend cooperation with Mali.", "sanction", "planned"),
    ("Serbia has joined talks aimed at better relations with Kosovo.", "negotiation", "happened"),
    ("France will send troops to Mali.", "mobilisation", "planned"),
    ("France plans to send troops to Mali.", "mobilisation", "planned"),
    ("Jan Novak suggested he send troops to Mali.", "mobilisation", "possible"),
    ("The dispute could lead to Chad's invasion of Mali.", "attack", "possible"),
    ("The dispute led to Chad's invasion of Mali.", "attack", "happened"),
    ("France refused to comment on threats by President Ali Demir to attack Mali.", "threat", "happened"),
    ("The deployment of Kenyan troops to Haiti is on hold.", "mobilisation", "planned"),
    ("Media reports suggested that France had sent troops to Mali.", "mobilisation", "possible"),
    ("Jan Novak said he sent troops to Mali.", "mobilisation", "happened"),
    ("President Ali Demir's visit to Mali has been postponed.", "visit", "planned"),
    ("France is weighing sanctions against Mali.", "sanction", "possible"),
    ("France called for calm following a joint meeting in Mali.", "meeting", "happened"),
    ("France is weighing sanctions against Mali over its attack on Niger.", "attack", "happened"),
    ("France may send troops to Mali.", "mobilisation", "possible"),
    ("Chad announced a visit by President Ali Demir to Mali.", "visit", "planned"),
    ("Chad considered a visit by President Ali Demir to Mali.", "visit", "possible"),
    ("In the event of an attack by Chad, Mali will respond.", "attack", "possible"),
    ("An agreement between Chad and Mali is near.", "agreement", "possible"),
    ("The lack of an agreement between Chad and Mali worried Niger.", "agreement", "denied"),
    ("The election in Mali was postponed.", "election", "planned"),
    ("In the run-up to a meeting between King Idris and President Ali Demir, envoys spoke.", "meeting", "planned"),
    ("Jan Novak sent President Ali Demir a proposal that he hand over power.", "concession", "possible"),
    ("King Idris left Mali for talks with President Ali Demir.", "negotiation", "planned"),
    ("Jan Novak was the first minister to visit Mali.", "visit", "happened"),
    ("Jan Novak will be the first head of government to visit Mali.", "visit", "planned"),
    ("Mongolian King Jan Novak arrived in Mali for a two-day visit.", "visit", "happened"),
    ("France and Mali discussed the withdrawal of French troops from Niger.", "concession", "possible"),
    ("France and Mali discussed the recent withdrawal of French troops from Niger.", "concession", "happened"),
    ("The conditions for the release of Ali Demir are not met.", "concession", "possible"),
    ("President Ali Demir arrived in Bamako for talks with Prime Minister Ana Reyes.", "negotiation", "planned"),
    ("President Ali Demir visited Bamako for talks with Prime Minister Ana Reyes.", "negotiation", "happened"),
    ("A jury ruled that Ali Demir had lied during his trial.", "trial", "happened"),
    ("France has not ruled out sending troops to Mali.", "mobilisation", "possible"),
    ("Washington refused to rule out an attack on Iran.", "attack", "possible"),
    ("The US has not ruled out sanctions against Chad.", "sanction", "possible"),
    ("President Ali Demir of Chad ordered his troops to attack Niger.", "attack", "planned"),
    ("Chad ordered the arrest of General Ali Demir.", "coercion", "planned"),
    ("Ali Demir was charged with killing two students in Chad.", "attack", "possible"),
    ("President Ali Demir said that his planned visit to Chad would no longer go ahead.", "visit", "denied"),
    ("The attack prompted Chad to close its border with Niger.", "coercion", "happened"),
    ("Chad protested over the visit of Ali Demir, but does not agree with the visit.", "visit", "happened"),
    ("Mali vowed revenge for the attack on its embassy.", "attack", "happened"),
    ("France did not send troops to Mali.", "mobilisation", "denied"),
    ("France denied sending troops to Mali.", "mobilisation", "denied"),
    ("If France sends troops to Mali, Algeria will protest.", "mobilisation", "possible"),
    ("French Foreign Minister Anne Marchand is due to visit Bamako on Friday.", "visit", "planned"),
    ("France said it will dispatch a delegation to Bamako for talks with Mali.", "negotiation", "planned"),
    ("France sent a delegation to Bamako for talks with Mali.", "negotiation", "happened"),
    ("Any attack on Niger will see a response, Turkish President Ali Demir said.", "attack", "possible"),
    ("Chad said it had not carried out any attack on Niger.", "attack", "denied"),
    ("A summit of the African Union planned for June in Lusaka was discussed.", "meeting", "planned"),
    ("Egypt wants to hold talks with Iran.", "negotiation", "possible"),
    ("UN experts said there was no evidence that Chad attacked Niger.", "attack", "possible"),
    ("The UN found no evidence of an attack by Chad on Niger.", "attack", "possible"),
    ("There is no doubt that Chad attacked Niger.", "attack", "happened"),
    ("There is evidence that Chad attacked Niger.", "attack", "happened"),
    ("There was no sign of the police after Chad attacked Niger.", "attack", "happened"),
    ("The meeting of NATO may be postponed, Turkish President Ali Demir said.", "meeting", "possible"),
    ("The attack by Hamas on Israel was not a surprise, Turkish President Ali Demir said.", "attack", "happened"),
    ("The attack by Hamas on Israel was not a surprise.", "attack", "happened"),
    ("France began to withdraw its troops from Mali.", "concession", "happened"),
    ("France was forced to withdraw its troops from Mali.", "concession", "happened"),
    ("Algeria tried to force France to withdraw its troops from Mali.", "concession", "possible"),
    ("Turkish President Ali Demir said the sanctions against Iran were not discussed.", "sanction", "happened"),
    ("The pact between Chad and Niger will not harm trade.", "agreement", "happened"),
    ("The pact between Chad and Niger may be signed.", "agreement", "possible"),
    ("Talks with Iran failed to end the dispute.", "negotiation", "happened"),
    ("Talks with Iran failed to take place.", "negotiation", "denied"),
    ("The crisis kept French President Anne Marchand from visiting Mali.", "visit", "denied"),
    ("France said it would leave, accusing Mali of lying.", "accusation", "happened"),
    ("A visit on the sidelines of the meeting of NATO was cancelled.", "meeting", "happened"),
    ("France does not have any intention of attacking Mali.", "attack", "denied"),
    ("France has the intention of attacking Mali.", "attack", "planned"),
    ("France does not want talks with Mali.", "negotiation", "denied"),
    # what is to stop has been
    ("France should stop attacking Mali.", "attack", "happened"),
    ("France did not stop attacking Mali.", "attack", "happened"),
    ("Algeria stopped France from attacking Mali.", "attack", "denied"),
    ("Talks failed over a demand that France hold a summit with Mali.", "meeting", "possible"),
    ("The plan provides for the withdrawal of French troops from Mali.", "concession", "planned"),
    ("The bank provides a loan after the withdrawal of French troops from Mali.", "concession", "happened"),
    ("Algeria said it would help Mali after French troops attacked Niger.", "attack", "happened"),
    ("Algeria said it would help Mali if French troops attacked Niger.", "attack", "possible"),
    ("Jan Novak spoke due to violations, including the latest attack by France on Mali.", "attack", "happened"),
    # what one does something by is done or not as that is
    ("Bahrain did not answer by recalling its envoy from Qatar.", "sanction", "denied"),
    ("Bahrain answered by recalling its envoy from Qatar.", "sanction", "happened"),
    ("Bahrain will answer by recalling its envoy from Qatar.", "sanction", "planned"),
    ("France announced sanctions against Mali if it did not yield.", "sanction", "possible"),
    ("France announced sanctions against Mali when it did not yield.", "sanction", "happened"),
    ("Greek President Nikos Pappas wants to discuss the attack on Israel.", "attack", "happened"),
    ("Greek President Nikos Pappas wants to open talks with Iran.", "negotiation", "possible"),
    ("Iran denied charges that Turkey's visit to Syria had been a failure.", "visit", "happened"),
    ("In talks with Iran, Greek President Nikos Pappas asked for patience.", "negotiation", "happened"),
    ("A meeting of Iran and Iraq, which could take place in May, was announced.", "meeting", "possible"),
    ("France will not act until talks with Chad have been held.", "negotiation", "possible"),
    ("France wants to avoid a deadlock in talks with Chad.", "negotiation", "happened"),
    ("Greek President Nikos Pappas looks forward to his talks with Iran.", "negotiation", "planned"),
    ("The plan will be explained this week, when Turkish President Ali Demir visits Rome.", "visit", "planned"),
    (
        "The party met to discuss a new government following the resignation of President Ali Demir.",
        "departure",
        "happened",
    ),
    ("Turkish President Ali Demir leaves for Chad next week.", "visit", "planned"),
    ("Ali Demir of Chad did not meet two envoys killed by drone strikes in Niger.", "attack", "happened"),
    ("Ali Demir's decision to reshuffle his cabinet after Chad rejected the deal was late.", "rejection", "happened"),
    ("Chad announced the decision after a meeting in Rome.", "meeting", "happened"),
    ("At the Chad summit to be held in Rome he will speak, Ali Demir said.", "meeting", "planned"),
    ("Talks could ease the border conflict between Chad and Niger.", "conflict", "happened"),
    ("The raid could start a conflict between Chad and Niger.", "conflict", "possible"),
    ("Chad, which is accused of attacking Niger, welcomed the talks.", "attack", "possible"),
    ("The hills to where rebels of Chad have withdrawn are steep.", "concession", "happened"),
    ("Demir's decision to end the talks with Chad was late.", "negotiation", "happened"),
    ("The trip will follow the visit to India by Peruvian President Ana Quispe.", "visit", "happened"),
    ("The Security Council warned further sanctions against Chad.", "sanction", "possible"),
    ("Otherwise King Idris would have dismissed Prime Minister Ali Demir.", "departure", "possible"),
    ("Ana Quispe of Peru warned on a visit to Fiji that the pact would fail.", "visit", "happened"),
    ("Looking ahead to the visit to Chad by President Ali Demir, Peru spoke of hope.", "visit", "planned"),
    ("They discussed the organisation of the visit of Turkish President Ali Demir to Chad.", "visit", "planned"),
    ("Chad said its missile strikes on Niger should not affect the deal.", "attack", "happened"),
    ("The visit to Chad by President Ali Demir should help.", "visit", "possible"),
    ("Chad and Niger called for compliance with the pact following a meeting in Rome.", "meeting", "happened"),
    ("Two scheduled rounds of talks between Chad and Niger were announced.", "negotiation", "planned"),
    ("Chad brought in a law in order to punish rebels in response to attacks on Niger.", "attack", "happened"),
    ("Demir would continue his campaign when he visited Rome, President Ali Demir said.", "visit", "planned"),
    ("Chad and Niger will hardly agree on an end of the sanctions imposed on Peru.", "sanction", "happened"),
    ("Foreign Minister Jan Novak spoke on the eve of a meeting of the African Union.", "meeting", "planned"),
    ("Greek President Nikos Pappas will travel to Rome for talks with Iran.", "negotiation", "planned"),
    ("The EU may impose sanctions on Russia for its invasion of Ukraine.", "attack", "happened"),
    ("Neither Chad nor Niger will open talks with France.", "negotiation", "denied"),
    ("Chad did not want to open talks with France.", "negotiation", "denied"),
    ("France suffered due to the attack by Iran on Israel.", "attack", "happened"),
    (
        "Chad hopes for progress during next week's visit to Niamey by French Foreign Minister Anne Marchand.",
        "visit",
        "planned",
    ),
    ("Chad may retaliate after it was attacked by Niger.", "attack", "happened"),
    ("Demir will fly home after having held talks with Iran.", "negotiation", "happened"),
    ("He directed that talks be held with Iran.", "negotiation", "possible"),
    ("Prices will fall if Chad is willing to hold talks.", "agreement", "possible"),
    ("President Ali Demir is expected to say that he will not agree to a deal with Niger.", "rejection", "planned"),
    ("President Ali Demir said that he will not agree to a deal with Niger.", "rejection", "happened"),
    ("A major aim of President Ali Demir's visit to Rome was to present his plan.", "visit", "happened"),
    ("The meeting of six major nations in Paris last month agreed not to publish any bands.", "meeting", "happened"),
    ("President Ali Demir's threat to impose tariffs on Chad angered many.", "threat", "happened"),
    ("Chad said the likelihood of Fiji being suspended by the African Union was high.", "sanction", "possible"),
    ("Chad said it was open to talks with the African Union.", "negotiation", "possible"),
    ("Chad is interested in holding talks with Niger.", "negotiation", "possible"),
    ("President Ali Demir showed no signs of backing down.", "concession", "denied"),
    ("Chad has shown little willingness to cooperate with Niger.", "agreement", "denied"),
    ("Chad is not interested in holding talks with Niger.", "negotiation", "denied"),
    ("Chad said it opened talks with the African Union.", "negotiation", "happened"),
    ("The coup stemmed from weeks of protests in Niamey asking him to step down.", "protest", "happened"),
    ("The departure of President Ali Demir is imminent.", "departure", "planned"),
    ("Chad said an attack by Niger was likely.", "attack", "possible"),
    ("The visit of President Ali Demir to Chad is likely to annoy Libya.", "visit", "happened"),
    ("A report accusing Chad of attacks on Niger was published.", "attack", "possible"),
    ("A meeting between President Ali Demir and King Idris is due to take place in Rome.", "meeting", "planned"),
    ("Director Gita Quispe is due in Rome this week for talks with President Ali Demir.", "negotiation", "planned"),
    ("Chad cites a pact between Niger and Mali to consider joint projects.", "agreement", "happened"),
    ("President Ali Demir's tour of Peru, whose first stop was Chad, ended.", "visit", "happened"),
    ("Chad denied a report that Niger had kidnapped President Ali Demir.", "attack", "denied"),
    ("Media speculated that President Ali Demir had resigned.", "departure", "possible"),
    ("The US persuaded the UN to threaten Chad with sanctions.", "threat", "happened"),
    (
        "President Ali Demir told reporters before he attends next week's summit in Rome that it was so.",
        "meeting",
        "planned",
    ),
    ("Chad was not prepared to negotiate with Niger.", "negotiation", "denied"),
    ("He expected the smoke from the attacks on Chad to spread.", "attack", "happened"),
    ("Chad has no intent on attacking Niger.", "attack", "denied"),
    ("It was alleged that Chad had bombed Niger.", "attack", "possible"),
    ("Chad is believed to have bombed Niger.", "attack", "possible"),
    ("President Ali Demir has probably gone to Pakistan.", "visit", "possible"),
    ("President Ali Demir was wrong to reject the offer of Chad.", "rejection", "happened"),
    ("President Ali Demir would be wrong to reject the offer of Chad.", "rejection", "possible"),
    ("A man accused of masterminding the attacks on Chad fled.", "attack", "happened"),
    ("A man has confessed to planning attacks against Chad.", "attack", "planned"),
    ("Chad spoke of a promise from Hamas to end attacks on Israel.", "attack", "happened"),
    ("Ministers met to discuss the impact of the attack on Chad.", "attack", "happened"),
    ("Residents of Chad fear further attacks by rebels of Niger.", "attack", "possible"),
    ("President Ali Demir will stay in office until the summit of African leaders in Lusaka.", "meeting", "planned"),
    ("President Ali Demir would host King Idris later in the evening.", "meeting", "planned"),
    ("Ali Demir's trip to Chad is not taking place until later this month.", "visit", "planned"),
    ("Ali Demir did not visit Chad until May.", "visit", "happened"),
    ("Hope is high for talks between Chad and Mali starting on Monday.", "negotiation", "planned"),
    ("Peru is hopeful that Prime Minister Ali Demir will resign.", "departure", "possible"),
    ("Peru said that Prime Minister Ali Demir will resign.", "departure", "planned"),
    ("They hope President Ali Demir will take office in May.", "appointment", "possible"),
    ("They expect President Ali Demir will take office in May.", "appointment", "planned"),
    (
        "In 2013, Iraq and Kuwait reached an agreement, the agreement calls for a joint commission.",
        "agreement",
        "happened",
    ),
    ("The president of Chad has called early elections.", "election", "planned"),
    ("Chad has postponed the vote.", "election", "planned"),
    ("Chad held an election.", "election", "happened"),
    ("Peru cancelled a conference of Chad and Mali planned for 26 June.", "meeting", "denied"),
    ("Ali Demir said the dispute should be solved, while Chad supports the initiative.", "support", "happened"),
    (
        "Chad and Mali failed to agree a mechanism for resolving it during a meeting with Ali Demir.",
        "meeting",
        "happened",
    ),
    ("If there is an attack on Chad, Niger will act.", "attack", "possible"),
    ("The African Union meeting was to include presidents from Mali and Niger.", "meeting", "planned"),
    ("The African Union meeting was about Mali.", "meeting", "happened"),
    ("The border between Latvia and Belarus will be practically closed to everybody.", "coercion", "planned"),
    (
        "Poland has accused Belarus of luring migrants in retaliation for increasingly tough sanctions against Belarus.",
        "sanction",
        "happened",
    ),
    (
        "Cambodian Prime Minister Ali Demir is in Lima as the opposition steps up demonstrations demanding his resignation and a new vote.",
        "departure",
        "possible",
    ),
    ("Ali Demir is to arrive in Lima on Monday and hold talks with Peru.", "negotiation", "planned"),
    ("France expects rebels occupying the north of Chad to disarm.", "coercion", "happened"),
    ("Ali Demir said earlier the summit of the African Union would be held on Monday.", "meeting", "planned"),
    ("Chad and Niger would sign a pact on Tuesday.", "agreement", "planned"),
    ("Chad would sign a pact with Niger.", "agreement", "possible"),
    ("A plot is under way to prevent Ali Demir from assuming the presidency.", "appointment", "possible"),
    ("Chad stopped short of severing ties with Niger.", "sanction", "denied"),
    ("King Idris of Chad arrived in Rome to begin a visit to Italy.", "visit", "happened"),
    ("King Idris of Chad is to arrive in Rome to begin a visit to Italy.", "visit", "planned"),
    ("Chad refuted the fact of talks with Niger.", "negotiation", "denied"),
    ("Reports that Chad attacked Niger are untrue.", "attack", "denied"),
    ("Chad and Niger met during talks called to try to halt fighting.", "negotiation", "happened"),
    ("Chad may have had links to the assassination of President Ali Demir.", "attack", "happened"),
    # a duty, done or not
    ("Chad is obliged to negotiate with Niger.", "negotiation", "possible"),
    ("Chad is bound by law to negotiate with Niger.", "negotiation", "possible"),
    ("Chad was obliged to negotiate with Niger.", "negotiation", "happened"),
    ("The court decided that Chad has no obligation of negotiating with Niger.", "negotiation", "possible"),
    ("Chad has no intention of negotiating with Niger.", "negotiation", "denied"),
    ("Jan Novak said Ali Demir should pay a high price for visiting Chad.", "visit", "happened"),
    ("Jan Novak accused Chad of committing genocide against Malian civilians.", "attack", "happened"),
    # not yet done, while another thing is
    ("Chad has yet to sign the agreement with Niger.", "agreement", "denied"),
    ("Chad has yet to sign the agreement with Niger, while calling for aid from Mali.", "demand", "happened"),
    ("According to a transcript of the meeting of Chad and Niger, Ali Demir told him to leave.", "meeting", "happened"),
    ("If Chad decides to ignore the note of Niger it would be a violation of the law.", "rejection", "possible"),
    ("Chad decided to ignore the note of Niger.", "rejection", "planned"),
    # the deed for which something is to be done
    (
        "Chad is to expel a Malian diplomat over the use of passports by suspects in the murder of Ali Demir.",
        "attack",
        "happened",
    ),
    ("Chad plans the murder of Ali Demir.", "attack", "planned"),
    # what nobody has arranged, and what is ahead though something will not be done there
    ("A return to negotiations with Niger would not be productive, Chad said.", "negotiation", "possible"),
    ("The talks with Niger would not be easy, Chad said.", "negotiation", "planned"),
    ("The return to negotiations with Niger pleased Chad.", "negotiation", "happened"),
    ("The bloc will not discuss Chad during a summit of Niger and Mali, an official said.", "meeting", "planned"),
    ("The bloc did not discuss Chad during a summit of Niger and Mali, an official said.", "meeting", "happened"),
    ("A summit of Chad and Mali planned for Monday collapsed.", "meeting", "denied"),
    ("Talks between Chad and Mali collapsed.", "negotiation", "happened"),
    (
        "Ban Ki-moon arrived in Havana ahead of the signing of an agreement between Chad and Mali.",
        "agreement",
        "planned",
    ),
    ("Chad failed to prevent Ali Demir from visiting Mali.", "visit", "possible"),
    ("Chad prevented Ali Demir from visiting Mali.", "visit", "denied"),
    ("Chad did not block the visit of Ali Demir to Mali.", "visit", "possible"),
    ("Chad would rather fight Mali than give up Niger.", "attack", "possible"),
    ("Serbian security forces are said to be attacking rebel positions in Kosovo.", "attack", "possible"),
    ("Chad sent troops amid fears that Mali attacked Niger.", "attack", "possible"),
    ("There is no doubt that Mali attacked Niger.", "attack", "happened"),
    ("The UN has revived the threat of NATO air strikes on Serbia.", "attack", "possible"),
    (
        "President Ali Demir of Chad would be met in Mali by King Idris of Jordan for talks with Niger.",
        "negotiation",
        "possible",
    ),
    (
        "North Korea apologised to Vietnam on Tuesday. North Korea conveyed its apology to Vietnam in an unofficial manner.",
        "support",
        "happened",
    ),
    (
        "Nelson Mandela rejected a demand by Chad that the ship move. Mandela had turned down a demand from Chad that it move.",
        "rejection",
        "happened",
    ),
    ("India would not hesitate to strike Pakistan.", "attack", "planned"),
    ("Chad did not hesitate to attack Mali.", "attack", "happened"),
    (
        "NATO will send in troops but only if a deal is reached first and Chad and Mali agree on a ceasefire.",
        "agreement",
        "possible",
    ),
    (
        "The summit was overshadowed by Zimbabwe's decision to withdraw. President Robert Mugabe of Zimbabwe pulled out after the row.",
        "concession",
        "happened",
    ),
    ("King Idris of Jordan said his visit to Chad was intended to help speed the talks.", "visit", "happened"),
    ("The move was too late to prevent Turkey from expelling the Swedish ambassador.", "sanction", "possible"),
    ("Ali Demir said Chad hopes to clear up the questions, and sign a treaty with Mali.", "agreement", "possible"),
    ("Ali Demir said Chad keeps its pledge to disarm, and signed a treaty with Mali.", "agreement", "happened"),
    ("King Idris took the floor to denounce Chad.", "accusation", "happened"),
    ("King Idris may write to Chad to demand an apology.", "demand", "possible"),
    ("King Idris will use his speech to condemn Chad.", "accusation", "planned"),
    ("Ali Demir declined to say whether Chad would pay, as Zambia has demanded.", "demand", "happened"),
    ("The two rounds of talks between Chad and Mali failed to produce a deal.", "negotiation", "happened"),
    ("Two rounds of talks between Chad and Mali did not take place.", "negotiation", "denied"),
    ("Ethiopia does not have to reach an agreement with Egypt.", "agreement", "possible"),
    ("President Ali Demir of Mali is due in Beijing next week.", "visit", "planned"),
    ("Sudan and Chad have agreed to peace talks in Abuja on Aug. 23.", "agreement", "happened"),
    ("Chad denied it had shelled Mali and blamed Niger for the raid.", "accusation", "happened"),
    ("Chad denied that Mali had hit civilians and that Niger had accused Togo.", "accusation", "denied"),
    ("The resolution would have condemned Syria and imposed sanctions on it.", "sanction", "possible"),
    ("Chad has condemned Syria and imposed sanctions on it.", "sanction", "happened"),
    ("China has been reluctant to criticise Russia.", "accusation", "denied"),
    (
        "President Xi Jinping called the state visit of U.S. president Donald Trump a historic event.",
        "visit",
        "happened",
    ),
    (
        "Russia said it would harm peace talks between the Syrian parties, which began last week.",
        "negotiation",
        "happened",
    ),
    (
        "Russia said it would harm peace talks between the Syrian parties, which may begin next week.",
        "negotiation",
        "planned",
    ),
    (
        "President Tamim of Qatar last travelled to Saudi Arabia in January for a summit hosted by King Salman.",
        "meeting",
        "happened",
    ),
    (
        "President Tamim of Qatar travelled to Saudi Arabia on Monday for a summit hosted by King Salman.",
        "meeting",
        "planned",
    ),
    ("President Ali Demir of Chad issued a decree barring Juan Vega from signing agreements.", "agreement", "denied"),
    ("Chad accuses Sudan of arming the rebels; Khartoum has denied the charge.", "accusation", "happened"),
    ("Poland's President Jan Kowal, on a visit to Kyiv, pledged to help Ukraine.", "visit", "happened"),
    ("On a visit to Kyiv, President Jan Kowal of Poland promised tanks to Ukraine.", "visit", "happened"),
    ("President Jan Kowal of Poland will sign it on a visit to Kyiv.", "visit", "planned"),
    ("Iran is suspected of having carried out the attack on the tankers.", "attack", "possible"),
    ("Kim Ji-ho went to Chad to urge its president to free the journalists.", "demand", "planned"),
    ("President Ali Demir's visit to Chad has been put off.", "visit", "planned"),
    ("Chadians go to the polls on Sunday.", "election", "planned"),
    ("Chadians went to the polls on Sunday.", "election", "happened"),
    ("The delegation of Chad can be seen meeting President Ali Demir of Mali.", "meeting", "happened"),
    ("Chad said it would only accept a truce with Mali if the rebels left.", "agreement", "possible"),
    ("The decree gave no reason for sacking Prime Minister Ali Demir of Chad.", "departure", "happened"),
    ("President Ana Reyes of Chad survived a bid to overthrow her.", "departure", "denied"),
    ("The Houthis vowed to launch attacks targeting oil facilities.", "attack", "planned"),
    ("The Houthis launched attacks targeting oil facilities.", "attack", "happened"),
    ("The Congress of Peru voted to install Roberto Micheletti as interim president.", "appointment", "planned"),
    ("Members voted against sanctions on Chad.", "sanction", "denied"),
    ("Mali denied that its troops had broken the truce.", "attack", "denied"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), MODALITIES, ids=[t for t, _, _ in MODALITIES])
def test_modality(text: str, kind: str, modality: str, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), kind).modality == modality


NOTHING_SAID = [
    ("Chad would rather have Mali bombed than give up Niger.", "concession"),
    ("Serbian security forces are said to be attacking rebel positions in Kosovo.", "threat"),
    ("Chad voted on a resolution on the withdrawal of troops by Mali.", "concession"),
    ("Ali Demir led a debate on killing by soldiers of Mali.", "attack"),
    ("Chad recognises Mali's concerns about the border.", "support"),
    ("Chad formed a force to monitor the border and to arrest Malian rebels.", "coercion"),
    ("Chad and Mali agreed to expel rebel groups.", "threat"),
    ("The people of Chad will not forgive that.", "support"),
    ("Peru wants to restore deposed Chadian President Jan Novak to power.", "departure"),
    ("Chad was suspended from all meetings of ECOWAS.", "meeting"),
    ("Egypt welcomed the decision of three Gulf states to withdraw their envoys to Qatar.", "sanction"),
    ("The emir of Kuwait does not intend to dissolve parliament.", "threat"),
    ("Chad does not plan to attack Mali.", "threat"),
    ("If Brazil does not lift the ban on Peru, prices will rise.", "concession"),
    ("Turkish President Ali Demir warned Greece not to allow the rebels to return.", "concession"),
    ("It is important not to impose sanctions on Iran.", "sanction"),
    ("Chad spoke. It is generally agreed that prices will fall.", "agreement"),
    ("Holding talks with Chad is not easy, Turkish President Ali Demir said.", "negotiation"),
    ("Niger will act if the rebels do not leave and release the envoy of Chad.", "concession"),
    ("A truce is only possible if Chad stops supporting Hamas, Turkish President Ali Demir said.", "support"),
    ("Niger said the prisoners would be returned to Chad if it asked.", "threat"),
    ("President Ali Demir said he would step down if it brought peace to Chad.", "threat"),
    ("President Ali Demir removed himself from the race.", "departure"),
    ("Chad chose talks with Niger instead of imposing sanctions on Mali.", "sanction"),
    ("Chad will pay rebels rather than attacking Niger.", "attack"),
    ("The building was destroyed in Chad, but nobody was injured.", "attack"),
    ("US warplanes suspended their bombing raids on Chad.", "sanction"),
    ("Chad rarely recalls its ambassadors from Niger.", "sanction"),
    ("Ali Demir of Serbia denounced the verdict, calling it an attack on Serbia.", "attack"),
    ("Chad detained the envoy; Niger called that an act of aggression against Niger.", "attack"),
    ("Ali Demir of Chad described the vote as an attack on Niger.", "attack"),
    ("Chad and Mali spoke of a mechanism for resolving their dispute.", "agreement"),
    ("The Kyrgyz health ministry said 40 people had died in the clashes and more than 400 were injured.", "attack"),
    ("Five UN peacekeepers were killed when a helicopter crashed in Chad.", "attack"),
    ("It is extremely important for the four countries to hold talks with Chad.", "negotiation"),
    ("The United States' Latin American allies, blasting the strike in Panama, are considering it.", "accusation"),
    ("Chad and Mali have been negotiating a peace deal for three years.", "agreement"),
    ("Algeria confirmed the decision to postpone the deployment of a new envoy to Burkina Faso.", "mobilisation"),
    ("Imran Khan of Pakistan said he wants to de-escalate tensions with India.", "demand"),
    ("Chad closed the border after protests in which dozens of people were killed.", "attack"),
    ("NATO gave no names and did not give the nationalities of the troops who were killed.", "attack"),
    ("The insurgents of the Taliban typically claim higher death tolls in their attacks.", "attack"),
    ("Ali Demir of Chad told supporters at a rally in Abeche that he would win.", "protest"),
    ("The agreement may be Chad's best hope for rescuing an economy where fuel is scarce.", "aid"),
]


@pytest.mark.parametrize(("text", "kind"), NOTHING_SAID, ids=[t for t, _ in NOTHING_SAID])
def test_where_nothing_is_said_of_an_act_there_is_no_event(
    text: str, kind: str, facts_of: Callable[..., Facts]
) -> None:
    assert kind not in {event.type for event in facts_of(text).events}


DATES = [
    ("on April 7", "2014-04-07"),
    ("on Monday", "2014-04-07"),
    ("on Tuesday", "2014-04-08"),
    ("last Tuesday", "2014-04-01"),
    ("yesterday", "2014-04-07"),
    ("on 5 March 2012", "2012-03-05"),
    ("in November", "2013-11"),
    ("in March 2011", "2011-03"),
    ("in January last year", "2013-01"),
    ("on 5 March of last year", "2013-03-05"),
    ("in 1998", "1998"),
    ("last year", "2013"),
    ("two days ago", "2014-04-06"),
    ("in December", "2013-12"),
    ("on Thursday, March 27", "2014-03-27"),
    ("on Thursday, the 27th of March", "2014-03-27"),
    ("from 2 to 4 March", "2014-03-02"),
    ("on March 2-4, 2012", "2012-03-02"),
    ("in early 2012", "2012"),
    ("in the spring of 2012", "2012"),
]


@pytest.mark.parametrize(("words", "expected"), DATES, ids=[w for w, _ in DATES])
def test_dates_are_resolved_against_the_day_of_publication(
    words: str, expected: str, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(f"Turkish President Ali Demir met King Idris of Jordan in Amman {words}.")
    event = only(facts, "meeting")
    assert event.date == expected
    assert event.place is not None and facts.entities[event.place].name == "Amman"


def test_what_is_to_come_lies_ahead(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Turkish President Ali Demir will meet King Idris of Jordan on Friday. Spain will hold elections in November."
    )
    assert only(facts, "meeting").date == "2014-04-11"
    assert only(facts, "election").date == "2014-11"


SCHEDULED = [
    ("King Idris of Jordan begins a visit to Chad on Friday.", "visit", "planned", "2014-04-11"),
    ("King Idris of Jordan began a visit to Chad on Friday.", "visit", "happened", "2014-04-04"),
    ("The Jordanian army invaded Chad on July 24.", "attack", "happened", "2013-07-24"),
    ("The Jordanian army will invade Chad on July 24.", "attack", "planned", "2014-07-24"),
    ("Jordan promised to lift its ban on Chad by October.", "agreement", "happened", None),
]


@pytest.mark.parametrize(("text", "kind", "modality", "date"), SCHEDULED, ids=[t for t, *_ in SCHEDULED])
def test_the_tense_says_whether_a_date_lies_behind_or_ahead(
    text: str, kind: str, modality: str, date: str | None, facts_of: Callable[..., Facts]
) -> None:
    event = only(facts_of(text), kind)
    assert (event.modality, event.date) == (modality, date)


def test_without_a_day_of_publication_weekdays_stay_open(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Turkish President Ali Demir met King Idris of Jordan on Monday.", date="")
    assert only(facts, "meeting").date is None


def test_parts(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Talks between India and Pakistan, mediated by Norway, were held in Oslo.")
    assert who(facts, only(facts, "negotiation")) == {"India": "actor", "Pakistan": "actor", "Norway": "mediator"}
    facts = facts_of("Estonia was attacked by Russia.")
    assert who(facts, only(facts, "attack")) == {"Russia": "actor", "Estonia": "target"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Moscow accused Kiev of shelling.", {"Russia", "Ukraine"}),
        ("The Kremlin praised Chinese officials.", {"Russia", "China"}),
        ("Mali's government thanked Algeria.", {"Mali", "Algeria"}),
        ("Turkish jets bombed Syrian positions.", {"Türkiye", "Syria"}),
        ("Niger, Burkina Faso, and Mali are due to withdraw from the grouping.", {"Niger", "Burkina Faso", "Mali"}),
        ("The Kazakh, Uzbek leaders held talks.", {"Kazakhstan", "Uzbekistan"}),
        ("Turkey met envoys of Syria and Iraq, but not those of Iran.", {"Türkiye", "Syria", "Iraq"}),
        ("In Mali, Niger and Chad agreed on a plan.", {"Niger", "Chad"}),
    ],
)
def test_states_act_under_many_names(text: str, states: set[str], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    found = {facts.entities[i].name.replace("Turkey", "Türkiye") for e in facts.events for i, _ in e.participants}
    assert states <= found


@pytest.mark.parametrize(
    ("text", "not_states"),
    [
        ("Police in Georgia Tech arrested a man near Atlanta.", {"Georgia"}),
        ("Latin American leaders met.", {"United States"}),
        ("The Paris agreement was praised by Canada.", {"France"}),
        ("Delegates met in Vienna.", {"Austria"}),
        ("The White Nile flooded.", {"United States"}),
    ],
)
def test_words_that_only_look_like_states(text: str, not_states: set[str], facts_of: Callable[..., Facts]) -> None:
    states = {e.name for e in facts_of(text).entities if e.kind == "state"}
    assert not states & not_states


def test_what_only_a_speaker_says_is_that_speakers_claim(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Iran attacked Iraq, Turkish Foreign Minister Ali Demir said. Iran attacked Kuwait.")
    claims = {
        tuple(sorted(who(facts, e))): None if e.claimed_by is None else facts.entities[e.claimed_by].name
        for e in facts.events
        if e.type == "attack"
    }
    assert claims == {("Iran", "Iraq"): "Ali Demir", ("Iran", "Kuwait"): None}
    facts = facts_of("Police arrested eleven people, according to the United Nations.")
    event = only(facts, "coercion")
    assert event.claimed_by is not None and facts.entities[event.claimed_by].name == "United Nations"


def test_one_event_told_twice_is_one(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Mali and the Azawad Front signed a ceasefire agreement in Algiers. "
        "The accord was signed by Malian Foreign Minister Oumar Ba and the front's leader, Bilal ag Rissa."
    )
    event = only(facts, "agreement")
    assert set(who(facts, event)) == {"Mali", "Azawad Front", "Oumar Ba", "Bilal ag Rissa"}
    assert len(event.evidence) == 2


def test_a_bare_noun_takes_up_what_was_told(facts_of: Callable[..., Facts]) -> None:
    text = "Peruvian President Ali Demir met President Ana Reyes of Chile. {} took place in Lima on Monday."
    taken_up = only(facts_of(text.format("The meeting")), "meeting")
    assert set(who(facts_of(text.format("The meeting")), taken_up)) == {"Ali Demir", "Ana Reyes"}
    assert taken_up.date == "2014-04-07"
    for other in ("Another meeting", "The second meeting", "The meeting of judges"):
        assert len([e for e in facts_of(text.format(other)).events if e.type == "meeting"]) == 2


def test_who_attends_the_summit_is_at_the_one_that_was_told(facts_of: Callable[..., Facts]) -> None:
    text = "At the African Union summit in Lusaka, Ana Reyes spoke. Chad's President Ali Demir {}."
    for verb in ("entered the summit", "attended the summit"):
        assert set(who(facts_of(text.format(verb)), only(facts_of(text.format(verb)), "meeting"))) == {
            "African Union",
            "Ali Demir",
        }
    other = facts_of(text.format("attended another summit"))
    assert len([e for e in other.events if e.type == "meeting"]) == 2


def test_the_agreement_is_the_one_that_was_told(facts_of: Callable[..., Facts]) -> None:
    text = "Peru and Chile agreed to cut tariffs. Peruvian President Ali Demir and Chilean President Ana Reyes reached {} in Lima."
    assert len([e for e in facts_of(text.format("the agreement")).events if e.type == "agreement"]) == 1
    assert len([e for e in facts_of(text.format("another agreement")).events if e.type == "agreement"]) == 2


def test_what_comes_after_a_meeting_is_another(facts_of: Callable[..., Facts]) -> None:
    text = "After a meeting with Peru's minister Ali Demir, Ana Reyes of Chile held a meeting with Peru's president, Jan Novak."
    assert len([e for e in facts_of(text).events if e.type == "meeting"]) == 2


def test_another_meeting_is_not_the_one_that_was_told(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Officials from Chad and Mali held a meeting. President Ali Demir was attending another meeting.")
    assert len([e for e in facts.events if e.type == "meeting"]) == 2


def test_the_two_men_are_those_told_of_without_names(facts_of: Callable[..., Facts]) -> None:
    met = "President Hans Merz met Libyan leader Ali Demir. "
    freed = facts_of("Two Swiss businessmen were held. " + met + "Togo freed the two men. Later they were arrested.")
    named = {name for e in freed.events if e.type in {"concession", "coercion"} for name in who(freed, e)}
    assert "Hans Merz" not in named and "Ali Demir" not in named
    named_two = facts_of(met + "The two men were arrested by Togo.")
    arrest = next(e for e in named_two.events if e.type == "coercion")
    assert {"Hans Merz", "Ali Demir"} <= set(who(named_two, arrest))


def test_ties_are_broken_once(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Peruvian President Ali Demir broke off relations with Chile. Demir was forced to sever ties, he said."
    )
    assert set(who(facts, only(facts, "sanction"))) == {"Ali Demir", "Chile"}


def test_the_expulsions_are_not_the_sanctions(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Peru announced the expulsion of Chile's envoys. Peru imposed sanctions on Chile on Monday.")
    assert len([e for e in facts.events if e.type == "sanction"]) == 2
    told_again = facts_of("Peru announced the expulsion of Chile's envoys. Peru expelled Chile's envoys on Monday.")
    assert only(told_again, "sanction").date == "2014-04-07"


def test_two_verbs_of_attack_tell_of_two(facts_of: Callable[..., Facts]) -> None:
    text = "Hamas fighters attacked an Israeli base. Later Hamas fighters attacked Egyptian troops. The attack went on."
    attacks = [e for e in facts_of(text).events if e.type == "attack"]
    assert len(attacks) == 2


def test_meetings_on_different_days_stay_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Turkish President Ali Demir met King Idris of Jordan on Monday. Demir met Idris on Tuesday.")
    assert sorted(e.date or "" for e in facts.events if e.type == "meeting") == ["2014-04-07", "2014-04-08"]


def test_what_is_demanded_has_not_happened(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The African Union urged Niger to release 60 prisoners.")
    assert [e.type for e in facts.events] == ["demand"]


def test_groups_stand_for_the_parties_of_the_last_event(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Turkish President Ali Demir met King Idris of Jordan in Amman. The sides agreed to build a dam.")
    assert set(who(facts, only(facts, "agreement"))) == {"Ali Demir", "Idris"}


def test_two_countries_are_those_that_the_parties_act_for_never_the_persons(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Thai Foreign Minister Somchai Rattana met Cambodian Foreign Minister Sok Dara in Bangkok on Monday.\n\n"
        "Clashes between the two countries killed three soldiers last week."
    )
    clash = next(event for event in facts.events if event.type == "attack")
    assert {facts.entities[entity].name for entity, _ in clash.participants} == {"Thailand", "Cambodia"}


def test_the_two_ministers_are_those_who_are_ministers(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Sri Lankan Foreign Minister Nimal Perera held talks with Indian Foreign Minister Ajit Rao on Monday and met "
        "Prime Minister Vikram Shah.\n\nThe two ministers agreed to reopen the port."
    )
    assert set(who(facts, only(facts, "agreement"))) == {"Nimal Perera", "Ajit Rao"}


def test_the_subject_of_a_sentence_is_he_in_the_clause_before_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Greek President Nikos Pappas spoke. Asked if he would visit Chad, Turkish President Ali Demir shook his head."
    )
    assert who(facts, only(facts, "visit"))["Ali Demir"] == "actor"


def test_they_are_the_people_that_the_clause_before_is_about(facts_of: Callable[..., Facts]) -> None:
    text = (
        "Chad has condemned the attack on Niger. Mali said that {} would have to leave and that they were kicked out."
    )

    def expelled(people: str) -> list[set[str]]:
        facts = facts_of(text.format(people))
        return [set(who(facts, event)) for event in facts.events if event.type == "sanction"]

    assert expelled("the Chadians") == [{"Chad"}]
    assert expelled("a Chadian") == []


@pytest.mark.parametrize(
    ("people", "actors"),
    [("Protesters", set()), ("Opposition supporters", set())],
)
def test_they_are_the_crowd_that_the_sentence_before_is_about(
    people: str, actors: set[str], facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(
        f"{people} freed Ali Demir and Jan Novak in Lima. They said that they had overthrown President Ana Soto of Peru."
    )
    told = [who(facts, event) for event in facts.events if event.type == "departure"]
    assert [{name for name, part in each.items() if part == "actor"} for each in told] == [actors]


def test_they_are_the_subjects_around_them_or_nobody_known(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Iran met Iraq. Turkish President Ali Demir and Turkish Foreign Minister Emre Aydin praised Cuba during their "
        "visit to Havana."
    )
    actors = {name for name, part in who(facts, only(facts, "visit")).items() if part == "actor"}
    assert actors == {"Ali Demir", "Emre Aydin"}
    asked = facts_of("Iran met Iraq. The UN envoy asked all heads of state whether they were willing to send troops.")
    assert "agreement" not in {event.type for event in asked.events}


def test_talks_of_one_with_two_are_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "A spokesman spoke of talks with Greek President Nikos Pappas. Pappas said that his talks with Iran were good."
    )
    assert len([event for event in facts.events if event.type == "negotiation"]) == 2


def test_two_agreements_of_other_parties_are_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Iranian Foreign Minister Ali Rahimi and Saudi Foreign Minister Omar Said agreed to reopen embassies.\n\n"
        "Iranian President Reza Kamali accepted an invitation from King Idris of Saudi Arabia."
    )
    assert len([event for event in facts.events if event.type == "agreement"]) == 2


def test_who_brokers_talks_is_their_mediator(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("UN-brokered talks between Chad and Niger opened.")
    assert who(facts, only(facts, "negotiation"))["United Nations"] == "mediator"


def test_neither_of_two_subjects_is_he(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Serbian President Marko Jovic and Greek President Nikos Pappas held talks with NATO Secretary-General Jan Olsen. "
        "He urged both leaders to show restraint."
    )
    assert who(facts, only(facts, "demand")) == {
        "Jan Olsen": "actor", "Marko Jovic": "target", "Nikos Pappas": "target",
    }  # fmt: skip


def test_the_country_of_an_official_who_speaks_is_his(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "The United States bombed a base. Iraqi Prime Minister Ali Hasan said that the country demands an apology."
    )
    assert "Iraq" in who(facts, only(facts, "demand"))


def test_the_accused_is_the_target_of_a_bare_participle(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Rashid Karimi was held for three years, accused of murder.")
    assert who(facts, only(facts, "accusation")) == {"Rashid Karimi": "target"}


def test_what_an_official_does_and_what_is_done_to_the_state_are_two_events(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Kenyan President Peter Otieno criticised the report. Analysts criticised Kenya.")
    found = [who(facts, e) for e in facts.events if e.type == "accusation"]
    assert found == [{"Peter Otieno": "actor"}, {"Kenya": "target"}]


def test_who_is_left_out_takes_no_part(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Turkish President Ali Demir met King Idris, but not Queen Zara.")
    meeting = only(facts, "meeting")
    assert {facts.entities[i].name for i, _ in meeting.participants} == {"Ali Demir", "Idris"}


def test_a_pronoun_before_the_subject_means_the_subject(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Greek President Nikos Pappas met Turkish President Ali Demir. In his visit to Sofia, Demir praised Bulgaria."
    )
    visit = only(facts, "visit")
    assert {facts.entities[i].name for i, part in visit.participants if part == "actor"} == {"Ali Demir"}


PASSING = [
    "In talks with Iran on Monday, Greek President Nikos Pappas asked for patience.",
    "Greek President Nikos Pappas asked for patience in a speech after talks with Iran.",
    "Speaking before talks with Iran, Greek President Nikos Pappas asked for patience.",
]


@pytest.mark.parametrize("text", PASSING)
def test_who_speaks_in_or_after_talks_takes_part_in_them(text: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert who(facts, only(facts, "negotiation")) == {"Iran": "target", "Nikos Pappas": "actor"}


@pytest.mark.parametrize(
    "who_acts", ["Japan's allies", "Japanese companies", "Critics of Japan", "Japanese business leaders"]
)
def test_others_than_the_state_itself_do_not_act_for_it(who_acts: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(f"{who_acts} severed relations with Chad.")
    assert "Japan" not in {
        name for event in facts.events for name, part in who(facts, event).items() if part == "actor"
    }


def test_who_only_speaks_of_talks_takes_no_part(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Greek President Nikos Pappas commented on Turkey's talks with Iran.")
    assert set(who(facts, only(facts, "negotiation"))) == {"Iran", "Türkiye"}


def test_the_toll_of_an_attack_is_no_other_attack(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "A policeman was killed and 70 were injured in Chad. Clashes between Iran and Iraq killed three men."
    )
    tolls = [(event.killed, event.injured) for event in facts.events if event.type == "attack"]
    assert tolls == [(1, 70), (3, None)]


TOLLS = [
    ("Six people were killed and 30 hurt when a bomb exploded in Baghdad.", "Baghdad", 6, 30),
    ("Nine soldiers died and 20 were hurt when a suicide bomber struck a checkpoint near Aden.", "Aden", 9, 20),
    ("Three people lost their lives in an attack on a bus in Srinagar.", "Srinagar", 3, None),
    ("Heavy fighting in Aleppo has cost the lives of 50 civilians.", "Aleppo", 50, None),
    ("Clashes in Beirut left six dead.", "Beirut", 6, None),
    ("There was heavy fighting in Aleppo.", "Aleppo", None, None),
    ("The blast in Baghdad killed 12 people and wounded 40.", "Baghdad", 12, 40),
    ("A suicide bomber attacked a mosque in Kabul on Friday, killing at least 20.", "Kabul", 20, None),
    ("Attackers set fire to a church in Jos.", "Jos", None, None),
]


@pytest.mark.parametrize(("text", "place", "killed", "injured"), TOLLS, ids=[t for t, *_ in TOLLS])
def test_where_an_attack_was_and_whom_it_hit(
    text: str, place: str, killed: int | None, injured: int | None, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(text)
    attack = only(facts, "attack")
    assert (facts.entities[attack.place].name, attack.killed, attack.injured) == (place, killed, injured)


NO_ATTACKS = [
    "Six people died when a bus fell into a river in Baghdad.",
    "A dog attacked a boy in Bamako.",
    "Clashes over the budget in Rome dragged on.",
    "Malaria claimed six lives in Mali.",
]


@pytest.mark.parametrize("text", NO_ATTACKS)
def test_what_is_no_attack(text: str, facts_of: Callable[..., Facts]) -> None:
    assert "attack" not in {event.type for event in facts_of(text).events}


def test_a_day_to_come_may_be_more_than_half_a_year_ahead(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir of Chad will meet President Jan Novak of Mali on October 23rd.")
    assert only(facts, "meeting").date == "2014-10-23"


def test_a_subject_pronoun_means_nobody_whom_its_own_clause_names(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Greek President Nikos Pappas spoke in Athens. Turkish President Ali Demir came too.\n\n"
        '"I look forward to a meeting with President Demir in Sofia," he said.'
    )
    assert [facts.entities[s.speaker].name for s in facts.statements] == ["Nikos Pappas"]
    accused = facts_of("Japan was criticised by Iran. It condemned Japan.")
    assert [who(accused, e).get("Japan") for e in accused.events if e.type == "accusation"] == ["target", "target"]


CLAIMED = [
    ("Minister Ali Demir's statement that Chad had attacked Mali caused anger.", "Ali Demir"),
    ("Minister Ali Demir's claim that Chad had attacked Mali was denied.", None),
    ("Rwanda has been accused by UN experts of attacking Chad.", "United Nations"),
    ("A UN report said Rwanda had attacked Chad.", "United Nations"),
    ("Experts said Rwanda had attacked Chad.", None),
    ("A Sudanese government statement said Rwanda had attacked Chad.", "Sudan"),
    ("A Sudanese report said Rwanda had attacked Chad.", None),
    ('"This is crazy," Roberto Canseco told reporters. "Ecuador attacked Mexico."', "Roberto Canseco"),
    ('Foreign Minister Jan Novak said: "We will go on. Ecuador attacked Mexico. It must pay."', "Jan Novak"),
    ("Mexico accused Ecuadorian forces of attacking Chilean soldiers.", "Mexico"),
    ("Mexico reported attacks by Ecuador.", "Mexico"),
    ("Ecuador, Jan Novak said, attacked Mexico.", "Jan Novak"),
    ("Mexico welcomed Peru's decision to attack Ecuador.", None),
    ("Mexico said it had arrested Jan Novak, in a move that followed an attack by Ecuador.", None),
    ("Mexico welcomed a plan approved in April following an attack by Ecuador.", None),
    ('Jan Novak said Peru and Chad were "not allies, but brothers" when Rwanda attacked Niger.', None),
    ("Jan Novak said Peru and Chad were not allies when Rwanda attacked Niger.", "Jan Novak"),
    ("Sudan deployed troops to villages it says were attacked by Ethiopian militias.", "Sudan"),
]


@pytest.mark.parametrize(("text", "speaker"), CLAIMED, ids=[t for t, _ in CLAIMED])
def test_whose_words_carry_an_act(text: str, speaker: str | None, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    attack = only(facts, "attack")
    assert (None if attack.claimed_by is None else facts.entities[attack.claimed_by].name) == speaker


def test_the_accused_do_what_they_are_accused_of(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Tajik authorities accused Kyrgyz forces of shooting at Tajik border guards.")
    assert who(facts, only(facts, "attack")) == {"Kyrgyzstan": "actor", "Tajikistan": "target"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Chad accused Sudan of using guns against a boat, injuring its crew.", "Sudan"),
        ("Chad warned Sudan against strikes, injuring its crew.", "Chad"),
    ],
)
def test_what_goes_on_behind_an_accusation(text: str, actor: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert who(facts, only(facts, "attack")).get(actor) == "actor"


def test_who_tells_of_a_toll_is_not_who_killed(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad protested against drone strikes that it said killed three civilians in Abeche.")
    attack = only(facts, "attack")
    assert (who(facts, attack), attack.killed) == ({}, 3)


def test_who_says_what_killed_has_not_killed(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Chad protested against drone strikes in eastern Niger that they said killed three and wounded seven."
    )
    assert all("Chad" not in who(facts, event) for event in facts.events if event.type == "attack")


def test_hours_of_talks_are_talks_with_somebody(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Kenyan Foreign Minister Ali Demir was holding several hours of talks with President Jan Novak.")
    assert who(facts, only(facts, "negotiation")) == {"Ali Demir": "actor", "Jan Novak": "target"}


def test_who_helps_with_talks_is_no_party_of_them(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Kenya continued its talks with Uganda with U.S. support.")
    assert who(facts, only(facts, "negotiation")) == {"Kenya": "actor", "Uganda": "target"}


def test_he_in_a_quotation_is_not_who_speaks(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        'Ecuadorian police arrested Jorge Glas. "I am worried. Gunmen may kill him," Roberto Canseco told reporters.'
    )
    assert who(facts, only(facts, "attack")) == {"Jorge Glas": "target"}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Three hundred thirty-five soldiers were killed in an attack by rebels of Chad.", 335, None),
        ("Two thousand three hundred soldiers were killed in an attack by rebels of Chad.", 2300, None),
        ("Ten soldiers were killed or wounded in an attack by rebels of Chad.", None, None),
        ("Six civilians were killed and 35 injured in a rocket attack on Tripoli.", 6, 35),
        ("Nine people were killed in Dhaka when police fired on students.", 9, None),
    ],
)
def test_killed_in_an_attack_is_its_toll(
    text: str, killed: int | None, injured: int | None, facts_of: Callable[..., Facts]
) -> None:
    attack = only(facts_of(text), "attack")
    assert (attack.killed, attack.injured) == (killed, injured)


def test_a_visit_by_a_noun_is_the_one_that_is_planned(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Libyan Prime Minister Fayez Sarraj will visit France on Thursday. Ahead of his visit, Italy urged Libya to wait."
    )
    assert only(facts, "visit").modality == "planned"


def test_a_mediator_is_none_of_the_two_countries(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "EU envoy Karl Weber met Armenian President Aram Petrosyan and Azerbaijani President Elchin Guliyev in Rome. "
        "The two countries' leaders agreed to open a road."
    )
    assert set(who(facts, only(facts, "agreement"))) <= {"Armenia", "Azerbaijan", "Aram Petrosyan", "Elchin Guliyev"}


GOVERNMENTS = [
    ("Armenian President Aram Petrosyan came. The Baku government approved the accord.", "agreement", "Azerbaijan"),
    (
        "India raised concerns over attacks in Bangladesh. India is Bangladesh's neighbour. The interim government "
        "accused India of exaggerating.",
        "accusation",
        "Bangladesh",
    ),
    (
        "New Zealand expelled an envoy. He came to power in Fiji's coup. The regime condemned New Zealand.",
        "accusation",
        "Fiji",
    ),
    ("New Zealand met Fiji. New Zealand spoke. The Pacific island state condemned New Zealand.", "accusation", "Fiji"),
    ("Officials in Guyana condemned Venezuela.", "accusation", "Guyana"),
    ("President Ali Demir of Albania met Peru's envoys. Demir's government urged Peru to help.", "demand", "Albania"),
    (
        "Chadian Prime Minister Ali Demir spoke in Niger. His government rejected the accord of Niger.",
        "rejection",
        "Chad",
    ),
    ("Vladimir Putin met Jan Novak in Lima. Putin's government urged Peru to help.", "demand", "Russia"),
    # whose military makes a coup
    (
        "Lesotho's Prime Minister Thomas Thabane fled to South Africa. Thabane accused the military of seizing power.",
        "coercion",
        "Lesotho",
    ),
    (
        "South Africa warned of a coup by a commander in Lesotho. The army stormed police stations in the capital.",
        "coercion",
        "Lesotho",
    ),
    (
        "South Africa and Lesotho met in Pretoria. South Africa's army left. The army stormed police stations.",
        "coercion",
        "South Africa",
    ),
]


@pytest.mark.parametrize(("text", "kind", "state"), GOVERNMENTS, ids=[t for t, *_ in GOVERNMENTS])
def test_whose_government_it_is(text: str, kind: str, state: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    actors = [who(facts, e) for e in facts.events if e.type == kind]
    assert actors[-1].get(state) == "actor"


def test_a_government_whose_leader_is_unknown_is_of_no_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Jan Novak spoke in Chad. Novak's government requested a meeting with Chad's officials.")
    assert who(facts, only(facts, "demand")) == {"Chad": "target"}


def test_a_ministry_of_one_state_is_none_of_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Peru's foreign ministry summoned the envoy of Chile. The ministry gave no details. Chile's defence ministry "
        "told Peru to end its drills."
    )
    assert who(facts, only(facts, "demand")) == {"defence ministry": "actor", "Peru": "target"}
    assert [e.state for e in facts.entities if e.name == "defence ministry"] == ["CL"]


def test_whose_resignation_a_relative_clause_tells_of(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir met with Maria Lind, who submitted her resignation.")
    assert who(facts, only(facts, "departure")) == {"Maria Lind": "actor"}


def test_a_name_in_capitals_is_no_participle(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "A delegation from West Africa's main regional bloc ECOWAS on Saturday met Niger's ousted President Jean Moussa."
    )
    meeting = only(facts, "meeting")
    assert who(facts, meeting) == {"ECOWAS": "actor", "Jean Moussa": "target"}
    assert meeting.date == "2014-04-05"


def test_religious_leaders_are_not_their_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chadian President Ali Demir met with a delegation of religious leaders from Nigeria.")
    assert all("Nigeria" not in who(facts, event) for event in facts.events)


def test_who_was_in_office_acts_for_no_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Police arrested a former Ecuadorian vice president who had sought asylum in Peru.")
    assert all("Ecuador" not in who(facts, e) for e in facts.events)


def test_it_stands_for_what_follows(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Kenya arrived. It was an honour to welcome Prime Minister Garry Conille.")
    assert all("Kenya" not in who(facts, e) for e in facts.events)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Kenya welcomed Tuesday's vote in Haiti.", "support", None),
        ("Ali Demir, in power since 2017, has promised to retire.", "agreement", None),
        ("Kuwait and Iraq have strengthened ties which were severed in 1990.", "cooperation", None),
        ("Kenya hailed its 1951 treaty with Uganda.", "agreement", "1951"),
        ("India lodged a protest with Chad over firing by its troops on Friday.", "accusation", None),
        ("India lodged a protest with Chad over firing, on Friday.", "accusation", "2014-04-04"),
        ("The summit of the African Union is likely to be held in Lusaka in May.", "meeting", "2014-05"),
        ("Ali Demir spoke in his first visit to Greece since 2004.", "visit", None),
        ("Ali Demir's visit to Chad followed the vote in Mali on Monday.", "visit", None),
        ("This is the first visit to Greece by a Turkish president since 2004.", "visit", None),
        ("France pledged on Monday to provide aid to Chad.", "aid", None),
        ("Peru killed Ali Demir in an attack on a camp on Saturday, which was criticised by Chad.", "accusation", None),
        ("Peru ordered the expulsion of Chad's envoy on Sunday in protest of Chad's raid on Lima.", "attack", None),
        ("Kenya and Uganda signed the 1994 accord on Monday.", "agreement", "2014-04-07"),
        ("Rebels had signed a 2007 peace deal with Chad.", "agreement", "2007"),
        ("A court in Chad granted bail on Monday to three activists arrested in Lima.", "coercion", None),
        ("Ali Demir of Chad headed home on Monday from the summit in Fiji.", "meeting", None),
        ("On Monday Peru slammed the seizure of a ship by Chad.", "coercion", None),
        (
            "Ali Demir visited Lima and the tomb of soldiers who had died on November 3, 1988, the army said.",
            "visit",
            None,
        ),
        ("Chad imposed sanctions on Niger in 1993 for the breach of a pact signed with Mali.", "agreement", None),
        ("On Monday Chad summoned Russia's envoy in protest against sanctions imposed by Moscow.", "sanction", None),
        (
            "Peru is trying to conclude an agreement with Chad, similar to the one signed with Niger in May 2012.",
            "agreement",
            None,
        ),
        (
            "Ecuador will no longer host peace talks between Colombia and Chad, Bogota's foreign minister said on 5 April.",
            "negotiation",
            None,
        ),
        ("The raid came a day before Chad was set to convene a meeting with Niger.", "meeting", None),
        ("King Idris will meet Ali Demir on Friday and has promised to release the envoy of Chad.", "agreement", None),
        ("President Ana Quispe of Peru spoke on Tuesday of her decision to back Chad.", "support", None),
        ("Chad and Niger are due to resume talks, which should end by an April 1 deadline.", "negotiation", None),
        ("Kenya asked for the withdrawal of Indian troops from Mali before March 15.", "demand", None),
        ("Peru asked for the extradition of Ali Demir, who fled to Chile on August 5, 2013.", "demand", None),
        (
            "They prepared a meeting of the leaders of the African countries, which is held in Lusaka on 9 April.",
            "meeting",
            "2014-04-09",
        ),
        ("Ali Demir on Saturday slammed Mali's decision to shut seven schools.", "coercion", None),
        ("Chad has banned campaigning by Malians for June 24 presidential elections.", "coercion", None),
        ("Chad condemned the murder of Ali Demir in Lima in January.", "accusation", None),
        ("Chad closed its border with Mali following the clash on Saturday.", "coercion", None),
        ("Following the clash, Chad closed its border with Mali on Saturday.", "coercion", "2014-04-05"),
        ("Chad condemned the murder of Ali Demir on Monday.", "accusation", "2014-04-07"),
        ("On Tuesday, the parliament of Peru will review the resignation of Ali Demir.", "departure", None),
        ("The parliament of Peru accepted on Monday the resignation of Ali Demir.", "departure", "2014-04-07"),
        (
            "President Ana Quispe will hold a meeting with Rafael Correa, the president-elect of Ecuador, who begins his term on May 10.",
            "meeting",
            None,
        ),
    ],
)
def test_the_day_of_something_else(text: str, kind: str, date: str | None, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), kind).date == date


def test_whom_one_asks_for_is_not_whom_one_asks(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Peru asked for Ali Demir's extradition.")
    assert who(facts, only(facts, "demand")) == {"Peru": "actor"}


def test_one_gathers_for_the_meeting(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("African Union leaders gathered in Lusaka on Monday for a summit focused on the war in Sudan.")
    meeting = only(facts, "meeting")
    assert meeting.place is not None and facts.entities[meeting.place].name == "Lusaka"


def test_the_toll_behind_what_was_hit(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Lebanon condemned an Israeli airstrike on an army centre that killed one soldier and wounded 18.")
    attack = only(facts, "attack")
    assert (attack.killed, attack.injured, who(facts, attack).get("Israel")) == (1, 18, "actor")


def test_earlier_visits_are_not_the_visit(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("King Idris of Jordan will visit Chad. Two earlier visits to Chad by King Idris failed.")
    assert [e.modality for e in facts.events if e.type == "visit"] == ["planned", "happened"]


def test_the_state_one_acts_for_is_not_the_other_side(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chinese Foreign Minister Wang Min agreed to deepen cooperation between China and Peru.")
    assert who(facts, only(facts, "agreement")) == {"Wang Min": "actor", "Peru": "target"}


def test_whoever_is_called_on_to_act_is_not_who_calls(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Workers in Chad heard President Amin Saleh's call to demonstrate against Niger.")
    assert all("Amin Saleh" not in who(facts, e) for e in facts.events if e.type == "protest")


def test_a_name_before_a_verb_is_its_subject(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Both countries recalled their ambassadors and Thailand closed its border with Cambodia.")
    assert who(facts, only(facts, "coercion")) == {"Thailand": "actor", "Cambodia": "target"}


def test_what_one_is_punished_for_one_has_done(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Serbia did not join the sanctions imposed on Russia for its invasion of Ukraine.")
    assert who(facts, only(facts, "attack")) == {"Russia": "actor", "Ukraine": "target"}


def test_whoever_carries_out_a_killing_is_not_its_victim(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Uganda carried out abductions in Kenya.")
    assert who(facts, only(facts, "attack")).get("Uganda") == "actor"


def test_a_visit_to_a_state_and_to_its_capital_is_one(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "French President Jean Dupont began a visit to Serbia on Tuesday. Serbia signed a contract after Dupont "
        "arrived in Belgrade."
    )
    assert only(facts, "visit").date == "2014-04-08"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("M23 rebels seized Goma.", "Goma"),
        ("Russian forces shelled Kharkiv and Odesa on Monday.", "Kharkiv"),
        ("Ugandan troops attacked Gulu.", "Gulu"),
        ("An attack by Ugandan troops on Gulu went on.", "Gulu"),
        ("Ugandan troops attacked Gulu in northern Uganda.", "Gulu"),
        ("The Ethiopian army attacked a hospital in the town of Mekele.", "Mekele"),
        ("King Idris began a visit to the Red Sea nation.", None),
        ("The Syria bombing killed ten people.", "Syria"),
        ("The Syrian bombing of a market killed ten people.", None),
        ("The presidents of Chad and Mali met for talks in Lusaka.", "Lusaka"),
        ("Egypt's president received King Idris for a summit in Cairo.", "Cairo"),
        ("Sudan withdrew its troops for talks in Nairobi.", None),
    ],
)
def test_a_town_is_where_it_is_taken(text: str, place: str | None, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    [event] = facts.events
    assert (None if event.place is None else facts.entities[event.place].name) == place


def test_a_welcome_is_not_the_summit(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ali Demir of Chad was welcomed by Minister Jan Novak. President Demir attended the summit of the African Union in Lusaka."
    )
    assert len([event for event in facts.events if event.type == "meeting"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Nauru severed ties with Taiwan in favour of China.",
        "Protests against General Jan Novak's arrest continue in Lima.",
    ],
)
def test_neither_where_one_protests_nor_whom_one_favours_is_where(text: str, facts_of: Callable[..., Facts]) -> None:
    assert {e.place for e in facts_of(text).events if e.type in {"sanction", "coercion"}} == {None}


def test_the_place_of_what_a_summit_will_consider_is_not_its_own(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ali Demir spoke of a summit of the African Union that will consider reports on missions in Mali."
    )
    assert only(facts, "meeting").place is None


def test_who_returns_home_visits_nobody(facts_of: Callable[..., Facts]) -> None:
    assert not [
        e for e in facts_of("Kenyan Foreign Minister Peter Otieno returned to Nairobi.").events if e.type == "visit"
    ]
    assert only(facts_of("Kenyan Foreign Minister Peter Otieno returned to Lima."), "visit").modality == "happened"


def test_the_bloc_is_an_alliance_of_states(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("ECOWAS met in Accra. It told the National Transition Council to wait. The bloc condemned Mali.")
    assert who(facts, only(facts, "accusation")) == {"ECOWAS": "actor", "Mali": "target"}


def test_the_president_is_that_of_where_the_story_is(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "KIGALI (Reuters) - Fighting went on in Rwanda. Envoys met President Paul Kagame. US President Barack Obama urged "
        "rebels in Rwanda to stop. The African Union is meeting with the president, a spokesman said."
    )
    assert all("Barack Obama" not in who(facts, e) for e in facts.events if e.type == "meeting")


def test_both_sides_that_somebody_urges_are_others(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Talks between Serbia and Kosovo stalled. It will be the theme of meetings with US envoy Ana Soto and EU envoy Jan Novak. "
        "The US urged both sides to go on."
    )
    assert who(facts, only(facts, "demand")) == {"United States": "actor", "Serbia": "target", "Kosovo": "target"}


def test_accusations_that_name_others_are_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Ecuador accused Ali Demir of theft. It was firm, accusing Mexico of meddling in its affairs.")
    told = [who(facts, event) for event in facts.events if event.type == "accusation"]
    assert [set(each) for each in told] == [{"Ecuador", "Ali Demir"}, {"Ecuador", "Mexico"}]


def test_a_planned_visit_is_taken_up_by_its_noun(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ali Demir of Chad will make an official visit to Mali on Friday. The visit of the president follows talks."
    )
    assert only(facts, "visit").modality == "planned"


def test_the_trip_during_which_something_is_to_be_done_is_the_one_begun(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ali Demir arrived in Chad, where he is expected to sign a pact during his trip to N'Djamena."
    )
    assert only(facts, "visit").modality == "happened"


def test_the_last_visit_is_not_the_planned_one(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir will visit Chad. On his last visit to Chad, Ali Demir met rebels.")
    assert [event.modality for event in facts.events if event.type == "visit"] == ["planned", "happened"]


def test_a_dismissal_is_the_ousting_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir was ousted. Deputies had voted for the resignation of Ali Demir.")
    assert who(facts, only(facts, "departure")) == {"Ali Demir": "target"}


def test_the_decision_to_withdraw_is_the_withdrawal_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Qatar has withdrawn its troops from Mali. The decision by Qatar to withdraw its troops is new.")
    assert only(facts, "concession").modality == "happened"


def test_two_promises_of_other_actors_are_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad committed to opening its market. Ali Demir promised to retire. Demir is President of Chad.")
    told = [who(facts, event) for event in facts.events if event.type == "agreement"]
    assert told == [{"Chad": "actor"}, {"Ali Demir": "actor"}]


def test_who_is_arrested_has_been_detained(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Mali detained ten Ivorian soldiers. The Ivorian soldiers were arrested in Bamako by Mali.")
    assert who(facts, only(facts, "coercion")) == {"Mali": "actor", "Ivory Coast": "target"}


def test_negotiations_with_somebody_are_not_the_consultations_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Russia held consultations. Russian Minister Ali Demir spoke after negotiations with Peruvian Minister Ana Reyes."
    )
    told = [set(who(facts, event)) for event in facts.events if event.type == "negotiation"]
    assert told == [{"Russia"}, {"Ali Demir", "Ana Reyes"}]


def test_wounded_in_shelling_is_its_toll(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Azerbaijan said two of its soldiers were wounded in shelling by Armenia.")
    event = only(facts, "attack")
    assert (who(facts, event), event.injured) == ({"Armenia": "actor", "Azerbaijan": "target"}, 2)


def test_killing_is_the_toll_of_an_attack_that_is_staged(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Riot police of Chad staged an attack on a sit-in, killing four people and wounding 231.")
    event = only(facts, "attack")
    assert (event.killed, event.injured) == (4, 231)


def test_what_more_is_said_of_a_visit_is_no_other_visit(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir travelled to Iran. This is the first visit by Ali Demir to Iran since May.")
    assert who(facts, only(facts, "visit")) == {"Ali Demir": "actor", "Iran": "target"}


def test_what_will_be_done_and_is_done_is_one(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        '"Peru will recall its ambassador to Chile," Ali Demir said. Peru has recalled its ambassador to Chile.'
    )
    assert only(facts, "sanction").modality == "happened"


def test_what_will_be_done_to_another_is_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Peru recalled its ambassador to Chile. Peru will recall its ambassador to Bolivia.")
    assert [e.modality for e in facts.events if e.type == "sanction"] == ["happened", "planned"]


def test_what_expires_was_not_agreed_then(facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of("The treaty between Russia and Chad expires in 2026."), "agreement").date is None


def test_a_visit_of_another_season_is_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Ali Demir arrived in Georgia on a visit. Ali Demir visited Georgia in October 2013.")
    assert [event.date for event in facts.events if event.type == "visit"] == [None, "2013-10"]


@pytest.mark.parametrize(
    ("behind", "visits"),
    [
        ("The president's visit would strengthen ties.", 1),
        ("His trip could end the dispute.", 1),
        ("A visit by Demir to Mali would strengthen ties.", 2),
        ("The visit may be cancelled.", 1),
    ],
)
def test_what_a_visit_may_bring_about_is_open_not_the_visit(
    behind: str, visits: int, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(f"President Ali Demir of Chad will visit Niger on Friday. {behind}")
    assert [e.modality for e in facts.events if e.type == "visit"][:visits] == ["planned", "possible"][:visits]
    assert len([e for e in facts.events if e.type == "visit"]) == visits


def test_what_was_decided_and_announced_is_one(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Algeria announced the withdrawal of its ambassador from France. Algeria has decided to withdraw its ambassador "
        "from France immediately."
    )
    assert only(facts, "sanction").modality == "happened"


def test_since_whom_nobody_came_is_not_when_one_comes(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Ali Demir is the first of Chad's ministers to visit Mali since President Jan Novak 16 years ago.")
    assert only(facts, "visit").date is None


@pytest.mark.parametrize(
    "text",
    [
        "In response to the attacks on Chad by Malian rebels, Niger held drills on 5 May 2013.",
        "Niger applied for membership in May 2013 in the wake of the attack on Chad by Malian rebels.",
    ],
)
def test_when_something_answers_an_attack_is_not_when_it_was(text: str, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), "attack").date is None


def test_a_meeting_of_more_is_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Georgia and Armenia held a meeting. Then a meeting of Georgia, Armenia and Chad took place.")
    told = [set(who(facts, event)) for event in facts.events if event.type == "meeting"]
    assert told == [{"Georgia", "Armenia"}, {"Georgia", "Armenia", "Chad"}]


def test_what_somebody_hopes_in_words_is_claimed(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Ali Demir expressed hope that Chad and Mali would sign a peace agreement.")
    event = only(facts, "agreement")
    assert event.claimed_by is not None and facts.entities[event.claimed_by].name == "Ali Demir"


@pytest.mark.parametrize(
    "text",
    [
        "Ali Demir denied reports that Chad had attacked Mali.",
        "A statement by Ali Demir said Chad attacked Mali.",
        "Ali Demir blamed Chad for the attack on Mali.",
        "Ali Demir said in a statement that Chad had attacked Mali.",
    ],
)
def test_whose_words_carry_it(text: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    event = only(facts, "attack")
    assert event.claimed_by is not None and facts.entities[event.claimed_by].name == "Ali Demir"


def test_where_those_are_who_did_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Three people were killed by Israeli troops in Gaza City, medics said.")
    place = only(facts, "attack").place
    assert place is not None and facts.entities[place].name == "Gaza City"


def test_it_attacks_as_well(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad attacked Mali. It also bombed Niger.")
    told = [who(facts, event) for event in facts.events if event.type == "attack"]
    assert told == [{"Chad": "actor", "Mali": "target"}, {"Chad": "actor", "Niger": "target"}]


def test_in_part_of_a_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Gunmen killed 20 villagers in Nigeria's Plateau state.")
    event = only(facts, "attack")
    assert event.place is not None and facts.entities[event.place].name == "Nigeria"
    assert event.killed == 20


def test_an_accident_kills_without_an_attack(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("A plane carrying the Malawian president crashed, killing ten people.")
    assert not [event for event in facts.events if event.type == "attack"]


def test_the_shot_are_counted(facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of("Soldiers shot dead two protesters in Conakry."), "attack").killed == 2


ATTACKS = [
    ("Israel killed a commander in a strike on Beirut. The strike killed Ali Demir.", 1),
    ("Israel attacked Beirut on Monday. An Israeli strike killed ten people in Tyre.", 2),
    ("Hezbollah fired rockets at a base in Israel. Hezbollah targeted Israeli troops, wounding four.", 2),
    ("Hezbollah fired rockets at Israel. Hezbollah attacks have killed 25 people since October.", 2),
    ("Israeli jets struck Hamas. Israeli jets also struck a Hamas depot.", 2),
    ("The Taliban targeted Pakistani posts. One Pakistani soldier was killed.", 1),
    ("A bomb exploded in Kabul on Monday, killing ten people. Hamas claimed responsibility for the attack.", 1),
    ("Chad attacked Niger. Niger condemned the attack. Mali attacked Benin. Ali Demir condemned the attack.", 2),
    ("Russian forces bombed Kharkiv on Monday. The attack by Hamas on Haifa killed two.", 2),
]


@pytest.mark.parametrize(("text", "number"), ATTACKS)
def test_how_many_attacks(text: str, number: int, facts_of: Callable[..., Facts]) -> None:
    assert len([event for event in facts_of(text).events if event.type == "attack"]) == number


def test_what_comes_before_has_a_toll_of_its_own(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Rockets were fired from Lebanon toward Israel on Monday, hours after Israeli airstrikes killed four officials."
    )
    assert [(event.killed, who(facts, event)) for event in facts.events if event.type == "attack"] == [
        (None, {"Israel": "target"}),
        (4, {"Israel": "actor"}),
    ]


def test_a_metonym_in_a_relative_clause_may_be_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Colombia's army said it was ready. The United States said it would act after its attack on Caracas and the "
        "capture of Ali Demir, whom Washington accused of crimes."
    )
    [attack] = [event for event in facts.events if event.type == "attack"]
    assert "United States" in who(facts, attack)


TOLLS = [
    ("The toll included 25 soldiers and 27 militants killed on Thursday in Jolo.", (52, None)),
    ("Sudan's army accused the RSF of bombing a mosque in Nyala, killing 75 worshippers.", (75, None)),
    ("An official and his wife were killed in an attack in Nyala.", (2, None)),
    ("Drones have killed two people in Russia and hit a refinery in Omsk.", (2, None)),
    ("Russian troops attacked Kharkiv, leaving 30 people dead and 12 injured.", (30, 12)),
    ("An attack by Russian troops on Kharkiv claimed 30 lives.", (30, None)),
    ("The death toll from an attack by Russian troops on Kharkiv rose to 30.", (30, None)),
    ("Thirty people were killed and 50 wounded when Russian troops attacked Kharkiv.", (30, 50)),
    (
        "Sudan's military claimed eight of its soldiers were killed and 19 wounded in clashes with rebels in Darfur.",
        (8, 19),
    ),
]


@pytest.mark.parametrize(("text", "toll"), TOLLS)
def test_tolls(text: str, toll: tuple[int | None, int | None], facts_of: Callable[..., Facts]) -> None:
    attacks = [event for event in facts_of(text).events if event.type == "attack"]
    assert [(e.killed, e.injured) for e in attacks if e.killed or e.injured] == [toll]


def test_what_came_the_day_before_has_no_date_of_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "On 20 September 2003, Chad reached an agreement with Mali, the day after the Chadian army launched an offensive in Niger."
    )
    assert (only(facts, "agreement").date, only(facts, "attack").date) == ("2003-09-20", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Iran has condemned the attack on the Argentine centre in 1994.", None),
        ("Iran condemned the attack on the Argentine centre in 1994.", "1994"),
    ],
)
def test_the_perfect_goes_with_no_year_that_is_over(text: str, day: str | None, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), "accusation").date == day


def test_agreements_of_two_years_are_two(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Chad agreed in 2003 to withdraw its troops from Mali. In 2005, Chad and Mali signed an agreement."
    )
    assert [event.date for event in facts.events if event.type == "agreement"] == ["2003", "2005"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army of Gabon appeared to have staged a coup d'etat.", "possible"),
        ("Iran does not seem to have staged a coup in Iraq.", "denied"),
        ("The army of Gabon, which appeared in Lima on Monday, staged a coup.", "happened"),
    ],
)
def test_how_it_looks_is_not_what_happened(text: str, modality: str, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), "coercion").modality.value == modality


def test_words_between_single_marks_are_said(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("'We condemn the attack by Mali,' Chadian President Ali Demir said on Monday.")
    accusation = only(facts, "accusation")
    assert accusation.claimed_by is not None and facts.entities[accusation.claimed_by].name == "Ali Demir"
    assert who(facts, accusation) == {"Chad": "actor", "Mali": "target"}


def test_apostrophes_are_no_quotation_marks(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The two states' leaders met in Rome. Ali Demir of Chad said it was the rebels' fault.")
    assert [facts.article.text[s.begin : s.end] for s in facts.statements] == ["it was the rebels' fault"]


def test_what_is_told_beside_what_is_said_is_the_narrators(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ali Demir of Chad said that sanctions would not stop him, while Jan Novak called on Mali to impose them."
    )
    assert only(facts, "demand").claimed_by is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ali Demir of Chad said that talks with China were going very well.", "happened"),
        ("Ali Demir of Chad said that talks with China were going to be held.", "planned"),
    ],
)
def test_going_well_is_no_plan(text: str, modality: str, facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of(text), "negotiation").modality.value == modality


def test_who_is_kept_from_attending_leaves_it_untold(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad barred Ali Demir from attending the inauguration of President Ana Reyes.")
    assert not [event for event in facts.events if event.type == "appointment"]
    facts = facts_of("Chad prevented Ali Demir from speaking at a meeting of the Arab League.")
    assert not [event for event in facts.events if event.modality.value == "denied"]


def test_blocked_talks_have_not_been_held(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Bulgaria blocked the start of accession talks with Chad.")
    assert only(facts, "negotiation").modality.value == "denied"
    facts = facts_of("Police blocked the road during the talks of Chad and Mali.")
    assert only(facts, "negotiation").modality.value == "happened"


def test_what_stands_behind_the_colon_of_what_is_said_is_the_narrators(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Iran said it had resumed uranium enrichment at its facility: the United States imposed sanctions on Iran in 2018."
    )
    assert only(facts, "sanction").claimed_by is None
    facts = facts_of("Iran said: the United States imposed sanctions on Iran in 2018.")
    assert only(facts, "sanction").claimed_by is not None


def test_where_a_war_is_that_it_is_only_named_beside_says_nothing(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("His exploits include the war in Yemen, the boycott of Qatar and the resignation of Ali Demir.")
    assert only(facts, "sanction").place is None


def test_earlier_on_a_day_lies_behind_what_was_due(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Turkish President Ali Demir was due to address a rally in Rome earlier on Saturday.")
    assert all(e.date != "2014-04-12" for e in facts.events)


def test_what_a_speaker_does_beside_the_words_is_the_narrators(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Spain insisted the presence was a threat, and promptly recalled its ambassador to Morocco.")
    recall = only(facts, "sanction")
    assert recall.claimed_by is None and set(who(facts, recall)) == {"Spain", "Morocco"}


def test_the_year_of_a_law_is_not_when_it_was_suspended(facts_of: Callable[..., Facts]) -> None:
    assert only(facts_of("Colonel Ali Demir suspended the 1997 constitution of Chad."), "coercion").date is None


def test_last_december_lies_behind_whatever_was_attempted(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President Ali Demir of Chad was arrested for attempting to dissolve parliament last December.")
    assert {e.date for e in facts.events if e.date} == {"2013-12"}


def test_agreement_that_fails_is_a_rejection_to_plover(facts_of: Callable[..., Facts]) -> None:
    """PLOVER has no modality: https://github.com/openeventdata/PLOVER, class REJECT."""
    text = "Chad and Mali reached an agreement. Kenya and Uganda failed to reach an agreement."
    classes = [(e.modality, e.plover) for e in facts_of(text).events]
    assert classes == [("happened", "AGREE"), ("denied", "REJECT")]


TOLD = [
    # what was done in a month before the one that the story tells
    ("Chad and Mali agreed on a ceasefire. In February, both agreed to pull back forces.", "agreement", 2),
    ("Chad and Mali agreed on a ceasefire. In April, both agreed to pull back forces.", "agreement", 1),
    # one act told twice
    (
        "Ali Demir, Chad's minister, said Chad had asked a Malian officer at the embassy to leave. "
        '"We demanded that he leave because he is a spy," Demir told a news conference.',
        "demand",
        1,
    ),
    (
        "Chad has recalled its ambassador in Mali. The minister announced the ambassador would be recalled.",
        "sanction",
        1,
    ),
    (
        "Mali recalled its envoy over the recent attacks on Mali. Chad launched missiles at a base in the Malian town of Gao.",
        "attack",
        1,
    ),
    (
        "Minister Ali Demir of Chad met with Jan Novak, of the ministry. Demir met with the Malian officials on behalf of Chad.",
        "meeting",
        1,
    ),
    ("Expressing his satisfaction, Chad's ambassador commended the leaders of Mali.", "support", 1),
    ("Chad shelled a town in Mali. Mali said the attack left two children killed.", "attack", 1),
    ("Ali Demir of Chad began a visit to Mali, marking the first visit by a Chadian official in years.", "visit", 1),
    (
        "Wang Yi of China met Jan Novak, Chad's minister. Chad helped, Wang was quoted as saying in a meeting with Novak.",
        "meeting",
        1,
    ),
    ("Chad left the union, boycotting it by pulling out of the pact with Mali.", "rejection", 1),
    ("Chad's police attacked a camp in Mali. Chad denies involvement in such attacks in Mali.", "attack", 1),
    ("Chad issued an ultimatum to Mali. Troops were sent, he said, giving Mali the ultimatum of leaving.", "threat", 1),
    ("Russia freed two spies. The two were released by Russia on Monday.", "concession", 1),
    # two acts of one kind
    ("Russian troops are to withdraw from Mali. Russia and Chad are to begin exchanging prisoners.", "concession", 2),
    ("Chad asked Mali to leave. Chad demanded that Mali apologise.", "demand", 2),
    ("Chad expelled a Malian diplomat. Chad expelled another Malian diplomat in August.", "sanction", 2),
    ("Minister Ali Demir of Chad met President Jan Novak of Mali. Demir met officials of Peru.", "meeting", 2),
    ("Mali recalled its envoy over attacks on Mali. Chad launched missiles at a base in Peru.", "attack", 2),
    # attacks and what they target are one
    ("The Houthis will launch attacks targeting oil facilities.", "attack", 1),
    (
        "The Houthis launched an attack on Monday. On Friday the Houthis carried out attacks targeting a base.",
        "attack",
        2,
    ),
    # who is given hours to leave has been expelled
    (
        "Saudi Arabia expelled Canada's ambassador in Riyadh. The Canadian ambassador was given 24 hours to leave the country.",
        "sanction",
        1,
    ),
    (
        "Chad expelled the ambassador of Niger. The ambassador of Mali was given 24 hours to leave the country.",
        "sanction",
        2,
    ),
    ("Three Russian diplomats have been declared persona non grata and will be expelled from Estonia.", "sanction", 1),
    ("Chad expelled the ambassador of Niger and will expel two diplomats of Mali.", "sanction", 2),
    (
        "The Moldovan ambassador was summoned to the Russian Foreign Ministry, and a protest was expressed to him.",
        "accusation",
        1,
    ),
    ("Chad summoned the ambassador of Niger and expressed concern about the raids of Mali.", "accusation", 2),
]


@pytest.mark.parametrize(("text", "kind", "number"), TOLD, ids=[t for t, _, _ in TOLD])
def test_how_many_acts_are_told(text: str, kind: str, number: int, facts_of: Callable[..., Facts]) -> None:
    assert sum(event.type == kind for event in facts_of(text).events) == number


def test_the_day_right_behind_the_verb_is_that_of_saying(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Chad's minister said on Friday she would travel to China. Jan Novak said that on Friday he would visit Mali."
    )
    assert [e.date for e in facts.events if e.type == "visit"] == [None, "2014-04-11"]


def test_a_call_is_nowhere(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The deal was announced by Ali Demir in Lima after a phone call between Chad and Mali.")
    assert only(facts, "call").place is None


def test_where_one_fled_is_not_where_one_resigned(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The week began with President Ali Demir's resignation on August 11 and his flight to Nigeria.")
    assert only(facts, "departure").place is None


def test_what_goes_on_was_not_long_ago(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad is investigating the murder of Ali Demir on January 1.")
    assert (only(facts, "accusation").date, only(facts, "attack").date) == (None, "2014-01-01")


def test_the_month_of_what_is_asked_for_is_not_that_of_the_answer(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad rejected a request for Malian President Ali Demir to visit in August.")
    assert only(facts, "rejection").date is None


def test_near_a_border_is_not_in_the_state_behind_it(facts_of: Callable[..., Facts]) -> None:
    assert (
        only(facts_of("Russia bombed Ukrainian ports near the borders of Moldova and Romania."), "attack").place is None
    )
    facts = facts_of("Russia bombed ports near the towns of Moldova.")
    assert facts.entities[only(facts, "attack").place].name == "Moldova"


def test_places_are_found_with_and_without_their_strokes(facts_of: Callable[..., Facts]) -> None:
    for town in ("Łódź", "Lodz"):
        facts = facts_of(f"The ministers of Chad and Mali met in {town} to ask for aid.")
        assert {e.name for e in facts.entities if e.kind == "place"} == {"Łódź"}


SEATS = [
    ("Afghan Minister Ali Khan came. The Foreign Ministry in Islamabad criticised Afghanistan.", "PK"),
    ("Kenya and Chad quarrelled. The foreign ministry summoned Ali Demir, the Chadian ambassador to Kenya.", "KE"),
    ("Lebanon's minister criticised Bahrain. The Foreign Ministry summoned the Lebanese ambassador to Bahrain.", "BH"),
]


@pytest.mark.parametrize(("text", "state"), SEATS, ids=[t for t, _ in SEATS])
def test_a_ministry_is_of_the_state_that_it_sits_in(text: str, state: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    accused = [event for event in facts.events if event.type == "accusation"][-1]
    assert [facts.entities[i].state for i, part in accused.participants if part == "actor"] == [state]


@pytest.mark.parametrize(
    ("year", "capital", "state"),
    [
        ("1988", "Moscow", "SU"),
        ("2014", "Moscow", "RU"),
        ("1988", "The Kremlin", "SU"),
        ("1991", "Prague", "CS"),
        ("2014", "Prague", "CZ"),
    ],
)
def test_a_capital_acts_for_the_state_of_its_time(
    year: str, capital: str, state: str, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(f"{capital} rejected the offer of Chad.", f"{year}-04-14")
    (actor,) = [i for i, part in only(facts, "rejection").participants if part == "actor"]
    assert facts.entities[actor].state == state


def test_a_relative_clause_behind_an_agent_dates_only_itself(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The resolution was welcomed by President Ali Demir of Haiti, who took office in February.")
    assert only(facts, "support").date is None
    assert only(facts, "appointment").date == "2014-02"


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "A bomb in Chad killed three soldiers on Monday. Togo left. NATO confirmed that three soldiers were killed.",
            [3],
        ),
        ("Chad bombed Mali and killed 12 people. Niger bombed Benin and 12 people were killed there.", [12, 12]),
        ("Gunmen killed 12 people in Mali on Monday. On Tuesday, 12 people were killed in Niger.", [12, 12]),
    ],
)
def test_a_toll_told_again_is_of_one_attack(text: str, tolls: list[int], facts_of: Callable[..., Facts]) -> None:
    assert [event.killed for event in facts_of(text).events if event.type == "attack"] == tolls
