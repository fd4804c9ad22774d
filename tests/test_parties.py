"""Who takes which part in an event: one table, a way of saying it a row."""

from collections.abc import Callable

import pytest

from kg.resolve import Facts

PARTIES = [
    ("Russia slammed Chad and vowed to respond in kind.", "threat", {"Russia": "actor"}),
    ("President Ali Demir of Mali met President Jan Novak of Chad. The two rivals had agreed to speak.", "agreement", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Chad accused the authorities in Khartoum of stealing its oil.", "accusation", {"Chad": "actor", "Sudan": "target"}),
    ("Chad criticised the fee regime in Khartoum.", "accusation", {"Chad": "actor"}),
    ("President Ali Demir of Mali arrived in the Chadian capital.", "visit", {"Ali Demir": "actor", "Chad": "target"}),
    ("Nicaragua dragged Colombia to the International Court of Justice.", "accusation", {"Nicaragua": "actor", "Colombia": "target"}),
    ("Indonesian officials have headed for Finland to sign an agreement with Chad.", "agreement", {"Indonesia": "actor", "Chad": "target"}),
    ("The Foreign Ministry of Chad ordered Ali Demir, the first secretary of the Thai Embassy, to leave Chad.", "demand", {}),
    ("Eritrean troops occupied Badme. They were on the western Badme front.", "coercion", {"Eritrea": "actor"}),
    ("Pakistan protested. India's army went on alert, and the newly elected government held a meeting.", "meeting", {"India": "actor"}),
    ("Chad refused to extradite Thaksin to Peru. Thaksin was convicted.", "trial", {"Thaksin": "target"}),
    ("Chad accused Mali. Mali has troops on its border with Chad. An envoy, Jan Novak, met President Ali Demir of Chad and Chadian premier Ama Bah. Both sides armed. They have threatened each other.", "threat", {"Chad": "actor", "Mali": "actor"}),
    ("Ana Reyes and Jan Novak of Chad work hard to end the row with Mali.", "cooperation", {}),
    ("Chad moved its troops back from the border with Mali.", "mobilisation", {}),
    ("Serbia ordered Chad's ambassador expelled.", "sanction", {"Serbia": "actor", "Chad": "target"}),
    ("Most of Chad's neighbours recognise Mali.", "support", {}),
    ("Jan Novak called Ali Demir a U.S. puppet seeking to oust him.", "departure", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("Senator Ali Demir said his US visa had been cancelled.", "sanction", {"United States": "actor"}),
    ("Chad cancelled Mali's visas.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("President Ali Demir of Chad inspected a Chadian military base.", "accusation", {}),
    ("Egypt called for an Arab League meeting on the situation in Libya.", "demand", {"Egypt": "actor", "Arab League": "target"}),
    ("Chad's foreign ministry declared Mali's ambassador persona non grata, ordering him to leave the country.", "demand", {}),
    ("Chad declared Mali's diplomats persona non grata and gave them 48 hours to leave.", "demand", {}),
    ("Locsin said Peru was terminating the Visiting Forces Agreement with Chad.", "sanction", {"Peru": "actor", "Chad": "target"}),
    ("The leaders of Chad and Niger agreed on a plan for a joint campaign against Hamas.", "agreement", {"Chad": "actor", "Niger": "actor"}),
    ("Chad agreed on measures against Mali.", "agreement", {"Chad": "actor", "Mali": "target"}),
    ("Chad signed a pact with Peru during the Blinken visit.", "visit", {"Blinken": "actor"}),
    ("Chad is preparing for a visit from President Jan Novak.", "visit", {"Jan Novak": "actor"}),
    ("Human rights specialists from the United Nations urged Mali to stop.", "demand", {"United Nations": "actor", "Mali": "target"}),
    ("Business specialists from Chad urged Mali to stop.", "demand", {"Mali": "target"}),
    ("Jan Novak was killed in Chad. Ali Demir, who had met him, vowed revenge for his killing.", "attack", {"Jan Novak": "target"}),
    ("Jan Novak was killed in Chad. Ali Demir, who gave Novak a medal, vowed revenge in response to his killing.", "threat", {"Ali Demir": "actor"}),
    ("Former President Jan Novak of Mali was charged. President Ali Demir agreed. Chad praised the former Malian leader.", "support", {"Chad": "actor", "Jan Novak": "target"}),
    ("Mr German of the Labour Party accused Chad of lying.", "accusation", {"German": "actor", "Chad": "target"}),
    ("Ireland was one of a number of countries to expel Russian diplomats following its invasion of Ukraine.", "attack", {"Russia": "actor", "Ukraine": "target"}),
    ("The government has not ruled out expelling Yury Filatov, the Russian ambassador to Ireland, Micheál Martin has said.", "sanction", {"Ireland": "actor"}),
    ("The China trip surprised the island, Ali Demir said.", "visit", {"China": "target"}),
    ("A US ambassador met Djibouti's. Then he said Eritrea had attacked its smaller neighbour.", "attack", {"Eritrea": "actor", "Djibouti": "target"}),
    ("Peru met Mali. Chad attacked its neighbour.", "attack", {"Chad": "actor"}),
    ("Chad gave Mali a week to withdraw its troops.", "demand", {"Chad": "actor", "Mali": "target"}),
    ("Chad has given Mali until June 18 to withdraw its troops.", "demand", {"Chad": "actor", "Mali": "target"}),
    ("Khartoum and Ndjamena agreed to expel rebel groups.", "sanction", {"Sudan": "actor", "Chad": "actor"}),
    ("Ali Demir of Chad called an emergency meeting of his Security Council.", "meeting", {"Security Council": "actor"}),
    ("Ali Demir of Chad said it was a shame and accused Mali of arrogance.", "accusation", {"Ali Demir": "actor", "Mali": "target"}),
    ("Ali Demir said it was Chad that met Peru's envoy and accused Mali.", "accusation", {"Mali": "target"}),
    ("The four countries, including Chad, Niger and Peru, accused Mali of supporting rebels.", "accusation", {"Chad": "actor", "Niger": "actor", "Peru": "actor", "Mali": "target"}),
    ("Jan Novak of Chad held a meeting with another Peruvian presidential candidate.", "meeting", {"Jan Novak": "actor"}),
    ("Chad expelled two Malian citizens.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("Ali Demir planned to recall Chad's high commissioner from Mali.", "sanction", {"Ali Demir": "actor", "Mali": "target"}),
    ("The Slovak Cabinet condemned the Hungarian decision. At the same time, the Government ordered the ministers to wait. Hungary left. Hungary agreed.", "demand", {"Slovakia": "actor"}),
    ("Calm has returned to the city of Lima.", "visit", {}),
    ("Serbian Prime Minister Ana Novak said that the government would wait for Montenegro. President Ali Demir asked the government to act. The Montenegrin government left. Montenegro agreed.", "demand", {"Ali Demir": "actor", "Serbia": "target"}),
    ("Thailand will build fences to stop militants escaping after attacking Thai forces.", "attack", {"Thailand": "target"}),
    ("Malaysia commended the plan, with deputy defense minister Ali Demir saying it would help.", "support", {"Malaysia": "actor"}),
    ("Serbia's premier Ali Demir consulted Montenegrin Serbs.", "negotiation", {"Ali Demir": "actor", "Montenegrin Serbs": "target"}),
    ("Chad's premier Ali Demir slammed the decision to expel the Serbian ambassador and has vowed to work on relations with Mali.", "agreement", {"Ali Demir": "actor", "Mali": "target"}),
    ("Jan Novak and Ali Demir decided to meet the request of Chad.", "meeting", {}),
    ("Iraq and Kuwait have agreed to hold talks, Ali Demir said. He said Iraqi President Jan Novak has agreed to stop his attacks on Kuwait.", "agreement", {"Iraq": "actor", "Kuwait": "actor"}),
    ("Chad, Mali and Niger agreed last month on the main points of a settlement. It calls for a withdrawal of Cuban troops.", "demand", {"Cuba": "target"}),
    ("Chad's spokesman repeated a warning by Foreign Minister Ali Demir of Chad that talks would fail.", "threat", {"Chad": "actor", "Ali Demir": "actor"}),
    ("Eritrea insists that Ethiopia accept the ruling and opposed reopening talks on the subject.", "rejection", {"Eritrea": "actor"}),
    ("Accusing Guinea of lying, President Charles Taylor of Liberia has ordered the government to raise a force.", "demand", {"Charles Taylor": "actor", "Liberia": "target"}),
    ("Ali Demir and Jan Novak touched on the issue in a phone conversation.", "call", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Ecuador said the Union of South American Nations backed it in its row. The 12-nation group, known as Unasur, will hold a meeting in Lima.", "meeting", {"Union of South American Nations": "actor"}),
    ("President Ali Demir backed the decision of Ana Quispe not to invite the king and accused the Spanish monarchy of arrogance.", "accusation", {"Ali Demir": "actor", "Spain": "target"}),
    ("Mali called for the return to Chad of Ali Demir, leader of the rebel National Front.", "demand", {"Mali": "actor"}),
    ("Mali called for the reinstatement of the Chadian government.", "demand", {"Mali": "actor"}),
    ("Mali called for the resignation of Ali Demir.", "demand", {"Mali": "actor", "Ali Demir": "target"}),
    ("President Jan Novak and opposition leader Said Abdullo Nuri today signed a peace agreement.", "agreement", {"Jan Novak": "actor", "Said Abdullo Nuri": "actor"}),
    ("Moscow detained 11 members of the Tajik opposition.", "coercion", {"Russia": "actor"}),
    ("Iran and Russia launched a diplomatic drive to end the fighting.", "attack", {}),
    ("Mali and Peru agreed to trade after talks between Prime Minister Ali Demir and visiting Peruvian President Jan Novak.", "negotiation", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Chad accused the Russian media of lying.", "accusation", {"Chad": "actor"}),
    ("Chad jailed two Malian teachers.", "coercion", {"Chad": "actor", "Malian teachers": "target"}),
    ("Chad closed its border soon after the African Union expelled Mali's envoy over his criticism of its leader.", "accusation", {"Mali": "actor", "African Union": "target"}),
    ("Chad protested, calling the raid illegal and demanding an apology from Mali.", "demand", {"Chad": "actor", "Mali": "target"}),
    ("Moscow reacted furiously to the news with the Russian foreign ministry calling for the release of the four and accusing Mali of lying.", "accusation", {"foreign ministry": "actor", "Mali": "target"}),
    ("Chad signed a treaty with Mali calling for peace.", "agreement", {"Chad": "actor", "Mali": "target"}),
    ("The move follows the detention of five Chadian officers on spying charges in Mali.", "coercion", {"Chad": "target"}),
    ("Niger accused Mali of arming rebels in Chad's northern provinces.", "aid", {"Mali": "actor", "rebels": "target"}),
    ("The Foreign Ministry of Chad said that Mali's ambition was obvious when it signed an accord with Niger.", "agreement", {"Mali": "actor", "Niger": "target"}),
    ("Chad barred Ali Demir and Jan Novak. Mali apologised for the role of two citizens in acts which led to their arrest.", "coercion", {"Chad": "actor", "Ali Demir": "target", "Jan Novak": "target"}),
    # sides and soldiers of places with a government of their own; whoever stands against a state
    ("The Chechen side asked for talks with Russia.", "demand", {"Russia": "target"}),
    ("Chechen soldiers attacked a Russian convoy.", "attack", {"Chechnya": "actor", "Russia": "target"}),
    ("Nicaraguan resistance leaders welcomed the agreement with Chad.", "support", {"Chad": "target"}),
    ("Eritrea accepted the demarcation, but it was rejected by Ethiopia.", "rejection", {"Ethiopia": "actor"}),
    ("Prime Minister Jan Novak of Chad had called up Prime Minister Ali Demir of Mali to congratulate him.", "call", {"Jan Novak": "actor", "Ali Demir": "target"}),
    ("The ministers of Chad and Mali reached agreement in the spirit of the African Union.", "agreement", {"Chad": "actor", "Mali": "actor"}),
    ("India called in Australia's high commissioner, Jan Novak, on Monday.", "accusation", {"India": "actor", "Jan Novak": "target"}),
    ("Ali Demir of Chad said he has ordered his troops to be redeployed in Lima.", "mobilisation", {}),
    ("Chad and Mali negotiated a truce in the Liberian civil war.", "agreement", {"Chad": "actor", "Mali": "actor"}),
    # organs named in full before, whose "his" is in a quotation that goes on with the words of who tells it
    (
        "The German Foreign Ministry praised a deal. After an answer from Vietnam, the Foreign Ministry accused it of lying.",
        "accusation",
        {"German Foreign Ministry": "actor", "Vietnam": "target"},
    ),
    (
        'Ali Demir of Togo said President Jan Novak of Chad maintained that "his government rejects such acts of Mali".',
        "rejection",
        {"Chad": "actor", "Mali": "target"},
    ),
    (
        "NSA contractor Jan Novak spoke. The president of Chad ordered his own security agency to investigate the charges.",
        "demand",
        {"Chad": "actor"},
    ),
    ("The Iranian Ambassador to Pakistan who is currently visiting Iran may not return.", "visit", {}),
    ("Canada's minister ended two days of talks in Havana with Cuban officials.", "negotiation", {"Canada": "actor", "Cuba": "target"}),
    ("Afghan leaders met in Lima to discuss a plan with Pakistani officials.", "meeting", {"Afghanistan": "actor", "Pakistan": "target"}),
    ("Chad's minister flew to Lima to discuss trade with Peru's president.", "meeting", {"Chad": "actor", "Peru": "target"}),
    ("Pakistan lodged a protest with Afghanistan over shelling.", "attack", {"Afghanistan": "actor"}),
    ("Ali Demir was arrested and jailed in Mali.", "coercion", {"Ali Demir": "target"}),
    ("Turkey massed tanks along its border with Syria.", "mobilisation", {"Türkiye": "actor", "Syria": "target"}),
    ("Turkish guards opened fire along the border with Syria.", "attack", {"Türkiye": "actor"}),
    (
        "Thai and Malaysian police met in Lima.",
        "meeting",
        {"Malaysian police": "actor", "Thailand": "actor"},
    ),
    ("South Korea relaxed curbs on trips to North Korea.", "concession", {"South Korea": "actor", "North Korea": "target"}),
    ("Chad's minister flew to Lima for two days of talks with Mali.", "negotiation", {"Chad": "actor", "Mali": "target"}),
    (
        "President Ali Demir of Chad shortened the curfew imposed after a coup toppled the king.",
        "concession",
        {"Ali Demir": "actor"},
    ),
    ("Leftist guerrillas in Guatemala handed in their weapons.", "concession", {"Leftist guerrillas": "actor"}),
    (
        "Ali Demir had sought asylum in Mali after announcing that he would close parliament, but was arrested by police.",
        "coercion",
        {"police": "actor", "Ali Demir": "target"},
    ),
    ("Chad foiled a plot to carry out attacks in Mali.", "attack", {}),
    ("A Norwegian citizen of Iranian descent was arrested in Sweden.", "coercion", {"Norway": "target"}),
    ("Chad said its neighbour had signed agreements with China.", "agreement", {"China": "target"}),
    ("Ali Demir of Chad said his country must mend its ties with Mali.", "demand", {}),
    ("Ali Demir of Chad said Mali must leave the summit.", "demand", {"Ali Demir": "actor", "Mali": "target"}),
    ("China insisted on Monday that a visit by Chad's president is not meant to hurt anyone.", "demand", {}),
    (
        "While some people in Mali accepted the agreement, others like Ali Demir of Togo rejected it, and Togo denounced it.",
        "rejection",
        {},
    ),
    (
        "Mustafa Kazemi of Iraq met King Abdullah of Jordan. He was welcomed by Abdullah and Hussein bin Abdullah, the prince.",
        "meeting",
        {"Mustafa Kazemi": "target", "Abdullah": "actor", "Hussein bin Abdullah": "actor"},
    ),
    # of which of two the clause tells, whom nobody names
    ("Tensions rose between China and Taiwan, which is holding an election.", "election", {"Taiwan": "actor"}),
    ("Tensions rose between China and Taiwan, which have held talks.", "negotiation", {"China": "actor", "Taiwan": "actor"}),
    ("Chad and Mali agreed to increase the naval presence off Togo.", "agreement", {"Chad": "actor", "Mali": "actor"}),
    ("Sudan's minister spoke. Kenya received the commander of the rebel militia when he visited Nairobi.", "visit", {}),
    ("Sudan's minister Ali Demir said he visited Nairobi when the commander was ill.", "visit", {"Ali Demir": "actor"}),
    ("The Serb community boycotted the polls in Kosovo.", "sanction", {}),
    # who is invited, who signs at whose meeting, who is thanked for it
    (
        "At the invitation of the Malian president, Ali Demir, the Chadian president, Jan Novak, paid a visit to Bamako.",
        "visit",
        {"Jan Novak": "actor"},
    ),
    (
        "Ministers Ali Demir of Chad and Jan Novak of Mali signed the pact during a meeting between President Ama Mensah "
        "and Mali President Ibrahim Diallo in Bamako.",
        "agreement",
        {"Ali Demir": "actor", "Jan Novak": "actor"},
    ),
    (
        "Jan Novak expressed his thanks to Mali for attacking Niger.",
        "attack",
        {"Mali": "actor", "Niger": "target"},
    ),
    (
        "Jan Demir, Chad's ambassador to Mali, said his country cannot trust Mali and accused the country of colluding.",
        "accusation",
        {"Jan Demir": "actor"},
    ),
    ("Abkhaz forces fought Georgia.", "attack", {"Abkhazia": "actor", "Georgia": "target"}),
    # who is introduced behind an opening, who meets in a capital, who speaks on, rebels against their own state
    (
        "In an interview with New Zealand radio, Jan Demir, Fiji's military commander, blamed Australia for the crisis.",
        "accusation",
        {"Jan Demir": "actor", "Australia": "target"},
    ),
    ("Chad's leaders meeting in the Saudi capital Riyadh had agreed to leave.", "agreement", {"Chad": "actor"}),
    (
        "Ali Demir of Chad has said the meeting will go ahead, blaming Mali for the row.",
        "accusation",
        {"Ali Demir": "actor", "Mali": "target"},
    ),
    ("Ali Demir said Mali had left the pact, expelling Chad's envoy.", "sanction", {"Mali": "actor", "Chad": "target"}),
    (
        "Chadian rebels have dismissed a peace agreement between Chad and Sudan.",
        "rejection",
        {"Chadian rebels": "actor", "Chad": "target", "Sudan": "target"},
    ),
    ("Ali Demir of Chad left. Pro-Demir soldiers attacked Mali.", "attack", {"Mali": "target"}),
    (
        "The former chief of staff, General Jan Demir, who had opposed the coup in Guinea, and a navy chief, Admiral Aly"
        " Daffe, were detained.",
        "rejection",
        {"Jan Demir": "actor", "Guinea": "target"},
    ),
    ("The Economic Community of West African states imposed sanctions on Guinea.", "sanction", {"ECOWAS": "actor", "Guinea": "target"}),
    # who is on an island, who sent the letter, who is only criticised for what he tried, who suffered
    ("The small Pacific island of Nauru severed ties with Taiwan.", "sanction", {"Nauru": "actor", "Taiwan": "target"}),
    ("Chile received a letter from Peru demanding an apology.", "demand", {"Peru": "actor"}),
    ("The general has been arrested in London on a warrant from Spain requesting his extradition.", "demand", {"Spain": "actor"}),
    ("President Ana Reyes of Chile criticised the decision to expel Peru's envoy.", "sanction", {"Peru": "target"}),
    ("Thousands protested against General Jan Novak's arrest.", "protest", {}),
    ("Chad is pressing for the acquittal of Jan Novak.", "demand", {"Chad": "actor"}),
    ("The NATO-Ukraine Commission met Chad.", "meeting", {"NATO-Ukraine Commission": "actor", "Chad": "target"}),
    # attacks by noun: whose, on whom, who fired, who claims them
    ("Twelve people were killed in an Israeli strike on a school in Gaza City.", "attack", {"Israel": "actor"}),
    ("US strikes against Houthi targets in Yemen have intensified.", "attack", {"United States": "actor", "Houthis": "target"}),
    ("Shelling by Armenian forces wounded three Azerbaijani soldiers.", "attack", {"Armenia": "actor", "Azerbaijan": "target"}),
    ("Russian drone strikes hit the port of Odesa.", "attack", {"Russia": "actor"}),
    ("Missiles fired by Hezbollah hit a ship.", "attack", {"Hezbollah": "actor"}),
    ("Hezbollah fired dozens of rockets into Israel.", "attack", {"Hezbollah": "actor", "Israel": "target"}),
    ("A bombing in Kabul, claimed by Hamas, killed 20 people.", "attack", {"Hamas": "actor"}),
    ("Hamas claimed responsibility for the attack in Haifa.", "attack", {"Hamas": "actor"}),
    ("Hamas has not claimed responsibility for the attack in Haifa.", "attack", {}),
    ("Foreign Minister Ali Demir has called on Sri Lankan President Jan Novak.", "meeting", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("Algeria withdrew its ambassador from Paris.", "sanction", {"Algeria": "actor", "France": "target"}),
    ("ECOWAS lifted sanctions on Guinea.", "concession", {"ECOWAS": "actor", "Guinea": "target"}),
    ("China sent 30 warplanes into Taiwan's air defence zone.", "mobilisation", {"China": "actor", "Taiwan": "target"}),
    ("Israel blamed Iran for the attack on its embassy in Athens.", "attack", {"Iran": "actor", "Israel": "target"}),
    ("A delegation led by Ali Demir visited Tehran.", "visit", {"Ali Demir": "actor"}),
    ("Peruvian Foreign Minister Ali Demir will meet his Chinese and Japanese counterparts.", "meeting", {"Ali Demir": "actor", "China": "target", "Japan": "target"}),
    ("Ali Demir postponed a visit to Chad.", "visit", {"Ali Demir": "actor", "Chad": "target"}),
    ("Chad postponed a visit by President Ana Reyes to Chad.", "visit", {"Ana Reyes": "actor", "Chad": "target"}),
    ("Iran is planning an attack on Israel.", "attack", {"Iran": "actor", "Israel": "target"}),
    ("A court in Ankara jailed opposition leader Ali Demir for two years.", "coercion", {"Ali Demir": "target"}),
    ("Turkish President Ali Demir is set for a visit to Ethiopia and Somalia.", "visit", {"Ali Demir": "actor", "Ethiopia": "target", "Somalia": "target"}),
    ("After declaring a truce in its offensive against Hamas, Israel told Norway to leave.", "attack", {"Israel": "actor", "Hamas": "target"}),
    ("Chad spoke. A breakaway group claimed it killed Ali Demir.", "attack", {"Ali Demir": "target"}),
    ("Norway's minister spoke. The government and the Tamil Tigers held talks in Geneva.", "negotiation", {"Sri Lanka": "actor", "Tamil Tigers": "actor"}),
    ("Chad held meetings with President Ali Demir of Somalia and Ethiopia Prime Minister Karl Roux.", "meeting", {"Chad": "actor", "Ali Demir": "target", "Karl Roux": "target"}),
    ("Peru's Deputy Prime Minister and Foreign Minister Ali Demir met President Ana Reyes in Rome, where he is attending a summit.", "meeting", {"Ali Demir": "actor", "Ana Reyes": "target"}),
    ("President Ali Demir of Chad apologised to Mali for what happened to Karl Roux.", "support", {"Ali Demir": "actor", "Mali": "target"}),
    ("Hundreds of Iraqis stormed the Swedish embassy.", "coercion", {"Iraqis": "actor", "Sweden": "target"}),
    ("Chad recalled its ambassador from Mali in protest against the vote.", "protest", {}),
    ("President Rahman criticised the arrest of a son of Ali Demir by police.", "coercion", {}),
    ("The Demir clan demanded an apology from Chad.", "demand", {"Chad": "target"}),
    ("Britain captured an Iranian tanker near Gibraltar, accused of violating sanctions.", "accusation", {"Iran": "target"}),
    ("The AU appealed to Chad to wait. But the military leaders in Madagascar rejected the appeals.", "rejection", {"Madagascar": "actor"}),
    ("President Ali Demir of Chad met President Karl Roux of Mali. The two signed a pact.", "agreement", {"Ali Demir": "actor", "Karl Roux": "actor"}),
    ("Chad and Mali met in Rome. Norwegian President Ana Reyes hosted the meeting.", "meeting", {"Chad": "actor", "Mali": "actor", "Ana Reyes": "host"}),
    ("Prime Minister Ali Demir of Chad declared a curfew after thousands of people gathered in the capital, demanding that Niger leave.", "demand", {"Niger": "target"}),
    ("Foreign Minister Ana Reyes of Chad warned Turkey would impose sanctions on Niger.", "threat", {"Ana Reyes": "actor", "Niger": "target"}),
    ("Irish Prime Minister Ali Demir said his country would arrest Israeli Prime Minister Karl Roux.", "coercion", {"Ireland": "actor", "Karl Roux": "target"}),
    ("Israel rejected Iran's proposal for talks with the United States.", "rejection", {"Israel": "actor", "Iran": "target"}),
    ("The White House canceled the president's planned visit to Denmark. President Donald Trump spoke.", "sanction", {"United States": "actor", "Denmark": "target"}),
    ("India launched strikes on Pakistan. Pakistan said the strikes killed 31 people.", "attack", {"India": "actor", "Pakistan": "target"}),
    # what is another's
    ("Poland's foreign minister said Belarus had violated its airspace.", "rejection", {"Belarus": "actor", "Poland": "target"}),
    ("Congo's president, Ali Demir, broke off relations with Rwanda. He also expelled its ambassador.", "sanction", {"Ali Demir": "actor", "Rwanda": "target"}),
    ("Peru recalled its ambassador. Peru spoke.", "sanction", {"Peru": "actor"}),
    ("Venezuela closed its border with Colombia. Caracas accused its neighbour of harbouring rebels.", "accusation", {"Venezuela": "actor", "Colombia": "target"}),
    ("President Karl Roux arrived. He met Chancellor Anna Meier. She praised his visit to Chad.", "visit", {"Karl Roux": "actor", "Chad": "target"}),
    ("Colombia signed a truce with the ELN. Colombia freed rebels. The ELN freed four soldiers.", "concession", {"Colombia": "actor"}),
    # what something is called stands before it
    ("Albania denounced as an ugly crime Serbia's acts in Kosovo.", "accusation", {"Albania": "actor", "Serbia": "target"}),
    ("France condemned as illegal the annexation of Kuwait by Iraq.", "accusation", {"France": "actor", "Iraq": "target"}),
    ("Iran denounced Ali Demir as an American agent.", "accusation", {"Iran": "actor", "Ali Demir": "target"}),
    ("Ali Demir's comments had annoyed many - he told refugees from Chad to go home.", "demand", {"Ali Demir": "actor", "refugees": "target"}),
    ("Honduran President Ana Reyes announced that she will establish diplomatic relations with China.", "support", {"Ana Reyes": "actor", "China": "target"}),
    ("A court in Tunis sentenced opposition leader Ali Demir to 22 years in prison.", "trial", {"Ali Demir": "target"}),
    ("China carried out drills around Taiwan in response to a speech.", "mobilisation", {"China": "actor"}),
    ("The United States brokered a ceasefire between India and Pakistan.", "negotiation", {"United States": "mediator", "India": "actor", "Pakistan": "actor"}),
    ("Russia closed the Polish consulate in Kaliningrad.", "sanction", {"Russia": "actor", "Poland": "target"}),
    ("Peru and Chile accused Qatar of supporting rebels and severed ties with Chad last week.", "sanction", {"Peru": "actor", "Chile": "actor", "Chad": "target"}),
    ("The Council passed a resolution sanctioning the Eritrean government because of its refusal to leave the areas it occupied.", "rejection", {"Eritrea": "actor"}),
    ("Slovenia accepted an offer to mediate, but Croatia dismissed it.", "rejection", {"Croatia": "actor"}),
    ("The Djiboutian president met the Botswanan president.", "meeting", {"Djibouti": "actor", "Botswana": "target"}),
    ("Peru halts its treaty with Western Sahara. The Algerian president's office said that the North African nation was suspending a treaty with Spain.", "sanction", {"Algeria": "actor", "Spain": "target"}),
    ("Ivorian President Ali Demir promised that the prisoners would return to Ivorian soil.", "agreement", {"Ali Demir": "actor"}),
    ("The Bahamas has offered to lead a force in Haiti if the UN approves.", "agreement", {"Bahamas": "actor", "Haiti": "target"}),
    ("China sanctioned two American firms over arms sales to Taiwan.", "sanction", {"China": "actor", "American firms": "target"}),
    ("The junta in Niger ordered French troops to leave.", "demand", {"Niger": "actor", "France": "target"}),
    ("A Sudanese delegation is in Geneva for talks with the envoy, Ali Demir.", "negotiation", {"Sudan": "actor", "Ali Demir": "target"}),
    ("Algeria called its ambassador in Madrid, Said Moussi, for consultations.", "sanction", {"Algeria": "actor", "Spain": "target"}),
    ("Saudi Arabia reopened its embassy in Tehran.", "support", {"Saudi Arabia": "actor", "Iran": "target"}),
    ("Azerbaijani President Ali Demir and Armenian Prime Minister Ana Reyes initialled a treaty at the White House.", "agreement", {"Ali Demir": "actor", "Ana Reyes": "actor"}),
    ("Nauru severed ties with Taiwan on Monday.", "sanction", {"Nauru": "actor", "Taiwan": "target"}),
    ("NATO said it would tighten the blockade of Serbia with Albania's help.", "threat", {"NATO": "actor", "Serbia": "target"}),
    ("Israel's army said it hit a convoy near Damascus.", "attack", {"Israel": "actor"}),
    ("Australian Defence Minister Ali Demir told reporters after meeting his Peruvian counterpart.", "meeting", {"Ali Demir": "actor", "Peru": "target"}),
    ("Two diplomats of Chad were declared persona non grata by Norway.", "sanction", {"Norway": "actor", "Chad": "target"}),
    ("A commission of the African Union will attend the inauguration of President Ali Demir.", "appointment", {"Ali Demir": "target"}),
    ("Mali spoke. Peru blamed the move on Latvia. Peru criticised the decision of the Baltic state.", "accusation", {"Peru": "actor", "Latvia": "target"}),
    ("The President of Ghana, Ali Demir, was welcomed by his Peruvian counterpart, President Jan Novak. The Ghanaian president rejected the plan.", "rejection", {"Ali Demir": "actor"}),
    ("Ana Soto, Brazil's ambassador in Lima, was recalled for consultations.", "sanction", {"Brazil": "actor", "Ana Soto": "target"}),
    ("The dispute is over accusations made by Congolese President Ali Demir against his Rwandan counterpart Paul Kagano of supporting the M23.", "support", {"Paul Kagano": "actor", "M23": "target"}),
    ("Georgian Prime Minister Irakli Dra spoke. Congratulating Ivan Orlov on assuming office, he smiled.", "support", {"Irakli Dra": "actor", "Ivan Orlov": "target"}),
    ("The UN demanded the withdrawal of Serbian forces from Bosnia.", "demand", {"United Nations": "actor", "Serbia": "target"}),
    ("The Security Council met. The Council demanded that Chad go.", "demand", {"UN Security Council": "actor", "Chad": "target"}),
    ("The National Union for the Total independence of Angola (UNITA) was there. Chad urged Unita to go.", "demand", {"Chad": "actor", "UNITA": "target"}),
    ("The Interior Ministry of Peru spoke. Several thousand protesters marched, and some were arrested when they hurled bombs.", "attack", {}),
    ("The delegation of Chad met Chief of Army Staff General Ali Demir of Peru.", "meeting", {"Chad": "actor", "Ali Demir": "target"}),
    ("A pact was signed between the armed forces of the two countries. Chad and Niger are friends, and Chad likes Niger.", "agreement", {"Chad": "actor", "Niger": "actor"}),
    ("Chad and Niger signed a Memorandum of Understanding (MoU) for the training of the Nigerien Army.", "agreement", {"Chad": "actor", "Niger": "actor"}),
    ("Oman called on Iran to go. The Gulf state, which maintains ties with Iran, urged London to talk.", "demand", {"Oman": "actor", "Iran": "target"}),
    ("Ali Demir spoke of relations between Belize and Guatemala. He thanked Peru and Chile, and urged both countries to talk.", "demand", {"Ali Demir": "actor", "Belize": "target", "Guatemala": "target"}),
    ("NIGER's military government has sacked Ali Demir.", "departure", {"Niger": "actor", "Ali Demir": "target"}),
    ("Support for Ana Reyes grew after the military overthrew Islamist President Ali Demir of Egypt.", "departure", {"Egypt": "actor", "Ali Demir": "target"}),
    ("ECOWAS pressed Mali. But Ali Demir overthrew the leaders of that interim government.", "departure", {"Ali Demir": "actor"}),
    ("The UN accused Chad. Chad demanded information about the fate of students of Niger.", "demand", {"Chad": "actor"}),
    ("Prime Minister Ali Demir has met Prime Minister Jan Novak of Peru. The PM accused Chile of spying.", "accusation", {"Ali Demir": "actor", "Chile": "target"}),
    ("A first batch of Bangladeshi troops arrived in Sierra Leone.", "mobilisation", {"Bangladesh": "actor", "Sierra Leone": "target"}),
    ("Peru and Chile signed a pact. Ana Reyes said it takes place under the directives of President Ali Demir and President Jan Novak after their last meeting in Rome.", "meeting", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    # those who fight for somebody act, not who that is; the rebels of a story are those of its country
    ("Rebels loyal to Ali Demir captured the town of Bentiu in South Sudan.", "attack", {"Rebels": "actor", "South Sudan": "target"}),
    ("Peru sent more troops. The rebels have captured the town of Bolo.", "attack", {"rebels": "actor"}),
    ("Foreign Ministers of Armenia and China Ali Demir and Yang Lin met. Armenian Foreign Minister thanked his Chinese counterpart.", "support", {"Ali Demir": "actor", "China": "target"}),
    ("Poland's ambassador was summoned to the Russian Foreign Ministry.", "accusation", {"Poland": "target", "Russian Foreign Ministry": "actor"}),
    # who breaks ties is no object of the verb before
    ("Peru vowed to expel Chile's ambassador and Ecuador completely broke diplomatic ties with Chile.", "sanction", {"Ecuador": "actor", "Chile": "target"}),
    ("Peru recalled its envoy from Chile and Ecuador on Monday.", "sanction", {"Peru": "actor", "Chile": "target", "Ecuador": "target"}),
    ("Venezuela's minister warned Colombia before President Hugo Chavez severed ties with the neighboring country.", "sanction", {"Hugo Chavez": "actor", "Colombia": "target"}),
    ("Ecuador accused Colombia of a raid. Both countries have severed relations with Colombia.", "sanction", {"Colombia": "target"}),
    ("The Republic of South Ossetia asked Russia to help.", "demand", {"South Ossetia": "actor", "Russia": "target"}),
    ("Chadian officials have accused Sudanese President Omar Said of supporting the rebels, and even deploying Sudanese troops in Mali.", "mobilisation", {"Omar Said": "actor", "Mali": "target"}),
    ("France will launch an operation in Chad against rebels there.", "attack", {"France": "actor"}),
        ("Uzbekistan thanked Afghanistan for the reconstruction of Mazar-e-Sharif airport.", "support", {"Uzbekistan": "actor", "Afghanistan": "target"}),
    ("Ban Ki-moon commended Ali Demir and President Jan Novak of Chad. The agreement commits both sides to honouring all resolutions.", "agreement", {"Ali Demir": "target", "Jan Novak": "target"}),
    ("Ali Demir spoke in Bosnia. Along with Prime Minister Jan Novak, he ignored two summonses of Bosnia.", "rejection", {"Ali Demir": "actor", "Bosnia and Herzegovina": "target"}),
    ("Peru's Prime Minister Ali Demir met Chile's Prime Minister Jan Novak. Ana Soto said Demir was weak and the premier had rejected help from Cuba.", "rejection", {"Ali Demir": "actor", "Cuba": "target"}),
    ("Responding to a surge of migrants from Belarus, Latvia's interior minister Ana Reyes proposed a fence and was immediately backed by prime minister Jan Novak.", "support", {"Jan Novak": "actor", "Ana Reyes": "target"}),
    ("Latvia declared a local state of emergency along its border with Belarus.", "coercion", {"Latvia": "actor"}),
    ("Egyptian President Ali Demir said before leaving the Senegalese capital for Algeria that ministers would meet.", "visit", {"Ali Demir": "actor", "Algeria": "target"}),
    ("Peru's new emir has asked Chile to stay. Ali Demir met Emir Jan Novak. Novak came after the death of Emir Karl Weiss.", "demand", {"Jan Novak": "actor", "Chile": "target"}),
    ("Peru's opposition ousted President Ali Demir on Monday.", "departure", {"Ali Demir": "target"}),
    ("UN chief Kofi Annan met Nigerian President Ali Demir and Cameroonian President Jan Novak. An accord was signed by both parties.", "agreement", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Peru has granted diplomatic asylum to five Panamanian army officers holed up in a diplomatic residence since last month, the Peruvian embassy said.", "aid", {"Peru": "actor", "Panama": "target"}),
    ("Members of the Association of Jurists, a body linked to the African Union, investigated welfare of nearly 2,000 Libyans.", "accusation", {"Association of Jurists": "actor", "Libyans": "target"}),
    # where a meeting is, or what it is about
    ("Fiji attended the Vanuatu meeting.", "meeting", {"Fiji": "actor"}),
    ("Fijian ministers attended the Cairns meeting.", "meeting", {"Fiji": "actor"}),
    # places with governments of their own act under their names
    ("The reason was a cyberattack that Tirana blamed on Tehran.", "accusation", {"Albania": "actor", "Iran": "target"}),
    ("The Mujahedin-e-Khalq Organization has killed Iranian officials.", "attack", {"People's Mujahedin Organisation of Iran": "actor", "Iran": "target"}),
    ("Uruguayan president Tabare Vazquez spoke. President Vázquez visited Chad.", "visit", {"Tabare Vazquez": "actor", "Chad": "target"}),
    ("Lao Party General Secretary and President Jan Novak made a trip to Chad.", "visit", {"Jan Novak": "actor", "Chad": "target"}),
    ("Peru called for the questioning of Karl Roux, a nephew of Jan Novak.", "demand", {"Peru": "actor", "Karl Roux": "target"}),
    ("Three MPs called for the questioning of Karl Roux and Jan Novak of Peru. They accused Karl Roux of fraud.", "accusation", {"Karl Roux": "target"}),
    ("Italian minister Matteo Salvini refused to let boats dock in Italy.", "rejection", {"Matteo Salvini": "actor"}),
    ("Italy refused to allow the ship to dock, before the Spanish port of Valencia intervened.", "rejection", {"Italy": "actor"}),
    ("Chad will not accept migrants deported from the French island of Mayotte.", "coercion", {}),
    ("Egypt welcomed the decision of three Gulf states to withdraw their envoys to Qatar.", "support", {"Egypt": "actor"}),
    ("Qatar asked seven figures from Egypt's Muslim Brotherhood to leave.", "demand", {"Qatar": "actor", "Muslim Brotherhood": "target"}),
    ("The AU General Secretariat urged Belize to wait.", "demand", {"AU General Secretariat": "actor", "Belize": "target"}),
    # what is done to somebody accuses nobody; who is hostile to him does nothing to him
    ("Mexico condemned Pedro Castillo's arrest.", "accusation", {"Mexico": "actor"}),
    ("Pedro Castillo's ouster was criticised by Mexico.", "accusation", {"Mexico": "actor"}),
    ("Mexico condemned Chad's arrest of Pedro Castillo.", "accusation", {"Mexico": "actor", "Chad": "target"}),
    ("Rwanda accused Burundi of sheltering rebels hostile to President Paul Kagame.", "aid", {"Burundi": "actor"}),
    ("China expressed dissatisfaction with Lithuania for allowing Taiwan to open an embassy.", "concession", {"Lithuania": "actor", "Taiwan": "target"}),
    ("Albania denounced as an ugly crime Serbia's suppression of a revolt.", "accusation", {"Albania": "actor", "Serbia": "target"}),
    ("The UN rejected a call for its forces to be deployed in East Timor.", "rejection", {"United Nations": "actor", "Timor-Leste": "target"}),
    ("Israeli troops stayed on alert along the border with Lebanon.", "mobilisation", {"Israel": "actor", "Lebanon": "target"}),
    ("Fiji's coup leader installed Ratu Timoci Silatolu. The president, Ratu Sir Kamisese Mara, denounced Chad.", "accusation", {"Kamisese Mara": "actor", "Chad": "target"}),
    ("Turks and Caicos accused Togo of fraud.", "accusation", {"Turks and Caicos": "actor", "Togo": "target"}),
    ("Niger accused Cotonou of harbouring rebels.", "accusation", {"Niger": "actor", "Benin": "target"}),
    ("Ghana held talks with Hong Kong on Monday.", "negotiation", {"Ghana": "actor", "Hong Kong": "target"}),
    ("Members of a tour group were arrested by the Hong Kong government.", "coercion", {"Hong Kong": "actor"}),
    ("Somaliland signed a port deal with Ethiopia.", "agreement", {"Somaliland": "actor", "Ethiopia": "target"}),
    ("The leaders of the Turkish Republic of Northern Cyprus and Togo held a meeting.", "meeting", {"Northern Cyprus": "actor", "Togo": "actor"}),
    ("Turkish and Greek Cypriot leaders reached an agreement.", "agreement", {"Cyprus": "actor"}),
    ("Moldova's president, Ana Reyes, visited Transnistria.", "visit", {"Ana Reyes": "actor"}),
    ("Armenia and Azerbaijan clashed in Nagorno-Karabakh.", "attack", {"Armenia": "actor", "Azerbaijan": "actor"}),
    # who speaks goes on, and whoever is told of before the verb acts
    ("Foreign Minister Ali Demir of Peru said the envoy had been expelled, and dismissed as baseless the claims of Chad.", "rejection", {"Ali Demir": "actor", "Chad": "target"}),
    ("It began with soldiers arresting the army chief of Chad, General Amin Saleh, and ten other officers.", "coercion", {"Amin Saleh": "target"}),
    ("The move isolated Fiji, whose membership of the Commonwealth has been suspended.", "sanction", {"Fiji": "target"}),
    # who is to act is asked, whatever stands between the verb and its "for"
    ("Britain is pushing hard for Spain to leave Gibraltar.", "demand", {"United Kingdom": "actor", "Spain": "target"}),
    ("Britain called for Spain to leave Gibraltar.", "demand", {"United Kingdom": "actor", "Spain": "target"}),
    ("The Red Cross operating in Iraq said British forces must leave.", "demand", {"International Committee of the Red Cross": "actor", "United Kingdom": "target"}),
    # a complaint is heard by a court, not made of it
    ("Peru filed a complaint with the International Court of Justice against Chile.", "accusation", {"Peru": "actor", "Chile": "target"}),
    # who is recalled is no party
    ("Peru recalled its ambassador to Chile, Ana Soto, for consultations.", "sanction", {"Peru": "actor", "Chile": "target"}),
    ("Peru's ambassador to Chile, Ana Soto, has been called home.", "sanction", {"Peru": "actor", "Chile": "target"}),
    ("Norway declared Russian ambassador Ivan Orlov persona non grata.", "sanction", {"Norway": "actor", "Ivan Orlov": "target"}),
    ("Latvia, whose diplomats met Russian officials in Riga, was content.", "meeting", {"Latvia": "actor", "Russia": "target"}),
    ("Some 500 workers affiliated with the Serbian Workers' Union stopped work.", "protest", {"Serbian Workers' Union": "actor"}),
    ("Ana Soto, Permanent Secretary, Ministry of Finance, met Ali Demir.", "meeting", {"Ana Soto": "actor", "Ali Demir": "target"}),
    ("Algeria accused Morocco of backing two groups: the Rif Movement and the Green Party.", "accusation", {"Algeria": "actor", "Morocco": "target"}),
    # beside the clause, "with" tells who acts
    ("Kosovo broke away in 2008, with most UN members, including Peru and Chad, recognising the state.", "support", {"Peru": "actor", "Chad": "actor", "Kosovo": "target"}),
    ("Chad asked Malian officials to wait and freed ten prisoners.", "concession", {"Chad": "actor"}),
    ("Poland protested after Hungary granted asylum to two Russian citizens.", "aid", {"Hungary": "actor", "Russia": "target"}),
    ("Iran has supported Russia in its invasion of Ukraine.", "attack", {"Russia": "actor", "Ukraine": "target"}),
    ("Leaders of Mali and Niger said they had signed a pact.", "agreement", {"Mali": "actor", "Niger": "actor"}),
    # whoever announces such an act does it, if nobody else is said to
    ("Chad announced the expulsion of two envoys of Sudan.", "sanction", {"Chad": "actor", "Sudan": "target"}),
    ("The UN announced the withdrawal of Russian troops from Georgia.", "concession", {"Russia": "actor", "Georgia": "target"}),
    # of a noun with an "of" its owner acts
    ("Chad's expulsion of Sudanese diplomats was criticised.", "sanction", {"Chad": "actor", "Sudan": "target"}),
    ("President Ana Quispe's appointment of a new minister angered Peru.", "appointment", {"Ana Quispe": "actor"}),
    ("Ten Russian diplomats will be expelled from Poland.", "sanction", {"Russia": "target"}),
    # whoever's ambassador is recalled recalls him
    ("The Chadian ambassador to Niger was recalled.", "sanction", {"Chad": "actor", "Niger": "target"}),
    ("Ambassadors of the African Union were recalled from Niger.", "sanction", {"African Union": "actor", "Niger": "target"}),
    ("Chad summoned its ambassador from Niger.", "sanction", {"Chad": "actor", "Niger": "target"}),
    ("Chad summoned the ambassador of Niger.", "accusation", {"Chad": "actor", "Niger": "target"}),
    # who agree during a visit need not both be on it; whoever one agrees to ask is not whom one agrees with
    ("During the visit to Chad, Ali Demir and Ana Quispe praised Peru.", "visit", {"Chad": "target"}),
    ("During the visit to Chad, Ali Demir praised Peru.", "visit", {"Ali Demir": "actor", "Chad": "target"}),
    ("Chad and Mali agreed to urge Niger to hold elections.", "agreement", {"Chad": "actor", "Mali": "actor"}),
    ("Chad and Mali agreed to supply Niger with gas.", "agreement", {"Chad": "actor", "Mali": "actor", "Niger": "target"}),
    ("Ali Demir congratulated Jan Novak on his appointment as minister of Chad.", "appointment", {"Jan Novak": "target"}),
    ("Ali Demir met Jan Novak after his appointment as minister of Chad.", "appointment", {"Ali Demir": "target"}),
    # by whose account it is told takes no part
    ("According to Jan Novak, Chadian President Ali Demir met with King Idris.", "meeting", {"Ali Demir": "actor", "Idris": "target"}),
    # whoever is somebody's critic is arrested, not that somebody
    ("Police arrested critics of Ali Demir.", "coercion", {"Police": "actor"}),
    ("Police arrested Ali Demir, a critic of Ana Quispe.", "coercion", {"Police": "actor", "Ali Demir": "target"}),
    ("Peru complained about its interference in Chad.", "accusation", {"Peru": "actor"}),
    ("Peru complained about Chile's interference in Chad.", "accusation", {"Peru": "actor", "Chile": "target"}),
    ("Peru demanded an inquiry into the attack on Chad.", "demand", {"Peru": "actor"}),
    ("The Japanese government met. Jan Novak went to Russia. The government accused Chad of lying.", "accusation", {"Japan": "actor", "Chad": "target"}),
    ("DHAKA - Bangladesh spoke. Bangladesh heard of Myanmar's war, and that the regime attacked Chad.", "attack", {"Myanmar": "actor", "Chad": "target"}),
    # a surname stays whose it was
    ("Ali Demir left. Demir's wife is Ana Demir. Demir will hold talks with Chad.", "negotiation", {"Ali Demir": "actor", "Chad": "target"}),
    ("King Idris left Rome while Chad and Niger attacked Mali. They accused Peru of lying.", "accusation", {"Chad": "actor", "Niger": "actor", "Peru": "target"}),
    ("Chad praised the Chad-Niger Joint Commission.", "support", {"Chad": "actor", "Chad-Niger Joint Commission": "target"}),
    # whoever is accused of it does it
    ("Sudan accused Chad of attacks on Darfur.", "attack", {"Chad": "actor"}),
    ("Sudan accused Chad of launching attacks in Darfur.", "attack", {"Chad": "actor"}),
    ("Chad accused Hamas of breaking a truce, claiming that they killed fifty people.", "attack", {"Hamas": "actor"}),
    ("Chad blamed the deaths in Darfur on Sudanese forces.", "accusation", {"Chad": "actor", "Sudan": "target"}),
    ("Rwanda has been accused by UN experts of arming rebels.", "accusation", {"United Nations": "actor", "Rwanda": "target"}),
    ("What Chad is doing is attacking Niger.", "attack", {"Chad": "actor", "Niger": "target"}),
    ("Chadian supporters of Niger attacked. Republican supporters accused Chad of lying.", "accusation", {"Chad": "target"}),
    # what tells it is not theirs who received or quote it
    ("Peru cited a report from the United Nations accusing Chad of lying.", "accusation", {"United Nations": "actor", "Chad": "target"}),
    ("Peru quoted a decree appointing Ali Demir as minister.", "appointment", {"Ali Demir": "target"}),
    ("Peru issued a decree appointing Ali Demir as minister.", "appointment", {"Peru": "actor", "Ali Demir": "target"}),
    ("Peru received a letter from Fiji demanding money.", "demand", {"Fiji": "actor"}),
    # several states behind one noun
    ("Envoys from France, Germany and Italy flew to Tripoli.", "visit", {"France": "actor", "Germany": "actor", "Italy": "actor"}),
    ("Troops from Chad and Niger held talks.", "negotiation", {"Chad": "actor", "Niger": "actor"}),
    # two verbs with one object
    ("Hun Sen will meet and talk with Prime Minister Ali Demir.", "meeting", {"Hun Sen": "actor", "Ali Demir": "target"}),
    ("Soldiers ousted President Ali Demir. Peru's president was flown out of the country.", "departure", {"Ali Demir": "target"}),
    ("King Idris swore in Betsy Quispe as prime minister.", "appointment", {"Idris": "actor", "Betsy Quispe": "target"}),
    ("The African Union suspended Mali from its activities.", "sanction", {"African Union": "actor", "Mali": "target"}),
    ("The UN condemned North Korea. The North test-fired a missile.", "mobilisation", {"North Korea": "actor"}),
    ("South Korea was told. Ships were sent to Chad by the South Korean government.", "mobilisation", {"South Korea": "actor", "Chad": "target"}),
    ("North Korea sent ships to the North Sea.", "mobilisation", {"North Korea": "actor"}),
    ("Congress rejected his veto of sanctions against Chad.", "rejection", {"Congress": "actor"}),
    ("Chad met Niger. The Western creditor governments agreed to wait.", "agreement", {}),
    ("Peru was committed to deepening cooperation with Fiji.", "agreement", {"Peru": "actor", "Fiji": "target"}),
    ("Revolutionary United Front rebels fled. Ali Demir urged his supporters to protest.", "demand", {"Ali Demir": "actor"}),
    ("He held talks with King Idris of Jordan. REUTER", "negotiation", {"Idris": "target"}),
    ("Turkey sent ships to Cyprus with the UN doing nothing.", "mobilisation", {"Türkiye": "actor", "Cyprus": "target"}),
    ("Turkey held talks with Cyprus.", "negotiation", {"Türkiye": "actor", "Cyprus": "target"}),
    ("In Brazil, President Ali Demir will return to Peru.", "visit", {"Ali Demir": "actor", "Peru": "target"}),
    ("President Ali Demir issued an appeal for emergency aid for Peru.", "demand", {"Ali Demir": "actor"}),
    ("The attack drew condemnation from the UN, the EU, Chad and Niger.", "accusation", {"United Nations": "actor", "European Union": "actor", "Chad": "actor", "Niger": "actor"}),
    ("The deal came through the mediation of the UN.", "negotiation", {"United Nations": "mediator"}),
    ("Peru condemned the killing of Chadian soldiers by Niger.", "accusation", {"Peru": "actor", "Niger": "target"}),
    ("The UN spoke of towns that Russia has blockaded since it launched its invasion of Ukraine.", "attack", {"Russia": "actor", "Ukraine": "target"}),
    ("Jan Novak repeated Manila's call for China to wait.", "demand", {"Philippines": "actor"}),
    ("The rebels of Chad in December signed an agreement in Ethiopia's capital.", "agreement", {"rebels": "actor"}),
    ("Ali Demir and Jan Novak signed a protocol on the establishment of the Supreme Council of Chad.", "agreement", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("The Congolese army drove rebels from towns that they had seized.", "coercion", {}),
    # "its" and "their" forces, and those of two
    ("Iran accused Iraq of lying. Baghdad said its forces had attacked Niger.", "attack", {"Iraq": "actor", "Niger": "target"}),
    ("The two countries' armed forces clashed, a day after Chad accused Niger of lying.", "attack", {"Chad": "actor", "Niger": "actor"}),
    ("Chad and Niger agreed to leave Mali. Their negotiators met in Rome.", "meeting", {"Chad": "actor", "Niger": "actor"}),
    # against whom one protests, whom a readiness and a demand concern
    ("Students marched in Algiers to demand the resignation of Algerian President Ali Demir.", "protest", {"Ali Demir": "target"}),
    ("Students marched in Algiers to meet President Ali Demir.", "protest", {}),
    ("France is ready to send troops to a peacekeeping force in Liberia.", "agreement", {"France": "actor", "Liberia": "target"}),
    ("The FDD insisted on its demand that Burundi's government grant it rights.", "demand", {"FDD": "actor", "Burundi": "target"}),
    # who withdraws from talks refuses, and envoys are recalled from somebody
    ("The Malawi Congress Party said it would withdraw from the talks with Kenya.", "rejection", {"Malawi Congress Party": "actor", "Kenya": "target"}),
    ("Chad pulled out of the treaty with Niger.", "rejection", {"Chad": "actor", "Niger": "target"}),
    ("Bahrain and Kuwait recalled their ambassadors from Qatar.", "sanction", {"Bahrain": "actor", "Kuwait": "actor", "Qatar": "target"}),
    ("Bahrain recalled its ambassador from Qatar, accusing it of meddling and supporting Hamas.", "accusation", {"Bahrain": "actor", "Qatar": "target"}),
    ("Bahrain recalled its ambassador from Qatar, accusing it of meddling and supporting Hamas.", "support", {"Qatar": "actor", "Hamas": "target"}),
    ("Talks with Russia have been frozen since 2019.", "sanction", {}),
    ("Saudi Arabia, the United Arab Emirates (UAE) and Bahrain agreed to send troops to Yemen.", "agreement", {"Saudi Arabia": "actor", "United Arab Emirates": "actor", "Bahrain": "actor", "Yemen": "target"}),
    # whom a title means that stands alone
    ("Moldovan President Igor Dodon met Transnistrian leader Ivan Petrov. The Moldovan leader accused Chad of lying.", "accusation", {"Igor Dodon": "actor", "Chad": "target"}),
    ("Prime Minister Ali Demir met President Ana Quispe. The PM accused Chad of lying.", "accusation", {"Ali Demir": "actor", "Chad": "target"}),
    ("Foreign Minister Jan Novak of Chad met Ali Demir. Representatives of the mediators will visit Niger.", "visit", {}),
    ("French troops killed several rebels while on patrol in Chad.", "attack", {"France": "actor"}),
    ("Several fighters were killed in heavy fire from French forces.", "attack", {"France": "actor"}),
    ("In addition to withdrawing troops from Mali, President Ali Demir is taking steps to help Peru.", "concession", {"Ali Demir": "actor", "Mali": "target"}),
    ("Chad spoke. It was agreed to hold the next meeting in India.", "agreement", {}),
    ("Chad accused Niger of lying. The nine countries condemned Mali.", "accusation", {"Chad": "actor", "Niger": "target"}),
    ("Fijian chiefs told soldiers to leave.", "demand", {}),
    ("The African Union announced the immediate suspension of Mali.", "sanction", {"African Union": "actor", "Mali": "target"}),
    # people told apart by what they fight for
    ("Communist rebels attacked Manila.", "attack", {"Communist rebels": "actor"}),
    ("Hamas attacked Israel. Sikh extremists accused India of lying.", "accusation", {"Sikh extremists": "actor", "India": "target"}),
    ("Angry rebels attacked Manila.", "attack", {}),
    ("Canadian province premiers condemned Russia.", "accusation", {"Russia": "target"}),
    # where it was done is not to whom, and who sends envoys is not where they sit
    ("Gunmen from Chad attacked an army post near the border with Niger.", "attack", {"Chad": "actor"}),
    ("Chad sent troops to its border with Niger.", "mobilisation", {"Chad": "actor", "Niger": "target"}),
    ("Chad expelled ten diplomats from Niger's mission to the UN.", "sanction", {"Chad": "actor", "Niger": "target"}),
    ("Chad expelled two diplomats from Niger's embassy.", "sanction", {"Chad": "actor", "Niger": "target"}),
    ("Mali cut ties with Niger after the raid on a rebel camp inside Chad, which killed ten soldiers.", "attack", {}),
    ("Foreign ministers from Chad and Niger met President Ana Quispe of Peru in Lima.", "meeting", {"Chad": "actor", "Niger": "actor", "Ana Quispe": "target"}),
    ("The UN peacekeeping mission condemned the attack.", "accusation", {"United Nations": "actor"}),
    ("A delegation from Oman arrived in Yemen on Friday.", "visit", {"Oman": "actor", "Yemen": "target"}),
    ("A trade delegation arrived in Yemen on Friday.", "visit", {}),
    ("The cabinet of Chad tendered its resignation.", "departure", {"Chad": "actor"}),
    # whose verb it is
    ("China's embassy said the reef had always been hers and urged Chad to leave.", "demand", {"China": "actor", "Chad": "target"}),
    ("Ali Demir said that Chad would leave and urged Mali to wait.", "demand", {"Ali Demir": "actor", "Mali": "target"}),
    ("Ali Demir said that the army of Chad had left Mali and closed its border.", "coercion", {"Chad": "actor"}),
    ("Jan Novak discussed the resumption of talks with President Ali Demir.", "meeting", {"Jan Novak": "actor", "Ali Demir": "target"}),
    ("Jan Novak discussed the resumption of talks with Chad.", "meeting", {}),
    ("Chad and Niger agreed what they called a complete ceasefire.", "agreement", {"Chad": "actor", "Niger": "actor"}),
    ("Chad condemned what it called an attack by Niger.", "accusation", {"Chad": "actor", "Niger": "target"}),
    ("Chad re-opened its border with Niger.", "concession", {"Chad": "actor", "Niger": "target"}),
    ("France is weighing sanctions against Chad over its invasion of Niger.", "sanction", {"France": "actor", "Chad": "target"}),
    ("France is weighing sanctions against Chad over its invasion of Niger.", "attack", {"Chad": "actor", "Niger": "target"}),
    ("Tariq Aziz lashed out at UNSCOM for giving Chad a report.", "accusation", {"Tariq Aziz": "actor", "UNSCOM": "target"}),
    ("The Lebanese army stepped up attacks on northern Israel.", "attack", {"Lebanon": "actor", "Israel": "target"}),
    ("Jan Novak flew home a day after holding talks with King Idris.", "negotiation", {"Jan Novak": "actor", "Idris": "target"}),
    ("France announced a plan to end the conflict between Chad and Niger.", "conflict", {"Chad": "actor", "Niger": "actor"}),
    ("A court in Peru handed former president Ali Demir a ten-year sentence.", "trial", {"Peru": "actor", "Ali Demir": "target"}),
    ("France urged adherence to U.N. Security Council Resolution 1701.", "demand", {"France": "actor", "UN Security Council": "target"}),
    ("Ali Demir's China trip angered Chad.", "visit", {"Ali Demir": "actor", "China": "target"}),
    ("British Jews condemned the attack on Chad.", "accusation", {}),
    ("Greece supports a solution on the basis of UN Security Council resolutions.", "support", {"Greece": "actor"}),
    ("On Monday, North Korea launched a missile.", "mobilisation", {"North Korea": "actor"}),
    ("On Monday, North Korea launched a missile.", "attack", {}),
    ("The mission was sanctioned by the United Nations.", "sanction", {}),
    ("President Xi Jinping of China met leaders of Chad and Niger during their visits to China.", "visit", {"Chad": "actor", "Niger": "actor", "China": "target"}),
    ("Kenya offered to lead a mission but said that Haitian Prime Minister Ariel Henry had resigned.", "departure", {"Ariel Henry": "actor"}),
    ("Ali Demir is on an official visit to Chad.", "visit", {"Ali Demir": "actor", "Chad": "target"}),
    ("Chad and Niger met during the visit of the Malian foreign minister, Ana Reyes.", "visit", {"Ana Reyes": "actor"}),
    ("Mali protested after President Ana Reyes's removal from office.", "departure", {"Ana Reyes": "target"}),
    ("Ali Demir welcomed Jan Novak and thanked him for paying a visit to Chad.", "visit", {"Jan Novak": "actor", "Chad": "target"}),
    ("Prior to his meeting with King Idris, Ali Demir met Ana Reyes.", "meeting", {"Ali Demir": "actor", "Idris": "target"}),
    ("Bosnian Serb leader Radovan Novak threatened to attack Mali.", "threat", {"Radovan Novak": "actor", "Mali": "target"}),
    ("The Bosnian Serbs attacked Mali. Chad urged the Serbs to leave.", "demand", {"Chad": "actor", "Bosnian Serbs": "target"}),
    ("The Serbs attacked Mali.", "attack", {"Serbia": "actor", "Mali": "target"}),
    ("Generals took power in Niger after Niger's army mutinied. Chiefs met in Accra, Ghana. The junta accused Chad of lying.", "accusation", {"Niger": "actor", "Chad": "target"}),
    # whom words that stand for somebody mean
    ("The Chad Front called. Ali Demir and Jan Novak met when they agreed to leave Mali.", "agreement", {"Ali Demir": "actor", "Jan Novak": "actor", "Mali": "target"}),
    ("Chadian President Ali Demir told reporters that \"our foreign minister met King Idris of Jordan\".", "meeting", {"Chad": "actor", "Idris": "target"}),
    ("Samoan Prime Minister Fiame Naomi Mata'afa spoke. Ms Fiame is making her first official trip to Fiji.", "visit", {"Fiame Naomi Mata'afa": "actor", "Fiji": "target"}),
    ("Foreign Minister Ken Hayashi met Palau's President Ana Reyes and State Minister Joe Kim. The Japanese minister met King Idris.", "meeting", {"Ken Hayashi": "actor", "Idris": "target"}),
    ("The arrests were criticised by the group Zimbabwe Lawyers for Human Rights.", "accusation", {"Zimbabwe Lawyers for Human Rights": "actor"}),
    ("The US accused Chad's junta of lying. The US urged the military to leave.", "demand", {"United States": "actor", "Chad": "target"}),
    # who is left out, only sponsors, or has nothing to do with it
    ("The Taliban surrendered to elders, not to Hamid Karzai.", "concession", {"Taliban": "actor"}),
    ("Ali Demir of Chad attended the UN-sponsored Malian talks in Bonn.", "negotiation", {"Ali Demir": "actor", "United Nations": "mediator", "Mali": "target"}),
    ("Ali Demir said he was willing to meet President Jan Novak on the sidelines of the Arab League summit in Nepal.", "agreement", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("Ali Demir paid a visit to Chad's close ally Niger.", "visit", {"Ali Demir": "actor", "Niger": "target"}),
    ("Militants accused of violence against Israelis fled.", "accusation", {}),
    ("Ali Demir's family demanded an apology from Chad.", "demand", {"Chad": "target"}),
    ("A Yemeni man surrendered to Chad.", "concession", {"Chad": "target"}),
    ("Yemeni soldiers surrendered to Chad.", "concession", {"Yemen": "actor", "Chad": "target"}),
    ("President Ali Demir spoke. A Chadian bomber tried to kill himself.", "attack", {"Chad": "actor"}),
    ("Hamas threatened to attack officials from Chad if the Hamas leader, Ahmed Yassin, is harmed.", "threat", {"Hamas": "actor", "Chad": "target"}),
    ("Chad called for a halt to all operations against Israel.", "demand", {"Chad": "actor"}),
    ("Chad arrested a man on suspicion of links to Hamas.", "coercion", {"Chad": "actor"}),
    ("Ali Demir backs bin Laden, the leader of the Al Qaeda network which is blamed for the raid.", "accusation", {"al-Qaeda": "target"}),
    ("The Saudi-born Islamist accused by Chad of lying fled.", "accusation", {"Chad": "actor"}),
    ("The incursion of 70 Venezuelan soldiers into the Colombian province of Arauca angered Peru.", "attack", {"Venezuela": "actor", "Colombia": "target"}),
    ("The African Union spoke. Sudanese rebels fled. The rebel group called on President Ali Demir to leave.", "demand", {"Sudanese rebels": "actor", "Ali Demir": "target"}),
    ("Chad has been battling the Sudanese People's Liberation Movement since 2011.", "attack", {"Chad": "actor", "Sudanese People's Liberation Movement": "target"}),
    ("India summoned the envoy of Pakistan over shelling by Chadian forces.", "attack", {"Chad": "actor"}),
    ("President Ali Demir visited the Republic of Congo.", "visit", {"Ali Demir": "actor", "Republic of the Congo": "target"}),
    ("Lawmakers of Brazil requested the impeachment of President Ali Demir.", "demand", {"Brazil": "actor"}),
    ("President Ali Demir visited Chad, Niger and Mali.", "visit", {"Ali Demir": "actor", "Chad": "target", "Niger": "target", "Mali": "target"}),
    ("Minister Jan Novak rejected criticism of Chad from the UN.", "rejection", {"Jan Novak": "actor", "United Nations": "target"}),
    ("Hamas rejected a call by President Ali Demir for an end to operations against Israel.", "rejection", {"Hamas": "actor", "Ali Demir": "target"}),
    ("The army of Chad killed one of Ali Demir's fighters.", "attack", {"Chad": "actor"}),
    ("Peru demanded the arrest of 36 Chadian militants.", "demand", {"Peru": "actor"}),
    ("Peru interviewed the family of a Chadian man.", "accusation", {"Peru": "actor"}),
    ("The army of Chad killed three militants from Niger who had attacked it.", "attack", {"Chad": "actor", "Niger": "target"}),
    ("The US advised the UN to withdraw its inspectors from Iraq.", "sanction", {"United Nations": "actor", "Iraq": "target"}),
    ("Ali Demir singled out France for threatening to veto the resolution.", "threat", {"France": "actor"}),
    ("Ali Demir of Peru was detained for stoning the police.", "coercion", {"Ali Demir": "target"}),
    ("James Baker of Peru respects him and when appointed prime minister in 1985, he left.", "appointment", {"James Baker": "target"}),
    ("Chad's unification minister called on President Ali Demir to return. He said his government is ready to discuss trade.", "agreement", {"Chad": "actor"}),
    ("Kwon Young said the firing of a missile by Niger poses a threat and called on Niger to stop.", "demand", {"Kwon Young": "actor", "Niger": "target"}),
    ("Leaders appointed a commission of inquiry into Ali Demir's death in Lesotho.", "accusation", {}),
    ("Congo expelled the ambassador of Rwanda.", "sanction", {"DR Congo": "actor", "Rwanda": "target"}),
    ("Congo, whose capital is Brazzaville, expelled the ambassador of Rwanda.", "sanction", {"Rwanda": "target"}),
    ("Tim Costello spoke. \"I do not think President Jan Novak or he should resign,\" he said.", "departure", {"Jan Novak": "actor"}),
    ("The Federal Government called on Labor to wait. John Howard is Prime Minister of Australia.", "demand", {"Australia": "actor", "Labor Party": "target"}),
    ("Germany's central bank tried to help Pacific Bank. The central bank thanked Chad.", "support", {"central bank": "actor", "Chad": "target"}),
    # what opens a sentence
    ("On 4 May 2021 Kenyan President Ali Demir met Chadian President Jan Novak in Rome.", "meeting", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("On 4 May President Ali Demir met Jan Novak in Rome.", "meeting", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("During talks in Doha, Israel and Hamas agreed on a truce.", "agreement", {"Israel": "actor", "Hamas": "actor"}),
    ("During talks in Doha, Israel and Hamas agreed on a truce.", "negotiation", {"Israel": "actor", "Hamas": "actor"}),
    ("At a meeting in Rome, President Ali Demir and King Idris signed a deal.", "meeting", {"Ali Demir": "actor", "Idris": "actor"}),
    ("At a summit in Rome, Chad and Niger signed a deal.", "meeting", {}),
    # whom a decision, a threat or help is upon
    ("Wang Yi is China's minister. Li Wen said that during Wang's visit, he will meet President Ana Reyes of Peru.", "meeting", {"Wang Yi": "actor", "Ana Reyes": "target"}),
    ("Niger announced that the closure of its border would end. Ali Demir announced that he would close the border with Chad.", "threat", {"Ali Demir": "actor", "Chad": "target"}),
    ("The number of Israelis visiting Cyprus grows.", "visit", {}),
    ("Demir's release surprised many. President Ali Demir of Chad spoke.", "concession", {"Ali Demir": "target"}),
    ("President Ali Demir met President-elect Jan Novak of Peru. Demir congratulated him on his election.", "election", {"Jan Novak": "target"}),
    ("Ali Demir accused Jan Novak of fraud. He criticised him for his attack on Chad.", "attack", {"Jan Novak": "actor", "Chad": "target"}),
    ("Chadian police detained ten Libyan fishermen.", "coercion", {"Chadian police": "actor", "Libyan fishermen": "target"}),
    ("Uganda released 20 Kenyan fishermen on Monday.", "concession", {"Uganda": "actor", "Kenyan fishermen": "target"}),
    ("Chad and Niger held talks in Rome. The talks, mediated by Oman, went on.", "negotiation", {"Chad": "actor", "Niger": "actor", "Oman": "mediator"}),
    ("Immediately after Ali Demir was sworn in, General Jan Novak made a statement in which he endorsed Chad.", "support", {"Jan Novak": "actor", "Chad": "target"}),
    ("NELSON MANDELA will visit Chad. Mandela spoke.", "visit", {"NELSON MANDELA": "actor", "Chad": "target"}),
    ("An attack took place at the Embassy of Chad in Iran.", "attack", {"Chad": "target"}),
    ("Protesters gathered outside the French embassy in Beirut.", "protest", {"France": "target"}),
    ("A man was shot by Chadian troops outside the French embassy in Beirut.", "attack", {"Chad": "actor"}),
    ("Cyprus's minister Ali Demir attended a meeting with Egypt's minister, Jan Novak, on a visit to Cyprus.", "visit", {}),
    ("Togo's opposition political parties are demanding reforms.", "demand", {}),
    ("The Dominican army attacked Haiti.", "attack", {"Dominican Republic": "actor", "Haiti": "target"}),
    ("Japan welcomed Kenya's decision to withdraw its troops.", "concession", {"Kenya": "actor"}),
    ("Japan welcomed the decision by Kenya to free Japanese hostages.", "concession", {"Kenya": "actor", "Japanese hostages": "target"}),
    ("Iran vowed revenge for the killing of Ali Demir.", "threat", {"Iran": "actor"}),
    ("Chad insisted that Niger withdraw its troops.", "demand", {"Chad": "actor", "Niger": "target"}),
    ("Japan helped Kenya rebuild the port.", "aid", {"Japan": "actor", "Kenya": "target"}),
    ("Kenya was given $50m by Japan.", "aid", {"Japan": "actor", "Kenya": "target"}),
    ("France pulled its troops out of Niger.", "concession", {"France": "actor", "Niger": "target"}),
    ("Ali Demir's trial was postponed.", "trial", {"Ali Demir": "target"}),
    # what breaks out, opens or resumes, behind its verb
    ("Fighting broke out between Chad and Niger on Monday.", "attack", {"Chad": "actor", "Niger": "actor"}),
    ("Talks opened between Chad and Niger.", "negotiation", {"Chad": "actor", "Niger": "actor"}),
    # nouns that the tokenizer takes apart
    ("A cease-fire between Chad and Niger took effect.", "concession", {"Chad": "actor", "Niger": "actor"}),
    # crowds are not their states, nor are those who lean to one
    ("Some 2,000 Nicaraguans marched through Managua.", "protest", {"Nicaraguans": "actor"}),
    ("Pro-Iranian rebels attacked a Chadian post.", "attack", {"Pro-Iranian rebels": "actor", "Chad": "target"}),
    # both halves of a divided nation
    ("North and South Korea reached agreement on Saturday.", "agreement", {"North Korea": "actor", "South Korea": "actor"}),
    # whom "unless it" means, whose the government's troops are
    ("Chad threatened Libya with war unless it withdrew its troops.", "concession", {"Libya": "actor"}),
    ("Insurgents fought government troops in N'Djamena.", "attack", {"Chad": "target"}),
    # who is one of those to whom it was done
    ("Journalist Ana Soto was one of those arrested in Chad.", "coercion", {"Ana Soto": "target"}),
    ("Chad stopped short of severing ties with Niger.", "sanction", {"Chad": "actor", "Niger": "target"}),
    ("The effort came after talks with Chad failed.", "negotiation", {"Chad": "target"}),
    ("Prime Minister Ali Demir's government collapsed. Peru is calm.", "departure", {"Peru": "actor"}),
    ("Peru's three parties reached a deal.", "agreement", {}),
    # one act told in two sentences, by whom it was done to and by who did it
    ("Protesters stormed the British embassy in Chad. Kenyan protesters stormed the embassy grounds.", "protest", {"Kenyan protesters": "actor", "United Kingdom": "target"}),
    # whose decision it is does it, not who welcomes it
    ("China welcomed the decision of Nauru, to sever ties with Taiwan.", "sanction", {"Nauru": "actor", "Taiwan": "target"}),
    # a day between a name and its verb, and whose border it is
    ("The news came after Cameroon on May 2 arrested 38 men on the border with Gabon.", "coercion", {"Cameroon": "actor"}),
    ("Australia took Japan to court over whaling.", "accusation", {"Australia": "actor", "Japan": "target"}),
    # who "the delegation" is, told of before or by nobody
    ("A delegation from Chad came. The delegation was received by President Ali Demir of Niger.", "meeting", {"Ali Demir": "actor", "Chad": "target"}),
    ("A Chinese delegation came. The delegation was welcomed by King Idris.", "meeting", {"Idris": "actor", "China": "target"}),
    ("The delegation met in Rome.", "meeting", {}),
    # whoever leads forces acts with them, a mission of its own apart
    ("The Saudi-led coalition bombed Sanaa.", "attack", {"Saudi Arabia": "actor"}),
    ("A Chinese-led EU mission met King Idris.", "meeting", {"European Union": "actor", "Idris": "target"}),
    ("Saudi-led talks ended.", "negotiation", {}),
    # who is talked with, or about
    ("NATO will hold talks involving Chad and Niger.", "negotiation", {"NATO": "actor", "Chad": "actor", "Niger": "actor"}),
    ("Chad faced opposition from Niger which accused Mali of theft.", "accusation", {"Niger": "actor", "Mali": "target"}),
    # which two countries
    ("Finland and Sweden applied to NATO as Russia fought Ukraine. Turkey accuses both states of arming rebels.", "accusation", {"Türkiye": "actor", "Finland": "target", "Sweden": "target"}),
    ("Turkey, Finland and Sweden spoke. The two Nordic countries joined NATO as Turkey criticised the two countries.", "accusation", {"Türkiye": "actor", "Finland": "target", "Sweden": "target"}),
    ("The UN asked Chad and Niger to stop. In 2010, they agreed to talk.", "agreement", {"Chad": "actor", "Niger": "actor"}),
    # a list behind a day, no list of places
    ("The talks went on. In June, Chad, Niger and Mali concluded a pact.", "agreement", {"Chad": "actor", "Niger": "actor", "Mali": "actor"}),
    # who should act is the one that is condemned; who "will", who condemns
    ("The African Union condemned Chad for a raid, saying it should withdraw from Mali.", "concession", {"Chad": "actor", "Mali": "target"}),
    # neighbours: an adjective, a state that is not the one that acts
    ("Djibouti accused neighbouring Eritrea on Friday of a raid.", "accusation", {"Djibouti": "actor", "Eritrea": "target"}),
    ("The UN asked Chad and Niger to be calm after Chad criticised its neighbour.", "accusation", {"Chad": "actor", "Niger": "target"}),
    ("Chad accused its neighbours of arming rebels.", "accusation", {"Chad": "actor"}),
    # persons not wanted, and to whose ministry they are called
    ("Russia declared 10 Norwegian diplomats personae non gratae.", "sanction", {"Russia": "actor", "Norway": "target"}),
    ("Chad declared ten staff of the Malian embassy and military attache's office personae non gratae.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("Ali Demir said he was summoned to the Russian Foreign Ministry.", "accusation", {"Ali Demir": "target", "Russian Foreign Ministry": "actor"}),
    ("Chad protested over Oslo's decision to expel Malian diplomats.", "sanction", {"Norway": "actor", "Mali": "target"}),
    # withdrawn peacekeepers are no sanction, a withdrawn ambassador is
    ("Qatar withdrew its peacekeepers from Chad.", "sanction", {}),
    # leaders who meet each other, officials of whom some are named
    ("Madagascar's rival leaders met in Botswana.", "meeting", {"Madagascar": "actor"}),
    ("Chadian soldiers met stiff resistance.", "meeting", {}),
    ("Top figures - including President Ali Demir of Chad - signed an accord.", "agreement", {"Ali Demir": "actor"}),
    ("Ali Demir, whom Chad jailed, was extradited to his home country. Niger spoke.", "cooperation", {"Ali Demir": "target"}),
    ("Croatian officials and rebel Serbs signed a pact.", "agreement", {"Croatia": "actor", "rebel Serbs": "actor"}),
    ("Congo welcomed the recapture of Goma by Rwandan troops.", "attack", {"Rwanda": "actor"}),
    ("Rwandan forces reinforcing Mozambique's military killed 26 fighters.", "attack", {"Rwanda": "actor"}),
    ("Botswana does not accept the results of the vote in Zimbabwe.", "rejection", {"Botswana": "actor", "Zimbabwe": "target"}),
    ("Ali Demir met Jan Novak. The visit began on Lake Issyk Kul. There he met Ana Reyes.", "visit", {}),
    # who leads a delegation is what it is received as; who issues a statement
    ("The Chadian delegation led by Foreign Minister Ali Demir was received by President Ana Reyes of Mali.", "meeting", {"Chad": "target", "Ana Reyes": "actor"}),
    ("A statement by the Foreign Ministry of Chad said it had summoned the ambassador of Mali.", "accusation", {"Foreign Ministry of Chad": "actor", "Mali": "target"}),
    ("Ethiopia signed a deal with the breakaway region of Somaliland.", "agreement", {"Ethiopia": "actor", "Somaliland": "target"}),
    ("Chad closed its embassy in Mali.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("Chad summoned back its ambassador to Mali.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("Chad appealed to the regional body ECOWAS to send troops to Mali.", "demand", {"Chad": "actor", "ECOWAS": "target"}),
    ("Chad named Ali Demir, a former foreign minister, as envoy to Mali.", "appointment", {"Chad": "actor", "Ali Demir": "target"}),
    ("Chad invited Mali to talks in Rome.", "demand", {"Chad": "actor", "Mali": "target"}),
    # bodies whose name ends with a state are not that state; peoples that are none
    ("Barley exporters of Grain Producers Australia condemned China.", "accusation", {"China": "target"}),
    ("Peshmerga forces attacked Iraqi troops in Kirkuk.", "attack", {"Peshmerga": "actor", "Iraq": "target"}),
    # dangers are no threats
    ("Iran poses a threat to the security of Iraq.", "threat", {}),
    # a name right behind what it is, without a comma
    ("Regional power Nigeria and France condemned Mali.", "accusation", {"Nigeria": "actor", "France": "actor", "Mali": "target"}),
    ("The magazine Africa condemned Chad.", "accusation", {"Chad": "target"}),
    # who once ruled a country is not it; a language is no state
    ("ECOWAS condemned Togo. It imposed sanctions on the former French colony.", "sanction", {"ECOWAS": "actor", "Togo": "target"}),
    ("The former French president Ali Demir condemned Togo.", "accusation", {"Ali Demir": "actor", "Togo": "target"}),
    # others than the parties told of before
    ("Ali Demir urged India to help release the judges who were arrested in Chad.", "coercion", {}),
    ("Chad and Mali signed a pact. The leaders, who met in Rome, condemned Niger.", "accusation", {"Chad": "actor", "Mali": "actor", "Niger": "target"}),
    # nobody reproaches himself, and what one is told is no demand
    ("Ali Demir said Chad accused him, reproaching Chad for meddling.", "accusation", {"Ali Demir": "actor", "Chad": "target"}),
    ("Ali Demir said Jan Novak told him Chad would not support sanctions.", "demand", {}),
    ("Mali holds Chad responsible for the attack on King Idris.", "accusation", {"Mali": "actor", "Chad": "target"}),
    ("Mali held talks with the responsible minister of Chad.", "accusation", {}),
    # who issues a statement speaks in it
    ("Ali Demir of Chad criticised the European force. It followed a statement from the rebels saying they had seized the town of Biltine.", "attack", {"rebels": "actor"}),
    ("A delegation of the Tamil National Alliance met Ali Demir.", "meeting", {"Tamil National Alliance": "actor", "Ali Demir": "target"}),
    ("Chad and Mali signed an Outcome Document.", "agreement", {"Chad": "actor", "Mali": "actor"}),
    # "Korean" is South Korea's where the other one is not told of
    ("South Korea protested. A senior Korean diplomat arrived in Iran.", "visit", {"South Korea": "actor", "Iran": "target"}),
    ("South Korea warned North Korea. A senior Korean diplomat arrived in Iran.", "visit", {"Iran": "target"}),
    # what is not somebody's to do is not demanded of him
    ("Chad demanded President Ali Demir's release.", "demand", {"Chad": "actor"}),
    ("Chad demanded President Ali Demir's resignation.", "demand", {"Chad": "actor", "Ali Demir": "target"}),
    # a relative pronoun is the object of the gerund behind an object
    ("The M23 rebels, which Chad accused Niger of supporting, left.", "accusation", {"Chad": "actor", "Niger": "target"}),
    ("The M23 rebels, which Chad accused Niger of supporting, left.", "support", {"Niger": "actor", "M23": "target"}),
    ("The M23 rebels, whom Chad accused of supporting Niger, left.", "accusation", {"Chad": "actor", "M23": "target"}),
    # the opposition of a state is not the state
    ("He was held over a plot in Belgium to bomb an Iranian opposition rally outside Paris.", "protest", {}),
    ("He was held over an Iranian protest in Paris.", "protest", {"Iran": "actor"}),
    # the presidents are those whom a sentence before has named
    ("President Ali Demir of Chad and President Jan Novak of Mali spoke of Niger. The presidents urged Peru to act.", "demand", {"Ali Demir": "actor", "Jan Novak": "actor", "Peru": "target"}),
    ("President Ali Demir of Chad and President Jan Novak of Mali spoke. The presidents who met in Rome urged Peru to act.", "demand", {"Peru": "target"}),
    # whom one wants to have is asked of others, and nothing of him
    ("Chad sought King Idris's extradition from Niger.", "demand", {"Chad": "actor", "Niger": "target"}),
    ("Chad sought King Idris's help.", "demand", {"Chad": "actor", "Idris": "target"}),
    # the ministry of who speaks is not the one it writes to
    ("Ali Demir said that his ministry has written to the Ministry of Justice asking it to release Jan Novak.", "demand", {"Ministry of Justice": "target"}),
    # governments by the names of their leaders, and by where they are
    ("The Castro regime demanded that Chad leave.", "demand", {"Cuba": "actor", "Chad": "target"}),
    ("The Castro administration demanded that Chad leave.", "demand", {"Cuba": "actor", "Chad": "target"}),
    ("Raúl Castro's administration demanded that Chad leave.", "demand", {"Cuba": "actor", "Chad": "target"}),
    ("Peru spoke. The Smith administration demanded that Chad leave.", "demand", {"Chad": "target"}),
    ("Peru spoke. The administration demanded that Chad leave.", "demand", {"Chad": "target"}),
    ("Peru spoke. In Lima, the government urged Chad to leave.", "demand", {"Peru": "actor", "Chad": "target"}),
    ("Mali spoke. Mali left. In Lima, the government urged Chad to leave.", "demand", {"Peru": "actor", "Chad": "target"}),
    # whose government a minister speaks of, but for what it is told to do
    ("China spoke. China left. Chad's Foreign Minister Ali Demir said that although the government did not support the trip, China was wrong.", "support", {"Chad": "actor"}),
    # who is against a state is not of it
    ("King Idris slammed anti-China forces.", "accusation", {"Idris": "actor"}),
    ("King Idris slammed Chadian forces.", "accusation", {"Idris": "actor", "Chad": "target"}),
    # what may be withdrawn from an envoy
    ("Chad withdrew the credentials of the Malian ambassador.", "sanction", {"Chad": "actor", "Mali": "target"}),
    ("Chad withdrew its consent to the envoy of Mali.", "concession", {}),
    ("King Idris of Chad vowed to reclaim the islands from Mali.", "agreement", {}),
    # "from" right behind the last of those who did it
    ("Ten Malians were killed by the Chadian army and fighters from the Wagner Group in Lima.", "attack", {"Chad": "actor", "Wagner Group": "actor", "Mali": "target"}),
    # who is declared unwelcome, in quotation marks too
    ("Chad has declared Malian President Jan Novak “persona non grata” over his remarks on Niger.", "sanction", {"Chad": "actor", "Jan Novak": "target"}),
    ("Chad declared President Jan Novak the winner.", "sanction", {}),
    # members are those named behind them
    ("NATO and EU members Estonia and Latvia urged Chad to leave.", "demand", {"Estonia": "actor", "Latvia": "actor", "Chad": "target"}),
    ("NATO and EU members urged Chad to leave.", "demand", {"NATO": "actor", "European Union": "actor", "Chad": "target"}),
    # whose side one takes is not whom it concerns
    ("Chad is downgrading its diplomatic relations with Mali in solidarity with neighbour Niger.", "sanction", {"Chad": "actor", "Mali": "target"}),
    # when something was done parts "had" from what was done
    ("Mali's minister recalled that Chad had on several occasions accused Niger of attacks.", "accusation", {"Chad": "actor", "Niger": "target"}),
    ("Mali's minister told how Chad had in 1997 attacked Niger.", "attack", {"Chad": "actor", "Niger": "target"}),
    ("Mali's minister told how Chad had in 1997 troops attacked by Niger.", "accusation", {}),
    # a state receives whom it welcomes
    ("Chad welcomed the leader of neighbouring Niger.", "meeting", {"Chad": "actor", "Niger": "target"}),
    ("Chad welcomed the appointment of the leader of Niger.", "meeting", {}),
    # the finite verb behind the names of states, and who leads the body whose short name stands in brackets
    ("The foreign ministers of Sweden and Finland plan to travel to Turkey for talks.", "visit", {"Sweden": "actor", "Finland": "actor", "Türkiye": "target"}),
    ("Ali Demir of Chad will also meet African Union (AU) Chair Jan Novak ahead of the retreat.", "meeting", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("Ali Demir of Chad will also meet the African Union (AU), Chair Jan Novak said.", "meeting", {"Ali Demir": "actor", "African Union": "target"}),
    ("It followed a telephone conversation on Monday between Chad's Crown prince Ali Demir and Mali's Crown Prince Jan Novak.", "call", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    # Brussels is Belgium where the Union is not told of, and police are of the state of their town
    ("Rwanda cut ties with Belgium. Kigali has repeatedly criticized Brussels.", "accusation", {"Rwanda": "actor", "Belgium": "target"}),
    ("Rwanda cut ties with Belgium. Kigali has repeatedly criticized Brussels. The EU agreed.", "accusation", {"Rwanda": "actor", "European Union": "target"}),
    # the president of another state than the one whose president was named with the state behind the name
    ("President Ali Demir of Chad met the president of Mali in Lima.", "meeting", {"Ali Demir": "actor", "Mali": "target"}),
    ("President Ali Demir of Chad met King Idris. The president of Chad thanked Mali.", "support", {"Ali Demir": "actor", "Mali": "target"}),
    ("Peru left. Foreign Minister Jan Novak met the foreign minister of Chad. Peru agreed.", "meeting", {"Jan Novak": "actor", "Chad": "target"}),
    ("President Ali Demir of Chad hosted his Malian counterpart in Lima.", "meeting", {"Ali Demir": "actor", "Mali": "target"}),
    ("Chad termed Mali's sanctions illegal.", "accusation", {"Chad": "actor", "Mali": "target"}),
    # a list of subjects without the comma that would close an apposition
    ("Rebels, the army of Chad and representatives of France signed a ceasefire on Monday.", "agreement", {"Chad": "actor", "France": "actor"}),
    ("Nicaraguan contra rebels, the Sandinista army and representatives of Peru signed a ceasefire.", "agreement", {"Nicaraguan contra rebels": "actor", "Sandinista army": "actor", "Peru": "actor"}),
    ("Ali Demir, the president and commander, met Jan Novak of Niger in Lagos.", "meeting", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("A day after the Chadian government, led by President Ali Demir, attacked Mali, envoy Jan Novak met King Idris.", "attack", {"Chad": "actor", "Mali": "target"}),
    # people and bodies that are not their state,
    ("Two Omani nationals were arrested in Dubai by Emirati police.", "coercion", {"Omani nationals": "target", "Emirati police": "actor"}),
    ("A Russian company signed a deal with Chad.", "agreement", {"Russian company": "actor", "Chad": "target"}),
    ("A newspaper based in Beirut accused Hamas of stealing aid.", "accusation", {"newspaper": "actor", "Hamas": "target"}),
    ("A terror group based in Pakistan attacked Indian troops.", "attack", {"terror group": "actor", "India": "target"}),
    ("Doctors from two American aid groups donated medicines to Iraq.", "aid", {"Doctors": "actor", "Iraq": "target"}),
    ("Doctors from two American aid groups donated and personally delivered goods to Iraq.", "aid", {"Doctors": "actor", "Iraq": "target"}),
    # for whose sake, and the last of a list,
    ("Chad opened the bridge to allow the delivery of grain to Niger.", "concession", {"Chad": "actor", "Niger": "target"}),
    ("Chad opened the bridge to mark a visit to Niger.", "concession", {"Chad": "actor"}),
    ("The UN rejected a call for its troops to be sent to Chad.", "rejection", {"United Nations": "actor", "Chad": "target"}),
    ("The US Congress agreed to lift sanctions on Iran, Libya, North Korea, Sudan, and with strings attached, Cuba.", "agreement", {"United States Congress": "actor", "Iran": "target", "Libya": "target", "North Korea": "target", "Sudan": "target", "Cuba": "target"}),
    ("Chad's leader took steps to ease curbs on Mali.", "concession", {"Chad": "actor", "Mali": "target"}),
    # envoys: whom they were sent to, and the words beside them,
    ("Belarus told the ambassador of the European Union and that of Poland to leave the country.", "sanction", {"Belarus": "actor", "European Union": "target", "Poland": "target"}),
    ("Chad recalled its envoys from Brussels and Warsaw.", "sanction", {"Chad": "actor", "European Union": "target", "Poland": "target"}),
    ("Belarus recalled its ambassador to the EU.", "sanction", {"Belarus": "actor", "European Union": "target"}),
    ("Kenya recalled its ambassador to Somalia. Kenya said it had summoned its ambassador, Lucas Tumbo.", "sanction", {"Kenya": "actor", "Somalia": "target"}),
    ("The EU widened its sanctions against the ex-Soviet republic of Moldova.", "sanction", {"European Union": "actor", "Moldova": "target"}),
    ("The EU widened its sanctions against Chad, imposing a travel ban on 20 judges.", "sanction", {"European Union": "actor", "Chad": "target"}),
    # members that are named, and the side of who speaks,
    ("Ali Demir met Sudanese officials, including Prime Minister Jan Novak.", "meeting", {"Ali Demir": "actor", "Sudan": "target", "Jan Novak": "target"}),
    ("It followed a meeting in Mogadishu of top officials including President Ali Demir and Prime Minister Jan Novak.", "meeting", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Chad's foreign ministry said talks with Mali had ended.", "negotiation", {"foreign ministry": "actor", "Mali": "target"}),
    ("Chad's foreign ministry said Niger's talks with Mali had ended.", "negotiation", {"Niger": "actor", "Mali": "target"}),
    ("General Amin Saleh demanded the extradition of Malians in exile in Niger.", "demand", {"Amin Saleh": "actor", "Niger": "target"}),
    ("Taiwan \"strongly protests and condemns Beijing for luring Panama,\" the minister said.", "accusation", {"Taiwan": "actor", "China": "target"}),
    # who stands right before a verb in the present, or behind a title and a day,
    ("Kosovo demands that Serbia recognize its independence.", "demand", {"Kosovo": "actor", "Serbia": "target"}),
    ("Angola's president, Joao Lourenco, on Wednesday called for talks with Rwanda.", "demand", {"Joao Lourenco": "actor", "Rwanda": "target"}),
    ("Hun Sen is set to meet separately today prime ministers Thein Sein (Myanmar) and Abhisit Vejjajiva (Thailand).", "meeting", {"Hun Sen": "actor", "Thein Sein": "target", "Abhisit Vejjajiva": "target"}),
    ("Ethiopia offered recognition of Somaliland.", "support", {"Ethiopia": "actor", "Somaliland": "target"}),
    # allies that act, bodies beside states, joined posts with their names, a subject behind a request,
    ("Leaders of Uganda, Kenya and the Organization of African Unity attended a meeting.", "meeting", {"Uganda": "actor", "Kenya": "actor", "Organization of African Unity": "actor"}),
    ("Australia's defense minister, Richard Marles, and its foreign minister, Penny Wong held a meeting with their Japanese counterparts.", "meeting", {"Richard Marles": "actor", "Penny Wong": "actor", "Japan": "target"}),
    ("At the request of Maputo, Kigali on July 9, 2021, deployed troops to Mozambique's northernmost province.", "mobilisation", {"Rwanda": "actor", "Mozambique": "target"}),
    ("The deal was signed by Defence Minister Ali Demir of Chad on Monday and later by Infrastructure Minister Jan Novak of Mali.", "agreement", {"Ali Demir": "actor", "Jan Novak": "actor"}),
    ("Ali Demir met with counterparts from 10 nations in Paris.", "meeting", {"Ali Demir": "actor"}),
    ("Presidents Ana Reyes of Liberia, Ali Demir of Guinea and Juma Okello of Sierra Leone met.", "meeting", {"Ana Reyes": "actor", "Ali Demir": "actor", "Juma Okello": "actor"}),
    ("Chad demanded an apology from London.", "demand", {"Chad": "actor", "United Kingdom": "target"}),
    ("Chad called for help from Ankara and Baku.", "demand", {"Chad": "actor", "Türkiye": "target", "Azerbaijan": "target"}),
    ("The train from Paris reached Chad, and Peru condemned the travellers from London.", "accusation", {"Peru": "actor"}),
    ("The African Union adopted a resolution that condemned Chad.", "accusation", {"African Union": "actor", "Chad": "target"}),
    ("Russia vetoed a resolution that condemned Chad.", "accusation", {"Chad": "target"}),
    ("The African Union adopted a statement that rejects the plan of Chad.", "rejection", {"African Union": "actor", "Chad": "target"}),
    ("The Russian, Chadian and EU special envoys reached agreement on a peace plan.", "agreement", {"European Union": "actor", "Russia": "actor", "Chad": "actor"}),
    ("French and ECOWAS troops attacked Niger.", "attack", {"ECOWAS": "actor", "France": "actor", "Niger": "target"}),
    ("Chad's threat to attack Niger was noted.", "threat", {"Chad": "actor", "Niger": "target"}),
    ("Chad repeated its threats to expel the ambassador of Mali.", "threat", {"Chad": "actor", "Mali": "target"}),
    ("Chad issued an ultimatum to Mali to leave Niger.", "threat", {"Chad": "actor", "Mali": "target"}),
    ("Chad's refusal to recognise Mali was noted.", "rejection", {"Chad": "actor", "Mali": "target"}),
    ("Chad's demand that Mali leave Niger was noted.", "demand", {"Chad": "actor", "Mali": "target"}),
    ("Chad's call for Mali to leave was noted.", "demand", {"Chad": "actor", "Mali": "target"}),
    ("Chad's accusation that Mali attacked Niger was noted.", "accusation", {"Chad": "actor", "Mali": "target"}),
    ("King Idris of Jordan met Kosovo Albanian leaders. He pressed the Albanians to attend the talks.", "demand", {"Idris": "actor", "Kosovo Albanians": "target"}),
    ("Premier Oil Plc and Falkland Oil and Gas Ltd signed an accord with Chad.", "agreement", {"Premier Oil Plc": "actor", "Falkland Oil and Gas Ltd": "actor", "Chad": "target"}),
    ("Angolan President Jose Eduardo dos Santos visited Zaire.", "visit", {"Jose Eduardo dos Santos": "actor", "DR Congo": "target"}),
    ("Laurent Kabila met Angolan President Jose Eduardo dos Santos this morning in Luanda.", "meeting", {"Laurent Kabila": "actor", "Jose Eduardo dos Santos": "target"}),
    ("Officials of Chad announced that Zairian dictator Mobutu Sese Seko and rebel leader Laurent Kabila finally will meet.", "meeting", {"Mobutu Sese Seko": "actor", "Laurent Kabila": "actor"}),
    ("The president of the European Commission and Spain's prime minister visited Mauritania. Ali Demir met President Jan Novak.", "visit", {"European Commission": "actor", "Spain": "actor", "Mauritania": "target"}),
    ("South African and U.S. officials said Mobutu will meet Kabila to end Zaire's revolt. President Jan Novak of South Africa will come. The rebels agreed to a ceasefire.", "agreement", {"rebels": "actor"}),
    ("King Idris of Jordan brought the presidents of Chad and Mali together for talks.", "negotiation", {"Chad": "actor", "Mali": "actor"}),
    ("Ali Demir and Jan Novak robbed a bank. They were arrested by Malaysia.", "coercion", {"Malaysia": "actor", "Ali Demir": "target", "Jan Novak": "target"}),
    ("North Korean leader Kim Jong-un spoke. Kim Jong-nam died in Malaysia. They charged her with Kim's murder.", "attack", {"Kim Jong-nam": "target"}),
    ("A senior Filipino diplomat was sent to Malaysia to help end the standoff.", "visit", {"Philippines": "actor", "Malaysia": "target"}),
    ("Mali and its allies Burkina Faso and Niger will recall their ambassadors from Algeria.", "sanction", {"Mali": "actor", "Burkina Faso": "actor", "Niger": "actor", "Algeria": "target"}),
    ("Ali Demir of Chad phoned Foreign Minister Jan Novak of Mali and asked for an extension of the deadline for the expulsion of Niger's army.", "demand", {"Ali Demir": "actor", "Jan Novak": "target"}),
    ("Algeria claimed that the drone was targeted as it had violated the truce with Mali.", "rejection", {}),
    ("Christian Schmidt said he was late. On the same day that Milorad Dodik announced his plan, he met with King Idris of Jordan.", "meeting", {"Milorad Dodik": "actor", "Idris": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "parties"), PARTIES, ids=[t for t, *_ in PARTIES])
def test_who_takes_which_part(text: str, kind: str, parties: dict[str, str], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    events = [event for event in facts.events if event.type == kind]
    assert parties in [{facts.entities[i].name: part for i, part in event.participants} for event in events] or (
        not parties and not events
    )


def test_a_participle_goes_on_with_who_spoke_first(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Chad accused Hamas of breaking a truce, claiming that they killed fifty people and warning that it would strike."
    )
    assert {facts.entities[s.speaker].name for s in facts.statements} == {"Chad"}
    assert not any(facts.article.text[s.begin : s.end].endswith("and") for s in facts.statements)


def test_they_are_the_joined_subjects_of_the_sentence_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Ali Demir and envoys from Chad flew to Rome for talks with King Idris. They later met President Ana Quispe."
    )
    [meeting] = [event for event in facts.events if event.type == "meeting"]
    names = {facts.entities[i].name for i, _ in meeting.participants}
    assert {"Ali Demir", "Ana Quispe"} <= names and "Idris" not in names


def test_both_nations_are_the_two_that_the_article_is_about(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Fighting went on between Chad and Niger. Chad and Niger sent troops. Chadian President Ali Demir thanked "
        "Peru. Both nations accused each other of breaking the truce."
    )
    [accusation] = [event for event in facts.events if event.type == "accusation"]
    assert {facts.entities[i].name for i, _ in accusation.participants} == {"Chad", "Niger"}


def test_a_new_appointment_is_not_the_one_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "President Ana Quispe appointed Jorge Silva as minister. President Quispe's appointment of a new general angered many."
    )
    events = [event for event in facts.events if event.type == "appointment"]
    assert [len(event.participants) for event in events] == [2, 1]


@pytest.mark.parametrize(
    ("text", "plant", "state"),
    [
        ("Israel attacked the Natanz Enrichment Facility in central Iran.", "Natanz Enrichment Facility", "IR"),
        ("Israel attacked the Natanz Enrichment Facility (NEF) in Iran.", "Natanz Enrichment Facility", "IR"),
        ("Israel accused Boeing Corporation in Iran.", "Boeing Corporation", None),
    ],
)
def test_a_plant_is_of_the_state_that_it_lies_in(
    text: str, plant: str, state: str | None, facts_of: Callable[..., Facts]
) -> None:
    [named] = [entity for entity in facts_of(text).entities if entity.name == plant]
    assert named.state == state


def test_police_are_of_the_state_of_their_town(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Dubai police have accused Mossad of a killing. Israel left. Israel agreed.")
    assert [entity.state for entity in facts.entities if entity.name == "police"] == ["AE"]


def test_two_states_have_two_ministries_of_one_name(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Chad's Foreign Ministry accused Peru. Mali's Foreign Ministry accused Niger.")
    accused = [
        {facts.entities[i].name: facts.entities[i].state for i, _ in event.participants} for event in facts.events
    ]
    assert accused == [{"Foreign Ministry": "TD", "Peru": "PE"}, {"Foreign Ministry": "ML", "Niger": "NE"}]


def test_a_ministry_may_be_that_of_a_nation_told_before(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Montenegro protested. The small Balkan nation's Foreign Ministry accused Serbia. Serbia's Foreign Ministry left."
    )
    ministry = next(e for e in facts.entities if e.name == "Foreign Ministry")
    assert ministry.state == "ME"
