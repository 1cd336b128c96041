"""Layers of saying: two and three deep in both orders, coordination, relays, addressees, and garbled translations."""

from __future__ import annotations

from tests.statements.shape import Construct, Expected, direct, family, indirect, mixed

LAYERS: tuple[Construct, ...] = (
    *family(
        "nested, agency last",
        (
            "At the dinner, Orme said the visit had opened a new chapter and expressed her willingness to share "
            "the water of the Sarn in every dry summer, TNA said.",
            indirect(
                "At the dinner, Orme said the visit had opened a new chapter and expressed her willingness to share "
                "the water of the Sarn in every dry summer",
                "TNA",
                parent="",
            ),
            indirect(
                "the visit had opened a new chapter",
                "Orme",
                parent="At the dinner, Orme said the visit had opened a new chapter and expressed her willingness to "
                "share the water of the Sarn in every dry summer",
            ),
            indirect(
                "her willingness to share the water of the Sarn in every dry summer",
                "Orme",
                parent="At the dinner, Orme said the visit had opened a new chapter and expressed her willingness to "
                "share the water of the Sarn in every dry summer",
            ),
        ),
        (
            "Both governments agreed to clear the strait of mines by June, Orrin Wire reported.",
            indirect("Both governments agreed to clear the strait of mines by June", "Orrin Wire", parent=""),
            indirect(
                "to clear the strait of mines by June",
                "Both governments",
                parent="Both governments agreed to clear the strait of mines by June",
            ),
        ),
        (
            "“President Orme warmly invited the guest to return in spring,” the Torvian News Agency said.",
            direct(
                "President Orme warmly invited the guest to return in spring,", "the Torvian News Agency", parent=""
            ),
            indirect(
                "to return in spring|the guest to return in spring",
                "President Orme|Orme",
                parent="President Orme warmly invited the guest to return in spring,",
            ),
        ),
        (
            "General Arden told the troops that the war was over, state television reported on Monday.",
            indirect("General Arden told the troops that the war was over", "state television", parent=""),
            indirect("the war was over", "General Arden", parent="General Arden told the troops that the war was over"),
        ),
        (
            "The suspect denied having been in the building, according to his lawyer.",
            indirect("The suspect denied having been in the building", "his lawyer", parent=""),
            indirect(
                "having been in the building",
                "The suspect",
                "denied",
                parent="The suspect denied having been in the building",
            ),
        ),
    ),
    *family(
        "nested, agency first",
        (
            "The Halden Post reported that Maren Voss told the inquiry that the gates had been left open.",
            indirect(
                "Maren Voss told the inquiry that the gates had been left open",
                "The Halden Post|Halden Post",
                parent="",
            ),
            indirect(
                "the gates had been left open",
                "Maren Voss",
                parent="Maren Voss told the inquiry that the gates had been left open",
            ),
        ),
        (
            "TNA said the prime minister had warned that no ship would leave before Friday.",
            indirect("the prime minister had warned that no ship would leave before Friday", "TNA", parent=""),
            indirect(
                "no ship would leave before Friday",
                "the prime minister",
                parent="the prime minister had warned that no ship would leave before Friday",
            ),
        ),
        (
            "According to Radio Sarn, the pilot said the fog “came down like a curtain”.",
            mixed("the pilot said the fog “came down like a curtain”", "Radio Sarn", parent=""),
            mixed(
                "the fog “came down like a curtain”",
                "the pilot",
                parent="the pilot said the fog “came down like a curtain”",
            ),
        ),
        (
            "Her lawyer says that Crewe has promised to hand over the diaries.",
            indirect("Crewe has promised to hand over the diaries", "Her lawyer", parent=""),
            indirect(
                "to hand over the diaries", "Crewe", "promised", parent="Crewe has promised to hand over the diaries"
            ),
        ),
    ),
    *family(
        "three deep",
        (
            "Orrin Wire reported that the ministry said Brandt had admitted that he signed the order.",
            indirect("the ministry said Brandt had admitted that he signed the order", "Orrin Wire", parent=""),
            indirect(
                "Brandt had admitted that he signed the order",
                "the ministry",
                parent="the ministry said Brandt had admitted that he signed the order",
            ),
            indirect("he signed the order", "Brandt", parent="Brandt had admitted that he signed the order"),
        ),
        (
            "The mayor said her deputy had told her that the firm promised to pay, the Lowmere Echo reported.",
            indirect(
                "The mayor said her deputy had told her that the firm promised to pay",
                "the Lowmere Echo|Lowmere Echo",
                parent="",
            ),
            indirect(
                "her deputy had told her that the firm promised to pay",
                "The mayor",
                parent="The mayor said her deputy had told her that the firm promised to pay",
            ),
            indirect(
                "the firm promised to pay",
                "her deputy",
                parent="her deputy had told her that the firm promised to pay",
            ),
            indirect("to pay", "the firm", optional=True),
        ),
        (
            "According to the indictment, Zold told an aide that the bank had agreed to hide the loan.",
            indirect("Zold told an aide that the bank had agreed to hide the loan", "the indictment", parent=""),
            indirect(
                "the bank had agreed to hide the loan",
                "Zold",
                parent="Zold told an aide that the bank had agreed to hide the loan",
            ),
            indirect("to hide the loan", "the bank", parent="the bank had agreed to hide the loan"),
        ),
        (
            "\"The captain said the tower had told him 'wait for the tug',\" Joss Arden testified.",
            direct("The captain said the tower had told him 'wait for the tug',", "Joss Arden", parent=""),
            Expected(
                "the tower had told him 'wait for the tug'",
                "The captain",
                parent="The captain said the tower had told him 'wait for the tug',",
            ),
            direct("wait for the tug", "the tower", parent="the tower had told him 'wait for the tug'"),
        ),
    ),
    *family(
        "coordinated saying",
        (
            "Liepsna said the dam was full and warned that the gates might be opened.",
            indirect("the dam was full", "Liepsna"),
            indirect("the gates might be opened", "Liepsna"),
        ),
        (
            "The court found that the sale was void and ordered the city to buy back the land.",
            indirect("the sale was void", "The court"),
            indirect("the city to buy back the land|to buy back the land", "The court", "demanded"),
        ),
        (
            "Odile Marchetti thanked the crews, said the worst was over and promised to return.",
            indirect("the worst was over", "Odile Marchetti"),
            indirect("to return", "Odile Marchetti", "promised"),
            indirect("the crews", "Odile Marchetti", optional=True),
        ),
        (
            "The coach denied a quarrel and insisted Sollis was fit.",
            indirect("a quarrel", "The coach", "denied"),
            indirect("Sollis was fit", "The coach"),
        ),
        (
            "Voss said that the ferries were full, that the trains had stopped and that nobody had been told.",
            Expected(
                ("the ferries were full", "the trains had stopped", "nobody had been told"),
                "Voss",
                "indirect",
                joined=False,
            ),
        ),
    ),
    *family(
        "quoted as saying",
        (
            "TNA quoted Governor Liepsna as saying the curfew would end on Friday.",
            indirect("the curfew would end on Friday", "Governor Liepsna|Liepsna"),
            indirect(
                "Governor Liepsna as saying the curfew would end on Friday|the curfew would end on Friday",
                "TNA",
                optional=True,
            ),
        ),
        (
            "“Our patience is not without end,” General Arden was quoted as saying by the Torvian News Agency.",
            direct("Our patience is not without end,", "General Arden"),
            Expected(
                "“Our patience is not without end,” General Arden was quoted|Our patience is not without end,",
                "the Torvian News Agency",
                optional=True,
            ),
        ),
        (
            "The envoy was cited by Orrin Wire as saying that talks had broken down.",
            indirect("talks had broken down", "The envoy"),
            indirect(
                "The envoy was cited by Orrin Wire as saying that talks had broken down|talks had broken down",
                "Orrin Wire",
                optional=True,
            ),
        ),
        (
            "The mine has been empty since 2019, the Lowmere Echo quoted its manager as saying.",
            indirect("The mine has been empty since 2019", "its manager"),
            indirect(
                "The mine has been empty since 2019, the Lowmere Echo quoted its manager as saying|"
                "The mine has been empty since 2019",
                "the Lowmere Echo",
                optional=True,
            ),
        ),
    ),
    *family(
        "citing",
        (
            "The raid was called off, Radio Sarn reported, citing two officers.",
            indirect("The raid was called off", "Radio Sarn|two officers"),
            indirect("The raid was called off", "two officers", optional=True),
        ),
        (
            "Citing a court file, the Halden Post said that Brandt owned the yacht.",
            indirect("Brandt owned the yacht", "the Halden Post|Halden Post|a court file"),
            indirect("Brandt owned the yacht", "a court file", optional=True),
        ),
        (
            "Orrin Wire, citing people close to the bank, reported that a buyer had been found.",
            indirect("a buyer had been found", "Orrin Wire|people close to the bank"),
            indirect("a buyer had been found", "people close to the bank", optional=True),
        ),
        (
            "The envoy has left, the newspaper said, quoting airport staff.",
            indirect("The envoy has left", "the newspaper|airport staff"),
            indirect("The envoy has left", "airport staff", optional=True),
        ),
    ),
    *family(
        "garbled translation",
        (
            "The palace spokesman said on Tuesday Ivo Brandt said there was no plan for the queen to travel to Arvale.",
            Expected(
                "there was no plan for the queen to travel to Arvale",
                "Ivo Brandt|The palace spokesman",
                "indirect",
                "asserted|denied",
            ),
            indirect(
                "Ivo Brandt said there was no plan for the queen to travel to Arvale",
                "The palace spokesman",
                optional=True,
            ),
        ),
        (
            "The mayor he invited the Torvian envoy Petra Sollis State media reported on Thursday that the mayor "
            "went on by train and looked at two shipyards.",
            indirect(
                "the mayor went on by train and looked at two shipyards|"
                "The mayor he invited the Torvian envoy Petra Sollis State media reported on Thursday that the mayor "
                "went on by train and looked at two shipyards",
                "State media",
            ),
            indirect("the Torvian envoy Petra Sollis", "The mayor|he", optional=True),
        ),
        (
            "In the harbour has exploded a tank, told the fire chief Renn Halvorsen to reporters.",
            indirect("In the harbour has exploded a tank", "the fire chief Renn Halvorsen|Renn Halvorsen"),
        ),
        (
            "He “with great joy accepted the gift,” informed the agency TNA on the Monday.",
            mixed("He “with great joy accepted the gift,”", "the agency TNA|TNA"),
        ),
        (
            "It is “unacceptable” that the ships remain, so the minister Odile Marchetti on Friday before the press.",
            mixed(
                "It is “unacceptable” that the ships remain",
                "the minister Odile Marchetti|Odile Marchetti",
                optional=True,
            ),
        ),
    ),
    *family(
        "long frame",
        (
            "Sollis also said before a minute of silence at the quay with the families that the search “will go on as "
            "long as there is one name on the list.”",
            mixed("the search “will go on as long as there is one name on the list.”", "Sollis"),
        ),
        (
            'Without giving a name, Kalnis said the "men who sold the wharf will answer for it."',
            mixed('the "men who sold the wharf will answer for it."', "Kalnis"),
        ),
        (
            "“Nobody leaves,” the guard, a man in his fifties with a rifle on his back, said to the two women.",
            direct("Nobody leaves,", "the guard"),
        ),
        (
            "Asked on Monday, the day after the wreck was found, the line's director in Arvale, Wen Taoyi, said that "
            "all papers would be handed over.",
            indirect("all papers would be handed over", "the line's director in Arvale, Wen Taoyi|Wen Taoyi"),
        ),
    ),
    *family(
        "order of speakers",
        (
            "“We paid them,” said Quill. “They never came,” said Olm.",
            direct("We paid them,", "Quill"),
            direct("They never came,", "Olm"),
        ),
        (
            "Quill turned to Olm. “You never came,” he said.",
            direct("You never came,", "he"),
        ),
        (
            "Ana Delgani, Faraz's sister, said he was innocent. The prosecutor said he was not.",
            indirect("he was innocent", "Ana Delgani, Faraz's sister|Ana Delgani"),
            indirect("he was not", "The prosecutor"),
        ),
        (
            "Idowe listened while the doctor read the list. “Four are from our street,” she said. Idowe wept.",
            direct("Four are from our street,", "she"),
            "Idowe wept",
        ),
        (
            "Farrant, Olm's brother, says that Olm's money is gone.",
            indirect("Olm's money is gone", "Farrant, Olm's brother|Farrant"),
        ),
    ),
)
