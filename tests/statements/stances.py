"""What the source does with the content: denies, asks, hints, refuses, plans, demands, promises; and negated saying."""

from __future__ import annotations

from tests.statements.shape import Construct, direct, family, indirect, mixed, said

STANCES: tuple[Construct, ...] = (
    *family(
        "denied",
        (
            "The minister denied that he had seen the letter.",
            indirect("he had seen the letter", "The minister", "denied"),
        ),
        (
            "Torvia has denied any part in the break-in.",
            indirect("any part in the break-in", "Torvia", "denied"),
        ),
        (
            "Arvale and Torvia have both denied such plans.",
            indirect("such plans", "Arvale and Torvia", "denied"),
        ),
        (
            "“There was no second boat,” the coastguard said, rejecting claims that a rescue had been called off.",
            direct("There was no second boat,", "the coastguard"),
            indirect("a rescue had been called off", "the coastguard", "denied", optional=True),
        ),
        (
            "The firm dismissed as “fantasy” a report that it had sold the patents.",
            said(
                "it had sold the patents|“fantasy” a report that it had sold the patents",
                "The firm|a report",
                stance="denied|asserted",
            ),
            said("“fantasy”", "The firm", optional=True),
        ),
        (
            "Brandt, who denies taking bribes, goes on trial in May.",
            indirect("taking bribes", "Brandt|who", "denied"),
        ),
        (
            "The palace issued a denial that the queen had been taken ill.",
            indirect("the queen had been taken ill", "The palace", "denied"),
        ),
    ),
    *family(
        "not said",
        ("Silvan Orme did not say that she would resign.", "she would resign"),
        (
            "The bank declined to say whether its cards would work again by Tuesday.",
            "its cards would work again by Tuesday",
        ),
        ("Voss has never said that the dike was safe.", "the dike was safe"),
        ("Neither the airline nor the airport said the flight had been full.", "the flight had been full"),
        ("He didn't tell the crew the valve was open.", "the valve was open"),
        (
            "No one has claimed that the letter was forged. The police say it is genuine.",
            indirect("it is genuine", "The police"),
            "the letter was forged",
        ),
        ("The report does not state that the pilot had been drinking.", "the pilot had been drinking"),
        ("Farrant would not confirm that the owner wanted to sell.", "the owner wanted to sell"),
        ("Nobody told us that the road had been mined.", "the road had been mined"),
        (
            "Without saying that the plant would close, the firm moved its last machines on Friday.",
            "the plant would close",
        ),
    ),
    *family(
        "question and answer",
        (
            'When asked by Radio Sarn if the toll would rise, Kalnis said: "Ask me in June."',
            indirect("if the toll would rise|the toll would rise", "Radio Sarn", "asked"),
            direct("Ask me in June.", "Kalnis"),
        ),
        (
            "Asked whether he had met the buyers, Farrant replied that he had not.",
            indirect("whether he had met the buyers|he had met the buyers", None, "asked", optional=True),
            indirect("he had not", "Farrant"),
        ),
        (
            "A reporter asked whether the army would withdraw. “That is up to the other side,” General Arden said.",
            indirect("whether the army would withdraw|the army would withdraw", "A reporter", "asked"),
            direct("That is up to the other side,", "General Arden"),
        ),
        (
            '"Where were the lifeboats?" asked Samuel Idowe, whose sister was on board.',
            direct("Where were the lifeboats?", "Samuel Idowe", "asked"),
        ),
        (
            "Councillors asked the engineer how long the repairs would take, and he said a year at least.",
            indirect("how long the repairs would take", "Councillors", "asked"),
            indirect("a year at least", "he"),
        ),
    ),
    *family(
        "hint",
        (
            "The coach hinted twice that Sollis would play on Saturday.",
            indirect("Sollis would play on Saturday", "The coach", "hinted"),
        ),
        (
            "Governor Liepsna has suggested that the toll could be dropped.",
            indirect("the toll could be dropped", "Governor Liepsna|Liepsna", "hinted|asserted"),
        ),
        (
            "In her speech Odile Marchetti hinted at an early election.",
            indirect("an early election|at an early election", "Odile Marchetti", "hinted"),
        ),
        (
            "Aides to the president have implied that the envoy will be recalled.",
            indirect("the envoy will be recalled", "Aides to the president|Aides", "hinted"),
        ),
    ),
    *family(
        "refusal",
        (
            "The shipping line refused to pay for the clean-up.",
            indirect("to pay for the clean-up", "The shipping line", "refused", act=None, optional=True),
        ),
        (
            "“I will not sign it,” said Zold, refusing to take back his complaint.",
            direct("I will not sign it,", "Zold"),
            indirect("to take back his complaint", "Zold", "refused", act=None, optional=True),
        ),
        (
            "The ministry declined to comment.",
            indirect("to comment", "The ministry", "refused", act=None, optional=True),
        ),
        (
            "Torvia ruled out sending troops to the strait.",
            indirect("sending troops to the strait", "Torvia", "refused|denied|planned"),
        ),
    ),
    *family(
        "concern",
        (
            "Lowmere officials have expressed concern that the dam could fail, which would flood four villages.",
            indirect(
                "the dam could fail, which would flood four villages|the dam could fail",
                "Lowmere officials",
                "feared|asserted",
            ),
        ),
        (
            "Farmers voiced fears that the port would stay shut until the harvest.",
            indirect("the port would stay shut until the harvest", "Farmers", "feared|asserted"),
        ),
        (
            "The union has raised concerns about the age of the boats.",
            indirect("the age of the boats|about the age of the boats", "The union", "feared|asserted", optional=True),
        ),
        (
            "Aid groups fear that thousands are trapped in Dunmarrow.",
            indirect("thousands are trapped in Dunmarrow", "Aid groups", "feared|asserted", act=None),
        ),
        (
            "Nadia Crewe worries the school will not open in time.",
            indirect("the school will not open in time", "Nadia Crewe", "feared|asserted", act=None),
        ),
    ),
    *family(
        "plan",
        (
            "The airline announced plans to cut 400 jobs by March.",
            indirect("plans to cut 400 jobs by March|to cut 400 jobs by March", "The airline", "planned|asserted"),
        ),
        (
            "Torvia plans to build a second bridge over the Sarn next year.",
            indirect(
                "to build a second bridge over the Sarn next year", "Torvia", "planned", act="intention", optional=True
            ),
        ),
        (
            "The council said it intended to sell the old fish market.",
            indirect("it intended to sell the old fish market", "The council"),
            indirect("to sell the old fish market", "it", "planned", act="intention", optional=True),
        ),
        (
            "Governor Liepsna will open the dam in May, her office said.",
            indirect("Governor Liepsna will open the dam in May", "her office"),
        ),
        (
            "There is no plan for the queen to visit Arvale, the palace said.",
            indirect("There is no plan for the queen to visit Arvale", "the palace", "asserted|denied"),
        ),
    ),
    *family(
        "demand",
        (
            "Protesters demanded that the mayor step down.",
            indirect("the mayor step down", "Protesters", "demanded"),
        ),
        (
            "The union called for an inquiry into the fire.",
            indirect("an inquiry into the fire|for an inquiry into the fire", "The union", "demanded"),
        ),
        (
            "The coastguard urged sailors to stay in port until Sunday.",
            indirect("sailors to stay in port until Sunday|to stay in port until Sunday", "The coastguard", "demanded"),
        ),
        (
            "A judge ordered the firm to open its books.",
            indirect("the firm to open its books|to open its books", "A judge", "demanded"),
        ),
        (
            "Torvia insisted that its ships be let through.",
            indirect("its ships be let through", "Torvia", "demanded|asserted"),
        ),
    ),
    *family(
        "promise",
        (
            "The minister promised to publish the letters before the vote.",
            indirect("to publish the letters before the vote", "The minister", "promised"),
        ),
        (
            "Ruta Kalnis has vowed that every house will have power by winter.",
            indirect("every house will have power by winter", "Ruta Kalnis", "promised"),
        ),
        (
            "The bank pledged to pay back all fees.",
            indirect("to pay back all fees", "The bank", "promised"),
        ),
        (
            "Hugo Farrant offered to resign over the affair.",
            indirect("to resign over the affair", "Hugo Farrant", "promised|planned|asserted"),
        ),
    ),
    *family(
        "warning and threat",
        (
            "Engineers warned that the north pier could give way in the next storm.",
            indirect("the north pier could give way in the next storm", "Engineers", "asserted|feared"),
        ),
        (
            "The drivers threatened to block the tunnel if their pay was cut.",
            indirect("to block the tunnel if their pay was cut", "The drivers"),
        ),
        (
            "“Anyone who crosses the line will be shot,” the rebels warned in leaflets.",
            direct("Anyone who crosses the line will be shot,", "the rebels"),
        ),
        (
            "Beatrix Olm cautioned that the figures were early ones.",
            indirect("the figures were early ones", "Beatrix Olm"),
        ),
        (
            "The ministry warned against bathing in the lake.",
            indirect("bathing in the lake|against bathing in the lake", "The ministry"),
        ),
    ),
    *family(
        "agreeing and inviting",
        (
            "Both sides agreed to reopen the border on 3 May.",
            indirect("to reopen the border on 3 May", "Both sides"),
        ),
        (
            "The two presidents agreed that no ship would be searched.",
            indirect("no ship would be searched", "The two presidents"),
        ),
        (
            "President Orme invited her Torvian colleague to visit Arvale in the autumn.",
            indirect(
                "to visit Arvale in the autumn|her Torvian colleague to visit Arvale in the autumn",
                "President Orme|Orme",
            ),
        ),
        (
            "Liepsna accepted the offer and reaffirmed her wish to share the cost of the dam.",
            indirect("her wish to share the cost of the dam", "Liepsna"),
            indirect("the offer", "Liepsna", optional=True, act=None),
        ),
        (
            'The union and the company agreed on a pay rise of "at least four per cent".',
            said(
                'on a pay rise of "at least four per cent"|a pay rise of "at least four per cent"',
                "The union and the company",
            ),
        ),
    ),
    *family(
        "not an attribution",
        (
            "The clock in the square says ten past four and has done so since the war.",
            indirect("ten past four", "The clock in the square|The clock", optional=True),
        ),
        ("It goes without saying that the road was slow.", "the road was slow"),
        ("Maren Voss reports to the harbour board and lives in Lowmere.", "lives in Lowmere"),
        ("The show must go on, so they say.", indirect("The show must go on", "they", optional=True)),
        ("Farrant told a joke, poured the tea and drove home.", "poured the tea and drove home"),
        (
            "The bell announced the end of the shift.",
            indirect("the end of the shift", "The bell", optional=True, act=None),
        ),
    ),
    *family(
        "thought",
        (
            "Many in Brannock believe the well was poisoned.",
            indirect("the well was poisoned", "Many in Brannock|Many", act="thought"),
        ),
        (
            "Ivo Brandt thought that the boat had already gone.",
            indirect("the boat had already gone", "Ivo Brandt", act="thought"),
        ),
        (
            "Investigators suspect the fire was set.",
            indirect("the fire was set", "Investigators", act="thought"),
        ),
        (
            '"I think we were lucky," Nadia Crewe said.',
            direct("I think we were lucky,", "Nadia Crewe", parent=""),
            indirect("we were lucky", "I", act="thought", optional=True),
        ),
    ),
    *family(
        "mixed stance",
        (
            "The minister said he did not know who had signed the order.",
            indirect("he did not know who had signed the order", "The minister"),
        ),
        (
            'The ministry said the exercise "will not" take place unless Torvia withdraws.',
            mixed('the exercise "will not" take place unless Torvia withdraws', "The ministry"),
        ),
        (
            "The governor would close the port if the storm turned north, her spokesman said.",
            indirect("The governor would close the port if the storm turned north", "her spokesman"),
        ),
        (
            "Kalnis acknowledged that the first count had been wrong.",
            indirect("the first count had been wrong", "Kalnis"),
        ),
        (
            'The envoy praised the crew for "keeping their heads".',
            said('the crew for "keeping their heads"|"keeping their heads"', "The envoy"),
        ),
        (
            "The court ruled on Thursday that the strike was lawful.",
            indirect("the strike was lawful", "The court"),
        ),
    ),
)
