"""Further variants of the constructs in :mod:`tests.statements.stances`: other verbs, shapes and places."""

from __future__ import annotations

from tests.statements.shape import Construct, Expected, direct, family, indirect, mixed

MORE_STANCES: tuple[Construct, ...] = (
    *family(
        "denied",
        (
            "“I never touched the safe,” said Menk, denying that he had taken the crowns.",
            direct("I never touched the safe,", "Menk"),
            indirect("he had taken the crowns", "Menk", "denied"),
        ),
        (
            "Holm denied saying that the wards were empty.",
            indirect("saying that the wards were empty", "Holm", "denied"),
        ),
        (
            "The navy refuted the claim that its boats had crossed the line.",
            indirect(
                "the claim that its boats had crossed the line|its boats had crossed the line", "The navy", "denied"
            ),
        ),
    ),
    *family(
        "question and answer",
        (
            "Asked whether she would stand again, Tost said: “I have a garden.”",
            indirect("whether she would stand again|she would stand again", None, "asked", optional=True),
            direct("I have a garden.", "Tost"),
        ),
        (
            "“Will you pay?” the widow asked. “In time,” answered the owner.",
            direct("Will you pay?", "the widow", "asked"),
            direct("In time,", "the owner"),
        ),
        (
            "Radio Sarn asked the admiral whether the fleet had fuel; he said it had “enough for a week”.",
            indirect("whether the fleet had fuel|the fleet had fuel", "Radio Sarn", "asked"),
            mixed("it had “enough for a week”", "he"),
        ),
        (
            "The coroner wondered why nobody had rung the bell.",
            indirect("why nobody had rung the bell", "The coroner", "asked"),
        ),
        (
            "When a boy asked how deep the shaft was, the foreman replied that no one had measured it.",
            indirect("how deep the shaft was", "a boy", "asked"),
            indirect("no one had measured it", "the foreman"),
        ),
    ),
    *family(
        "hint",
        (
            "Holm hinted that more wards might close.",
            indirect("more wards might close", "Holm", "hinted"),
        ),
        (
            "The letter implies that the heir was paid.",
            indirect("the heir was paid", "The letter", "hinted"),
        ),
        (
            "“There may be news by Friday,” the envoy hinted.",
            direct("There may be news by Friday,", "the envoy", "hinted"),
        ),
        (
            "Menk insinuated that the judge had been bought.",
            indirect("the judge had been bought", "Menk", "hinted"),
        ),
        (
            "Aides intimated the wedding was off.",
            indirect("the wedding was off", "Aides", "hinted"),
        ),
        (
            "The treasurer alluded to a second set of books.",
            indirect("a second set of books|to a second set of books", "The treasurer", "hinted"),
        ),
    ),
    *family(
        "refusal",
        (
            "Tost refused to hand over the keys.",
            indirect("to hand over the keys", "Tost", "refused", act=None, optional=True),
        ),
        (
            "The guild declined to name its new leader.",
            indirect("to name its new leader", "The guild", "refused", act=None, optional=True),
        ),
        (
            "The palace refused to comment on the rumours.",
            indirect("to comment on the rumours", "The palace", "refused", act=None, optional=True),
        ),
        (
            "The council has ruled out a second bridge.",
            indirect("a second bridge", "The council", "refused|denied|planned"),
        ),
        (
            "“Not in my lifetime,” said the old count, refusing to sell the forest.",
            direct("Not in my lifetime,", "the old count"),
            indirect("to sell the forest", "the old count", "refused", act=None, optional=True),
        ),
        (
            "Police would not discuss the arrest.",
            "the arrest",
        ),
    ),
    *family(
        "concern",
        (
            "The islanders expressed fears that the last ferry would be sold.",
            indirect("the last ferry would be sold", "The islanders", "feared|asserted"),
        ),
        (
            "Engineers have voiced concern that the tower leans.",
            indirect("the tower leans", "Engineers", "feared|asserted"),
        ),
        (
            "Mothers fear the well is poisoned.",
            indirect("the well is poisoned", "Mothers", "feared|asserted", act=None),
        ),
        (
            "The bishop expressed alarm that children were working underground.",
            indirect("children were working underground", "The bishop", "feared|asserted"),
        ),
        (
            "“I fear for the harvest,” said Olun.",
            direct("I fear for the harvest,", "Olun"),
            indirect("for the harvest", "I", act=None, optional=True),
        ),
    ),
    *family(
        "plan",
        (
            "The line announced a plan to run trams at night.",
            indirect("a plan to run trams at night|to run trams at night", "The line", "planned|asserted"),
        ),
        (
            "The guild said it would strike on Monday.",
            indirect("it would strike on Monday", "The guild"),
        ),
        (
            "Holm unveiled plans to hire 200 nurses.",
            indirect("plans to hire 200 nurses|to hire 200 nurses", "Holm", "planned|asserted"),
        ),
        (
            "Torvia intends to reopen the mine.",
            indirect("to reopen the mine", "Torvia", "planned", act="intention", optional=True),
        ),
        (
            "The theatre has announced a decision to close its doors in June.",
            indirect(
                "a decision to close its doors in June|to close its doors in June", "The theatre", "planned|asserted"
            ),
        ),
    ),
    *family(
        "demand",
        (
            "Widows demanded to see the list.",
            indirect("to see the list", "Widows", "demanded"),
        ),
        (
            "The envoy called on Torvia to free the sailors.",
            indirect("Torvia to free the sailors|to free the sailors", "The envoy", "demanded"),
        ),
        (
            "“Open the archives,” the students demanded.",
            direct("Open the archives,", "the students", "demanded"),
        ),
        (
            "The coroner recommended that the shaft be closed.",
            indirect("the shaft be closed", "The coroner", "demanded"),
        ),
        (
            "Falk appealed for blankets and dry wood.",
            indirect("blankets and dry wood|for blankets and dry wood", "Falk", "demanded"),
        ),
    ),
    *family(
        "promise",
        (
            "“Every crown will be paid back,” vowed the treasurer.",
            direct("Every crown will be paid back,", "the treasurer", "promised"),
        ),
        (
            "Holm pledged that no ward would close before spring.",
            indirect("no ward would close before spring", "Holm", "promised"),
        ),
        (
            "The owners guaranteed that the pit would stay open.",
            indirect("the pit would stay open", "The owners", "promised"),
        ),
        (
            "Virk has promised his team to train twice a day.",
            indirect("to train twice a day|his team to train twice a day", "Virk", "promised", optional=True),
        ),
        (
            "The rebels swore to burn the bridge.",
            indirect("to burn the bridge", "The rebels", "promised"),
        ),
        (
            "The island vowed never to sell its light.",
            indirect("never to sell its light|to sell its light", "The island", "promised", optional=True),
        ),
    ),
    *family(
        "warning and threat",
        (
            "The coroner warned of more deaths in the shaft.",
            indirect("more deaths in the shaft|of more deaths in the shaft", "The coroner", "feared|asserted"),
        ),
        (
            "Doctors warned parents that the fever spreads by touch.",
            indirect("the fever spreads by touch", "Doctors", "feared|asserted", addressee="parents"),
        ),
        (
            "“Pay or leave,” the landlord threatened.",
            direct("Pay or leave,", "the landlord", "promised|feared"),
        ),
        (
            "The guild has threatened to stop the trams.",
            indirect("to stop the trams", "The guild"),
        ),
        (
            "The lighthouse, pilots warn, will not last the winter.",
            indirect(("The lighthouse,", "will not last the winter"), "pilots", "feared|asserted"),
        ),
    ),
    *family(
        "agreeing and inviting",
        (
            "The guild agreed that the dead should be paid for.",
            indirect("the dead should be paid for", "The guild"),
        ),
        (
            "The queen invited the miners to tea.",
            indirect("to tea|the miners to tea", "The queen", optional=True, act=None),
        ),
        (
            "Torvia and Arvale have agreed to share the water.",
            indirect("to share the water", "Torvia and Arvale"),
        ),
        (
            "“You are right,” agreed Olun.",
            direct("You are right,", "Olun"),
        ),
        (
            "The mayor asked the bishop to bless the bridge.",
            indirect("the bishop to bless the bridge|to bless the bridge", "The mayor", "demanded|asked"),
        ),
    ),
    *family(
        "not an attribution",
        (
            "The ministry, they say, never sleeps.",
            indirect(("The ministry,", "never sleeps"), "they", optional=True),
        ),
        ("Virk told the truth and was believed.", "the truth", "was believed"),
        ("The figures speak for themselves.", "for themselves"),
        ("Needless to say, the boat was late.", "the boat was late"),
    ),
    *family(
        "thought",
        (
            "Holm believes that the wards can be saved.",
            indirect("the wards can be saved", "Holm", act="thought"),
        ),
        (
            "Most islanders think the ferry will come back.",
            indirect("the ferry will come back", "Most islanders", act="thought"),
        ),
        (
            "The coroner doubts that the shaft was ever safe.",
            indirect("the shaft was ever safe", "The coroner", act="thought"),
        ),
        (
            "Traders expect that bread will cost more.",
            indirect("bread will cost more", "Traders", act="thought"),
        ),
        (
            "“We feel we were robbed,” Menk said.",
            direct("We feel we were robbed,", "Menk", parent=""),
        ),
        (
            "Falk assumed that the light had failed.",
            indirect("the light had failed", "Falk", act="thought"),
        ),
    ),
    *family(
        "mixed stance",
        (
            "Tost admitted the loan had been a mistake.",
            indirect("the loan had been a mistake", "Tost", "asserted"),
        ),
        (
            "The clerk said nobody had asked him, and that he would have answered.",
            Expected(("nobody had asked him", "he would have answered"), "The clerk", "indirect", joined=False),
        ),
        (
            "The admiral boasted that his ships could not be sunk.",
            indirect("his ships could not be sunk", "The admiral", "asserted"),
        ),
        (
            "The tribunal found that the toll was not a tax.",
            indirect("the toll was not a tax", "The tribunal", "asserted"),
        ),
    ),
)
