"""Who holds which post: sentences as news writes them, and sentences that must not yield a post."""

from collections.abc import Callable

import pytest

from kg.resolve import Facts

POSTS = [
    ("The LTTE's Head of the Political Wing, S.P. Thamilchelvan, explained the position.", [("S.P. Thamilchelvan", "Head of the Political Wing", "Tamil Tigers", "current")]),
    ("Amadou Ali, Cameroon's deputy prime minister, will lead his country's delegation to the ceremony.", [("Amadou Ali", "deputy prime minister", "Cameroon", "current")]),
    ("Prime Minister Nawaz Sharif of Pakistan was ousted by Army Chief General Ali Demir. Demir refused to set a date for Pakistan's return to democracy.", [("Nawaz Sharif", "Prime Minister", "Pakistan", "former"), ("Ali Demir", "Army Chief", "Pakistan", "current")]),
    ("Foreign Secretary Jan Novak of Pakistan left. He said there was no martial law and the country's new military ruler, General Ali Demir, had left.", [("Jan Novak", "Foreign Secretary", "Pakistan", "current"), ("Ali Demir", "military ruler", "Pakistan", "current")]),
    ("Officials said in Bangkok that King Norodom Sihamoni had met Thailand's premier.", [("Norodom Sihamoni", "King", "Cambodia", "current")]),
    ("Jan Novak declared himself Venezuela's acting president.", [("Jan Novak", "president", "Venezuela", "acting")]),
    ("Jan Novak declared himself a hero of Chad.", []),
    ("Foreign Affairs Minister, Hon Ali Demir has said that Chad will sign it.", [("Ali Demir", "Foreign Affairs Minister", "Chad", "current")]),
    ("They met the AU Commission's President Jan Novak, Nigeria's National Security Adviser, Ali Demir, Chief of Defence Staff, Gen Musa Bah and others.", [("Jan Novak", "President", "AU Commission", "current"), ("Ali Demir", "National Security Adviser", "Nigeria", "current"), ("Musa Bah", "Chief of Defence Staff", "Nigeria", "current")]),
    ("Ali Demir had been nominated to replace Jan Novak as Peru's head of state.", [("Ali Demir", "head of state", "Peru", "designate"), ("Jan Novak", "head of state", "Peru", "current")]),
    ("Barbados met Chad. Barbados said Prince Ali was there.", [("Ali", "Prince", None, "current")]),
    ("Chad's Information and Civic Education Minister Ali Demir left.", [("Ali Demir", "Information and Civic Education Minister", "Chad", "current")]),
    ("U.S. Special Presidential Envoy for Compact Negotiations Jan Novak left.", [("Jan Novak", "Special Presidential Envoy for Compact Negotiations", "United States", "current")]),
    ("New Zealand voiced concerns over Cook Islands Prime Minister Mark Brown's dealings with Beijing.", [("Mark Brown", "Prime Minister", "Cook Islands", "current")]),
    ("The government of Guyana protested. Recently His Excellency President Ali Demir condemned it.", [("Ali Demir", "President", "Guyana", "current")]),
    ("Evo Quispe took over as Peru's first Indian president.", [("Evo Quispe", "president", "Peru", "current")]),
    ("Peru's minister met Jean Dupont, the first French president to visit Lima.", [("Jean Dupont", "president", "France", "current")]),
    ("Ann Smith, former international development secretary, condemned it.", [("Ann Smith", "international development secretary", "United Kingdom", "former")]),
    ("The party's health secretary, Ann Smith, condemned it.", []),
    ("Cuba and Angola signed it, said Ali Demir, assistant secretary of state for African affairs. Angola left. Angola agreed.", [("Ali Demir", "assistant secretary of state for African affairs", "United States", "current")]),
    ("He said that after October 1, when Ana Quispe takes office as president of Peru, she will have power.", [("Ana Quispe", "president", "Peru", "designate")]),
    ("President Ali Demir of Peru was removed. Hours later, his vice-president, Jan Novak, was sworn in.", [("Ali Demir", "President", "Peru", "former"), ("Jan Novak", "vice-president", "Peru", "current")]),
    ("The Azerbaijani Foreign Ministry summoned Turkmenistan's ambassador, where Deputy Foreign Minister Ali Demir protested.", [("Ali Demir", "Deputy Foreign Minister", "Azerbaijan", "current")]),
    (
        "Russia's military prosecutor in Chechnya, Igor Shevchenko, said more than 400 soldiers have died.",
        [("Igor Shevchenko", "military prosecutor", "Russia", "current")],
    ),
    ("Catalan President Carles Puigdemont left.", [("Carles Puigdemont", "President", "Catalonia", "current")]),
    (
        "Gunmen killed governor of the Tyumen region, Oleg Petrov, on Monday.",
        [("Oleg Petrov", "governor of the Tyumen region", "Russia", "former")],
    ),
    # places with governments of their own, a speaker behind a counterpart, a spokesman in passing
    ("Cook Islands Prime Minister Mark Brown met Chad.", [("Mark Brown", "Prime Minister", "Cook Islands", "current")]),
    (
        "Mali has denied the Chadian charges, with foreign ministry spokesman Jan Novak saying they were false.",
        [("Jan Novak", "foreign ministry spokesman", "Mali", "current")],
    ),
    (
        "Ties suffered during talks with his Chinese counterpart, former prime minister Jan Novak of Chad said.",
        [("Jan Novak", "prime minister", "Chad", "former")],
    ),
    # aides of persons and of bodies, envoys to "the country"
    (
        "Jan Novak, a spokesman for UN chief Antonio Guterres, said Chad was wrong.",
        [("Jan Novak", "spokesman", "United Nations", "current"), ("Antonio Guterres", "chief", "United Nations", "current")],
    ),
    ("A spokesman for UN chief Jan Novak said Chad was wrong.", [("Jan Novak", "chief", "United Nations", "current")]),
    (
        "Jan Novak, an adviser to President Ali Demir of Mali, said Chad was wrong.",
        [("Jan Novak", "adviser", "Mali", "current"), ("Ali Demir", "President", "Mali", "current")],
    ),
    (
        "Chadian President Ali Demir's spokesman Jan Novak said Mali was wrong.",
        [("Ali Demir", "President", "Chad", "current"), ("Jan Novak", "spokesman", "Chad", "current")],
    ),
    (
        "The Russian ambassador to the country, Jan Novak, met Chad.",
        [("Jan Novak", "ambassador to the country", "Russia", "current")],
    ),
    (
        "Russia summoned Canadian ambassador in Moscow Alison LeClaire on Monday.",
        [("Alison LeClaire", "ambassador in Moscow", "Canada", "current")],
    ),
    ("South Ossetian president Ali Demir met Chad.", [("Ali Demir", "president", "South Ossetia", "current")]),
    (
        "Serbia ordered Montenegro's ambassador in Belgrade Jan Novak to leave.",
        [("Jan Novak", "ambassador in Belgrade", "Montenegro", "current")],
    ),
    ("The vice president of Chad, Supreme Court, and parliament have called for talks.", []),
    # bodies whose name ends before the post, bodies that are nobody, months that are nobody
    ("ASEAN Commission President Jan Novak met Chad.", [("Jan Novak", "President", "ASEAN Commission", "current")]),
    ("North Korea's official Korean Central News Agency said that Chad's envoy would be expelled.", []),
    ("Chad said that the minister, being sworn in as president Aug. 7, is ready.", []),
    (
        "Somaliland President Ali Demir met the president of Abkhazia, Jan Novak.",
        [("Ali Demir", "President", "Somaliland", "current"), ("Jan Novak", "president", "Abkhazia", "current")],
    ),
    (
        "Lao Party General Secretary and President Jan Novak met the General Secretary of the African Union, Karl Roux.",
        [
            ("Jan Novak", "General Secretary", "Lao Party", "current"),
            ("Jan Novak", "President", "Laos", "current"),
            ("Karl Roux", "General Secretary", "African Union", "current"),
        ],
    ),
    # honorifics, short forms that end no sentence, proposals
    (
        "Chad will join the mission, Prime Minister the Most Hon. Dr. Ali Demir told reporters.",
        [("Ali Demir", "Prime Minister", "Chad", "current")],
    ),
    (
        "Lt. Col. Ali Demir, spokesman of Chad's army, spoke.",
        [("Ali Demir", "spokesman of army", "Chad", "current")],
    ),
    (
        "King Idris of Jordan recommended that Karl Roux be appointed minister of defence.",
        [("Karl Roux", "minister of defence", "Jordan", "designate"), ("Idris", "King", "Jordan", "current")],
    ),
    (
        "Greenland's Prime Minister Ali Demir met Hong Kong's Secretary for Security Jan Novak.",
        [
            ("Ali Demir", "Prime Minister", "Greenland", "current"),
            ("Jan Novak", "Secretary for Security", "Hong Kong", "current"),
        ],
    ),
    (
        "Spokeswoman of Ghana's Ministry of Foreign Affairs Ama Mensah said that the talks had failed.",
        [("Ama Mensah", "Spokeswoman", "Ministry of Foreign Affairs", "current")],
    ),
    (
        "South Ossetia asked Russia to help, the republic's prime minister, Ali Demir, said. The Abkhaz president spoke.",
        [("Ali Demir", "prime minister", "South Ossetia", "current")],
    ),
    (
        "Russia and Georgia fought in South Ossetia, the breakaway republic's president, Ali Demir, said.",
        [("Ali Demir", "president", None, "current")],
    ),
    # who accompanies a chief, who speaks for troops, who is posted where, who succeeds whom
    (
        "Malaysian Prime Minister Ali Demir is due in Brunei and will be accompanied by Foreign Minister Jan Novak.",
        [
            ("Ali Demir", "Prime Minister", "Malaysia", "current"),
            ("Jan Novak", "Foreign Minister", "Malaysia", "current"),
        ],
    ),
    (
        "Rwandan forces have killed at least 14 rebels in Chad, army spokesman Colonel Ali Demir has said on Monday.",
        [("Ali Demir", "army spokesman", "Rwanda", "current")],
    ),
    (
        "The commander of Rwandan troops in Chad, Innocent Kabandana, spoke.",
        [("Innocent Kabandana", "commander of troops", "Rwanda", "current")],
    ),
    (
        "President Ali Demir of Chad said Jan Novak dismissed Justice Minister Rafik Kacem and replaced him with Ahmed Friaa.",
        [
            ("Ali Demir", "President", "Chad", "current"),
            ("Rafik Kacem", "Justice Minister", "Chad", "former"),
            ("Ahmed Friaa", "Justice Minister", "Chad", "current"),
        ],
    ),
    (
        "Armenia said Hungary was wrong. \"Azerbaijan and Hungary failed,\" President Ali Demir said.",
        [("Ali Demir", "President", "Armenia", "current")],
    ),
    (
        "Chadian Prime Minister Ali Demir arrived, becoming the first Chadian leader to visit Mali since 2018.",
        [("Ali Demir", "Prime Minister", "Chad", "current")],
    ),
    # two who meet in one post are of two states; where a story comes from
    (
        "India and Fiji signed a pact. Minister of Defence and Security of Fiji, Inoke Kubu, met Minister of Defence Arun Jai.",
        [
            ("Arun Jai", "Minister of Defence", "India", "current"),
            ("Inoke Kubu", "Minister of Defence and Security", "Fiji", "current"),
        ],
    ),
    (
        "RAWALPINDI: A Chinese delegation met Chief of Army Staff General Ali Demir on Monday. Pakistan thanked China.",
        [("Ali Demir", "Chief of Army Staff", "Pakistan", "current")],
    ),
    # who retires others stays; whose post was another one before; who has moved on to another body
    (
        "President Ali Demir of Rwanda has retired General Jan Novak.",
        [("Ali Demir", "President", "Rwanda", "current")],
    ),
    (
        "Ali Demir, previously minister of mines, spoke in Niger.",
        [("Ali Demir", "minister of mines", "Niger", "former")],
    ),
    (
        "Ali Demir became foreign minister of Rwanda, replacing Ana Reyes, who was named head of the African Union.",
        [
            ("Ali Demir", "foreign minister", "Rwanda", "current"),
            ("Ana Reyes", "foreign minister", "Rwanda", "former"),
            ("Ana Reyes", "head", "African Union", "current"),
        ],
    ),
    # the minister of whom a leader speaks; a group of two states; an envoy of nobody told
    (
        "Greek Prime Minister Ali Demir met Ana Reyes of Serbia. He said that Foreign Minister Jan Novak will talk.",
        [
            ("Ali Demir", "Prime Minister", "Greece", "current"),
            ("Jan Novak", "Foreign Minister", "Greece", "current"),
        ],
    ),
    (
        "Japan welcomed Ali Demir, Chair of the Japan-Mongolia Friendship Group.",
        [("Ali Demir", "Chair", "Japan-Mongolia Friendship Group", "current")],
    ),
    (
        "The Ambassador Extraordinary and Plenipotentiary of Japan to Mongolia Ali Demir was there.",
        [("Ali Demir", "Ambassador Extraordinary and Plenipotentiary", "Japan", "current")],
    ),
    # a surname that is a place; whose party it is
    (
        "Patricia Scotland, the Commonwealth Secretary General, met Ali Demir, leader of the opposition United Party for Zambia.",
        [
            ("Ali Demir", "leader", "United Party for Zambia", "current"),
            ("Patricia Scotland", "Secretary General", "Commonwealth", "current"),
        ],
    ),
    (
        "Ana Reyes, leader of the opposition Social Democratic Party of Peru, urged Ali Demir to resign.",
        [("Ana Reyes", "leader", "Social Democratic Party of Peru", "current")],
    ),
    # what stands between a post and whose it is
    (
        "In Brussels, High Representative of the European Union for Foreign Affairs and Security Policy Ana Reyes met Jan "
        "Novak, vice president for values and transparency at the executive European Commission.",
        [
            ("Ana Reyes", "High Representative", "European Union", "current"),
            ("Jan Novak", "vice president for values and transparency", "European Commission", "current"),
        ],
    ),
    (
        "Eritrea's president met a delegation from the United Arab Emirates (UAE) headed by Foreign Minister Ali Demir.",
        [
            ("Ali Demir", "Foreign Minister", "United Arab Emirates", "current"),
            ("Ali Demir", "head of the delegation", "United Arab Emirates", "current"),
        ],
    ),
    # posts and names in turn
    (
        "Peru was represented by Minister of Trade, Dr Ana Reyes-Vidal, Minister of Defence, Mr Ali Demir and Minister of "
        "Finance, Mr Jan Novak.",
        [
            ("Ana Reyes-Vidal", "Minister of Trade", "Peru", "current"),
            ("Ali Demir", "Minister of Defence", "Peru", "current"),
            ("Jan Novak", "Minister of Finance", "Peru", "current"),
        ],
    ),
    (
        "Peru sent Ana Reyes, minister of trade, Ali Demir, minister of defence, and Jan Novak, minister of finance.",
        [
            ("Ana Reyes", "minister of trade", "Peru", "current"),
            ("Ali Demir", "minister of defence", "Peru", "current"),
            ("Jan Novak", "minister of finance", "Peru", "current"),
        ],
    ),
    (
        "Peru announced a meeting between the President and Prime Minister Ali Demir.",
        [("Ali Demir", "Prime Minister", "Peru", "current")],
    ),
    (
        "President Lt Gen. Dr Ali Demir of Peru became the first head of government to visit Chad.",
        [("Ali Demir", "President", "Peru", "current")],
    ),
    (
        "Nicolas Rojas of Chile met King Idris of Jordan. Coming from Peru, President Nicolas Rojas of Chile arrived "
        "accompanied by the Minister for Trade, Ana Reyes; Minister for Mining, Ali Demir; and the Minister for Health, "
        "Jan Novak.",
        [
            ("Idris", "King", "Jordan", "current"),
            ("Nicolas Rojas", "President", "Chile", "current"),
            ("Ana Reyes", "Minister for Trade", "Chile", "current"),
            ("Ali Demir", "Minister for Mining", "Chile", "current"),
            ("Jan Novak", "Minister for Health", "Chile", "current"),
        ],
    ),
    (
        "Peru spoke. Chinese Foreign Minister Wang Yi will visit Peru, Foreign Ministry spokesman Li Wen said.",
        [("Wang Yi", "Foreign Minister", "China", "current"), ("Li Wen", "Foreign Ministry spokesman", "China", "current")],
    ),
    (
        "President Karimu Dese Bako of Chad spoke. President Dese Bako Karimu is ill.",
        [("Karimu Dese Bako", "President", "Chad", "current")],
    ),
    (
        "Malta's Prime Minister Joseph Muscat spoke. Dr Muscat, the leader of the Labour Party, left.",
        [("Joseph Muscat", "Prime Minister", "Malta", "current"), ("Joseph Muscat", "leader", "Labour Party", "current")],
    ),
    (
        "After talks with Chile's foreign minister, Ali Demir met Peru's prime minister, Jan Novak.",
        [("Jan Novak", "prime minister", "Peru", "current")],
    ),
    (
        "Free Patriotic Movement leader and Lebanese Foreign Minister Ali Demir spoke.",
        [("Ali Demir", "leader", "Free Patriotic Movement", "current"), ("Ali Demir", "Foreign Minister", "Lebanon", "current")],
    ),
    (
        "Chad re-opened its border. Mongolian President Ts. Elbegdorj met Emperor Naruhito in Japan.",
        [("Ts. Elbegdorj", "President", "Mongolia", "current"), ("Naruhito", "Emperor", "Japan", "current")],
    ),
    (
        "The pact was signed by Ali Demir, Minister of Trade of Chad, and Jan Novak, Minister of Foreign Affairs, Labour, and "
        "Tourism of Peru.",
        [
            ("Ali Demir", "Minister of Trade", "Chad", "current"),
            ("Jan Novak", "Minister of Foreign Affairs, Labour, and Tourism", "Peru", "current"),
        ],
    ),
    (
        "The minister of finance of Chad, and trade unions, met the Minister of Justice of Peru, His Excellency Ali Demir.",
        [("Ali Demir", "Minister of Justice", "Peru", "current")],
    ),
    (
        "Ali Demir has been designated to replace Jan Novak as Prime Minister of Peru.",
        [("Ali Demir", "Prime Minister", "Peru", "designate"), ("Jan Novak", "Prime Minister", "Peru", "current")],
    ),
    (
        "Envoys of the Republic of Congo and Libya came, the republic's Foreign Minister Ali Demir said.",
        [("Ali Demir", "Foreign Minister", "Republic of the Congo", "current")],
    ),
    (
        "Vietnamese President Trang Lam arrived in Cambodia. Trang came from Laos. He was invited by King Ang Doung, who "
        "received him on Monday, and is to meet Prime Minister Sok Seng, the country's leader.",
        [
            ("Trang Lam", "President", "Vietnam", "current"),
            ("Ang Doung", "King", "Cambodia", "current"),
            ("Sok Seng", "Prime Minister", "Cambodia", "current"),
            ("Sok Seng", "leader", "Cambodia", "current"),
        ],
    ),
    (
        "Peruvian Special Assistant to the President and Presidential Spokesperson Ali Demir spoke.",
        [("Ali Demir", "Presidential Spokesperson", "Peru", "current")],
    ),
    ("In a related development President Ali Demir of Peru spoke.", [("Ali Demir", "President", "Peru", "current")]),
    (
        "Zambian President Ali Demir also designated Jan Novak to act as central bank governor.",
        [("Ali Demir", "President", "Zambia", "current"), ("Jan Novak", "central bank governor", "Zambia", "current")],
    ),
    (
        "Peru's prime minister, Ali Demir, will be accompanied by Foreign Minister Ana Soto on his trip to Chile.",
        [("Ali Demir", "prime minister", "Peru", "current"), ("Ana Soto", "Foreign Minister", "Peru", "current")],
    ),
    (
        "In Peru Ali Demir and Jan Novak were named Minister of Finance and Minister of Defence, respectively.",
        [("Ali Demir", "Minister of Finance", "Peru", "current"), ("Jan Novak", "Minister of Defence", "Peru", "current")],
    ),
    ("Peru arrested Ali Demir, the former secret police chief.", [("Ali Demir", "police chief", "Peru", "former")]),
    (
        "U.N. Secretary-General's special representative Ana Reyes was in Cyprus.",
        [("Ana Reyes", "special representative", "United Nations", "current")],
    ),
    (
        "Malawi's new foreign minister Ali Demir has replaced Jan Novak, who is now Minister of Agriculture.",
        [("Ali Demir", "foreign minister", "Malawi", "current"), ("Jan Novak", "Minister of Agriculture", "Malawi", "current")],
    ),
    (
        "Russian and Uzbek presidents Ivan Petrov and Rustam Aliyev met in Moscow.",
        [("Ivan Petrov", "president", "Russia", "current"), ("Rustam Aliyev", "president", "Uzbekistan", "current")],
    ),
    (
        "Kazakh Deputy Prime Minister – Minister of Foreign Affairs Murat Aliev spoke.",
        [("Murat Aliev", "Deputy Prime Minister", "Kazakhstan", "current"), ("Murat Aliev", "Minister of Foreign Affairs", "Kazakhstan", "current")],
    ),
    (
        "There was a visit by Japanese Prime Minister Kenji Arai, a Treasury spokesman said.",
        [("Kenji Arai", "Prime Minister", "Japan", "current")],
    ),
    (
        "The United States protested. Talks opened between Secretary of State Tom Marsh and Foreign Minister Kenji Arai of Japan, Finance Minister Taro Ito said.",
        [("Tom Marsh", "Secretary of State", "United States", "current"), ("Kenji Arai", "Foreign Minister", "Japan", "current"), ("Taro Ito", "Finance Minister", "Japan", "current")],
    ),
    ("Japanese vice minister Taro Ito spoke in Tokyo.", [("Taro Ito", "vice minister", "Japan", "current")]),
    (
        "He spoke to Turkish Ambassador to Athens Nazmi Aksoy, who arrived.",
        [("Nazmi Aksoy", "Ambassador to Athens", "Turkey", "current")],
    ),
    (
        "A Saudi government envoy, Minister of State for African Affairs Ahmed Qatan, was in Khartoum.",
        [("Ahmed Qatan", "Minister of State for African Affairs", "Saudi Arabia", "current"), ("Ahmed Qatan", "government envoy", "Saudi Arabia", "current")],
    ),
    ("Israeli U.N. Ambassador Daniel Peretz spoke.", [("Daniel Peretz", "U.N. Ambassador", "Israel", "current")]),
    ("U.S. Treasury Secretary James Marsh spoke.", [("James Marsh", "Treasury Secretary", "United States", "current")]),
    (
        "Greek President Nikos Pappas spoke in Tokyo. President Pappas's National Security Adviser Yannis Kostas agreed with Japan.",
        [("Nikos Pappas", "President", "Greece", "current"), ("Yannis Kostas", "National Security Adviser", "Greece", "current")],
    ),
    (
        "The EU Special Envoy for the Cyprus process, Anna Lind, met reporters.",
        [("Anna Lind", "Special Envoy for the Cyprus process", "European Union", "current")],
    ),
    (
        "Ali Demir was appointed defence minister of Turkey. He replaces Mehmet Yilmaz, who resigned.",
        [("Ali Demir", "defence minister", "Turkey", "current"), ("Mehmet Yilmaz", "defence minister", "Turkey", "former")],
    ),
    (
        "Japan's Defence Minister Ken Hayashi was succeeded by Taro Ito.",
        [("Ken Hayashi", "Defence Minister", "Japan", "former"), ("Taro Ito", "Defence Minister", "Japan", "current")],
    ),
    (
        "Ghana's President Kofi Ansah appointed Ingrid Holm as foreign minister, replacing Carlo Neri, who becomes ambassador to Vienna.",
        [("Kofi Ansah", "President", "Ghana", "current"), ("Ingrid Holm", "foreign minister", "Ghana", "current"), ("Carlo Neri", "foreign minister", "Ghana", "former"), ("Carlo Neri", "ambassador to Vienna", "Ghana", "current")],
    ),
    ("Ana Rojas became Chile's foreign minister in 2010.", [("Ana Rojas", "foreign minister", "Chile", "current")]),
    ("Ana Rojas resigned as foreign minister of Chile.", [("Ana Rojas", "foreign minister", "Chile", "former")]),
    ("Pacific Bank became Chile's lender.", []),
    ("Ana Rojas, then Chile's president, spoke.", [("Ana Rojas", "president", "Chile", "former")]),
    ("Then Chile's president, Ana Rojas, spoke.", [("Ana Rojas", "president", "Chile", "current")]),
    ("Ana Rojas, Chile's foreign minister between 2001 and 2004, spoke.", [("Ana Rojas", "foreign minister", "Chile", "former")]),
    ("Lima Mayor Ana Rojas spoke.", [("Ana Rojas", "Lima Mayor", "Peru", "current")]),
    (
        "Presidents Pablo Rojas of Chile, Jorge Silva of Brazil and Ana Vidal of Peru met in Lima.",
        [
            ("Pablo Rojas", "President", "Chile", "current"),
            ("Jorge Silva", "President", "Brazil", "current"),
            ("Ana Vidal", "President", "Peru", "current"),
        ],
    ),
    (
        "Saudi Arabia hosted the United States and Russia. The kingdom's foreign minister, Ali Demir, spoke.",
        [("Ali Demir", "foreign minister", "Saudi Arabia", "current")],
    ),
    ("Texas Gov. Ana Rojas spoke.", [("Ana Rojas", "Texas Gov.", "United States", "current")]),
    ("Ana Rojas, the governor of the Belgorod region, spoke.", [("Ana Rojas", "governor of the Belgorod region", "Russia", "current")]),
    ("The head of the Bolivian Navy, Vice-Adm Juan Salvador, spoke.", [("Juan Salvador", "head of the Navy", "Bolivia", "current")]),
    ("The arrest of Ali Demir, Prime Minister Ana Reyes, and Jan Novak in Chad went on.", [("Ana Reyes", "Prime Minister", "Chad", "current")]),
    ("Drones of Ukraine hit Russia, regional Gov. Ana Rojas said.", [("Ana Rojas", "regional Gov.", None, "current")]),
    ("Australia voted. Victoria's Industrial Relations Minister, Monica Lind, spoke.", [("Monica Lind", "Industrial Relations Minister", "Australia", "current")]),
    ("She was taken to Adelaide's Queen Elizabeth Hospital.", []),
    (
        "Nigeria voted. Prominent on the list is former Rivers State Governor, Nyesom Akpan.",
        [("Nyesom Akpan", "Rivers State Governor", "Nigeria", "former")],
    ),
    (
        "Prime Minister Kofi Ansah of Ghana replaced Finance Minister Efua Asante with Ingrid Holm.",
        [("Kofi Ansah", "Prime Minister", "Ghana", "current"), ("Efua Asante", "Finance Minister", "Ghana", "former"), ("Ingrid Holm", "Finance Minister", "Ghana", "current")],
    ),
    (
        "Japan's Taro Ito is in the new cabinet, government spokesman Ken Hayashi told reporters.",
        [("Ken Hayashi", "government spokesman", "Japan", "current")],
    ),
    (
        "Chinese President Wang Tao will visit Senegal, announced Lu Hong, spokesperson of the Ministry of Foreign Affairs.",
        [("Wang Tao", "President", "China", "current"), ("Lu Hong", "spokesperson of the Ministry of Foreign Affairs", "China", "current")],
    ),
    ("Russian Deputy Foreign Minister Sergei Orlov met reporters.", [("Sergei Orlov", "Deputy Foreign Minister", "Russia", "current")]),
    ("US Deputy Secretary of Energy Jeffrey Marsh visited Baku.", [("Jeffrey Marsh", "Deputy Secretary of Energy", "United States", "current")]),
    ("Zakir Aliyev, Azerbaijan's Minister of Defense, spoke in Baku.", [("Zakir Aliyev", "Minister of Defense", "Azerbaijan", "current")]),
    ("Chile's foreign minister, Pablo Soto, resigned from the board.", [("Pablo Soto", "foreign minister", "Chile", "current")]),
    ("Former Ghanaian president Kofi Ansah-Boateng welcomed the deal.", [("Kofi Ansah-Boateng", "president", "Ghana", "former")]),
    ("Ghana's acting president, Efua Asante, spoke.", [("Efua Asante", "president", "Ghana", "acting")]),
    ("President-elect Efua Asante of Ghana spoke.", [("Efua Asante", "President", "Ghana", "designate")]),
    ("Ingrid Holm, a spokeswoman for the International Monetary Fund, agreed.", [("Ingrid Holm", "spokeswoman", "International Monetary Fund", "current")]),
    (
        "Italian Defence Minister and Deputy Prime Minister Carlo Neri spoke.",
        [("Carlo Neri", "Defence Minister", "Italy", "current"), ("Carlo Neri", "Deputy Prime Minister", "Italy", "current")],
    ),
    ("Kenji Arai, who commands the Japanese squadron, spoke.", [("Kenji Arai", "commander of the squadron", "Japan", "current")]),
    (
        "Jorge Wakas of Peru spoke. He served as Peru's ambassador to Japan from 2009 to 2014.",
        [("Jorge Wakas", "ambassador to Japan", "Peru", "former")],
    ),
    (
        "Turkish Foreign Minister Ali Demir met his Greek counterpart, Nikos Pappas, in Athens.",
        [("Ali Demir", "Foreign Minister", "Turkey", "current"), ("Nikos Pappas", "Foreign Minister", "Greece", "current")],
    ),
    (
        "Peruvian Prime Minister Rodrigo Salas resigned on Monday.",
        [("Rodrigo Salas", "Prime Minister", "Peru", "former")],
    ),
    (
        "French President Nicolas Marchand was convicted. His predecessor, Jacques Cheron, was found guilty in 2011.",
        [("Nicolas Marchand", "President", "France", "current"), ("Jacques Cheron", "President", "France", "former")],
    ),
    (
        "Russian and Chinese foreign ministers, Ivan Orlov and Wang Lei, met.",
        [("Ivan Orlov", "foreign minister", "Russia", "current"), ("Wang Lei", "foreign minister", "China", "current")],
    ),
    ("President Ali Demir of Turkey spoke.", [("Ali Demir", "President", "Turkey", "current")]),
    ("China's Foreign Ministry spokesman Lu Wen said no.", [("Lu Wen", "Foreign Ministry spokesman", "China", "current")]),
    (
        "Foreign Ministers of Armenia and Serbia Ara Petrosyan and Ivan Mrkic will meet in New York.",
        [("Ara Petrosyan", "Foreign Minister", "Armenia", "current"), ("Ivan Mrkic", "Foreign Minister", "Serbia", "current")],
    ),
    (
        "Kenya's Chief of the Defence Forces (CDF), General Charles Otieno, spoke.",
        [("Charles Otieno", "Chief of the Defence Forces", "Kenya", "current")],
    ),
    (
        "Reporters saw Chief of the Kenya Defence Forces, General Charles Otieno.",
        [("Charles Otieno", "Chief of the Kenya Defence Forces", "Kenya", "current")],
    ),
    (
        "Somalia's Minister of Foreign Affairs, H.E. Amb. Hassan Isse Warsame, spoke.",
        [("Hassan Isse Warsame", "Minister of Foreign Affairs", "Somalia", "current")],
    ),
    ("Defence Minister Amb. Yusuf Omar of Somalia spoke.", [("Yusuf Omar", "Defence Minister", "Somalia", "current")]),
    ("Director of Public Prosecutions, Kenneth Mack QC, disagreed.", [("Kenneth Mack", "Director of Public Prosecutions", None, "current")]),
    ("Pablo Marchetti-Soto was sworn in as president of Chile.", [("Pablo Marchetti-Soto", "president", "Chile", "current")]),
    ("Jean-Luc Ansermet took office as president of the European Commission.", [("Jean-Luc Ansermet", "president", "European Commission", "current")]),
    ("Petra Nowak will be sworn in as prime minister of Poland.", [("Petra Nowak", "prime minister", "Poland", "designate")]),
    ("Vietnam's Standing Deputy Foreign Minister Tran Minh spoke.", [("Tran Minh", "Standing Deputy Foreign Minister", "Vietnam", "current")]),
    ("U.S. Under Secretary of State Robert Klein spoke.", [("Robert Klein", "Under Secretary of State", "United States", "current")]),
    ("President Ferdinand Marcos Jr. met China's ambassador.", [("Ferdinand Marcos Jr.", "President", "Philippines", "current")]),
    ("Sudan's Minister of Minerals, Omar Bashir, spoke.", [("Omar Bashir", "Minister of Minerals", "Sudan", "current")]),
    ("British Prime Minister Anna May spoke.", [("Anna May", "Prime Minister", "United Kingdom", "current")]),
    ("Under President Robert Klein of Ghana taxes fell.", [("Robert Klein", "President", "Ghana", "current")]),
    (
        "Chilean President Rosa Diaz appointed Marco Silva defence minister on Tuesday, a day after his predecessor, Elena Rojas, resigned.",
        [
            ("Rosa Diaz", "President", "Chile", "current"),
            ("Marco Silva", "defence minister", "Chile", "current"),
            ("Elena Rojas", "defence minister", "Chile", "former"),
        ],
    ),
    ("Kenya denied it. Government spokesman Ali Demir spoke.", [("Ali Demir", "Government spokesman", "Kenya", "current")]),
    ("The UN spokesperson in New York, Ali Demir, spoke.", [("Ali Demir", "spokesperson", "United Nations", "current")]),
    ("King Idris of Jordan swore in Betsy Quispe as prime minister.", [("Idris", "King", "Jordan", "current"), ("Betsy Quispe", "prime minister", "Jordan", "current")]),
    ("Peruvian President Ana Quispe will replace the prime minister, she said.", [("Ana Quispe", "President", "Peru", "current")]),
    ("Peru's president has replaced finance minister Jan Novak in a reshuffle, his office said.", [("Jan Novak", "finance minister", "Peru", "former")]),
    ("Jan Novak, Vice Minister of Mines and Hydrocarbons of Chad, spoke.", [("Jan Novak", "Vice Minister of Mines and Hydrocarbons", "Chad", "current")]),
    ("Mali left. Mali agreed. Foreign Minister Jan Novak said Chad had decided that Mali be asked.", [("Jan Novak", "Foreign Minister", "Chad", "current")]),
    # who meets the minister of another state is not that one
    ("Peru left. Foreign Minister Jan Novak met the foreign minister of Chad. Peru agreed.", [("Jan Novak", "Foreign Minister", "Peru", "current")]),
    # whom a quotation names is no owner of the speaker's post
    (
        'Chad recalled its envoy to Mali.\n\n"Malians showed a violation in Peru," Foreign Minister Jan Novak said.\n\nNovak met with Mali\'s Ambassador to Chad, Ali Demir.',
        [("Jan Novak", "Foreign Minister", "Chad", "current"), ("Ali Demir", "Ambassador to Chad", "Mali", "current")],
    ),
    # who serves the president, whose post it is, and who put another in the place of the second
    ("Aide to the Turkish president Ali Demir spoke.", []),
    ("Ms Ana Reyes was loyal. President Ali Demir of Peru replaced Jan Novak with her as army commander.", [("Ali Demir", "President", "Peru", "current"), ("Ana Reyes", "army commander", "Peru", "current"), ("Jan Novak", "army commander", "Peru", "former")]),
    # with the mother's name, of whom the state is not told
    ("Chad attacked. Absent was former president Oscar Arias Sanchez.", [("Oscar Arias Sanchez", "president", "Costa Rica", "former")]),
    ("Finance Minister Jan Novak of Peru could have been replaced.", [("Jan Novak", "Finance Minister", "Peru", "current")]),
    ("Finance Minister Jan Novak is to be replaced by Peru's president.", [("Jan Novak", "Finance Minister", "Peru", "current")]),
    ("Peru's president replaced finance minister Jan Novak at the talks.", [("Jan Novak", "finance minister", "Peru", "current")]),
    ("Sudanese PM Ali Demir spoke at 5 PM.", [("Ali Demir", "PM", "Sudan", "current")]),
    ("Indian National Security Adviser (NSA) Ajit Doval spoke.", [("Ajit Doval", "National Security Adviser", "India", "current")]),
    ("Revolutionary United Front rebels led by Foday Sankoh fled.", [("Foday Sankoh", "leader", "Revolutionary United Front rebels", "current")]),
    ("He flew to Lima to meet President Ana Quispe and speak to foreign minister Ali Demir. Chad said so. Niger came. Chad left.", [("Ana Quispe", "President", "Peru", "current"), ("Ali Demir", "foreign minister", "Peru", "current")]),
    ('Turkey asked Russia to wait. "We wait for our Russian friends," Foreign Minister Ali Demir said.', [("Ali Demir", "Foreign Minister", "Turkey", "current")]),
    ("The UN condemned North Korea. The North said that its leader Kim Jong-un was pleased.", [("Kim Jong-un", "leader", "North Korea", "current")]),
    ("Ali Demir was known for his selection of Howard Baker to replace Ana Quispe as president of Peru.", [("Howard Baker", "president", "Peru", "current"), ("Ana Quispe", "president", "Peru", "former")]),
    ("Robert Klein, who replaced Peruvian Prime Minister Anna Weiss at the head of the party, spoke.", [("Anna Weiss", "Prime Minister", "Peru", "current")]),
    ("In meetings with both the foreign and trade ministers of Peru Robert Klein spoke.", []),
    ("Peru's finance minister will travel to Fiji to meet Prime Minister Ali Demir.", [("Ali Demir", "Prime Minister", "Fiji", "current")]),
    ("Peruvian President Ana Quispe met opposition leader Ali Demir, whom she had sacked as vice president.", [("Ana Quispe", "President", "Peru", "current"), ("Ali Demir", "opposition leader", "Peru", "current")]),
    ("Peru met Chad. The governor of California, Ali Demir, left.", [("Ali Demir", "governor of California", "United States", "current")]),
    ("Georgia spoke. Abkhaz President Raul Demir visited Moscow.", [("Raul Demir", "President", "Abkhazia", "current")]),
    ("President Musa wa Demir of Malawi met Sabah al-Ahmad al-Jaber al-Omari, the Emir of Kuwait.", [("Musa wa Demir", "President", "Malawi", "current"), ("Sabah al-Ahmad al-Jaber al-Omari", "Emir", "Kuwait", "current")]),
    ("Ali Demir, chief of police operations in Peru, spoke.", [("Ali Demir", "chief of police operations", "Peru", "current")]),
    ("The law is to force President Ali Demir of Peru to resign.", [("Ali Demir", "President", "Peru", "current")]),
    ("However, according to an army official, President Ali Demir of Chad left.", [("Ali Demir", "President", "Chad", "current")]),
    ("The plan was made by the president of Chad, Ali Demir told reporters.", []),
    ("The foreign ministers of Chad, Ali Demir, and Mali, Jan Novak, met in Rome.", [("Ali Demir", "foreign minister", "Chad", "current"), ("Jan Novak", "foreign minister", "Mali", "current")]),
    ("Chad spoke. The pact was signed by Foreign Minister Ana Reyes, on behalf of Peru.", [("Ana Reyes", "Foreign Minister", "Peru", "current")]),
    ("Prime Minister of Chad Mia Mottley, Prime Minister of Mali and CARICOM Chairman, Ali Demir, came.", [("Mia Mottley", "Prime Minister", "Chad", "current"), ("Ali Demir", "Chairman", "CARICOM", "current")]),
    ("Peru spoke. Sulpetro president Ali Demir spoke.", [("Ali Demir", "president", None, "current")]),
    ("Peru spoke. Ali Demir, vice president of Cargill, spoke.", [("Ali Demir", "vice president", None, "current")]),
    ("Peru spoke. Senior Vice President Ali Demir spoke.", [("Ali Demir", "Vice President", None, "current")]),
    ("Peru spoke. Vice President Ali Demir spoke.", [("Ali Demir", "Vice President", "Peru", "current")]),
    ("The Netherlands spoke. President Ali Demir spoke.", [("Ali Demir", "President", None, "current")]),
    ("Fiji spoke. Fiji left. Foreign Minister Ali Demir said New Zealand would consider its response.", [("Ali Demir", "Foreign Minister", "New Zealand", "current")]),
    ("Fiji spoke. Fiji left. Foreign Minister Ali Demir said New Zealand must wait.", [("Ali Demir", "Foreign Minister", "Fiji", "current")]),
    ("The pact was signed by U.S. President Jimmy Carter.", [("Jimmy Carter", "President", "United States", "former")]),
    ("The pact was signed by U.S. President Barack Obama.", [("Barack Obama", "President", "United States", "current")]),
    ("Manila denied it. Ali Demir, Chairman of the Presidential Commission on Good Government, spoke.", [("Ali Demir", "Chairman", "Presidential Commission on Good Government", "current")]),
    ("The United States struck Yemen, Defense Secretary Ali Demir said.", [("Ali Demir", "Defense Secretary", "United States", "current")]),
    ("Manila denied it. Foreign Affairs Secretary Ali Demir said the Philippines would wait.", [("Ali Demir", "Foreign Affairs Secretary", "Philippines", "current")]),
    ("SARAJEVO - Serb forces left. In London, Defence Secretary Ali Demir said Britain would wait.", [("Ali Demir", "Defence Secretary", "United Kingdom", "current")]),
    ("Peru's club has a defence secretary. Secretary Ali Demir spoke.", []),
    ("Minister of Foreign Affairs Ali Demir of Peru spoke.", [("Ali Demir", "Minister of Foreign Affairs", "Peru", "current")]),
    ("Soldiers in Peru ousted President Ali Demir.", [("Ali Demir", "President", "Peru", "former")]),
    (
        "A pact that China signed will hurt, Foreign Minister Ken Hayashi said. The Japanese minister left.",
        [("Ken Hayashi", "Foreign Minister", "Japan", "current")],
    ),
    (
        "Envoys met the head of the Houthi Supreme Political Council, Mahdi Al Mashat.",
        [("Mahdi Al Mashat", "head", "Houthi Supreme Political Council", "current")],
    ),
    (
        "Indian Foreign Secretary Vinay Kwatra met his Fijian counterpart Aruni Wijewardane earlier today.",
        [("Vinay Kwatra", "Foreign Secretary", "India", "current"), ("Aruni Wijewardane", "Foreign Secretary", "Fiji", "current")],
    ),
    (
        "Minister of Foreign Affairs of Kazakhstan Kairat Abdrakhmanov spoke.",
        [("Kairat Abdrakhmanov", "Minister of Foreign Affairs", "Kazakhstan", "current")],
    ),
    (
        "Chadian President Ali Demir spoke beside Kenyan counterpart Peter Otieno.",
        [("Ali Demir", "President", "Chad", "current"), ("Peter Otieno", "President", "Kenya", "current")],
    ),
    ("Mali regretted Brazilian President Ana Reyes's removal from office.", [("Ana Reyes", "President", "Brazil", "former")]),
    (
        "JAKARTA (Reuters) - The crisis in Myanmar goes on. Myanmar's army rejects talks. Myanmar's junta waits. "
        "Envoys went to Indonesia. The plan is dead, said Foreign Minister Retno Wati.",
        [("Retno Wati", "Foreign Minister", "Indonesia", "current")],
    ),
    ("The Bosnian Serb leader, Radovan Novak, spoke.", [("Radovan Novak", "leader", "Bosnian Serbs", "current")]),
    (
        "Viktor Nagy was the first Hungarian prime minister to visit Chad.",
        [("Viktor Nagy", "prime minister", "Hungary", "former")],
    ),
    ("External Affairs Minister Sushma Swaraj spoke.", [("Sushma Swaraj", "External Affairs Minister", "India", "current")]),
    (
        "Saudi Foreign Minister Prince Faisal bin Farhan spoke.",
        [("Faisal bin Farhan", "Foreign Minister", "Saudi Arabia", "current"), ("Faisal bin Farhan", "Prince", "Saudi Arabia", "current")],
    ),
    (
        "Oman's foreign minister Yusuf bin Alawi bin Abdullah praised talks of Qatar's emir and Jordan's King Abdullah.",
        [("Yusuf bin Alawi bin Abdullah", "foreign minister", "Oman", "current"), ("Abdullah", "King", "Jordan", "current")],
    ),
    (
        "Crown Prince Omar bin Idris of Chad spoke. Prince Omar left.",
        [("Omar bin Idris", "Crown Prince", "Chad", "current")],
    ),
    (
        "US Secretary of State Jane Hill met her Qatari counterpart Ali Hamad.",
        [("Jane Hill", "Secretary of State", "United States", "current"), ("Ali Hamad", "Foreign Minister", "Qatar", "current")],
    ),
    (
        "British Foreign Secretary Jane Hill met her Qatari counterpart Ali Hamad.",
        [("Jane Hill", "Foreign Secretary", "United Kingdom", "current"), ("Ali Hamad", "Foreign Minister", "Qatar", "current")],
    ),
    # whom a visitor calls on is of the state that was visited
    (
        "Indian Foreign Secretary Arjun Rao arrived in Nairobi. The Indian diplomat met with President Peter Otieno.",
        [("Arjun Rao", "Foreign Secretary", "India", "current"), ("Peter Otieno", "President", "Kenya", "current")],
    ),
    ("Soldiers in Gabon seized President Ali Demir.", [("Ali Demir", "President", "Gabon", "current")]),
    ("President K P Sharma Rao of India met aides. President KP Sharma Rao left.", [("K P Sharma Rao", "President", "India", "current")]),
    # "his" in a letter of somebody's is that person's
    (
        "According to a letter from Moldovan Foreign Minister Ion Rusu to his Russian counterpart Oleg Sidorov, Ambassador "
        "Petru Lupu was recalled.",
        [("Ion Rusu", "Foreign Minister", "Moldova", "current"), ("Oleg Sidorov", "Foreign Minister", "Russia", "current"), ("Petru Lupu", "Ambassador", None, "current")],
    ),
    ("The UN special envoy for war-torn Yemen, Ingrid Dahl, came.", [("Ingrid Dahl", "special envoy for war-torn Yemen", "United Nations", "current")]),
    (
        "Envoys met Rashad Amin, president of the Presidential Leadership Council and others.",
        [("Rashad Amin", "president", "Presidential Leadership Council", "current")],
    ),
    (
        "According to a letter from Zambian minister Joseph Banda, the Malawian leader will be in Lusaka on Monday.",
        [("Joseph Banda", "minister", "Zambia", "current")],
    ),
    (
        "Jorge Reyes said Paraguay and Taiwan are friends as he was sworn in as the South American country's president.",
        [("Jorge Reyes", "president", "Paraguay", "current")],
    ),
    ("General Yousef Amin met Putin's Defence Minister, Oleg Orlov.", [("Oleg Orlov", "Defence Minister", "Russia", "current")]),
    ("Oleg Orlov, deputy head of Russia's Security Council, spoke.", [("Oleg Orlov", "deputy head", "Security Council", "current")]),
    (
        "Syrian Foreign Minister Asaad al-Shaibani spoke. Shaibani, who was with intelligence chief Anas Khattab, left.",
        [("Asaad al-Shaibani", "Foreign Minister", "Syria", "current"), ("Anas Khattab", "intelligence chief", "Syria", "current")],
    ),
    (
        "Peru is calm. Peru talked. A Spanish ship sank two vessels, Interior Minister Oleg Orlov said.",
        [("Oleg Orlov", "Interior Minister", "Peru", "current")],
    ),
    ("Peru summoned the Spanish ambassador to the Foreign Office in Lima.", []),
    ("Peru's General (retd) Oleg Orlov, the army chief, spoke.", [("Oleg Orlov", "army chief", "Peru", "current")]),
    ("Peru's Prime Minister Brigadier (ret'd) Oleg Orlov spoke.", [("Oleg Orlov", "Prime Minister", "Peru", "current")]),
    ("The UN special envoy for Yemen, Ingrid Dahl, resigned from the panel.", [("Ingrid Dahl", "special envoy for Yemen", "United Nations", "current")]),
    ("The special envoy for the African Union, Ingrid Dahl, spoke.", [("Ingrid Dahl", "special envoy", "African Union", "current")]),
    ("Oleg Orlov, previously the ambassador of Peru to Chile, spoke.", [("Oleg Orlov", "ambassador", "Peru", "former")]),
    (
        "Egypt sent its foreign minister to Peru. Foreign Minister Oleg Orlov flew to Lima, Peru said.",
        [("Oleg Orlov", "Foreign Minister", "Egypt", "current")],
    ),
    (
        "Minister Oleg Orlov handed a letter from President Macky Sall to the Gambian president.",
        [("Oleg Orlov", "Minister", "Senegal", "current"), ("Macky Sall", "President", "Senegal", "current")],
    ),
    (
        "The Gambian president spoke. Minister Oleg Orlov handed a letter to President Macky Sall.",
        [("Oleg Orlov", "Minister", "Gambia", "current"), ("Macky Sall", "President", "Senegal", "current")],
    ),
    (
        "The Solomon Islands Prime Minister told PM Charlot Salwai that Chad left.",
        [("Charlot Salwai", "PM", "Vanuatu", "current")],
    ),
    ("Peru's former soldier and strongman Oleg Orlov spoke.", [("Oleg Orlov", "strongman", "Peru", "former")]),
    ("Peru's former soldiers and strongman Oleg Orlov spoke.", [("Oleg Orlov", "strongman", "Peru", "current")]),
    (
        "India has put its forces in Mali, said the nation's Prime Minister KP Sharma Oli.",
        [("KP Sharma Oli", "Prime Minister", "Nepal", "current")],
    ),
    (
        'Peru spoke. The government "requests Jan Kricke, Ambassador of Germany, to leave", government spokesman Oleg Orlov said.',
        [
            ("Jan Kricke", "Ambassador", "Germany", "current"),
            ("Oleg Orlov", "government spokesman", "Peru", "current"),
        ],
    ),
    (
        "Peru's Foreign Minister Ana Reyes told of talks between Peru's Transport Minister Oleg Orlov and his Chilean counterpart Juan Soto.",
        [
            ("Ana Reyes", "Foreign Minister", "Peru", "current"),
            ("Oleg Orlov", "Transport Minister", "Peru", "current"),
            ("Juan Soto", "Transport Minister", "Chile", "current"),
        ],
    ),
    (
        "Acting Transport Minister Oleg Orlov of Peru spoke. Mr Orlov, who is also Foreign Minister, met his Chilean counterpart Juan Soto.",
        [
            ("Oleg Orlov", "Transport Minister", "Peru", "acting"),
            ("Oleg Orlov", "Foreign Minister", "Peru", "current"),
            ("Juan Soto", "Foreign Minister", "Chile", "current"),
        ],
    ),
    (
        "Peru's Coordinating Minister for Infrastructure Oleg Orlov spoke.",
        [("Oleg Orlov", "Coordinating Minister for Infrastructure", "Peru", "current")],
    ),
    (
        "Chad spoke. Chad left. In Lima, the government agreed. Information Minister Oleg Orlov left.",
        [("Oleg Orlov", "Information Minister", "Peru", "current")],
    ),
    ("Peru's army Commander Gen Oleg Orlov spoke.", [("Oleg Orlov", "army Commander", "Peru", "current")]),
    ("Haiti mourned after the assassination of President Jovenel Moise.", [("Jovenel Moise", "President", "Haiti", "former")]),
    ("Rebels wounded President Jovenel Moise of Haiti.", [("Jovenel Moise", "President", "Haiti", "current")]),
    ("Presidents Ana Reyes of Liberia, Ali Demir of Guinea, and Juma Okello of Sierra Leone met.", [("Ana Reyes", "President", "Liberia", "current"), ("Ali Demir", "President", "Guinea", "current"), ("Juma Okello", "President", "Sierra Leone", "current")]),
    ("Acting High Commissioner Ali Demir, his deputy and four secretaries left Kenya.", [("Ali Demir", "High Commissioner", None, "acting")]),
    ("Reyes of Liberia, Ali Demir of Guinea, and Juma Okello of Sierra Leone met.", []),
        ("Cambodian Deputy Prime Minister Sok An resigned.", [("Sok An", "Deputy Prime Minister", "Cambodia", "former")]),
        ("Ali Demir, chairman of the State Committee for National Security of Tajikistan, left.", [("Ali Demir", "chairman", "State Committee for National Security of Tajikistan", "current")]),
        ("Ali Demir, chairman of the Senate Foreign Relations Committee, left.", [("Ali Demir", "chairman", "Foreign Relations Committee", "current")]),
        ("A joint commission led by Ali Demir and Jan Novak will meet on Saturday.", []),
        ("Opposition leader Ali Demir accused President Jan Novak of Chad of caving in to Malian pressure.", [("Ali Demir", "Opposition leader", "Chad", "current"), ("Jan Novak", "President", "Chad", "current")]),
        ("President Ali Demir of Chad formed a cabinet, appointing Mariya Didi defence minister and Jan Novak interior minister.", [("Ali Demir", "President", "Chad", "current"), ("Mariya Didi", "defence minister", "Chad", "current"), ("Jan Novak", "interior minister", "Chad", "current")]),
        ("The president of Chad appointed Ana Reyes as foreign minister and Jan Novak as interior minister.", [("Ana Reyes", "foreign minister", "Chad", "current"), ("Jan Novak", "interior minister", "Chad", "current")]),
        ("A court in Ghana sentenced former minister Kwabena Donkor. His lawyer, Ama Owusu, said he would appeal.", [("Kwabena Donkor", "minister", "Ghana", "former")]),
    ("China's foreign minister arrived in Chad. Wei Jing will meet his Malian counterpart Ali Demir.", [("Wei Jing", "foreign minister", "China", "current"), ("Ali Demir", "foreign minister", "Mali", "current")]),
    ("Chad's president has rejected calls to resign. Ali Demir told reporters in Bamako that he would stay.", [("Ali Demir", "president", "Chad", "current")]),
    ("Chad's president met the crew. Ali Demir, a pilot, said he was happy.", []),
    ("Chad's president met the press. Vladimir Putin called him.", []),
    ("Chad's president met the press. Opposition leader Ali Demir called him.", [("Ali Demir", "Opposition leader", "Chad", "current")]),
    ("Chad's president and his wife are in Mali. Ali Demir said he was glad.", []),
    ('Britain and Chad met. "They tried hard," Defence Secretary Gotabaya Rajapaksa said.', [("Gotabaya Rajapaksa", "Defence Secretary", "Sri Lanka", "current")]),
    (
        "Chad's parliament met. General Juan Gil, commander of the armed forces, denied it.",
        [("Juan Gil", "commander of the armed forces", "Chad", "current")],
    ),
    ("Chad's parliament met. Juan Gil, commander of the rebel armed forces, denied it.", []),
    (
        "Rebels seized a town in Chad. Uganda has sent troops to support President Ali Demir.",
        [("Ali Demir", "President", "Chad", "current")],
    ),
    (
        "Chad deployed troops around the palace to protect President Ali Demir.",
        [("Ali Demir", "President", "Chad", "current")],
    ),
    (
        "Chad's parliament voted to join it, a move Peru has criticised. Prime Minister Ali Demir spoke on Tuesday.",
        [("Ali Demir", "Prime Minister", "Chad", "current")],
    ),
    (
        "President Ali Demir of Chad sacked Foreign Minister Ana Reyes and named Jan Novak to replace her.",
        [
            ("Ali Demir", "President", "Chad", "current"),
            ("Ana Reyes", "Foreign Minister", "Chad", "former"),
            ("Jan Novak", "Foreign Minister", "Chad", "designate"),
        ],
    ),
    (
        "President Ali Demir of Chad stepped down and named Jan Novak to replace him.",
        [("Ali Demir", "President", "Chad", "former"), ("Jan Novak", "President", "Chad", "designate")],
    ),
    (
        "Chad's president sacked Foreign Minister Ana Reyes, naming Jan Novak as her replacement.",
        [("Ana Reyes", "Foreign Minister", "Chad", "former"), ("Jan Novak", "Foreign Minister", "Chad", "designate")],
    ),
    (
        "Foreign Minister Ana Reyes of Chad resigned and the president appointed Jan Novak in her place.",
        [
            ("Ana Reyes", "Foreign Minister", "Chad", "former"),
            ("Jan Novak", "Foreign Minister", "Chad", "designate"),
        ],
    ),
    (
        "President Ali Demir of Chad sacked the army chief, Juan Vega, and replaced him with his deputy, Omar Kone.",
        [
            ("Ali Demir", "President", "Chad", "current"),
            ("Juan Vega", "army chief", "Chad", "former"),
            ("Omar Kone", "deputy", "Chad", "current"),
            ("Omar Kone", "army chief", "Chad", "current"),
        ],
    ),
    (
        "Jahra Nasr, a militant group linked to the Taliban, left Chad. Juan Vega, a spokesman of the group, denied it.",
        [("Juan Vega", "spokesman", "Jahra Nasr", "current")],
    ),
    (
        "Visiting Chinese President Xi Jinping met Prime Minister Ana Reyes on Saturday.",
        [("Xi Jinping", "President", "China", "current"), ("Ana Reyes", "Prime Minister", None, "current")],
    ),
    (
        "Ahmed Qara Ali, spokesman for the Ahrar al-Sham insurgent group, said Chad left.",
        [("Ahmed Qara Ali", "spokesman", "Ahrar al-Sham", "current")],
    ),
    ("A delegation from Hamas, led by Ali Demir, arrived in Cairo.", [("Ali Demir", "leader of the delegation", "Hamas", "current")]),
    ("Malaysian Plantation Industries and Commodities Minister Ana Reyes visited India.", [("Ana Reyes", "Plantation Industries and Commodities Minister", "Malaysia", "current")]),
    ("Australian Pacific Minister Ali Demir flew to Honiara.", [("Ali Demir", "Pacific Minister", "Australia", "current")]),
    ("Kenya's Mining and Blue Economy Minister Ali Demir spoke.", [("Ali Demir", "Mining and Blue Economy Minister", "Kenya", "current")]),
    ("The Solomon Islands and Australian foreign ministers Ali Demir and Ana Reyes met.", [("Ali Demir", "foreign minister", "Solomon Islands", "current"), ("Ana Reyes", "foreign minister", "Australia", "current")]),
    ("Ana Reyes took the oath of office as Peru's president on Monday.", [("Ana Reyes", "president", "Peru", "current")]),
    ("Chad's ministry of trade summoned Mali's ambassador. The deputy foreign minister, Ali Demir, reminded the ambassador of Mali of the accord.", [("Ali Demir", "deputy foreign minister", "Chad", "current")]),
    ("President Umaro Embalo of Guinea-Bissau named two generals, Tomas Djassi and Horta Inta, as Head of Presidential Security and Chief of Staff, respectively, in September.", [("Umaro Embalo", "President", "Guinea-Bissau", "current"), ("Tomas Djassi", "Head of Presidential Security", "Guinea-Bissau", "current"), ("Horta Inta", "Chief of Staff", "Guinea-Bissau", "current")]),
    ("US mediator Ali Demir headed back to the army of Chad.", [("Ali Demir", "mediator", "United States", "current")]),
    # who summons an envoy is not of the envoy's state
    ("Vice Minister of Foreign Affairs Alexander Yui summoned Honduran Ambassador to Taiwan Harold Burgos to the ministry in Taipei to voice concerns.", [("Alexander Yui", "Vice Minister of Foreign Affairs", "Taiwan", "current"), ("Harold Burgos", "Ambassador to Taiwan", "Honduras", "current")]),
    ("Chad's foreign minister, Ali Demir, summoned the Chadian ambassador to Niger for consultations.", [("Ali Demir", "foreign minister", "Chad", "current")]),
    ("Mirtha Vasquez has taken the oath as prime minister of Peru. On Wednesday President Pedro Castillo announced the resignation of Prime Minister Guido Bellido.", [("Mirtha Vasquez", "prime minister", "Peru", "current"), ("Pedro Castillo", "President", "Peru", "current"), ("Guido Bellido", "Prime Minister", "Peru", "former")]),
    ("President Kgalema Motlanthe of economic powerhouse South Africa will go to Harare. President Robert Mugabe of Zimbabwe left.", [("Kgalema Motlanthe", "President", "South Africa", "current"), ("Robert Mugabe", "President", "Zimbabwe", "current")]),
]  # fmt: skip


def posts(facts: Facts) -> set[tuple[str, str, str | None, str]]:
    names = [entity.name for entity in facts.entities]
    return {
        (names[r.person], r.title, None if r.owner is None else names[r.owner].replace("Türkiye", "Turkey"), r.status)
        for r in facts.roles
    }


@pytest.mark.parametrize(("text", "expected"), POSTS, ids=[text[:40] for text, _ in POSTS])
def test_posts(text: str, expected: list[tuple[str, str, str, str]], facts_of: Callable[..., Facts]) -> None:
    found = posts(facts_of(text))
    assert found == set(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The president's wife, Anna Weiss, opened the school.",
        "Member states met. Robert Klein watched.",
        "The chief reason was cost, John Smith said.",
        "Colonel Anna Weiss spoke.",
        "She left at 5 PM. Anna Weiss followed at 7 pm on Monday, John Smith said.",
        "Tom King spoke to Mary Dean.",
        "The leader said no. John Smith agreed.",
        "In the footage authenticated by Chad's justice minister, John Smith is shown at a desk.",
        "President, Kenneth Mack said, is a title of honour.",
        "Robert Klein took power as a sign of strength.",
        "Robert Klein was sworn in as the president looked on.",
        "Chad accuses Robert Klein of leading a criminal organisation.",
        "The Chadian gunmen belong to a group led by warlord Robert Klein.",
        "The talks were held at the President House in Colombo.",
        "Robert Klein made his first official trip to Chad.",
        "Company spokesman Robert Klein spoke in Chad.",
        "Presidential candidate Robert Klein spoke in Chad.",
    ],
)
def test_no_post(text: str, facts_of: Callable[..., Facts]) -> None:
    assert not posts(facts_of(text))


def test_a_post_without_owner_is_of_the_state_whose_organs_the_article_names(facts_of: Callable[..., Facts]) -> None:
    text = (
        "The Home Office and the House of Commons declined to comment. The report discussed Bulgarian and British "
        "visas. Immigration minister Anna Weiss spoke."
    )
    assert posts(facts_of(text)) == {("Anna Weiss", "Immigration minister", "United Kingdom", "current")}


def test_a_title_alone_is_never_that_of_another_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Ara Petrosyan, Foreign Minister of Armenia, met Sergei Orlov, Foreign Minister of Russia. "
        "The Foreign Minister of Armenia said Egypt was a friend."
    )
    [statement] = facts.statements
    assert facts.entities[statement.speaker].name == "Ara Petrosyan"


def test_one_post_has_one_key(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Armenian deputy foreign minister Ara Petrosyan met Serbian Deputy Minister of Foreign Affairs Ivan Mrkic."
    )
    assert {role.post for role in facts.roles} == {"deputy minister of foreign affairs"}


@pytest.mark.parametrize(
    "text", ["A Kenyan delegation was led by General Charles Otieno.", "Charles Otieno led the Kenyan delegation."]
)
def test_evidence_of_a_verb_begins_before_it_ends(text: str, facts_of: Callable[..., Facts]) -> None:
    [role] = facts_of(text).roles
    assert all(e.begin < e.end for e in role.evidence)


def test_rank_is_kept_apart_from_the_post(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Colonel-General Zakir Aliyev, Azerbaijan's Minister of Defense, met Army General Ivan Orlov of Russia."
    )
    ranks = {e.name: e.rank for e in facts.entities if e.rank}
    assert ranks == {"Zakir Aliyev": "Colonel-General", "Ivan Orlov": "Army General"}
    assert {title for _, title, _, _ in posts(facts)} == {"Minister of Defense"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("European Commission President Ursula von der Leyen spoke on Monday with him.", {"Ursula von der Leyen"}),
        ("President Ursula von Hagen met Rashid al-Tamimi of Oman.", {"Ursula von Hagen", "Rashid al-Tamimi"}),
        ("Presidents Ivanov and Petrov met in Vienna.", {"Ivanov", "Petrov"}),
        ('President Ali "Bobo" Demir Jr. spoke. Demir left.', {"Ali Demir Jr."}),
        ('"President Ali Demir left," Jan Novak said.', {"Ali Demir", "Jan Novak"}),
        ("His Excellency Ali Demir will begin an Official Visit to Ghana.", {"Ali Demir"}),
        ("Qatar's Prime Minister Hamad bin al-Thani spoke.", {"Hamad bin al-Thani"}),
        ("Crown Prince Salman bin Hamad al-Tamimi and King Hamad spoke.", {"Salman bin Hamad al-Tamimi", "Hamad"}),
        ("The town of Himare is home to ethnic Greeks.", set()),
        ("Army Commander Abdul Fatah al-Tamimi of Sudan spoke.", {"Abdul Fatah al-Tamimi"}),
        ("Foreign Minister V. Sidorov spoke. Sidorov left.", {"V. Sidorov"}),
        ("Chile's minister, Lucía Fernández Rojas, spoke. Fernández left.", {"Lucía Fernández Rojas"}),
        ("President Jordan Miller visited Jordan.", {"Jordan Miller"}),
        ("Guyana's Ambassador Richard Van West-Charles spoke.", {"Richard Van West-Charles"}),
        ("President Aleksandr Petrov spoke. Alexander Petrov left.", {"Aleksandr Petrov"}),
        ("President Martin Petrov met Martina Petrov.", {"Martin Petrov", "Martina Petrov"}),
        ("Rashid al-Tamimi of Oman spoke. Demir said that al-Tamimi left.", {"Rashid al-Tamimi", "Demir"}),
        ("President Rashid El-Tamimi spoke. Mr Ann-Tamimi left.", {"Rashid El-Tamimi", "Ann-Tamimi"}),
    ],
)
def test_names_of_many_kinds(text: str, names: set[str], facts_of: Callable[..., Facts]) -> None:
    assert {e.name for e in facts_of(text).entities if e.kind == "person"} == names


def test_pronouns_and_titles_alone_find_their_person(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Lithuanian President Dalia Norkute visited Tbilisi. She said the talks were useful. The president left on Monday."
    )
    names = [e.name for e in facts.entities]
    assert [names[s.speaker] for s in facts.statements] == ["Dalia Norkute"]
    assert [n for n in names if "Norkute" in n] == ["Dalia Norkute"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru's President Ali Demir met German Chancellor Angela Merkel. She said Chad was late.", "Angela Merkel"),
        ("German Chancellor Angela Merkel met Peru's President Ali Demir. He said Chad was late.", "Ali Demir"),
    ],
)
def test_she_is_a_leader_known_to_be_a_woman(text: str, speaker: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert [facts.entities[s.speaker].name for s in facts.statements] == [speaker]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Chad wrote to the European Commission (EC). The EC urged Mali to sign.", "European Commission"),
        ("The Election Commission (EC) voted. The EC urged Mali to sign.", "Election Commission"),
        ("The EC urged Mali to sign.", "European Community"),
    ],
)
def test_a_short_name_is_what_the_article_calls_so(text: str, body: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    [demand] = [event for event in facts.events if event.type == "demand"]
    assert {facts.entities[i].name for i, part in demand.participants if part == "actor"} == {body}


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian Prime Minister Ali Demir resigned. He offered President Ana Quispe another way, but she refused, he said.",
        "Peruvian Prime Minister Ali Demir met Jan Novak in Lima.\n\nHe said that Novak was late.\n\n"
        '"We will wait and see," he said.',
    ],
)
def test_he_goes_on_being_he(text: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert {facts.entities[s.speaker].name for s in facts.statements} == {"Ali Demir"}


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Former Chadian president Ali Demir led the mission.", None),
        ("Chad's ousted President Ali Demir is in custody.", "Ali Demir"),
    ],
)
def test_the_deposed_president_is_one_who_was_deposed(
    before: str, speaker: str | None, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of(f"{before} The deposed president said he was held hostage in the palace.")
    assert [facts.entities[s.speaker].name for s in facts.statements] == ([speaker] if speaker else [])


def test_a_name_before_the_title_that_is_of_no_state_says_whose_post_it_is(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Ethiopian Prime Minister Ali Demir signed an accord with Puntland President Jan Novak.")
    assert ("Jan Novak", "President", "Puntland", "current") in posts(facts)
    facts = facts_of("Ethiopian Prime Minister Ali Demir signed an accord with Oromia President Jan Novak.")
    assert ("Jan Novak", "President", "Ethiopia", "current") not in posts(facts)


@pytest.mark.parametrize(
    "post",
    ["president of American Hoechst", "former executive vice president and financial chief of American Hoechst"],
)
def test_a_post_in_an_unknown_company_is_of_no_state(post: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(f"Harry Klein, {post}, spoke in the United States.")
    assert all(role.owner is None for role in facts.roles)


def test_whoever_sends_an_envoy_is_not_guessed(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Fiji is a republic. High Commissioner Tom Reed left Fiji on Monday.")
    assert [role.owner for role in facts.roles] == [None]
    told = facts_of("Hungary was in mourning. Ferenc Vadas, the ambassador to Vienna, spoke in Budapest for Hungary.")
    assert posts(told) == {("Ferenc Vadas", "ambassador to Vienna", "Hungary", "current")}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Roberto Canseco, head of the Mexican consular section in Quito, spoke.", "head of the consular section"),
        ("Ivan Petrov, head of Kyrgyzstan's border service, resigned.", "head of border service"),
        ("Ivan Petrov, commander of the Russian peacekeepers, spoke.", "commander of the peacekeepers"),
        ("Ivan Petrov, head of the Kyrgyz state committee on security, spoke.", "head of the state committee"),
    ],
)
def test_a_post_in_an_organ_of_a_state(text: str, post: str, facts_of: Callable[..., Facts]) -> None:
    [role] = facts_of(text).roles
    assert role.title == post


def test_a_post_that_is_held_is_not_given_to_another_of_its_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Nigerian President Bola Adeyemi spoke in Abuja. Nigeria will close its border with Niger. "
        "President Amin Saleh thanked Nigeria."
    )
    owners = {facts.entities[r.person].name: facts.entities[r.owner].name for r in facts.roles if r.owner is not None}
    assert owners == {"Bola Adeyemi": "Nigeria", "Amin Saleh": "Niger"}


def test_an_airport_is_no_person(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("At the Jomo Kenyatta International Airport, the Prime Minister met Defence Minister Ali Hasan.")
    assert {facts.entities[r.person].name for r in facts.roles} == {"Ali Hasan"}


def test_no_post_in_a_place_of_no_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Caribbean community chair Irfaan Khan spoke.")
    assert all(r.owner is None or facts.entities[r.owner].kind != "place" for r in facts.roles)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Gambia's President Ali Demir left for neighbouring Senegal, while the country's longtime ruler Jan Dra stayed.",
            ("Jan Dra", "ruler", "Gambia", "current"),
        ),
        (
            "The envoy to Lesotho, Ali Demir, jetted into Gaborone to brief President Jan Dra.",
            ("Jan Dra", "President", "Botswana", "current"),
        ),
    ],
)
def test_whose_post_it_is_where_others_are_named(
    text: str, post: tuple[str, str, str, str], facts_of: Callable[..., Facts]
) -> None:
    assert post in posts(facts_of(text))


def test_a_counterpart_is_no_part_of_a_title(facts_of: Callable[..., Facts]) -> None:
    text = "Foreign Minister Jan Novak of Peru will meet Chinese counterpart Minister Ali Demir."
    assert all("counterpart" not in title for _, title, *_ in posts(facts_of(text)))


def test_his_vice_president_is_another(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Peru praised the president, Ali Demir, his vice president, Ana Reyes, and five deputies.")
    assert ("Ali Demir", "vice president") not in {(name, title) for name, title, *_ in posts(facts)}


def test_portfolios_are_of_many_words(facts_of: Callable[..., Facts]) -> None:
    text = "Iranian Minister of Roads and Urban Development Ali Demir spoke."
    assert posts(facts_of(text)) == {("Ali Demir", "Minister of Roads and Urban Development", "Iran", "current")}


def test_whoever_accompanies_the_president_is_of_his_state(facts_of: Callable[..., Facts]) -> None:
    text = "Ana Reyes, the president of Peru, met Chilean President Jan Novak. Reyes, accompanied by Foreign Minister Ali Demir, left."
    assert ("Ali Demir", "Foreign Minister", "Peru", "current") in posts(facts_of(text))


def test_the_title_of_a_counterpart_is_of_his_state(facts_of: Callable[..., Facts]) -> None:
    text = "Ghana's President, Ali Demir, visited Peru. Demir met his Peruvian counterpart, President Jan Novak."
    assert ("Jan Novak", "President", "Peru", "current") in posts(facts_of(text))


def test_whoever_has_a_kenyan_counterpart_is_no_kenyan(facts_of: Callable[..., Facts]) -> None:
    text = "Ethiopia sent envoys. Foreign Minister Ali Demir met his Kenyan counterpart, Ana Quispe, in Kenya."
    assert posts(facts_of(text)) == {
        ("Ali Demir", "Foreign Minister", "Ethiopia", "current"),
        ("Ana Quispe", "Foreign Minister", "Kenya", "current"),
    }


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "The governor of the Odessa region, Ivan Dra, was in town.",
            {("Ivan Dra", "governor of the Odessa region")},
        ),
        (
            "EU Special Representative for Belgrade-Pristina Dialogue Jan Novak left.",
            {("Jan Novak", "Special Representative for Belgrade-Pristina Dialogue")},
        ),
        (
            "Talks have stalled since Albin Dra took over as Kosovo's prime minister, Serbian Foreign Minister Ivan Orlov said.",
            {("Albin Dra", "prime minister"), ("Ivan Orlov", "Foreign Minister")},
        ),
        (
            "Greek Foreign Minister Nikos Dra met his counterpart Ivan Orlov of Serbia.",
            {("Nikos Dra", "Foreign Minister"), ("Ivan Orlov", "Foreign Minister")},
        ),
        (
            "Saudi Foreign Minister Prince Faisal and his Iranian counterpart, Ali Demir, met.",
            {("Faisal", "Foreign Minister"), ("Faisal", "Prince"), ("Ali Demir", "Foreign Minister")},
        ),
        (
            "Chad's Minister Delegate for Defence, Ali Demir, arrived in Nairobi on Monday.",
            {("Ali Demir", "Minister Delegate for Defence")},
        ),
        (
            "The foreign minister delegates the task to Ali Demir, the police chief of Chad.",
            {("Ali Demir", "police chief")},
        ),
    ],
)
def test_whose_title_it_is(text: str, posts: set[tuple[str, str]], facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert {(facts.entities[role.person].name, role.title) for role in facts.roles} == posts


def test_a_post_in_a_story_that_names_no_state_is_of_where_it_was_filed(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("NAIROBI, Kenya, March 3 - President Ali Demir resigned on Monday.")
    assert [facts.entities[r.owner].state for r in facts.roles if r.owner is not None] == ["KE"]


def test_a_capital_in_a_dateline_is_known_without_its_accents(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("CHISINAU, July 26 - The Russian ambassador left Moldova. President Ana Reyes said that was good.")
    reyes = [r for r in facts.roles if facts.entities[r.person].name == "Ana Reyes"]
    assert [facts.entities[r.owner].state for r in reyes if r.owner is not None] == ["MD"]


def test_an_organ_of_no_told_state_is_the_datelines_or_its_articles_own(facts_of: Callable[..., Facts]) -> None:
    filed = facts_of(
        "LIMA, Peru -- The Foreign Ministry condemned the attack by Chile. Peru has asked Chile to explain."
    )
    ministry = next(e for e in filed.entities if e.name == "Foreign Ministry")
    assert (ministry.state, ministry.key) == ("PE", "foreign-ministry-pe")
    unknown = facts_of("The Foreign Ministry condemned the attack by Chile.")
    ministry = next(e for e in unknown.entities if e.name == "Foreign Ministry")
    assert ministry.state is None and ministry.key == f"foreign-ministry.{unknown.article.key}"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jan Novak was replaced as Labour leader.", "former"),
        ("Jan Novak will be replaced as Labour leader.", "current"),
        ("Ali Demir wants a date to be set for Mr Novak to be replaced as Labour leader.", "current"),
    ],
)
def test_who_is_to_be_replaced_holds_the_post_still(text: str, status: str, facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(text)
    assert [(facts.entities[r.person].name.split()[-1], r.status) for r in facts.roles] == [("Novak", status)]


def test_what_follows_a_name_with_a_title_may_be_the_next_ones(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Prime Minister Ali Demir, Deputy Prime Minister, Jan Novak and Ana Reyes met in Chad.")
    posts = {(facts.entities[r.person].name, r.title) for r in facts.roles}
    assert ("Ali Demir", "Prime Minister") in posts and ("Ali Demir", "Deputy Prime Minister") not in posts


def test_cabinet_affairs_are_a_field(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("Cabinet Affairs Minister Ali Demir of Kuwait met President Ana Reyes of Mali.")
    assert {(r.title, facts.entities[r.owner].state) for r in facts.roles if r.owner is not None} == {
        ("Cabinet Affairs Minister", "KW"),
        ("President", "ML"),
    }


def test_who_speaks_for_a_minister_is_none(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Foreign Minister spokesman Ali Demir of Chad spoke. South African Safety and Security Minister Jan Novak left."
    )
    assert {(facts.entities[r.person].name, r.title) for r in facts.roles} == {
        ("Ali Demir", "spokesman"),
        ("Jan Novak", "Safety and Security Minister"),
    }


def test_the_leader_of_a_country_is_no_leader_of_a_group(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of(
        "Jan Novak, the leader of the group, met King Idris of Chad. The leader of the small African state said it was over."
    )
    assert not any(facts.entities[s.speaker].name == "Jan Novak" for s in facts.statements)
    facts = facts_of("Jan Novak, the leader of the group, met King Idris of Chad. The leader said it was over.")
    assert any(facts.entities[s.speaker].name == "Jan Novak" for s in facts.statements)


def test_a_minister_counselor_is_named_without_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("The mission of Chad in Haiti will be led by Minister Counselor Jan Novak.")
    assert ("Jan Novak", "Minister Counselor") in {(facts.entities[r.person].name, r.title) for r in facts.roles}


def test_the_region_before_a_name_is_none_of_it(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("President of the Autonomous Region of Bougainville Ishmael Toroama left. Ishmael Toroama spoke.")
    assert {e.name for e in facts.entities if e.kind == "person"} == {"Ishmael Toroama"}


def test_what_stands_for_a_government_lies_in_its_state(facts_of: Callable[..., Facts]) -> None:
    facts = facts_of("King Idris of Chad said ten departments at Whitehall would close.")
    assert [e.state for e in facts.entities if e.name == "Whitehall"] == ["GB"]
