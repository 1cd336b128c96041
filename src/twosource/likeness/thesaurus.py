"""Everyday words that newsrooms put for one another, one group a line. Hand-written, general English, no names.

A word may stand in several groups (to "decline" is to refuse, and to fall).
"""

from __future__ import annotations

from functools import lru_cache

GROUPS = """
close shut shutter
buy purchase acquire
begin start commence launch
end finish conclude
stop halt
deeply profoundly
kill murder slay
injure wound hurt
injury wound
provide supply deliver furnish
delivery supply shipment
weapon arm armament weaponry
talk discussion negotiation conversation
war conflict
rise climb increase grow
fall drop decrease decline
rally demonstration protest march
jail prison
jail imprison
firm company business enterprise
child kid
doctor physician
house home
car vehicle
ship vessel boat
city town
help aid assist
help aid assistance support
use consume
continue pursue
promote foster encourage
relation tie relationship
big large huge vast
stock supply reserve
reject refuse decline
choose pick select
fix repair mend
answer reply respond
accident crash collision
blast explosion
blaze fire
storm gale tempest
illness disease sickness
teacher instructor
student pupil
officer constable policeman policewoman
soldier troop
attorney lawyer solicitor barrister
worker employee staff
resign quit
hire employ recruit
fire dismiss sack oust
arrest detain
demand insist
scheme plan
law legislation
vote ballot
poll survey
money fund cash funding
salary wage pay
cost price expense
tax levy duty
cut reduce slash lower
raise lift increase hike
win triumph
defeat beat
victory win triumph
error mistake
danger risk threat
warn caution
worry concern fear
happy glad pleased
joy pleasure delight
angry furious
quick fast rapid swift
strong powerful
weak feeble
rich wealthy
important significant major key
show display demonstrate
visit trip tour
tour visit
travel journey
meet gather assemble
agreement deal accord pact treaty
arrive come
leave depart
build construct erect
destroy demolish wreck raze
damage harm
hide conceal
find discover locate
search hunt
seize confiscate
steal rob
accuse allege
witness onlooker eyewitness
border frontier
coast shore
road street
plane aircraft airplane jet
airport airfield
site centre center facility
factory plant works
shop store
guest visitor
hint suggest imply
sure certain confident
whole entire
postpone delay defer
cancel scrap
approve endorse
praise commend laud
criticise criticize condemn denounce
oppose resist
fight battle combat
attack assault raid
rescue save
free release liberate
victim casualty
expert specialist
scientist researcher
study research
inquiry probe investigation
proof evidence
trial hearing
reveal disclose
secret confidential
remember recall
predict forecast
send dispatch
get receive obtain
people crowd
protester demonstrator marcher
gunman shooter attacker
minister secretary
spokesman spokeswoman spokesperson
technical technological
""".strip()

_GROUPS_OF: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(GROUPS.splitlines()):
    for _entry in _line.split():
        _GROUPS_OF[_entry] = _GROUPS_OF.get(_entry, frozenset()) | {_number}


def synonyms(a: str, b: str) -> bool:
    """Return whether two lemmas stand in one group."""
    return bool(_GROUPS_OF.get(a, frozenset()) & _GROUPS_OF.get(b, frozenset()))


STEM_LETTERS = 5
"""Least first letters that two forms of one word share ("invite", "invitation")."""
STEM_SHARE = 0.8
"""Least share of the shorter form that those letters make up."""
REMEMBERED = 65_536
"""Pairs of words whose comparison is kept in memory: those of a story meet again and again."""


@lru_cache(maxsize=REMEMBERED)
def akin(a: str, b: str) -> bool:
    """Return whether two lemmas are one word, two forms of it, or synonyms."""
    return bool(a) and (a == b or synonyms(a, b) or _one_stem(a, b))


def _one_stem(a: str, b: str) -> bool:
    short = min(len(a), len(b))
    shared = 0
    while shared < short and a[shared] == b[shared]:
        shared += 1
    return shared >= STEM_LETTERS and shared >= STEM_SHARE * short
