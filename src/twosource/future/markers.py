"""The words that open a look ahead, by what kind of look ahead they open. General English, no name among them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(text.split())


PLAN_VERBS = words(
    "plan intend aim hope schedule slate agree decide vow pledge promise threaten prepare arrange "
    "undertake propose commit resolve promise"
)
"""Verbs whose infinitive is planned by their subject: "plans to visit", "is scheduled to open"."""

DONE = words("prepare arrange decide undertake resolve")
"""Of these the ones whose plain past tells what was then done: "they decided to leave"."""

FORECAST_VERBS = words("expect anticipate predict forecast project estimate tip fear")
"""Verbs whose infinitive is foretold; in the passive with an actor as subject it is a plan: "is expected to visit"."""

PLAN_ADJECTIVES = words("due set ready willing prepared poised determined scheduled about")
FORECAST_ADJECTIVES = words("likely unlikely certain sure bound doomed destined guaranteed")
"""Adjectives with an infinitive: "is due to arrive", "is certain to fail"."""

PLAN_NOUNS = words(
    "plan intention intent willingness readiness promise pledge commitment agreement vow will "
    "determination proposal scheme bid"
)
"""Nouns with an infinitive or with "for" and "of": "a plan to visit", "no intention of leaving"."""

SURE = words(
    "certain sure confident convinced positive predict forecast believe think expect hope fear doubt "
    "estimate foresee anticipate warn bet guess reckon optimistic trust"
)
"""Words whose clause with "will" is somebody's forecast, not an arrangement."""

OUTCOMES = words(
    "be become remain stay emerge win lose prevail defeat triumph fail succeed collapse rise fall grow "
    "increase decrease decline drop improve worsen survive suffer die last happen occur need cost exceed "
    "reach benefit know see understand inherit recover regret depend mean prove turn help hurt affect "
    "lead cause result shrink expand double halve return continue"
)
"""Verbs of what comes about rather than what is arranged: with them "will" foretells."""

ARRANGED = words(
    "visit meet travel hold host arrive leave depart attend open launch begin start sign send deliver "
    "build close vote discuss inspect tour fly resume hand present publish release announce deploy join "
    "receive welcome speak appear chair lead conduct stage run play return continue convene gather march "
    "strike appeal sue sell buy"
)
"""Verbs of what is arranged: with a date ahead their plain present is a plan ("the talks resume on Friday")."""

HEADLINE_VERBS = words(
    "free release cut raise ban keep face get give take make join seek test probe review rebuild reopen pay name step"
)
"""More verbs that a headline has after "to": "Orrin to free crew"."""

NOT_NEGATED_BY = words("hesitate fail rest waver shy stop tire")
"""After a negation these verbs leave what follows as it is: "will not hesitate to act" is no negated plan."""

CALLING_OFF = words("cancel scrap shelve abandon drop rule call reject deny dismiss")
"""Verbs that take back a plan; "rule" needs "out" and "call" needs "off"."""

PLANNED_THINGS = words(
    "plan visit trip meeting summit talk talks tour event conference launch intention ceremony rally "
    "strike election vote march project deal exercise drill mission sale merger construction closure "
    "attack invasion"
)
"""What can be called off."""

INVITATIONS = words("invitation invite")
"""Nouns with an infinitive that somebody is invited to."""

IF_WORDS = words("if unless provided lest")
"""Words that open a condition."""

CONSEQUENCES = words("will would shall could may might can 'll must")
"""Auxiliaries of the consequence of a condition."""

WILL = words("will shall 'll ’ll wo")
"""Forms of "will" and "shall"."""

SAYING = words(
    "say tell report add announce declare state write note claim confirm insist assure vow promise warn "
    "pledge predict explain stress reveal disclose think believe hope expect know indicate suggest"
)
"""Verbs after which "would" is the "will" of reported speech."""

AIMS = words(
    "it this that all what thing reason step aim goal purpose task job objective idea point challenge problem best way"
)
"""Subjects of "is to" that make it a definition, no arrangement."""
