"""Sayings that were none: negated, withheld, asked about, supposed, or still to come; each in another shape."""

from __future__ import annotations

from tests.statements.shape import Construct, direct, family, indirect

UNSAID: tuple[Construct, ...] = (
    *family(
        "asked about a saying",
        ("Did Holm say that the wards were empty?", "the wards were empty"),
        ("When did the ministry announce that the road was mined?", "the road was mined"),
        ("Who told the crew that the valve was open?", "the valve was open"),
        ("Has the bank admitted that the money is gone?", "the money is gone"),
        ("It is unclear whether Falk told the owners that the hull was cracked.", "the hull was cracked"),
        ("Why did nobody say that the well was foul?", "the well was foul"),
        (
            "The inquiry asked if Falk had told the owners that the hull was cracked.",
            indirect(
                "if Falk had told the owners that the hull was cracked|"
                "Falk had told the owners that the hull was cracked",
                "The inquiry",
                "asked",
            ),
            "the hull was cracked",
        ),
        ("Nobody knows who said that the bank would fail.", "the bank would fail"),
        (
            "“Did I ever say that the bridge was safe?” asked Aldo Menk.",
            direct("Did I ever say that the bridge was safe?", "Aldo Menk", "asked"),
        ),
        ("The question is whether the clerk wrote that the debt was paid.", "the debt was paid"),
    ),
    *family(
        "on a condition",
        (
            "If the court says that the strike is unlawful, drivers will go back to work.",
            indirect("the strike is unlawful", "the court", "conditional"),
        ),
        (
            "Should the doctors say he is fit, Virk will play on Sunday.",
            indirect("he is fit", "the doctors", "conditional"),
        ),
        (
            "Unless the owner promises that the roof will be mended, the school stays shut.",
            indirect("the roof will be mended", "the owner", "conditional"),
        ),
        (
            "The boats will sail if the coastguard confirms that the mines are gone.",
            indirect("the mines are gone", "the coastguard", "conditional"),
        ),
        (
            "If Holm tells the board that the wards are full, it will open the annexe.",
            indirect("the wards are full", "Holm", "conditional"),
        ),
        (
            "Tourists will be sent home if the council declares that the water is foul.",
            indirect("the water is foul", "the council", "conditional"),
        ),
        ("Had Falk said that the hull was cracked, nobody would have sailed.", "the hull was cracked"),
        ("If the mayor had warned that the dike was weak, the town would have been cleared.", "the dike was weak"),
        ("If the clerk does not say that the debt is paid, the house will be sold.", "the debt is paid"),
        ("Even the priest would say that the tax was unjust.", "the tax was unjust"),
    ),
    *family(
        "still to come",
        (
            "The minister will say on Thursday that taxes must rise.",
            indirect("taxes must rise", "The minister", "planned"),
        ),
        (
            "Holm is to tell the conference that a third of the wards have closed.",
            indirect("a third of the wards have closed", "Holm", "planned"),
        ),
        (
            "The bank is going to announce that its branches will open on Sundays.",
            indirect("its branches will open on Sundays", "The bank", "planned"),
        ),
        (
            "“We ask for bread, not bricks,” the bishop will say in his sermon on Sunday.",
            direct("We ask for bread, not bricks,", "the bishop", "planned"),
        ),
        (
            "In a speech tonight the governor will argue that the toll has failed.",
            indirect("the toll has failed", "the governor", "planned"),
        ),
        ("The judge is expected to rule that the search was lawful.", "the search was lawful"),
        ("Virk was about to tell them that the bridge was out when the line went dead.", "the bridge was out"),
        (
            "The palace plans to announce that the queen will rest.",
            indirect("to announce that the queen will rest", "The palace", "planned", act="intention", optional=True),
        ),
        (
            "Falk promised to tell the inquiry that the hull was cracked.",
            indirect("to tell the inquiry that the hull was cracked", "Falk", "promised"),
        ),
        (
            "The guild threatened to declare that the talks were over.",
            indirect("to declare that the talks were over", "The guild", "promised|feared"),
        ),
    ),
    *family(
        "not said",
        ("The mayor stopped short of saying that the bridge would close.", "the bridge would close"),
        ("The ministry has yet to confirm that the ferry sank.", "the ferry sank"),
        (
            "The army declined to comment on whether its men had fired.",
            "its men had fired",
            "whether its men had fired",
        ),
        ("Falk is not known to have said that the hull was cracked.", "the hull was cracked"),
        ("At no point did Holm say that the wards were empty.", "the wards were empty"),
        ("Nor did the report say that the pilot had been drinking.", "the pilot had been drinking"),
        ("Nowhere does the contract state that the firm must pay.", "the firm must pay"),
        ("The guild did not go so far as to say that the owners had lied.", "the owners had lied"),
        ("Menk fell short of accusing the treasurer of theft.", "theft", "the treasurer of theft"),
        ("There is no evidence that the captain said the fog had lifted.", "the fog had lifted"),
        ("There is no record of Virk saying that the gate was shut.", "the gate was shut"),
        ("It was not the priest who said that the bells had rung.", "the bells had rung"),
        ("Nobody remembers the nurse saying that the boy was asleep.", "the boy was asleep"),
        ("Tost does not recall telling the board that the loan was safe.", "the loan was safe"),
        ("The firm no longer claims that its wells are clean.", "its wells are clean"),
        ("The minister was careful not to say that taxes would rise.", "taxes would rise"),
        ("Instead of saying that the dike was weak, the engineers painted it.", "the dike was weak"),
        ("Rather than admit that the ledger was lost, the clerk wrote a new one.", "the ledger was lost"),
        ("None of the witnesses said that the door was locked.", "the door was locked"),
        ("Not one of the drivers said the brakes had failed.", "the brakes had failed"),
        ("The bank was unable to confirm that the vault was empty.", "the vault was empty"),
        (
            "Police refused to say whether a second man was held.",
            "a second man was held",
            "whether a second man was held",
        ),
        ("The judge made no claim that the driver was drunk.", "the driver was drunk"),
        ("There was no confirmation from the army that the bridge had been hit.", "the bridge had been hit"),
        ("The queen was never heard to say that the war was lost.", "the war was lost"),
        ("Falk would neither confirm nor deny that the hull was cracked.", "the hull was cracked"),
        ("Hardly anyone says that the tax is fair.", "the tax is fair"),
        ("Suppose Falk said that the hull was cracked.", "the hull was cracked"),
        ("The council avoided saying that the well was foul.", "the well was foul"),
        ("The nurse was told not to say that the ward was full.", "the ward was full"),
        ("It is false that the pilot reported that the fuel was low.", "the fuel was low"),
        ("The clerk forgot to tell the judge that the file was missing.", "the file was missing"),
        ("Virk isn't saying that the race was fixed.", "the race was fixed"),
        ("The report stops well short of claiming that the tower was rotten.", "the tower was rotten"),
        ("No official has so far said how many houses burned.", "how many houses burned"),
        ("Contrary to what Holm said, the wards were not full.", "the wards were not full"),
        (
            "Not until Friday did the mill admit that its dust was deadly.",
            indirect("its dust was deadly", "the mill"),
        ),
        (
            "Only later did Tost say that the loan was bad.",
            indirect("the loan was bad", "Tost"),
        ),
    ),
)
