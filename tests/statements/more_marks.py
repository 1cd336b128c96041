"""Further variants of the constructs in :mod:`tests.statements.marks`: other shapes, marks and places."""

from __future__ import annotations

from tests.statements.shape import Construct, Expected, direct, family, mixed, turn

MORE_MARKS: tuple[Construct, ...] = (
    *family(
        "multi-paragraph quotation",
        (
            "Idris Falk, the harbour pilot, recalled: “There were three of us on the bridge.\n\n“The fourth man had "
            "gone below to wake the cook.\n\n“I never saw either of them again.”",
            turn(
                "There were three of us on the bridge.",
                "The fourth man had gone below to wake the cook.",
                "I never saw either of them again.",
                source="Idris Falk, the harbour pilot|Idris Falk",
            ),
        ),
        (
            '"Our members have waited nine months," said Mirela Tost of the bakers\' guild. "They will wait no longer.'
            '\n\n"From Monday there will be no bread in this city."\n\nThe council meets on Thursday.',
            turn(
                "Our members have waited nine months,",
                "They will wait no longer.",
                "From Monday there will be no bread in this city.",
                source="Mirela Tost of the bakers' guild|Mirela Tost",
            ),
            "The council meets on Thursday.",
        ),
        (
            "“It began as a hobby,” said Corvin Hale.\n\n“Then people started to ask for the honey by name.”\n\n"
            "The hives stand behind the old station.",
            turn(
                "It began as a hobby,",
                "Then people started to ask for the honey by name.",
                source="Corvin Hale",
            ),
            "The hives stand behind the old station.",
        ),
        (
            "The bishop wrote in his Easter letter: «We have buried too many this winter.\n\n«Let us not bury our "
            "hope as well.»\n\nThe letter was read in forty churches.",
            turn(
                "We have buried too many this winter.",
                "Let us not bury our hope as well.",
                source="The bishop",
            ),
            "The letter was read in forty churches.",
        ),
        (
            "‘I asked for a lawyer at six,’ Sunniva Prael told the hearing.\n\n‘None came until the following noon.’"
            "\n\nShe was freed without charge.",
            turn("I asked for a lawyer at six,", "None came until the following noon.", source="Sunniva Prael"),
            "She was freed without charge.",
        ),
        (
            "“Who signed the order?” asked the judge.\n\n“I cannot remember that, after all these years.”\n\n"
            "The court rose.",
            direct("Who signed the order?", "the judge", "asked"),
            Expected("I cannot remember that, after all these years.", None, optional=True),
        ),
    ),
    *family(
        "single marks",
        (
            "‘There’ll be no boats till the wind drops,’ the ferrymen’s foreman, Aldo Menk, said on Tuesday.",
            direct("There’ll be no boats till the wind drops,", "the ferrymen’s foreman, Aldo Menk|Aldo Menk"),
        ),
        (
            "Asked about the rates, Greta Ness said: 'They're the council's, not mine.'",
            direct("They're the council's, not mine.", "Greta Ness"),
        ),
        (
            "The chairman of the 'Friends of the Quay', Tomas Virk, called the plan 'a gift to the builders'.",
            mixed("the plan 'a gift to the builders'|'a gift to the builders'", "Tomas Virk|The chairman"),
        ),
        (
            "‘Nobody’s son should die for a pipeline’, wrote the miners’ widows.",
            direct("Nobody’s son should die for a pipeline", "the miners’ widows"),
        ),
        (
            "'We've eaten worse,' joked Bashir Olun, whose restaurant was given no stars.",
            direct("We've eaten worse,", "Bashir Olun"),
        ),
    ),
    *family(
        "foreign marks",
        (
            "„Das Wasser“, said the guide, is the word for water.",
            Expected(("„Das Wasser“,", "is the word for water"), "the guide", optional=True),
            Expected("Das Wasser", "the guide", optional=True),
        ),
        (
            "«There were no survivors in the second wagon», the railway's spokesman, Idris Falk, told Meridian Wire.",
            direct("There were no survivors in the second wagon", "the railway's spokesman, Idris Falk|Idris Falk"),
        ),
        (
            "President Tost: »We do not sell what our fathers built.«",
            direct("We do not sell what our fathers built.", "President Tost|Tost"),
        ),
        (
            "‹The strike is lawful›, the labour court in Vessna wrote in its ruling.",
            direct("The strike is lawful", "the labour court in Vessna|the labour court"),
        ),
    ),
    *family(
        "odd mark",
        (
            '“The boiler failed," said Greta Ness, a stoker. "It was older than me."',
            direct(("The boiler failed,", "It was older than me."), "Greta Ness"),
        ),
        (
            'The 12" guns fell silent at noon. “They have run out of shells,” said Corvin Hale.',
            direct("They have run out of shells,", "Corvin Hale"),
            "guns fell silent",
        ),
        (
            'Aldo Menk said: "The gates are rusted through.\n\nThe council has set aside 4 million crowns for repairs.',
            direct("The gates are rusted through.", "Aldo Menk"),
            "The council has set aside 4 million crowns for repairs.",
        ),
        (
            "“ Our lamps went out one by one ” , said Mirela Tost .",
            Expected("Our lamps went out one by one", "Mirela Tost"),
        ),
        (
            'A " was missing from the printed order. “We read it as twelve inches,” the foreman explained.',
            direct("We read it as twelve inches,", "the foreman"),
        ),
        (
            "Bashir Olun's 'rock 'n' roll' diner is shut. 'Nobody comes now,' he said.",
            direct("Nobody comes now,", "he"),
        ),
    ),
    *family(
        "marks in marks",
        (
            "“He looked me in the eye and said ‘I have no brother’,” Greta Ness told the court.",
            direct("He looked me in the eye and said ‘I have no brother’,", "Greta Ness", parent=""),
            direct("I have no brother", "He", parent="He looked me in the eye and said ‘I have no brother’,"),
        ),
        (
            "'The letter says \"leave by noon\" and nothing more,' said the innkeeper.",
            direct('The letter says "leave by noon" and nothing more,', "the innkeeper", parent=""),
            direct("leave by noon", "The letter", optional=True),
        ),
        (
            "“They call us ‘the mud people’ in the capital,” said Sunniva Prael.",
            direct("They call us ‘the mud people’ in the capital,", "Sunniva Prael"),
            mixed("us ‘the mud people’|‘the mud people’", "They", optional=True),
        ),
        (
            "\"I read 'The Glass Orchard' twice on the train,\" Tomas Virk said.",
            direct("I read 'The Glass Orchard' twice on the train,", "Tomas Virk"),
            "The Glass Orchard",
        ),
        (
            "“My father used to say ‘count the boats, then sleep’,” the pilot recalled.",
            direct("My father used to say ‘count the boats, then sleep’,", "the pilot", parent=""),
            direct("count the boats, then sleep", "My father", optional=True),
        ),
        (
            "«The minister told us “be patient”, and we were», said the nurses' leader, Yara Holm.",
            direct("The minister told us “be patient”, and we were", "Yara Holm|the nurses' leader", parent=""),
            direct("be patient", "The minister", parent="The minister told us “be patient”, and we were"),
        ),
    ),
    *family(
        "interrupted quotation",
        (
            "“What we found,” the diver explained, “was a hole the size of a door.”",
            direct(("What we found,", "was a hole the size of a door."), "the diver"),
        ),
        (
            "‘We shall rebuild,’ said Yara Holm, ‘but not here.’",
            direct(("We shall rebuild,", "but not here."), "Yara Holm"),
        ),
        (
            '"Tell them," whispered Aldo Menk, who was carried out last, "that I counted everyone."',
            direct(("Tell them,", "that I counted everyone."), "Aldo Menk"),
        ),
        (
            "«First the lights went», remembered Mirela Tost, «and then the floor.»",
            direct(("First the lights went", "and then the floor."), "Mirela Tost"),
        ),
        (
            "The wreck, the divers reported, “is as clean as the day it sank”.",
            mixed(("The wreck,", "“is as clean as the day it sank”"), "the divers"),
        ),
    ),
    *family(
        "film title",
        ("Corvin Hale plays the lighthouse keeper in “Nine Lamps”, which opens in Vessna on Friday.", "Nine Lamps"),
        (
            "The prize for best song went to ‘Come Home by Water’ from the musical ‘The Ferrywoman’.",
            "Come Home by Water",
        ),
        (
            "“He Said He Would Return”, a play by Yara Holm, runs until June.",
            "He Said He Would Return",
            "He Would Return",
        ),
        ('Her column, "Notes from the Mole", appears on Sundays in the Brannock Courier.', "Notes from the Mole"),
        (
            "“The Salt Road” is the best thing he has written, the critic Greta Ness says.",
            Expected("“The Salt Road” is the best thing he has written", "the critic Greta Ness|Greta Ness"),
        ),
        ("The exhibition “What the River Told Us” closes on 3 May.", "What the River Told Us", "the River Told Us"),
    ),
    *family(
        "scare quotes",
        ("Tickets for the “free” concert cost 40 crowns at the gate.", "free"),
        ("The 'experts' had never seen a mine from inside.", "experts"),
        ('What the firm sells as "spring water" comes from the town\'s taps.', "spring water"),
        (
            "The “truce” held until dusk, when both sides began to shoot again, the monitors said.",
            Expected(
                "The “truce” held until dusk, when both sides began to shoot again", "the monitors", "mixed|indirect"
            ),
        ),
        ("Children here learn to swim in the “Soup”, a brown pond behind the tannery.", "Soup"),
    ),
    *family(
        "quoted fragment",
        (
            "Tost dismissed the figures as “a fairy tale”.",
            mixed("the figures as “a fairy tale”|“a fairy tale”", "Tost", "asserted|denied"),
        ),
        (
            "Doctors described his state as “grave but steady” on Monday evening.",
            mixed("his state as “grave but steady”|“grave but steady”", "Doctors"),
        ),
        (
            "The shipyard, which lost 200 men, says it is “not for sale” at any price.",
            mixed("it is “not for sale” at any price", "The shipyard"),
        ),
        (
            "Falk said “with a heavy heart” he would leave the party he had founded.",
            mixed("“with a heavy heart” he would leave the party he had founded", "Falk"),
        ),
        (
            "The union branded the offer ‘an insult wrapped in ribbon’ and walked out.",
            mixed("the offer ‘an insult wrapped in ribbon’|‘an insult wrapped in ribbon’", "The union"),
        ),
    ),
)
