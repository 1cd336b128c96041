"""Further variants of the constructs in :mod:`tests.statements.frames`: other shapes, marks and places."""

from __future__ import annotations

from tests.statements.shape import Construct, direct, family, indirect, said

MORE_FRAMES: tuple[Construct, ...] = (
    *family(
        "headline colon, source last",
        (
            "Vessna tram crash driver had not slept for 20 hours: union",
            indirect("Vessna tram crash driver had not slept for 20 hours", "union"),
        ),
        (
            "Torvia to close two consulates in Arvale: foreign ministry",
            indirect("Torvia to close two consulates in Arvale", "foreign ministry"),
        ),
        (
            "Gold taken from Sarn museum was melted down: police",
            indirect("Gold taken from Sarn museum was melted down", "police"),
        ),
        (
            "“Not one crown was stolen”: ex-treasurer Menk",
            direct("Not one crown was stolen", "ex-treasurer Menk|Menk"),
        ),
        (
            "Rivers in north at highest level since 1931 – report",
            indirect("Rivers in north at highest level since 1931", "report"),
        ),
    ),
    *family(
        "headline colon, source first",
        ("Tost: “I will not be the one to sign”", direct("I will not be the one to sign", "Tost")),
        ("UN: 4,000 families still cut off in hills", indirect("4,000 families still cut off in hills", "UN")),
        (
            "Police: Lowmere fire was no accident",
            indirect("Lowmere fire was no accident", "Police"),
        ),
        ("Survivor: 'We sang until the boats came'", direct("We sang until the boats came", "Survivor")),
        (
            "Report: half of Brannock's wells unsafe",
            indirect("half of Brannock's wells unsafe", "Report"),
        ),
    ),
    *family(
        "headline without a speaker",
        ("Explainer: how the toll on the Sarn works", "how the toll on the Sarn works"),
        ("Election night: results as they come in", "results as they come in"),
        ("Update: Road to Vessna open again", "Road to Vessna open again"),
        ("Five days on: hope fades at Dunmarrow pit", "hope fades at Dunmarrow pit"),
        ("Gallery: The last night of the Lowmere carnival", "The last night of the Lowmere carnival"),
    ),
    *family(
        "headline says",
        (
            "Mill fire was set on purpose, inspectors say\n\nTwo men are held.",
            indirect("Mill fire was set on purpose", "inspectors"),
        ),
        (
            "Tost vows to fight extradition\n\nShe was held at Kestrel Bay on Friday.",
            indirect("to fight extradition", "Tost", "promised"),
        ),
        (
            "Governor accuses grain firms of hoarding\n\nPrices have doubled since March.",
            indirect("hoarding|grain firms of hoarding", "Governor"),
        ),
        (
            "No deal without us, islanders tell Arvale\n\nTalks resume on Monday.",
            indirect("No deal without us", "islanders"),
        ),
        (
            "Bank says customers' money is safe\n\nQueues formed in three cities.",
            indirect("customers' money is safe", "Bank"),
        ),
        (
            "Torvia’s navy shadowed ferry for an hour, captain claims\n\nThe ferry reached Port Sarn at nine.",
            indirect("Torvia’s navy shadowed ferry for an hour", "captain"),
        ),
    ),
    *family(
        "according to",
        (
            "The mine paid no tax for eleven years, according to documents seen by the Brannock Courier.",
            indirect("The mine paid no tax for eleven years", "documents seen by the Brannock Courier|documents"),
        ),
        (
            "According to Yara Holm, who leads the nurses' union, every second ward is short of staff.",
            indirect("every second ward is short of staff", "Yara Holm"),
        ),
        (
            "“The gate was never locked,” according to the night porter.",
            direct("The gate was never locked,", "the night porter"),
        ),
        (
            "Guests are seated according to age at the mayor's table.",
            "Guests are seated",
            "at the mayor's table",
        ),
    ),
    *family(
        "passive",
        (
            "Villagers have been warned by the coastguard that the ice will not bear a sledge.",
            indirect("the ice will not bear a sledge", "the coastguard"),
        ),
        (
            "Reporters were told by an aide to wait outside.",
            indirect("to wait outside", "an aide", "demanded|asserted"),
        ),
        (
            "It was confirmed on Friday by the hospital that both twins had survived.",
            indirect("both twins had survived", "the hospital"),
        ),
        (
            "The painting was called “a clumsy copy” by two experts from Vessna.",
            said("“a clumsy copy”|The painting was called “a clumsy copy”", "two experts from Vessna|two experts"),
        ),
        (
            "The widow had been assured by the company that the debt was paid.",
            indirect("the debt was paid", "the company"),
        ),
    ),
    *family(
        "noun cue",
        (
            "The ministry's announcement that the baths would close drew a crowd of pensioners.",
            indirect("the baths would close", "The ministry's|The ministry"),
        ),
        (
            "Nobody believed Menk's assertion that the ledger had been lost at sea.",
            indirect("the ledger had been lost at sea", "Menk"),
        ),
        (
            "A statement from the tram company that its brakes were sound was read out in court.",
            indirect("its brakes were sound", "the tram company"),
        ),
        (
            "The council ignored repeated warnings by engineers that the roof sagged.",
            indirect("the roof sagged", "engineers"),
        ),
        (
            "Holm made the accusation that ballots had been burned.",
            indirect("ballots had been burned", "Holm"),
        ),
    ),
    *family(
        "dash attribution",
        (
            "“A town that forgets its dead forgets itself.” —Yara Holm",
            direct("A town that forgets its dead forgets itself.", "Yara Holm"),
        ),
        (
            '"Nothing tastes like the bread of that winter." -- Aldo Menk, baker',
            direct("Nothing tastes like the bread of that winter.", "Aldo Menk"),
        ),
        (
            "The loan — the auditors say — was never booked.",
            indirect(("The loan", "was never booked"), "the auditors"),
        ),
        (
            "“We were twelve in one room.” – Mirela Tost, teacher, Dunmarrow",
            direct("We were twelve in one room.", "Mirela Tost"),
        ),
        (
            "‘One does not bargain with the tide.’ — Bashir Olun, fisherman",
            direct("One does not bargain with the tide.", "Bashir Olun"),
        ),
        (
            "The road – Greta Ness insists – was safe that night.",
            indirect(("The road", "was safe that night"), "Greta Ness"),
        ),
    ),
    *family(
        "posts",
        (
            "The club tweeted that its keeper had left hospital.",
            indirect("its keeper had left hospital", "The club", act="writing"),
        ),
        (
            "“Stay away from the windows,” the embassy posted on its page at noon.",
            direct("Stay away from the windows,", "the embassy", act="writing"),
        ),
        (
            "Idris Falk wrote on his blog: ‘This is my last voyage.’",
            direct("This is my last voyage.", "Idris Falk", act="writing"),
        ),
        (
            "In a tweet, the airline said flights would resume at six.",
            indirect("flights would resume at six", "the airline"),
        ),
        (
            "A message on the school's page reads: “All pupils are safe.”",
            direct("All pupils are safe.", "A message on the school's page|A message"),
        ),
    ),
    *family(
        "source after",
        (
            "The pumps failed within an hour, recalls Tomas Virk, then a stoker on the night shift.",
            indirect("The pumps failed within an hour", "Tomas Virk"),
        ),
        (
            "“No comment from me today,” muttered the treasurer.",
            direct("No comment from me today,", "the treasurer"),
        ),
        (
            "Ferries will run every hour from June, the line announced on Monday.",
            indirect("Ferries will run every hour from June", "the line"),
        ),
        (
            "Two of the five had passports in other names, prosecutors allege.",
            indirect("Two of the five had passports in other names", "prosecutors"),
        ),
        (
            "“Is there anybody below?” shouted one of the firemen.",
            direct("Is there anybody below?", "one of the firemen|one"),
        ),
        (
            "It will rain on the parade, forecasters predict.",
            indirect("It will rain on the parade", "forecasters"),
        ),
    ),
    *family(
        "source before",
        (
            "Aldo Menk, 54, a baker from Lowmere whose shop burned down, says the hydrants were dry.",
            indirect("the hydrants were dry", "Aldo Menk"),
        ),
        (
            "Late on Sunday the airport announced that all flights were cancelled.",
            indirect("all flights were cancelled", "the airport"),
        ),
        (
            "One nurse whispered, “Do not drink the water.”",
            direct("Do not drink the water.", "One nurse"),
        ),
        (
            "Both lawyers have argued that the search was unlawful.",
            indirect("the search was unlawful", "Both lawyers"),
        ),
        (
            "With tears in her eyes, Mirela Tost told the hall: “He was seventeen.”",
            direct("He was seventeen.", "Mirela Tost"),
        ),
    ),
)
