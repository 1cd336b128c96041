"""The words that the changes turn on: everyday English, and the parts of names that nobody bears."""

from __future__ import annotations

OPPOSITES = """
rose/fell rise/fall rises/falls rising/falling increased/decreased increase/decrease increases/decreases
increasing/decreasing climbed/dropped climb/drop gained/lost gain/loss gains/losses jumped/slid surged/plunged
up/down higher/lower highest/lowest more/fewer most/least above/below over/under before/after earlier/later
won/lost winning/losing win/loss victory/defeat accepted/rejected accept/reject accepted/declined
approved/rejected approve/reject passed/blocked approval/rejection opened/closed open/closed opening/closing
began/ended begin/end beginning/end started/finished start/finish bought/sold buy/sell buying/selling
purchase/sale hired/fired hire/fire appointed/dismissed supported/opposed support/oppose supporters/opponents
backed/opposed confirmed/denied confirm/deny confirms/denies admitted/denied allowed/banned allow/ban
permitted/forbidden arrested/released arrest/release convicted/acquitted guilty/innocent killed/injured
killed/wounded dead/injured deaths/injuries died/survived entered/left entering/leaving arrived/departed
arrive/depart joined/left sent/received send/receive imports/exports import/export raised/lowered raised/cut
raise/cut strengthened/weakened strengthen/weaken stronger/weaker strong/weak praised/criticised
welcomed/condemned welcome/condemn succeeded/failed succeed/fail success/failure included/excluded
legal/illegal safe/unsafe likely/unlikely possible/impossible agreed/refused agree/refuse able/unable
invited/accepted offered/accepted north/south northern/southern east/west eastern/western left/right
early/late morning/evening day/night young/old large/small larger/smaller bigger/smaller big/small
majority/minority profit/loss public/private men/women man/woman boy/girl son/daughter father/mother
brother/sister husband/wife his/her he/she first/second second/third first/last all/some all/none many/few
always/never both/neither half/third million/billion thousand/million hundreds/thousands dozens/hundreds
hours/days days/weeks weeks/months months/years minutes/hours kilometres/miles kilometers/miles miles/metres
dollars/euros tonnes/pounds percent/points monthly/yearly weekly/daily with/without for/against
charged/convicted alleged/proven suspected/convicted missing/found alive/dead maximum/minimum best/worst
better/worse added/removed remained/left advanced/retreated attacked/defended continued/stopped continue/stop
extended/shortened asked/answered built/destroyed build/destroy broke/repaired cheap/expensive war/peace
friend/enemy ally/rival
"""
"""Forms that pull in opposite ways, or are different steps of one business, or different measures."""

MODALS = {
    "will": ("may", "might", "could"),
    "would": ("might", "could"),
    "may": ("will", "must"),
    "might": ("will", "must"),
    "could": ("will", "must"),
    "must": ("may", "might"),
    "should": ("will", "may"),
    "can": ("cannot",),
    "is": ("may be", "could be", "will be"),
    "are": ("may be", "could be", "will be"),
    "was": ("may have been", "will be", "could have been"),
    "were": ("may have been", "will be"),
    "has": ("may have", "could have"),
    "have": ("may have", "might have"),
    "had": ("may have", "might have"),
    "plans to": ("refused to", "was forced to"),
    "planned to": ("refused to",),
    "expected to": ("not expected to", "unlikely to"),
}
"""How sure or needed a thing is: what may stand in place of each."""
NEGATED = tuple("is are was were has have had will would can could should did does do may might must".split())
"""Helping verbs behind which a "not" can stand."""
NUMBER_WORDS = tuple(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
)
DIGITS = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "10": "ten"}
SPELLINGS = (("percent", "%"), ("per cent", "percent"), ("%", " percent"), ("the", ""), (",", ""), ("that", ""))
"""What can be put otherwise, or left out, without telling another thing."""
FIRST = tuple(
    "Al An Bel Bor Cal Dar Del Dor El Fen Gal Har Il Jor Kal Lan Mar Nor Or Pel Ran Sal Tar Ul Vel Wes Yor Zan".split()
)
LAST = tuple("ban den dova gard han ina kov lan mer nik ola ovic rand ris sen son ta tin vik wick yard zen".split())
"""How names that nobody bears begin and end."""
