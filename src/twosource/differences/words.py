"""General English words that the rules turn on: hand-written from grammars and newsroom usage. No list knows a name."""

from __future__ import annotations

CONTRACTED = {
    "n't": "not",
    "'m": "am",
    "'re": "are",
    "'ll": "will",
    "'ve": "have",
    "wo": "will",
    "ca": "can",
    "okay": "ok",
}
"""Contracted and short forms, as the parser cuts them, and what they stand for."""

FUNCTION_POS = frozenset({"ADP", "DET", "AUX", "PRON", "PART", "CCONJ", "SCONJ", "PUNCT", "SYM", "SPACE", "INTJ", "X"})
"""Parts of speech that carry grammar, not meaning. A modal verb is told from the others by ``MODALS``."""
LEADING_POS = frozenset({"ADP", "DET", "PART"})
"""Words that open the group of words after them: "with joy" is shown, not "joy"."""
MODALS = frozenset("will would shall should can could may might must ought not no never none".split())
"""Little words that change what is meant."""

NAMING = frozenset("name mention identify cite specify".split())
"""Verbs whose object is what was, or was not, named."""
REFERENCE = frozenset("mention reference".split())
"""Nouns with which "make" or "there is" says so: "made no mention of", "there was no reference to"."""
SAYING = frozenset("say tell state mention confirm announce disclose comment specify reveal report".split())
"""Verbs that, negated, say that somebody did not say something."""

ACCEPTING = frozenset(
    """accept agree plan intend schedule promise pledge vow confirm arrange decide prepare expect commit approve
    announce set""".split()
)
"""Verbs by which something is to come about."""
DROPPING = frozenset("plan intention intend schedule need wish desire prospect question".split())
"""Words that, negated, say that something is not to come about: "no plan", "does not intend"."""
ALLEGING = frozenset("allegation accusation claim rumour rumor denial".split())
"""Nouns for what is only said: a piece about an allegation does not tell what is alleged."""
ALLEGED = ALLEGING | {"charge", "report", "story", "assertion", "statement"}
"""Nouns of what is said, that are themselves negated: "reports that … are not true"."""
FIRST = frozenset({"first", "last"})
UP_TO = frozenset({"since", "until", "before"})
"""The first since then, and none since then, are one thing."""
RULING_OUT = frozenset("rule cancel scrap exclude abandon shelve".split())
"""Verbs that say so without a negation: "ruled out talks"."""

VAGUE = {
    "several": (2.0, 40.0),
    "few": (2.0, 12.0),
    "couple": (2.0, 4.0),
    "dozens": (20.0, 120.0),
    "scores": (30.0, 200.0),
    "hundreds": (100.0, 2_000.0),
    "thousands": (1_000.0, 20_000.0),
    "tens": (20.0, 1_000_000.0),
    "millions": (1e6, 2e8),
}
"""Words for a number that is not told, with the least and the most that a reader would take them for."""

STATUS = {
    "dead": """kill die dead death fatality slay murder perish deadly fatally""",
    "injured": """injure wound hurt injury wounded injured""",
    "missing": """missing unaccounted""",
    "arrested": """arrest detain arrested detained""",
    "rescued": """rescue rescued""",
    "evacuated": """evacuate evacuated""",
}
"""What may befall people, and the lemmas that tell it: only counts of one kind are compared."""
STATUSES = frozenset(STATUS)
STATUS_OF = {lemma: status for status, lemmas in STATUS.items() for lemma in lemmas.split()}

PEOPLE = frozenset("person people individual human man woman".split())
"""Nouns that may count anybody."""
CREW = "crew"
ABOARD = "aboard"
"""What counts of a vessel's own people, and of all on board, are called."""
WHOLE = frozenset("the all its their his her".split())
"""Words before a figure that make it the size of a whole group: "the eleven sailors"."""
OPENING = frozenset("at more over up as under fewer less most".split())
"""First words of what opens a figure: "at least", "more than", "as many as"."""
PART_BEFORE = frozenset("other others another additional further more extra remaining including include".split())
"""Words before a figure that make it a part of a larger one; "more than" does not."""
PART_AFTER = frozenset("other others more additional further extra among".split())
"""Words after a figure that do; "12, including ten tourists" tells the whole first."""
GROWING = frozenset("""rise climb reach stand increase grow jump go put bring pass top hit number soar""".split())
"""Verbs with which a toll is told: "the toll rose to 26"."""
TOLL = "toll"
"""The noun that counts the dead where nothing else is said."""
MORE_MEASURES = {
    "m": ("length", 1.0),
    "m.": ("length", 1.0),
    "litre": ("volume", 1.0),
    "liter": ("volume", 1.0),
    "gallon": ("volume", 3.785),
}
"""Units beside those of ``twosource.likeness.words``: what they measure, and how many base units they are."""
EVENTS = frozenset(
    """shot explosion blast fire alarm warning siren leak spill strike hit collision flight vote ballot call visit
    bomb missile rocket shell grenade mine round test launch raid search""".split()
)
"""Things that happen, of which "none" at one place and "one" at another are about the same."""
OPENERS = frozenset("so and but well now yes no oh look then because or".split())
"""Words that open a spoken sentence and are left out, or not, as one likes."""
PASSING = frozenset(
    """here there now then just really very so well actually still simply too also quite already ahead prior due
    owing""".split()
)
"""Little adverbs of talk, and the heads of phrases like "ahead of", that come and go without a change of meaning."""
NO_COUNT = frozenset(
    """doubt time one way reason comment plan intention evidence sign mention word question problem idea need matter
    choice chance information detail indication longer wonder place right use sense case date reference response
    change difference limit end surprise decision hope money interest access contact official person""".split()
)
"""Nouns that "no" does not count: "no doubt", "no comment"."""

DIMENSIONS = frozenset("deep long high tall wide thick broad heavy".split())
"""Words that say which size of a thing a length is."""
SIZED = frozenset(
    """well hole pit wall fence tower bridge ship boat vessel tunnel crater cliff tree wave statue crane pool tank shaft
    trench plane mast chimney dam""".split()
)
"""Things whose size is told without saying which ("a 30m tower")."""
CHILDREN = frozenset("boy girl child kid toddler youngster".split())
"""Nouns of which two may mean one child."""
IDENTIFYING = frozenset({"identify", "name"})
"""Verbs that say who somebody is."""
ROLES = frozenset(
    """driver pilot captain gunman attacker shooter killer bomber hijacker conductor skipper co-pilot copilot
    perpetrator assailant""".split()
)
"""Nouns for somebody of whom one accident, or one attack, mostly has one."""
