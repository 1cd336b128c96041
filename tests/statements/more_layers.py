"""Further variants of the constructs in :mod:`tests.statements.layers`, and layers that a document or a relay adds."""

from __future__ import annotations

from tests.statements.shape import Construct, Expected, direct, family, indirect, mixed

MORE_LAYERS: tuple[Construct, ...] = (
    *family(
        "nested, agency last",
        (
            "Tost promised to resign by Friday, Meridian Wire reported.",
            indirect("Tost promised to resign by Friday", "Meridian Wire", parent=""),
            indirect("to resign by Friday", "Tost", "promised", parent="Tost promised to resign by Friday"),
        ),
        (
            "“Falk told the inquiry that the hull was cracked,” said his lawyer.",
            direct("Falk told the inquiry that the hull was cracked,", "his lawyer", parent=""),
            indirect("the hull was cracked", "Falk", parent="Falk told the inquiry that the hull was cracked,"),
        ),
        (
            "The rebels say the bridge is theirs, according to the Varn Gazette.",
            indirect("The rebels say the bridge is theirs", "the Varn Gazette", parent=""),
            indirect("the bridge is theirs", "The rebels", parent="The rebels say the bridge is theirs"),
        ),
        (
            "The mill has denied any fault, the Brannock Courier writes.",
            indirect("The mill has denied any fault", "the Brannock Courier", parent=""),
            indirect("any fault", "The mill", "denied", parent="The mill has denied any fault"),
        ),
        (
            "The bank warned that it would close, a trade journal reports.",
            indirect("The bank warned that it would close", "a trade journal", parent=""),
            indirect("it would close", "The bank", "feared", parent="The bank warned that it would close"),
        ),
    ),
    *family(
        "nested, agency first",
        (
            "Meridian Wire says the rebels have promised to free the pilot.",
            indirect("the rebels have promised to free the pilot", "Meridian Wire", parent=""),
            indirect(
                "to free the pilot", "the rebels", "promised", parent="the rebels have promised to free the pilot"
            ),
        ),
        (
            "Radio Sarn reported that Holm had denied that the wards were full.",
            indirect("Holm had denied that the wards were full", "Radio Sarn", parent=""),
            indirect("the wards were full", "Holm", "denied", parent="Holm had denied that the wards were full"),
        ),
        (
            "According to the Brannock Courier, the mayor warned that the roof would fall.",
            indirect("the mayor warned that the roof would fall", "the Brannock Courier", parent=""),
            indirect("the roof would fall", "the mayor", "feared", parent="the mayor warned that the roof would fall"),
        ),
        (
            "A police report states that Menk confessed that he set the fire.",
            indirect("Menk confessed that he set the fire", "A police report", parent=""),
            indirect("he set the fire", "Menk", parent="Menk confessed that he set the fire"),
        ),
        (
            "Witnesses said the guard had shouted: “Go back!”",
            mixed("the guard had shouted: “Go back!”", "Witnesses", parent=""),
            direct("Go back!", "the guard", parent="the guard had shouted: “Go back!”"),
        ),
        (
            "The Varn Gazette writes that Tost asked the bank whether the loan was safe.",
            indirect("Tost asked the bank whether the loan was safe", "The Varn Gazette", parent=""),
            indirect(
                "whether the loan was safe|the loan was safe",
                "Tost",
                "asked",
                parent="Tost asked the bank whether the loan was safe",
            ),
        ),
    ),
    *family(
        "three deep",
        (
            "TNA reported that the palace said the queen believes that the war is over.",
            indirect("the palace said the queen believes that the war is over", "TNA", parent=""),
            indirect(
                "the queen believes that the war is over",
                "the palace",
                parent="the palace said the queen believes that the war is over",
            ),
            indirect("the war is over", "the queen", act="thought", parent="the queen believes that the war is over"),
        ),
        (
            "According to Radio Sarn, Holm said a nurse had told her that the ward was full.",
            indirect("Holm said a nurse had told her that the ward was full", "Radio Sarn", parent=""),
            indirect(
                "a nurse had told her that the ward was full",
                "Holm",
                parent="Holm said a nurse had told her that the ward was full",
            ),
            indirect("the ward was full", "a nurse", parent="a nurse had told her that the ward was full"),
        ),
        (
            "The captain said the tower had warned that the fog was thick, Meridian Wire reported.",
            indirect("The captain said the tower had warned that the fog was thick", "Meridian Wire", parent=""),
            indirect(
                "the tower had warned that the fog was thick",
                "The captain",
                parent="The captain said the tower had warned that the fog was thick",
            ),
            indirect("the fog was thick", "the tower", "feared", parent="the tower had warned that the fog was thick"),
        ),
        (
            "The indictment says that Menk told his wife that the judge had promised to help.",
            indirect("Menk told his wife that the judge had promised to help", "The indictment", parent=""),
            indirect(
                "the judge had promised to help",
                "Menk",
                parent="Menk told his wife that the judge had promised to help",
            ),
            indirect("to help", "the judge", "promised", parent="the judge had promised to help"),
        ),
        (
            "“My brother says the foreman told him ‘run’,” Olun told Radio Sarn.",
            direct("My brother says the foreman told him ‘run’,", "Olun", parent=""),
            Expected(
                "the foreman told him ‘run’",
                "My brother",
                parent="My brother says the foreman told him ‘run’,",
            ),
            direct("run", "the foreman", optional=True),
        ),
        (
            "The Halden Post reported that, according to the ministry, Falk had claimed that he was drugged.",
            indirect(
                "according to the ministry, Falk had claimed that he was drugged|Falk had claimed that he was drugged",
                "The Halden Post",
                parent="",
            ),
            indirect("Falk had claimed that he was drugged", "the ministry", optional=True),
            indirect("he was drugged", "Falk"),
        ),
    ),
    *family(
        "coordinated saying",
        (
            "Holm said the wards were full and urged the council to act.",
            indirect("the wards were full", "Holm"),
            indirect("the council to act|to act", "Holm", "demanded"),
        ),
        (
            "The coroner noted that the rope was old and concluded that it had snapped.",
            indirect("the rope was old", "The coroner"),
            indirect("it had snapped", "The coroner"),
        ),
        (
            "Falk confirmed that he had sailed but denied that he had been drunk.",
            indirect("he had sailed", "Falk"),
            indirect("he had been drunk", "Falk", "denied"),
        ),
        (
            "The bank apologised, said the fault was mended and promised to pay.",
            indirect("the fault was mended", "The bank"),
            indirect("to pay", "The bank", "promised"),
        ),
        (
            "The guild has warned that it will strike and called for talks.",
            indirect("it will strike", "The guild", "feared|asserted"),
            indirect("talks|for talks", "The guild", "demanded"),
        ),
    ),
    *family(
        "quoted as saying",
        (
            "Falk was quoted by Meridian Wire as denying any part in the fraud.",
            indirect("any part in the fraud", "Falk", "denied", parent="Falk"),
            indirect(("Falk", "denying", "any part in the fraud"), "Meridian Wire", parent=""),
        ),
        (
            "Holm was quoted by the Varn Gazette as warning that wards would close.",
            indirect("wards would close", "Holm", "feared|asserted"),
            indirect(("Holm", "warning", "wards would close"), "the Varn Gazette", parent=""),
        ),
        (
            "The Brannock Courier quoted a nurse as saying: “We wash the sheets at home.”",
            direct("We wash the sheets at home.", "a nurse"),
            Expected(
                "a nurse as saying: “We wash the sheets at home.”|We wash the sheets at home.", "The Brannock Courier"
            ),
        ),
        (
            "State television quoted the marshal as urging villagers to leave.",
            indirect("villagers to leave|to leave", "the marshal", "demanded"),
            indirect("the marshal as urging villagers to leave", "State television"),
        ),
        ("He was wrongly quoted as saying that the ledger was burned.", "the ledger was burned"),
        ("Virk was misquoted as saying that the race was fixed.", "the race was fixed"),
    ),
    *family(
        "quoted by another",
        (
            "Falk, quoted by Meridian Wire, said the hull was cracked.",
            indirect("the hull was cracked", "Falk", parent="Falk"),
            indirect(("Falk", "said the hull was cracked"), "Meridian Wire", parent=""),
        ),
        (
            "“The wards are full,” said Holm, quoted by Radio Sarn.",
            direct("The wards are full,", "Holm", parent="“The wards are full,” said Holm"),
            mixed("“The wards are full,” said Holm", "Radio Sarn", parent=""),
        ),
        (
            "The bridge will open in May, the mayor said, as quoted by the Varn Gazette.",
            indirect("The bridge will open in May", "the mayor", parent="The bridge will open in May, the mayor said"),
            indirect("The bridge will open in May, the mayor said", "the Varn Gazette", parent=""),
        ),
        (
            "General Prael, cited by state television, said that the town had fallen.",
            indirect("the town had fallen", "General Prael|Prael"),
            indirect(("General Prael", "said that the town had fallen"), "state television"),
        ),
        (
            "Okko said on Monday, according to Farr, that the dam was safe.",
            indirect("the dam was safe", "Okko", parent="Okko said on Monday"),
            indirect(("Okko said on Monday", "that the dam was safe"), "Farr", parent=""),
        ),
        (
            "Holm told the council, according to the minutes, that the wards were full.",
            indirect("the wards were full", "Holm"),
            indirect(("Holm told the council", "that the wards were full"), "the minutes"),
        ),
        (
            "The town received a letter in which Falk said the hull was cracked.",
            indirect("the hull was cracked", "Falk", parent="Falk said the hull was cracked"),
            indirect("Falk said the hull was cracked", "a letter", parent=""),
        ),
        (
            "In a diary in which the cook wrote that the meat was bad, the date is missing.",
            indirect("the meat was bad", "the cook", parent="the cook wrote that the meat was bad"),
            indirect("the cook wrote that the meat was bad", "a diary", parent=""),
        ),
        (
            "Radio Sarn has seen a memo in which the treasurer warned that the bank would fail.",
            indirect("the bank would fail", "the treasurer", "feared|asserted"),
            indirect("the treasurer warned that the bank would fail", "a memo"),
        ),
        (
            "The house in which Falk said he was born has burned down.",
            indirect("he was born", "Falk", optional=True),
            "Falk said he was born",
        ),
    ),
    *family(
        "citing",
        (
            "The rebels have taken the pass, TNA reported, citing a general.",
            indirect("The rebels have taken the pass", "TNA|a general"),
            indirect("The rebels have taken the pass", "a general"),
        ),
        (
            "Citing police sources, the Varn Gazette reported that the driver had fled.",
            indirect("the driver had fled", "the Varn Gazette|police sources"),
            indirect("the driver had fled", "police sources"),
        ),
        (
            "Meridian Wire, quoting residents, said that shots were heard at dawn.",
            indirect("shots were heard at dawn", "Meridian Wire|residents"),
            indirect("shots were heard at dawn", "residents"),
        ),
        (
            "Holm resigned from the board, citing her age, the Brannock Courier reported.",
            indirect(
                "Holm resigned from the board, citing her age|Holm resigned from the board", "the Brannock Courier"
            ),
        ),
        (
            "“It was the right time,” Virk said, citing a bad knee.",
            direct("It was the right time,", "Virk"),
        ),
        (
            "The line said the tram would not run, citing the snow.",
            indirect("the tram would not run|the tram would not run, citing the snow", "The line"),
        ),
    ),
    *family(
        "garbled translation",
        (
            "The minister of the railways Tomas Virk informed that the line is closed for repair.",
            indirect("the line is closed for repair", "The minister of the railways Tomas Virk|Tomas Virk"),
        ),
        (
            "The envoy he greeted the marshal Idris Falk State radio said on Sunday that the talks were warm.",
            indirect(
                "the talks were warm|"
                "The envoy he greeted the marshal Idris Falk State radio said on Sunday that the talks were warm",
                "State radio",
            ),
        ),
        (
            "The spokeswoman said on Friday Yara Holm said the wards will be not closed.",
            Expected("the wards will be not closed", "Yara Holm|The spokeswoman", "indirect"),
            indirect("Yara Holm said the wards will be not closed", "The spokeswoman", optional=True),
        ),
        (
            "“We are ready for all,” told the general to the press.",
            direct("We are ready for all,", "the general"),
        ),
        (
            "In the night were shot down two balloons, reported the television of Vessna.",
            indirect("In the night were shot down two balloons", "the television of Vessna|the television"),
        ),
    ),
    *family(
        "long frame",
        (
            "Mirela Tost, who has led the guild since the great strike of 1988 and whose father led it before her, "
            "says that the talks are dead.",
            indirect("the talks are dead", "Mirela Tost"),
        ),
        (
            "“We were promised boats,” Bashir Olun, a fisherman of sixty who has lost two sons to the sea, said on the "
            "steps of the ministry.",
            direct("We were promised boats,", "Bashir Olun"),
        ),
        (
            "Speaking to reporters after a closed meeting that had lasted until dawn, the governor said that no order "
            "had been given.",
            indirect("no order had been given", "the governor"),
        ),
        (
            "In a report of 300 pages that took two years to write, the commission found that the dike had been weak.",
            indirect("the dike had been weak", "the commission"),
        ),
        (
            "The treasurer told the members, some of whom had travelled all night from the islands, that the chest was "
            "empty.",
            indirect("the chest was empty", "The treasurer"),
        ),
        (
            "Yara Holm, asked by Radio Sarn on the eve of the vote about the closed wards, said that “no promise was "
            "broken”.",
            Expected("“no promise was broken”", "Yara Holm"),
        ),
    ),
    *family(
        "order of speakers",
        (
            "Tost thanked Falk. “He saved us all,” she said.",
            direct("He saved us all,", "she"),
        ),
        (
            "Menk's lawyer, Greta Ness, said her client was ill.",
            indirect("her client was ill", "Menk's lawyer, Greta Ness|Greta Ness|Menk's lawyer"),
        ),
        (
            "Falk met Holm on the quay. Holm said the ship was late.",
            indirect("the ship was late", "Holm"),
        ),
        (
            "“Sit down,” said the judge. Olun sat. “I will stand,” said his brother.",
            direct("Sit down,", "the judge"),
            direct("I will stand,", "his brother"),
            "Olun sat",
        ),
        (
            "The girl whom Virk pulled from the river says he saved her.",
            indirect("he saved her", "The girl whom Virk pulled from the river|The girl"),
        ),
    ),
)
