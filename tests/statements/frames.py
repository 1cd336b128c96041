"""Where cue and source stand: headlines, colons, dashes, according to, passive, noun cues, before, after and inside."""

from __future__ import annotations

from tests.statements.shape import Construct, direct, family, indirect, mixed, said

FRAMES: tuple[Construct, ...] = (
    *family(
        "headline colon, source last",
        (
            "Torvia accepts Arvale's offer of talks on fishing rights: TNA",
            indirect("Torvia accepts Arvale's offer of talks on fishing rights", "TNA", "asserted"),
        ),
        (
            "Harbour cranes were overdue for checks: inspectors",
            indirect("Harbour cranes were overdue for checks", "inspectors", "asserted"),
        ),
        (
            "Two dead as ferry hits pier in Kestrel Bay – coastguard",
            indirect("Two dead as ferry hits pier in Kestrel Bay", "coastguard"),
        ),
        (
            "Grain exports to resume within weeks: Orrin Wire",
            indirect("Grain exports to resume within weeks", "Orrin Wire"),
        ),
        (
            "‘We will rebuild every house’: Governor Liepsna",
            direct("We will rebuild every house", "Governor Liepsna|Liepsna"),
        ),
    ),
    *family(
        "headline colon, source first",
        ('Mayor: "We were never asked"', direct("We were never asked", "Mayor", "asserted")),
        ("Mayor: we will not go", indirect("we will not go", "Mayor")),
        ("Brandt: ‘The dam is safe’", direct("The dam is safe", "Brandt")),
        (
            "Ministry of Ports: strike cost 12 million crowns a day",
            indirect("strike cost 12 million crowns a day", "Ministry of Ports"),
        ),
        ("Farrant on the closure: “It breaks my heart”", direct("It breaks my heart", "Farrant")),
    ),
    *family(
        "headline without a speaker",
        ("Lowmere flood: what we know so far", "what we know so far", "Lowmere flood"),
        ("Analysis: The bridge that nobody wanted", "The bridge that nobody wanted"),
        ("Ferry disaster: 14 still missing after night of searching", "14 still missing after night of searching"),
        ("Live: Torvia v Arvale, second half", "Torvia v Arvale, second half"),
        ("Watch: Storm waves break over the mole at Port Sarn", "Storm waves break over the mole at Port Sarn"),
    ),
    *family(
        "headline says",
        (
            "Pilots were told to land, minister says\n\nThe crash happened on Monday.",
            indirect("Pilots were told to land", "minister"),
            indirect("to land", None, optional=True),
        ),
        (
            "Arvale denies sending divers to the wreck\n\nThe wreck lies at 40 metres.",
            indirect("sending divers to the wreck", "Arvale", "denied"),
        ),
        (
            "Kalnis warns of empty shelves by spring\n\nThe port has been shut for nine days.",
            indirect("empty shelves by spring|of empty shelves by spring", "Kalnis"),
        ),
        (
            "Nurses ‘abandoned’ during outage, inquiry hears\n\nThe outage lasted six hours.",
            mixed("Nurses ‘abandoned’ during outage", "inquiry", optional=True),
            "abandoned",
        ),
    ),
    *family(
        "according to",
        (
            "According to the Grain Board, half of the silos at Brannock are empty.",
            indirect("half of the silos at Brannock are empty", "the Grain Board"),
        ),
        (
            "Half of the silos at Brannock are empty, according to the Grain Board.",
            indirect("Half of the silos at Brannock are empty", "the Grain Board"),
        ),
        (
            "The two ships, according to the port's own log, passed within thirty metres of each other.",
            indirect(("The two ships,", "passed within thirty metres of each other"), "the port's own log"),
        ),
        (
            "At least nine flats were searched on Tuesday, according to a person briefed on the raid.",
            indirect("At least nine flats were searched on Tuesday", "a person briefed on the raid|a person"),
        ),
        (
            "Work on the tunnel went according to plan and ended in May.",
            "Work on the tunnel went",
            "ended in May",
        ),
        (
            "Per the Transit Union, 300 of 340 drivers stayed at home.",
            indirect("300 of 340 drivers stayed at home", "the Transit Union"),
        ),
    ),
    *family(
        "passive",
        (
            "Passengers were told by the crew that the doors would open at the front.",
            indirect("the doors would open at the front", "the crew"),
        ),
        (
            "It was announced by the palace on Friday that the state visit had been put off.",
            indirect("the state visit had been put off", "the palace"),
        ),
        (
            "Brandt is said by former colleagues to have kept two sets of books.",
            indirect(
                "to have kept two sets of books|Brandt is said by former colleagues to have kept two sets of books",
                "former colleagues",
            ),
        ),
        (
            "The vote was described as “a farce” by the opposition leader, Tilda Brenn.",
            said("“a farce”|The vote was described as “a farce”", "the opposition leader, Tilda Brenn|Tilda Brenn"),
        ),
        (
            "The order to open the sluice was, it is claimed by villagers, given by telephone.",
            indirect(("The order to open the sluice was,", "given by telephone"), "villagers"),
        ),
    ),
    *family(
        "noun cue",
        (
            "The claim by the Ministry of Ports that the crane had been checked was repeated on Monday.",
            indirect("the crane had been checked", "the Ministry of Ports"),
        ),
        (
            "His warning that the bank would fail came a week before it did, and Jasper Quill was dismissed for it.",
            indirect("the bank would fail", "His"),
        ),
        (
            "Voss's promise that every tenant would be housed by autumn has not been kept.",
            indirect("every tenant would be housed by autumn", "Voss's|Voss", "promised|asserted"),
        ),
        (
            "There was criticism of the mayor after reports from Radio Sarn that the pumps were never switched on.",
            indirect("the pumps were never switched on", "Radio Sarn"),
        ),
        (
            "An allegation by two drivers that their brakes had failed is being looked into.",
            indirect("their brakes had failed", "two drivers"),
        ),
    ),
    *family(
        "dash attribution",
        (
            '"The sea gives and the sea takes." – Joss Arden, ferry captain',
            direct("The sea gives and the sea takes.", "Joss Arden"),
        ),
        (
            "“I would vote for the bridge again tomorrow.” — Councillor Nadia Crewe",
            direct("I would vote for the bridge again tomorrow.", "Councillor Nadia Crewe|Nadia Crewe"),
        ),
        (
            "‘It is the quiet that frightens me.’ - Samuel Idowe, lighthouse keeper",
            direct("It is the quiet that frightens me.", "Samuel Idowe"),
        ),
        (
            "The bridge – said Lev Orsova – was not built for such loads.",
            indirect(("The bridge", "was not built for such loads"), "Lev Orsova"),
        ),
    ),
    *family(
        "posts",
        (
            "Ruta Kalnis tweeted: “The lights are on again in Brannock.”",
            direct("The lights are on again in Brannock.", "Ruta Kalnis"),
        ),
        (
            '"No one should travel tonight," the coastguard wrote on its channel.',
            direct("No one should travel tonight,", "the coastguard"),
        ),
        (
            "In a post on Sunday, Governor Dace Liepsna wrote that the curfew would be lifted at noon.",
            indirect("the curfew would be lifted at noon", "Governor Dace Liepsna|Dace Liepsna"),
        ),
        (
            "Farrant posted on social media: 'See you all at the gates at seven.'",
            direct("See you all at the gates at seven.", "Farrant"),
        ),
        (
            "A post on the club's page said the match had been called off.",
            indirect("the match had been called off", "A post on the club's page|A post"),
        ),
    ),
    *family(
        "source after",
        (
            "The road will be closed until Thursday, the Coast Office said.",
            indirect("The road will be closed until Thursday", "the Coast Office", "asserted"),
        ),
        (
            "“You could hear the ice crack,” recalled Wen Taoyi, 71, whose house stands nearest to the river.",
            direct("You could hear the ice crack,", "Wen Taoyi"),
        ),
        (
            "Prices rose by a third within a month, says Beatrix Olm of the Grain Board.",
            indirect("Prices rose by a third within a month", "Beatrix Olm of the Grain Board|Beatrix Olm"),
        ),
        (
            "No shots were fired during the arrest, a police spokeswoman told Radio Sarn.",
            indirect("No shots were fired during the arrest", "a police spokeswoman"),
        ),
    ),
    *family(
        "source before",
        (
            "Police in Dunmarrow said on Wednesday that two men had been released.",
            indirect("two men had been released", "Police in Dunmarrow|Police"),
        ),
        (
            "Imre Zold, a judge who led the inquiry, said at a hearing in Arvale: “I was lied to from day one.”",
            direct("I was lied to from day one.", "Imre Zold"),
        ),
        (
            "The hospital confirmed that four children were being treated for smoke.",
            indirect("four children were being treated for smoke", "The hospital"),
        ),
        (
            "Speaking outside her home, Nadia Crewe said she had not slept since the landslide.",
            indirect("she had not slept since the landslide", "Nadia Crewe"),
        ),
        (
            "Residents complained the siren had not sounded.",
            indirect("the siren had not sounded", "Residents"),
        ),
    ),
    *family(
        "source inside",
        (
            "The second explosion, witnesses said, threw cars into the canal.",
            indirect(("The second explosion,", "threw cars into the canal"), "witnesses"),
        ),
        (
            'The money, the auditors wrote, "left the account within an hour".',
            said(("The money,", '"left the account within an hour"'), "the auditors"),
        ),
        (
            "Talks will go on, says Hugo Farrant, until the last driver is back at work.",
            indirect(("Talks will go on,", "until the last driver is back at work"), "Hugo Farrant"),
        ),
        (
            "The harvest, Grain Board officials estimate, will be the poorest for thirty years.",
            indirect(("The harvest,", "will be the poorest for thirty years"), "Grain Board officials"),
        ),
    ),
    *family(
        "pronoun source",
        (
            "The Torvian News Agency published a photograph of the bridge. The repairs will take a year, it said.",
            indirect("The repairs will take a year", "it"),
        ),
        (
            'Orrin Wire reported the arrest first. "He was taken at dawn," the agency said.',
            direct("He was taken at dawn,", "the agency"),
            indirect("the arrest|the arrest first", "Orrin Wire", optional=True),
        ),
        (
            "Petra Sollis has run the yard since May. She said the last crane would be sold.",
            indirect("the last crane would be sold", "She"),
        ),
        (
            'The council met for nine hours. "We owe people an answer," it said in a note.',
            direct("We owe people an answer,", "it"),
        ),
        (
            "Drivers blocked both lanes. They said they would stay all night.",
            indirect("they would stay all night", "They"),
        ),
    ),
    *family(
        "two speakers",
        (
            "Maren Voss said the dike had held, while Ivo Brandt said it had been breached in three places.",
            indirect("the dike had held", "Maren Voss"),
            indirect("it had been breached in three places", "Ivo Brandt"),
        ),
        (
            "“It was an accident,” said the driver; “It was murder,” said the widow.",
            direct("It was an accident,", "the driver"),
            direct("It was murder,", "the widow"),
        ),
        (
            "The union says 300 people walked out but the company says it counted only 90.",
            indirect("300 people walked out", "The union"),
            indirect("it counted only 90", "the company"),
        ),
        (
            '"Pay what you owe," Tilda Brenn shouted, and Faraz Delgani replied: "Send me a bill."',
            direct("Pay what you owe,", "Tilda Brenn"),
            direct("Send me a bill.", "Faraz Delgani"),
        ),
    ),
    *family(
        "unnamed source",
        (
            "Two people familiar with the talks said the price had been agreed in March.",
            indirect("the price had been agreed in March", "Two people familiar with the talks|Two people"),
        ),
        (
            "The raid was planned for weeks, a senior official said on condition of anonymity.",
            indirect("The raid was planned for weeks", "a senior official"),
        ),
        (
            "A diplomat who asked not to be named told Orrin Wire that the envoy had already left.",
            indirect("the envoy had already left", "A diplomat who asked not to be named|A diplomat"),
        ),
        (
            "Sources close to the club say that the owner wants to sell before June.",
            indirect("the owner wants to sell before June", "Sources close to the club|Sources"),
        ),
        (
            "“They paid in cash,” said a neighbour who gave only her first name, Ana.",
            direct("They paid in cash,", "a neighbour who gave only her first name, Ana|a neighbour"),
        ),
    ),
    *family(
        "document as source",
        (
            "The indictment says the three officers split 2 million crowns between them.",
            indirect("the three officers split 2 million crowns between them", "The indictment"),
        ),
        (
            "A statement on its website said flights would resume on Sunday.",
            indirect("flights would resume on Sunday", "A statement on its website|A statement"),
        ),
        (
            "The law states that no vessel may sail with its bow door open.",
            indirect("no vessel may sail with its bow door open", "The law"),
        ),
        (
            "A poll published on Monday found that six in ten Arvalians oppose the toll.",
            indirect("six in ten Arvalians oppose the toll", "A poll published on Monday|A poll"),
        ),
        (
            "“Handrails were missing on both decks,” the coroner's report notes.",
            direct("Handrails were missing on both decks,", "the coroner's report"),
        ),
        (
            "In a statement, the bank said that its cards would work again by Tuesday.",
            indirect("its cards would work again by Tuesday", "the bank"),
        ),
    ),
    *family(
        "transcript",
        (
            "WARREN: We had the keys, but nobody had told us where the boats were.\n\n"
            "DOLE: And when did you learn of it?",
            said("We had the keys, but nobody had told us where the boats were.", "WARREN"),
            said("And when did you learn of it?", "DOLE"),
        ),
        (
            "Q: Were the valves tested?\n\nA: They were tested in April.",
            said("Were the valves tested?", "Q"),
            said("They were tested in April.", "A"),
        ),
        (
            "CREWE: I want to begin with the night of the fire.\n\nIDOWE: Of course.\n\nCREWE: Who called you first?",
            said("I want to begin with the night of the fire.", "CREWE"),
            said("Of course.", "IDOWE"),
            said("Who called you first?", "CREWE"),
        ),
        (
            "Ruta Kalnis: Thank you for coming in so early.\n\nHugo Farrant: It is a pleasure to be here.",
            said("Thank you for coming in so early.", "Ruta Kalnis"),
            said("It is a pleasure to be here.", "Hugo Farrant"),
        ),
    ),
    *family(
        "addressee",
        (
            "The bridge is closed to lorries, engineer Lev Orsova told reporters.",
            indirect("The bridge is closed to lorries", "engineer Lev Orsova|Lev Orsova"),
        ),
        (
            "Voss told Orrin Wire that she had signed nothing.",
            indirect("she had signed nothing", "Voss"),
        ),
        (
            "“It was over in a minute,” Imre Zold told the Halden Post.",
            direct("It was over in a minute,", "Imre Zold"),
        ),
        (
            "In an interview with Radio Sarn, Dace Liepsna said the dam would be emptied.",
            indirect("the dam would be emptied", "Dace Liepsna"),
        ),
        (
            "Officials told the Torvian News Agency (TNA) the border would reopen at dawn.",
            indirect("the border would reopen at dawn", "Officials"),
        ),
    ),
    *family(
        "in the words of",
        (
            "It was, as Petra Sollis put it, “the longest night of the war”.",
            said(("It was,", "“the longest night of the war”"), "Petra Sollis"),
        ),
        (
            'The budget is, in the words of Beatrix Olm, "a letter home".',
            said('"a letter home"|The budget is, in the words of Beatrix Olm, "a letter home"', "Beatrix Olm"),
        ),
        (
            "As the harbour master explained, ships of that size need two pilots.",
            indirect("ships of that size need two pilots", "the harbour master"),
        ),
        (
            "In the view of the Coast Office, the wreck poses no danger.",
            indirect("the wreck poses no danger", "the Coast Office", act="speech|writing|thought"),
        ),
        (
            "The plant was safe, as Korin Tayle has said many times.",
            indirect("The plant was safe", "Korin Tayle"),
        ),
    ),
)
