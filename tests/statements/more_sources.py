"""Further variants of the constructs in :mod:`tests.statements.frames` that turn on who or what the source is."""

from __future__ import annotations

from tests.statements.shape import Construct, Expected, direct, family, indirect, mixed, said

MORE_SOURCES: tuple[Construct, ...] = (
    *family(
        "source inside",
        (
            "The gold, it is claimed by dealers, left the country in flour sacks.",
            indirect(("The gold,", "left the country in flour sacks"), "dealers"),
        ),
        (
            "Every third bus, the inspector found, had bald tyres.",
            indirect(("Every third bus,", "had bald tyres"), "the inspector"),
        ),
        (
            "Such a storm, Greta Ness recalled, had last struck in 1962.",
            indirect(("Such a storm,", "had last struck in 1962"), "Greta Ness"),
        ),
        (
            "Wages, the guild insists, must rise by a tenth.",
            indirect(("Wages,", "must rise by a tenth"), "the guild"),
        ),
        (
            "The letter – said her son Idris – was never posted.",
            indirect(("The letter", "was never posted"), "her son Idris|Idris"),
        ),
        (
            "No ship, the harbour master told Radio Sarn, has left since Tuesday.",
            indirect(("No ship,", "has left since Tuesday"), "the harbour master"),
        ),
    ),
    *family(
        "pronoun source",
        (
            "Tomas Virk was found at dawn. He told the searchers that he had followed the river.",
            indirect("he had followed the river", "He"),
        ),
        (
            "The academy has four hundred members. It said in a note that none would be expelled.",
            indirect("none would be expelled", "It"),
        ),
        (
            "Two sisters run the bakery. “We open at four,” they say.",
            direct("We open at four,", "they"),
        ),
        (
            "Yara Holm smiled. “Ask the accountant,” she replied, and left.",
            direct("Ask the accountant,", "she"),
        ),
        (
            "The ministry keeps no list of such cases. Its figures, it said, were “never meant for print”.",
            mixed(("Its figures,", "were “never meant for print”"), "it"),
        ),
    ),
    *family(
        "two speakers",
        (
            "Menk says the cheque was a loan, whereas Holm insists it was a gift.",
            indirect("the cheque was a loan", "Menk"),
            indirect("it was a gift", "Holm"),
        ),
        (
            "“Turn back,” the pilot radioed. “We cannot,” answered the captain.",
            Expected("Turn back,", "the pilot", "direct", optional=True),
            direct("We cannot,", "the captain"),
        ),
        (
            "The farmers said the wolves had taken forty sheep; the rangers said four.",
            indirect("the wolves had taken forty sheep", "The farmers"),
            Expected("four", "the rangers", optional=True),
        ),
        (
            "The mayor said that the bridge was safe, but an engineer told Radio Sarn that two bolts were missing.",
            indirect("the bridge was safe", "The mayor"),
            indirect("two bolts were missing", "an engineer"),
        ),
        (
            "According to the army, nine rebels died; according to villagers, they were shepherds.",
            indirect("nine rebels died", "the army"),
            indirect("they were shepherds", "villagers"),
        ),
        (
            "The dam is safe, the mayor said; according to Virk, it leaks.",
            indirect("The dam is safe", "the mayor"),
            indirect("it leaks", "Virk", parent=""),
        ),
        (
            "“I saw a flash,” said one twin. “I heard nothing,” said the other.",
            direct("I saw a flash,", "one twin"),
            direct("I heard nothing,", "the other"),
        ),
    ),
    *family(
        "unnamed source",
        (
            "A person close to the family told the Varn Gazette the will had been changed twice.",
            indirect("the will had been changed twice", "A person close to the family|A person"),
        ),
        (
            "Three former employees, who spoke on condition of anonymity, said the scales were rigged.",
            indirect("the scales were rigged", "Three former employees"),
        ),
        (
            "The fleet has orders to stay in port, said an officer who was not allowed to speak in public.",
            indirect(
                "The fleet has orders to stay in port",
                "an officer who was not allowed to speak in public|an officer",
            ),
        ),
        (
            "Western diplomats say privately that the envoy was never in the room.",
            indirect("the envoy was never in the room", "Western diplomats"),
        ),
        (
            "“Everyone knew,” one minister said.",
            direct("Everyone knew,", "one minister"),
        ),
    ),
    *family(
        "document as source",
        (
            "The contract states that the mill must be heated to 14 degrees.",
            indirect("the mill must be heated to 14 degrees", "The contract"),
        ),
        (
            "A leaked memo says the toll was meant to fail.",
            indirect("the toll was meant to fail", "A leaked memo"),
        ),
        (
            "One in four trains ran late in March, official figures show.",
            indirect("One in four trains ran late in March", "official figures"),
        ),
        (
            "The autopsy report concluded that the boy had died of cold.",
            indirect("the boy had died of cold", "The autopsy report"),
        ),
    ),
    *family(
        "transcript",
        (
            "INTERVIEWER: Where were you on that night?\n\nMENK: At home, with my mother.",
            said("Where were you on that night?", "INTERVIEWER"),
            said("At home, with my mother.", "MENK"),
        ),
        (
            "Q. Did you lock the gate?\n\nA. I always lock the gate.",
            Expected("Did you lock the gate?", "Q", optional=True),
            Expected("I always lock the gate.", "A", optional=True),
        ),
        (
            "Judge: Be seated.\n\nClerk: The case of the crown against Olun.\n\nJudge: Is the accused present?",
            said("Be seated.", "Judge"),
            said("The case of the crown against Olun.", "Clerk"),
            said("Is the accused present?", "Judge"),
        ),
        (
            "YARA HOLM: Nobody told the nurses.\n\nTOMAS VIRK: That is not true, Yara.",
            said("Nobody told the nurses.", "YARA HOLM"),
            said("That is not true, Yara.", "TOMAS VIRK"),
        ),
        (
            "Radio Sarn: How many boats are left?\n\nAldo Menk: Nine, and two of them leak.",
            said("How many boats are left?", "Radio Sarn"),
            said("Nine, and two of them leak.", "Aldo Menk"),
        ),
        (
            "Arvale: 312\n\nTorvia: 298\n\nThe count goes on.",
            "312",
            "298",
        ),
    ),
    *family(
        "addressee",
        (
            "Greta Ness told her brother that the house had been sold.",
            indirect("the house had been sold", "Greta Ness", addressee="her brother"),
        ),
        (
            "The admiral said to the crews that the war was over.",
            indirect("the war was over", "The admiral", addressee="the crews"),
        ),
        (
            "Idris Falk wrote to the ministry that the light was out.",
            indirect("the light was out", "Idris Falk", addressee="the ministry"),
        ),
        (
            "“You will be paid on Friday,” the owner assured the weavers.",
            direct("You will be paid on Friday,", "the owner", addressee="the weavers"),
        ),
        (
            "Holm called on shopkeepers to stay open.",
            indirect("shopkeepers to stay open|to stay open", "Holm", "demanded", addressee="shopkeepers"),
        ),
    ),
    *family(
        "in the words of",
        (
            "As Yara Holm once wrote, a ward without nurses is a corridor.",
            indirect("a ward without nurses is a corridor", "Yara Holm"),
        ),
        (
            "The crossing was, in the words of its captain, “a long argument with the sea”.",
            said(
                "“a long argument with the sea”|The crossing was, in the words of its captain, “a long argument with "
                "the sea”",
                "its captain",
            ),
        ),
        (
            "In the opinion of the tribunal, the order was void.",
            indirect("the order was void", "the tribunal", act="speech|writing|thought"),
        ),
        (
            "The mine is finished, as the owners themselves admit.",
            indirect("The mine is finished", "the owners"),
        ),
        (
            "“Bread first, then bridges,” as Aldo Menk put it.",
            direct("Bread first, then bridges,", "Aldo Menk"),
        ),
    ),
)
