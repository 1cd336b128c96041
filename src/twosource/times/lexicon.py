"""The words of time in English, each with the class letter that the rules are written in.

General English only: names of months, days, parts of a day, units, numbers, and the small words that turn them
("last", "ago", "early"). A class letter stands for one token; the rules are patterns over such letters.
"""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written as one text."""
    return tuple(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their abbreviations, with the number of the month."""

SURE_MONTHS = frozenset(words("january february july september october november december sept"))
"""Months that are nothing else when capitalised; the others are also verbs, given names or parts of names."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
"""Names of the days of the week and their abbreviations, Monday is 0."""

PARTS_OF_DAY = {
    "morning": "TMO",
    "mornings": "TMO",
    "dawn": "TMO",
    "midmorning": "TMO",
    "afternoon": "TAF",
    "midafternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "nightfall": "TNI",
    "lunchtime": "TAF",
}
"""Parts of a day with their TIMEX3 codes; ISO 8601 has none, so they are kept beside the value."""

SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "wintertime": 24}
"""Seasons with their EDTF codes."""

DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Words for a day, with its distance in days from the day of speaking."""

UNITS = {
    "second": "TS",
    "sec": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "weekday": "D",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "weekend": "WE",
}
"""Units with their codes: T before a unit below a day, F fortnight, E decade, C century, WE weekend."""

IRREGULAR_PLURALS = {"centuries": "C", "yrs": "Y", "hrs": "TH", "mins": "TM", "secs": "TS"}
"""Plurals that are not made with a plain s."""

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
POWERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
"""Words that multiply what stands before them."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}

HOLIDAYS = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("valentine", "'s", "day"): (2, 14),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("halloween",): (10, 31),
    ("christmas",): (12, 25),
}
"""Feasts on a fixed day, with month and day."""

DECADE_WORDS = {
    word: 10 * number
    for number, word in enumerate(
        words("twenties thirties forties fifties sixties seventies eighties nineties"), start=2
    )
}

ZONES = {
    "gmt": "Z",
    "utc": "Z",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "msk": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
} | dict.fromkeys(("et", "pt", "ct"), "")
"""Time zones with their offset; empty where it depends on the season, so that the value is left without a zone."""

NAMED_HOURS = words("noon midnight midday")
"""Words for an hour."""

EACH = {
    "hourly": "TH",
    "daily": "D",
    "nightly": "D",
    "weekly": "W",
    "fortnightly": "F",
    "monthly": "M",
    "annually": "Y",
    "yearly": "Y",
}
"""Words for what comes again, with the unit that lies between."""

WORD_CLASSES = {
    "L": "last next past previous coming following preceding this current upcoming ensuing same that these those "
    "recent latest present",
    "E": "early late earlier later mid",
    "G": "ago earlier later before after hence prior afterwards",
    "x": "about around nearly almost roughly approximately over under exactly barely",
    "q": "several few many numerous countless",
    "T": "the",
    "a": "a an",
    "o": "of",
    "&": "and to through until or till",
    "h": "half",
    "B": "end beginning start middle rest close turn eve height outset remainder",
    "R": "each every",
    "F": "fiscal financial calendar trading working business consecutive straight full whole entire more additional "
    "successive academic further other long corresponding",
    "Z": "period term session",
    "V": "now currently recently lately nowadays soon presently shortly then",
    "O": " ".join(ORDINALS),
    "P": " ".join(PARTS_OF_DAY),
    "S": " ".join(SEASONS),
    "t": " ".join(DAY_WORDS),
    "K": " ".join(NAMED_HOURS),
    "v": " ".join(EACH),
    "f": "final opening closing",
    "z": " ".join(ZONES),
}
"""Class letters and the words that carry them; a word in two rows takes the first that a rule can use."""

PHRASES: tuple[tuple[tuple[str, ...], str], ...] = (
    *(((*more, "than"), "x") for more in (("no", "more"), ("no", "less"), ("longer",))),
    (("as", "many", "as"), "x"),
    (("as", "much", "as"), "x"),
    (("a", "little", "over"), "x"),
    (("more", "than"), "x"),
    (("less", "than"), "x"),
    (("fewer", "than"), "x"),
    (("at", "least"), "x"),
    (("at", "most"), "x"),
    (("up", "to"), "x"),
    (("close", "to"), "x"),
    *((lead, "x") for lead in (("just", "over"), ("just", "under"), ("well", "over"))),
    (("a", "couple", "of"), "2"),
    *((("the", "couple", "of"), "2"), (("couple", "of"), "2")),
    (("a", "couple"), "2"),
    (("a", "few"), "q"),
    (("quite", "a", "few"), "q"),
    *(((many, "of"), "q") for many in ("dozens", "hundreds", "scores")),
    (("at", "present"), "V"),
    (("at", "the", "moment"), "V"),
    (("for", "the", "moment"), "V"),
    (("the", "time", "being"), "V"),
    (("the", "near", "future"), "V"),
    (("the", "foreseeable", "future"), "V"),
    (("the", "distant", "future"), "V"),
    (("the", "recent", "past"), "V"),
    (("the", "future"), "V"),
    (("these", "days"), "V"),
    (("more", "recently"), "V"),
    (("most", "recently"), "V"),
    (("very", "soon"), "V"),
    (("from", "now"), "G"),
    (("o", "'", "clock"), "c"),
    (("some", "time", "ago"), "V"),
    (("a", "long", "time", "ago"), "V"),
    (("long", "ago"), "V"),
    (("or", "so"), "+"),
    (("or", "more"), "+"),
    (("local", "time"), "z"),
    (("eastern", "time"), "z"),
    (("pacific", "time"), "z"),
    (("all", "day"), "."),
)
"""Groups of words that count as one, longest first where they begin alike."""

PRESENT = frozenset(words("now currently nowadays presently")) | {
    "at present",
    "at the moment",
    "for the moment",
    "the time being",
    "these days",
}
"""Words for the time of writing."""

AHEAD = frozenset({"soon", "very soon", "shortly", "the future", "the near future", "the foreseeable future"}) | {
    "the distant future"
}
"""Words for a time to come that name none."""

PREPOSITIONS = frozenset(words("on in at during by until till since from before after throughout between"))
"""Words that belong to the adverbial of a point in time and stand inside its span: "on Thursday", "in 2021"."""

COUNTED = frozenset(
    words(
        "people persons men women children soldiers troops fighters civilians refugees migrants workers "
        "employees staff jobs shares votes seats points percent dollars euros pounds yen rubles francs "
        "cents miles kilometers kilometres meters metres feet km tons tonnes barrels acres hectares "
        "homes houses buildings cars vehicles planes tanks missiles rounds cases deaths dead injured "
        "wounded victims others members students patients voters families households residents "
        "passengers units copies items times calories words pages square cubic megawatts mw kg kilograms "
        "liters litres rpm mph hp gallons bags boxes bottles tickets fans spectators guests delegates "
        "police officers villages schools calls complaints signatures applications such"
    )
)
"""Nouns that are counted: "2024 people" is no year."""

FIGURES = frozenset(
    words(
        "$ £ € ¥ # % percent cents million billion trillion share shares profit profits loss losses net earnings "
        "prices sales revenue revenues income turnover output"
    )
)
"""Words of a sentence that reports the figures of a business."""
