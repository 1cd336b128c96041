"""Words that pull in opposite ways, and words for what befell someone of which one excludes the other. No names."""

from __future__ import annotations

from twosource.likeness.words import OPPOSITES

CONVERSE = frozenset(
    {
        frozenset(pair.split("/"))
        for pair in """buy/sell purchase/sell acquire/sell lend/borrow import/export give/receive send/receive beat/lose
        defeat/lose hire/join teach/learn lead/follow own/belong""".split()
    }
)
"""Two words for one act, told from its two ends: who buys from one is sold to by the other."""

MORE_OPPOSITES: tuple[tuple[str, str], ...] = (
    ("for", "against"),
    ("uphold confirm affirm", "overturn quash annul reverse strike"),
    ("expand widen extend enlarge", "shrink narrow curb shorten contract"),
    ("gain", "lose"),
    ("beat defeat win", "lose"),
    ("deploy send", "withdraw recall pull"),
    ("impose", "lift remove scrap"),
    ("resume restart", "suspend pause interrupt"),
    ("keep retain", "drop abandon lose scrap"),
    ("enter join", "leave quit"),
    ("improve", "worsen deteriorate"),
    ("accelerate speed", "slow"),
    ("agree", "disagree refuse"),
    ("encourage", "discourage deter"),
    ("hide conceal", "reveal disclose show"),
    ("connect join", "separate divide"),
    ("lead", "trail"),
    ("above", "below"),
    ("inside", "outside"),
    ("first", "last latest final"),
    ("minimum least", "maximum most"),
    ("upper", "lower"),
    ("rich", "poor"),
    ("high", "low"),
    ("strong", "weak"),
    ("long", "short"),
    ("increase rise growth", "decrease decline fall drop reduction"),
    ("friend ally", "enemy foe rival"),
    ("supporter", "opponent critic"),
    ("seller", "buyer"),
    ("exporter", "importer"),
    ("full", "empty"),
    ("possible", "impossible"),
    ("able", "unable"),
    ("known", "unknown"),
    ("armed", "unarmed"),
    ("conscious", "unconscious"),
    ("likely", "unlikely"),
    ("popular", "unpopular"),
    ("constitutional", "unconstitutional"),
    ("valid", "invalid"),
    ("successful", "unsuccessful"),
    ("temporary", "permanent"),
    ("partial", "full total complete"),
    ("voluntary", "compulsory mandatory"),
    ("positive", "negative"),
    ("recover", "worsen deteriorate"),
    ("best", "worst"),
    ("well", "badly poorly"),
    ("fast faster quickly", "slow slowly slower"),
    ("wide", "narrow"),
    ("sign approve", "veto"),
    ("sign hire", "release drop"),
    ("create add", "cut drop shed"),
    ("lift ease", "tighten impose"),
    ("promote", "demote"),
    ("noon midday", "midnight"),
    ("out", "into"),
    ("spring", "autumn"),
    ("summer", "winter"),
    ("mainland", "island"),
    ("urban", "rural"),
    ("domestic", "foreign"),
    ("better", "worse"),
    ("largest biggest", "smallest"),
    ("highest", "lowest"),
    ("winner", "loser"),
    ("victim", "suspect attacker"),
)
ALL_OPPOSITES = OPPOSITES + MORE_OPPOSITES

STATUSES: tuple[tuple[str, ...], ...] = (
    (
        "kill die dead death fatal deadly murder fatality",
        "injure wound hurt injury injured wounded",
        "miss missing disappear",
        "survive survivor unhurt unharmed uninjured escape",
    ),
    (
        "allege alleged suspected accuse",
        "arrest detain",
        "charge indict accuse",
        "convict conviction convicted",
        "acquit clear acquittal acquitted",
        "sentence jail imprison",
        "release free",
        "fine",
        "plead",
        "pardon",
    ),
    ("propose table", "approve pass adopt", "reject defeat", "repeal revoke withdraw"),
    ("resign quit", "dismiss sack fire oust", "retire", "suspend", "appoint name"),
    ("confirm confirmed", "suspect suspected", "probable"),
    ("damage damaged", "destroy destroyed", "threaten spare"),
    ("final", "semi-final semifinal semi", "quarter-final quarterfinal"),
    ("promote", "resign quit", "dismiss sack fire oust"),
    ("nominate nominated shortlist", "win award"),
    ("lead leading", "win winning"),
    ("threaten warn", "attack strike"),
    ("murder", "manslaughter", "attempted"),
    ("theft", "robbery", "fraud", "murder", "assault", "rape", "arson"),
    ("acting interim", "former ex outgoing", "incoming elect"),
    ("evacuate", "rescue", "kill"),
    ("draft", "final"),
    ("strike", "lockout"),
    ("request seek demand", "receive win get obtain secure grant"),
)
"""Each line: what may befall someone or something, one excluding the other in one sentence about them."""


def _sides(lists: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[int, int], ...]]:
    sides: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, group in enumerate(lists):
        for side, words in enumerate(group):
            for word in words.split():
                sides[word] = (*sides.get(word, ()), (number, side))
    return sides


QUANTITIES: tuple[tuple[str, ...], ...] = (
    (
        "all every each entire whole both",
        "half",
        "third thirds",
        "quarter quarters",
        "fifth fifths",
        "most majority",
        "some several few",
        "none no neither",
        "one",
    ),
    ("once", "twice", "thrice"),
    ("single", "double", "triple"),
    ("hourly", "daily", "weekly", "monthly", "quarterly", "yearly annual annually"),
    ("always", "sometimes occasionally", "never"),
    ("millions", "thousands", "hundreds", "dozens scores"),
)
"""Each line: shares of a thing, or how often or how many, one excluding the other in the same place."""

OPPOSED = _sides(ALL_OPPOSITES)
COUNTED = _sides(QUANTITIES)
BEFALLEN = _sides(STATUSES)


SOFT = frozenset(
    """early late morning afternoon evening night day new old young big large small high low long short first last
    public private secret man woman boy girl brother sister father mother son daughter husband wife""".split()
)
"""Words of a pair that colours a thing: another one is a detail that differs, not another thing."""


def apart(sides: dict[str, tuple[tuple[int, int], ...]], here: str, there: str) -> bool:
    """Return whether two words stand on two sides of one line, and on one side of none."""
    left, right = sides.get(here, ()), sides.get(there, ())
    if not left or not right or set(left) & set(right):
        return False
    return any(n == m and s != t for n, s in left for m, t in right)
