"""Wider words: by which people and bodies are taken up again whom a report has called something narrower.

General English, put together by hand; a word that is missing costs a join, never makes a wrong one.
"""

from __future__ import annotations

from twosource.sources.vocabulary import HEADS_OF_STATE

DOERS = ("er", "or", "ist", "ian", "ant", "ee")
"""Endings of nouns for people."""
NO_DOERS = frozenset(
    (
        "anger bee behavior boiler bomber border bunker butter cancer career carrier center chapter charter "
        "coffee committee computer constant container corner corridor counter cover cruiser danger decree "
        "degree dinner disaster door elevator error factor favor fee fever filter fist flavor floor freezer "
        "generator grant guarantee harbor helicopter honor horror humor hunger laser layer letter lever list "
        "matter mirror mist monitor motor number odor order pant paper pier plant power printer quarter radar "
        "reactor register restaurant river router rubber rumor sector sensor server shelter silver steamer "
        "summer supper tanker tender terror theater thunder timber tower tractor trailer transformer trawler "
        "tree twist vapor variant water weather winter wonder"
    ).split()
)
"""Nouns with these endings that are nobody."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KINDS_OF_ROLE = {
    "official": _words(
        "minister secretary director commissioner deputy chief governor commander spokesman spokeswoman spokesperson "
        "adviser advisor envoy ambassador administrator superintendent president mayor"
    ),
    "politician": _words(
        "minister senator congressman congresswoman lawmaker legislator mayor governor leader candidate"
    ),
    "lawmaker": _words("senator congressman congresswoman congressperson representative legislator deputy"),
    "legislator": _words("senator congressman congresswoman representative lawmaker deputy"),
    "diplomat": _words("ambassador envoy consul negotiator"),
    "executive": _words("ceo cfo chairman chairwoman director president manager"),
    "officer": _words("captain sergeant lieutenant constable colonel general major commander detective inspector"),
    "scientist": _words("professor researcher physicist chemist biologist geologist astronomer engineer"),
    "lawyer": _words("attorney solicitor barrister counsel prosecutor"),
    "attorney": _words("lawyer counsel"),
    "actor": _words("actress"),
    "leader": HEADS_OF_STATE,
}
"""What a role can be called by when it is taken up again: a senator is a lawmaker, a lawmaker is no senator."""

KINDS_OF_BODY = {
    "ministry": _words("ministry department"),
    "department": _words("department ministry"),
    "agency": _words("agency administration service bureau authority office commission institute"),
    "company": _words(
        "company corporation corp co inc ltd llc plc gmbh ag manufacturer operator retailer airline firm"
    ),
    "firm": _words("firm company corporation corp co inc ltd llc plc gmbh ag"),
    "manufacturer": _words("manufacturer company"),
    "group": _words(
        "group association federation alliance movement militia league coalition union charity ngo society"
    ),
    "organisation": _words("organisation organization association federation foundation institute ngo charity union"),
    "organization": _words("organisation organization association federation foundation institute ngo charity union"),
    "movement": _words("movement party"),
    "bank": _words("bank"),
    "university": _words("university college"),
    "force": _words("police force"),
}
"""What a body can be called by when it is taken up again, by the words in its name or its descriptor."""
