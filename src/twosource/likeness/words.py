"""General English words that the checks of likeness turn on. No list here knows a name.

The lists were written by hand from grammars' and newsrooms' everyday words; nothing was collected from a text.
"""

from __future__ import annotations


def _words(text: str) -> list[str]:
    """Return the words of a list that is written as a text: easier to read and to sort than quoted ones."""
    return text.split()


EMPTY_LEMMAS = frozenset(
    _words("""a an the this that these those such same other another each every some any all both either neither one
    be have do make take get give go come put let keep seem become bring hold
    say tell report state add note accord announce claim mention
    and or but nor so yet if whether while when as than then there here where why how what which who whom whose
    i me my mine we us our you your he him his she her hers it its they them their himself herself itself themselves
    of in on at by for to from with about into over after before during under between through within without against
    not no n't never also just only even still already very more most much many few less least further again now
    up down out off on away back well too quite rather really almost nearly about around
    mr mrs ms dr""")
)
"""Lemmas that say nothing about *what* is told. Verbs of saying are among them: who says it is compared apart."""

LIGHT_VERBS = frozenset(_words("have do make take give hold get express issue conduct"))
"""Verbs that leave it to their object what is done: to hold talks is to talk."""

NEGATIONS = frozenset(
    _words("not n't n’t nt no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely")
)
"""Words that turn what they stand with into its opposite."""

NEGATING_VERBS = frozenset(
    _words("deny fail refuse decline lack refute dispute reject rebut disavow disclaim cancel scrap shelve abandon")
)
"""Verbs whose object or complement did not, or will not, come about, or is said not to be so."""

REFUSALS = frozenset(_words("deny refute dispute rebut disavow disclaim reject"))
"""Verbs of saying that something is not so: two of them mean the same act."""

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})
POSSIBLE_AUXILIARIES = frozenset({"could", "may", "might", "can", "ca"})
DUTY_AUXILIARIES = frozenset({"must", "should", "ought"})
FUTURE_VERBS = frozenset(_words("plan intend expect schedule set due aim hope prepare slate vow promise pledge"))
"""With an infinitive: what is still to come. "Set" and "due" only so ("is set to close")."""
PLANNING_VERBS = frozenset({"plan", "intend", "schedule", "expect"})
"""Those of them that look ahead with any object."""
PLANS = frozenset({"plan", "proposal", "intention"})
"""Nouns that do ("there is no plan to …")."""
DUTY_VERBS = frozenset(_words("need require oblige have"))
ASKING_VERBS = frozenset(_words("ask demand urge call request appeal order tell want"))
"""With an infinitive: what someone is to do, not what was done."""
POSSIBLE_WORDS = frozenset(_words("possibly perhaps maybe possible likely probably potentially apparently allegedly"))

OPPOSITES: tuple[tuple[str, str], ...] = (
    (
        "rise climb increase gain grow jump surge soar up",
        "fall drop decrease lose shrink slump plunge slide decline down",
    ),
    ("raise hike lift boost", "lower cut reduce slash trim"),
    ("win", "lose"),
    ("accept", "reject refuse decline turn"),
    ("accept", "invite offer propose"),
    ("attack assault raid strike", "defend protect repel"),
    ("open reopen", "close shut"),
    ("begin start launch", "end stop finish halt"),
    ("arrive come enter", "leave depart exit flee"),
    ("buy purchase acquire", "sell"),
    ("hire appoint recruit", "fire dismiss sack"),
    ("support back favour favor endorse", "oppose resist"),
    ("confirm acknowledge admit", "deny refute dispute"),
    ("approve pass ratify", "reject veto block"),
    ("strengthen tighten", "weaken loosen ease relax"),
    ("arrest detain jail imprison", "release free"),
    ("acquit clear", "convict"),
    ("allow permit", "ban forbid prohibit bar"),
    ("import", "export"),
    ("lend", "borrow"),
    ("advance", "retreat withdraw"),
    ("join", "leave quit"),
    ("build construct", "demolish destroy raze dismantle"),
    ("praise welcome hail", "criticise criticize condemn denounce"),
    ("remember", "forget"),
    ("survive", "die"),
    ("find", "lose"),
    ("succeed", "fail"),
    ("include add", "exclude remove"),
    ("send give", "receive"),
    ("push", "pull"),
    ("more higher above over", "less fewer lower below under"),
    ("before", "after"),
    ("early", "late"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("legal lawful", "illegal unlawful"),
    ("safe", "unsafe dangerous"),
    ("public", "private secret"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("left", "right"),
    ("profit", "loss"),
    ("majority", "minority"),
    ("victory", "defeat"),
    ("increase", "cut"),
    ("threaten plan vow", "carry"),
    ("ask", "answer"),
    ("accuse charge", "convict acquit clear"),
    ("dry", "wet"),
    ("hot warm", "cold cool"),
    ("young", "old"),
    ("big large", "small"),
    ("new", "old"),
    ("day", "night"),
    ("morning", "evening afternoon night"),
    ("morning", "afternoon"),
    ("afternoon", "evening"),
    ("man", "woman"),
    ("boy", "girl"),
    ("brother", "sister"),
    ("father", "mother"),
    ("son", "daughter"),
    ("husband", "wife"),
)
"""Lemmas that pull in opposite ways, or are different steps of one business (an invitation and its acceptance)."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words("january february march april may june july august september october november december")
SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9} | {
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
CALENDAR_UNITS = frozenset({"week", "month", "year", "weekend", "decade", "season", "quarter"})
WHICH = {"last": "last", "past": "last", "previous": "last", "this": "this", "current": "this", "next": "next"} | {
    "coming": "next",
    "following": "next",
}
"""Words before a stretch of the calendar that say which one: those of one meaning have one value."""
RELATIVE_DAYS = frozenset({"yesterday", "today", "tonight", "tomorrow"})

TITLES = frozenset(
    _words("""mr mrs ms miss dr sir lord lady dame prof professor president chairman chairwoman chair minister premier
    chancellor secretary governor mayor senator congressman congresswoman representative judge justice general colonel
    major captain lieutenant sergeant admiral commander prince princess king queen pope bishop archbishop father sister
    spokesman spokeswoman spokesperson director chief deputy vice prime foreign defence defense leader former acting
    inspector detective officer superintendent""")
)
"""Words before a name that are no part of it."""

IRREGULAR_PEOPLES = {
    "french": "france",
    "dutch": "netherlands",
    "danish": "denmark",
    "british": "britain",
    "uk": "britain",
    "american": "us",
    "usa": "us",
    "polish": "poland",
    "spanish": "spain",
    "swiss": "switzerland",
    "greek": "greece",
    "turkish": "turkey",
    "irish": "ireland",
    "welsh": "wales",
    "finnish": "finland",
    "swedish": "sweden",
    "thai": "thailand",
}
"""Names of peoples that do not start like their country's name; "Kenyan" needs no entry."""

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        _words("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""")
    )
} | {word: 10 * value for value, word in enumerate(_words("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
MULTIPLIERS = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
ORDINALS = {
    word: float(value)
    for value, word in enumerate(_words("first second third fourth fifth sixth seventh eighth ninth tenth"), 1)
}
CURRENCIES = {
    "$": "dollar",
    "us$": "dollar",
    "€": "euro",
    "£": "pound money",
    "¥": "yen",
    "dollar": "dollar",
    "euro": "euro",
    "yen": "yen",
    "usd": "dollar",
    "eur": "euro",
    "gbp": "pound money",
}
MEASURES: dict[str, tuple[str, float]] = {
    "%": ("percent", 1.0),
    "percent": ("percent", 1.0),
    "pc": ("percent", 1.0),
    "kilometre": ("length", 1000.0),
    "kilometer": ("length", 1000.0),
    "km": ("length", 1000.0),
    "metre": ("length", 1.0),
    "meter": ("length", 1.0),
    "mile": ("length", 1609.0),
    "foot": ("length", 0.3048),
    "ft": ("length", 0.3048),
    "inch": ("length", 0.0254),
    "centimetre": ("length", 0.01),
    "centimeter": ("length", 0.01),
    "cm": ("length", 0.01),
    "millimetre": ("length", 0.001),
    "millimeter": ("length", 0.001),
    "mm": ("length", 0.001),
    "yard": ("length", 0.9144),
    "kilogram": ("weight", 1.0),
    "kilo": ("weight", 1.0),
    "kg": ("weight", 1.0),
    "tonne": ("weight", 1000.0),
    "ton": ("weight", 1000.0),
    "gram": ("weight", 0.001),
    "lb": ("weight", 0.4536),
    "lbs": ("weight", 0.4536),
    "mph": ("speed", 1.609),
    "kph": ("speed", 1.0),
    "km/h": ("speed", 1.0),
    "knot": ("speed", 1.852),
    "hectare": ("area", 10_000.0),
    "acre": ("area", 4046.9),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("time", 2_629_800.0),
    "year": ("time", 31_557_600.0),
    "decade": ("time", 315_576_000.0),
    "century": ("time", 3_155_760_000.0),
}
"""Unit word → what it measures, and how many base units (metre, kilogram, second, percent, kilometre an
hour, square metre) it is."""
DIMENSIONS = frozenset("deep high tall long wide thick across".split())
"""Words behind "80m" that make it metres, no millions: "an 80m-deep shaft"."""

APPROXIMATIONS = frozenset(_words("about around approximately roughly nearly almost some circa"))
"""Before a figure: it may be rounded."""
SIZE_WORDS = {"dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "tens": 10.0}
"""Words that tell the size of a number: "dozens" are at least two, and fewer than hundreds."""
LEAST_WORDS = frozenset({("more", "than"), ("at", "least"), ("over",), ("above",), ("exceeding",), ("exceeded",)})
MOST_WORDS = frozenset(
    {("less", "than"), ("fewer", "than"), ("up", "to"), ("at", "most"), ("under",), ("below",), ("maximum",)}
)
"""Words before a figure that make it the least, or the most, that the number is."""
