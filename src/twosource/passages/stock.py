"""Stretches that stand in many reports without being copied, and abbreviations that end in a full stop."""

from __future__ import annotations

STOCK_PHRASES = (
    "did not immediately respond to a request for comment",
    "did not immediately respond to requests for comment",
    "did not immediately return a call seeking comment",
    "did not immediately return calls seeking comment",
    "could not immediately be reached for comment",
    "could not be reached for comment on",
    "was not immediately available for comment",
    "were not immediately available for comment",
    "declined to comment when contacted by",
    "spoke on condition of anonymity because he was not authorized to speak publicly",
    "spoke on condition of anonymity because she was not authorized to speak publicly",
    "spoke on condition of anonymity because they were not authorized to speak publicly",
    "speaking on condition of anonymity because they were not authorised to speak to the media",
    "spoke on the condition of anonymity because he was not authorized to discuss the matter publicly",
    "spoke on the condition of anonymity because they were not authorized to brief the media",
    "could not be independently verified",
    "was not able to independently verify the report",
    "all rights reserved",
    "this material may not be published broadcast rewritten or redistributed without permission",
    "this story has been updated with additional information",
    "this is a developing story and will be updated",
    "this is a breaking news story more details to follow",
    "the views expressed in this article are the author's own",
    "sign up for our newsletter to get the latest news in your inbox",
    "follow us on twitter and like us on facebook",
    "for the first time since the end of the cold war",
    "for the first time since the end of the second world war",
    "for the first time in more than a decade",
    "in the early hours of the morning",
    "as a result of the",
    "at the end of the day",
    "one of the most important in the world",
    "it was not immediately clear whether",
    "it was not immediately clear how many people were",
    "on the sidelines of the united nations general assembly",
    "permanent members of the united nations security council",
)
"""Phrases of the trade, written down by us: two writers use them without knowing of one another."""

_ABBREVIATED = """
adm apr aug ave brig capt cmdr co col corp dec dept dr etc feb fr gen gov hon inc jan jr jul jun lt ltd maj mar messrs
mr mrs ms mt nov oct prof rep reps rev sen sens sep sept sgt sr st supt vs
"""
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
"""English abbreviations after which a full stop ends no sentence."""
