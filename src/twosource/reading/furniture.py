"""What belongs to the page and not to the report, one line at a time, each with the reason why.

The rules know kinds of words that pages are made of (players, buttons, lists of links, pleas for a subscription), never
a site. They look for what running text does not do: a line made of labels alone, a label with a headline behind it, an
order to the reader about the page. Words between marks are never masked by a rule about a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.reading.lines import Line, ends_sentence, is_prose, quoted_stretches, quotes_words, word_set

QUOTED_WORDS = 4
"""Words between double marks from which a stretch is somebody's words and not a title or a scare quote."""
NAMED_WORDS = 2
"""Words between double marks from which a request to the reader is taken for a sentence of the report."""
LABEL_WORDS = 9
"""Words that a line of labels alone may have."""
TITLE_WORDS = 22
"""Words that a linked title may have; headlines of news sites stay below."""
REPEATED_WORDS = {2: 4, 3: 8}
"""Times that a short line must stand in a report, and the words that it may then have, to count as a label."""
HEADING_WORDS = 6
"""Words that the heading of a list of links may have."""
PLEA_CHARACTERS = 700
"""A longer line is no plea; the longest of newsletters and cookies have some hundred."""

LABELS = word_set(
    """ad ads advert advertisement advertising sponsored promoted audio video videos image images photo photos picture
    pictures gallery slideshow livestream live play playing pause paused mute muted unmute volume fullscreen player
    logo icon button replay autoplay loading buffering share shares tweet pin email e-mail print save copy copied embed
    link links comment comments reply like likes bookmark whatsapp facebook twitter pinterest linkedin reddit instagram
    youtube tumblr messenger flipboard skip close menu search trends trending subscribe login logout sign log register
    newsletter newsletters newswire follow following toggle caption captions expand collapse hide show enlarge scroll
    swipe tap click next previous prev back top home homepage tags topics read reading listen watch download app rss
    related recommended popular print transcript"""
)
"""Words of buttons, players and menus: English web pages' controls, collected from HTML interface guides."""
GLUE = word_set(
    """a an the this that to of in on for by with and or & now up down out below above here more all us our your you
    it main full screen story article content page post news media video x via new window off next ago most continue
    first 's"""
)
"""Words that may stand between labels but make no label alone."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    """Return one expression for several, each of which is matched at the start of a line."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_WORD = re.compile(r"[^\s|•·,;:/()\[\]–—\-…›»<>+\"“”]+")
_REPEATABLE = re.compile(r"[^\W\d_]")
_TEASER = re.compile(
    r"(?:\W{0,3})(?P<label>"
    r"(?:please )?(?:also )?(?:read|see|watch|view|listen|explore|discover)(?: (?:also|next|this|it|now|here"
    r"|on|more|too))?"
    r"(?: (?:about|the|our|full|video|videos|story|article|report|coverage|analysis|interview|trailer|moment"
    r"|clip|gallery|pictures?|photos?|pics?|images?)"
    r"){0,3} ?(?::|\||>|»)"
    r"|(?:related|more|more on this|more on this story|related (?:articles?|stor(?:y|ies)|coverage|news"
    r"|content|video|reading)"
    r"|recommended|must[ -](?:read|see|watch)|don['’]t miss|don['’]t miss it|further reading|in pictures|in photos"
    r"|video|videos|audio|podcast|gallery|photo gallery|slideshow|quiz|interactive|opinion|review"
    r"|you (?:may|might) also like|what to read next|up next|trending|live blog|live updates) ?(?::|\||>|»)"
    r")\s+(?=\S)",
    re.IGNORECASE,
)
_SHOUTED_TEASER = re.compile(
    r"(?P<label>(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|SEE MORE|WATCH NOW|WATCH VIDEO|MUST READ|RELATED|READ NEXT"
    r"|Read more|Read also|Also read|See also)) ?[–—-]?\s+(?=[A-Z0-9\"“'‘])"
)
_TRAILING_TEASER = re.compile(r"\s(?:Read more|READ MORE|Read More|Read the full story|Learn more|See more)\s?[»›>]*$")
_BRACKETED = re.compile(r"\[(?P<inside>[^\[\]]{12,160})\]$")
_HEADING = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|content|topics?|links?|coverage|posts?|reading|videos?))?"
    r"|(?:more|top|latest|other|recent|popular|featured|recommended|trending|similar|breaking)"
    r" (?:stor(?:y|ies)|news|articles?|headlines|posts?|videos?|coverage|reads?)(?: (?:from|on|in|for) .{1,40})?"
    r"|more (?:from|on|about) .{1,40}|more like this|most (?:read|popular|viewed|shared|watched"
    r"|commented)(?: .{1,30})?"
    r"|(?:editor['’]?s['’]?|our) (?:picks?|choice)|recommended(?: for you)?|trending(?: right)?(?: now)?|popular now"
    r"|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)(?: .{1,20})?|what to read next|read next|up next"
    r"|see also|also read|read also|further reading|don['’]t miss|around the web|from (?:around the web|our partners)"
    r"|sponsored (?:links|content)|explore more|discover more)\s?[:»›>]?$",
    re.IGNORECASE,
)
_ABOUT_AUTHOR = re.compile(
    r"(?:about|meet) the (?:authors?|writers?|reporters?|journalists?)|about (?:me|us)|author|author bio$",
    re.IGNORECASE,
)
_PLEAS = _any_of(
    r"(?:(?:please|to [a-z ]{1,30},) )?(?:sign up|subscribe|register|log in|sign in|join us|enter your"
    r"|stay informed|stay up to date"
    r"|keep up with|get the (?:latest|best|top|day)|get our|get your|download our)\b.{0,200}?\b(?:newsletters?|inbox"
    r"|e-?mails?|subscrib\w{2,6}|subscriptions?|alerts?|notifications?|app|account|updates|membership"
    r"|access|free)\b",
    r"(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies\b",
    r"(?:by (?:signing up|subscribing|continuing|clicking|using this)|thank you for (?:subscribing"
    r"|signing up)|thanks for (?:subscribing"
    r"|signing up))\b",
    r"(?:follow|like|find|join|add) (?:us|our page|our channel|the author)\b.{0,120}?\b(?:on|at|in)\b",
    r"(?:interested in|want more) .{1,60}\? (?:add|follow|subscribe|sign up|join|click|get)\b",
    r"(?:you (?:have|'ve|’ve) (?:reached|read) (?:your|the) (?:limit|last|final)|already a (?:subscriber"
    r"|member)\b)",
    r"(?:support|help us|donate to) (?:our|independent|quality) (?:journalism|newsroom|reporting)\b",
    r"(?:click|tap) here (?:to|for)\b",
    r"(?:read or )?share this (?:story|article|page|post)\b",
    r"(?:do you have|have you got|got) (?:a|any) (?:story|news tip|tip|news)\b.{0,100}?\b(?:e-?mail"
    r"|contact|call|let us|get in touch|tips?@)",
    r"we pay for (?:your )?(?:stories|videos)\b",
    r"(?:what do you think|have your say|tell us what you think|share your (?:thoughts|views|opinion)"
    r"|let us know (?:what|your|in)"
    r"|leave a comment|join the (?:conversation|discussion)|post a comment|send us your)\b.{0,120}$",
    r"(?:external links (?:are|on this)|.{1,40} is not responsible for the content of external)\b",
    r"a version of this (?:article|story) (?:appears|appeared|was published)\b",
    r"for more .{1,60}?\b(?:coverage|news|stories|videos)\b.{0,20}?(?:https?://|www\.|visit|go to|click)",
    r"(?:re-?enter|enter) (?:your |a )?(?:zip|post) ?code\b|get (?:digital|unlimited|full) access\b",
    r"order reprints\b",
    r"(?:this is a )?(?:breaking|developing)(?: news)? story\b.{0,80}$",
    r"(?:check back|refresh (?:this|the) page|come back) for (?:more|the latest|updates)\b",
    r"your browser does not support\b|(?:please )?(?:enable|turn on) (?:javascript|cookies)\b"
    r"|javascript is (?:disabled|required)\b",
    r"(?:scroll|swipe) (?:down|up|left|right|across)\b.{0,40}$",
    r"listen to this (?:story|article)\b.{0,60}$",
)
_CONTACTS = _any_of(
    r"follow (?:@\w{2,30}|(?:[\w.'’-]{1,30} ){1,4}on (?:twitter|facebook|instagram|linkedin|x|mastodon"
    r"|bluesky|threads)\b)",
    r"(?:e-?mail|contact|write to|reach|tweet)(?: to)?:? ?(?:the (?:author|reporter|writer|editor)s?"
    r"|(?:[\w.'’-]{1,30} ){0,4}(?:at|via) "
    r"\S{1,60}@\S{1,60}|\S{1,60}@\S{1,60})",
    r"\S{1,60}@\S{1,60}\.\w{2,10}$",
    r"@\w{2,30}$",
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_NO_WORDS = re.compile(r"[^\w\"“”]+$|_+$")


class Masked(NamedTuple):
    """A stretch of the text that is furniture (or, with ``keep``, that stays body though it stands in some)."""

    start: int
    end: int
    why: str
    keep: bool = False


def by_label(line: Line) -> str | None:
    """Return why a line is furniture, judged by its own words, or None."""
    text = line.text
    if _NO_WORDS.match(text):
        return "no words"
    if labels_only(text):
        return "label of the page"
    if _HEADING.match(text) and len(text.split()) <= HEADING_WORDS:
        return "heading of a list of links"
    if _ABOUT_AUTHOR.fullmatch(text):
        return "heading of the author's biography"
    if _ADDRESS.match(text):
        return "a web address"
    if len(text) <= PLEA_CHARACTERS and not quotes_words(text, NAMED_WORDS):
        if _PLEAS.match(text):
            return "a notice or request to the page's reader"
        if _CONTACTS.match(text):
            return "how to reach the author"
    return None


def is_list_heading(line: Line) -> bool:
    """Return whether the line heads a list of links to other reports."""
    return _HEADING.match(line.text) is not None and len(line.text.split()) <= HEADING_WORDS


def is_author_heading(line: Line) -> bool:
    """Return whether the line heads the author's biography."""
    return _ABOUT_AUTHOR.fullmatch(line.text) is not None


def is_title_like(text: str) -> bool:
    """Return whether a line can be the linked title of another report: short, no full stop, nobody's words in it."""
    return (
        len(text.split()) <= TITLE_WORDS
        and not text.endswith((".", ".”", '."', ":", ","))
        and not quotes_words(text, QUOTED_WORDS)
        and (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘[#")
    )


def labels_only(text: str) -> bool:
    """Return whether a text is made of the words of buttons, players and menus alone."""
    if len(text) > 120 or (ends_sentence(text) and not text.endswith(("…", "...", "!"))):
        return False
    words = [word.lower().rstrip(".!") for word in _WORD.findall(text)]
    if not words or len(words) > LABEL_WORDS:
        return False
    return all(word in LABELS or word in GLUE or word.isdigit() for word in words) and any(
        word in LABELS for word in words
    )


def teaser(line: Line) -> tuple[Masked, ...]:
    """Return the stretches of a teaser line: its label and titles masked, words in somebody's mouth kept.

    Empty where the line is no teaser.
    """
    text = line.text
    why = _teaser_why(text)
    if why is None:
        return ()
    stretches = []
    for start, end in _sentences(text):
        kept = quotes_words(text[start:end], QUOTED_WORDS)
        stretches.append(
            Masked(
                line.start + start,
                line.start + end,
                "quotation inside a teaser line" if kept else why,
                kept,
            )
        )
    return tuple(stretches)


def _teaser_why(text: str) -> str | None:
    if len(text) > PLEA_CHARACTERS:
        return None
    match = _TEASER.match(text)
    if match or _SHOUTED_TEASER.match(text):
        label_end = match.end() if match else 0
        rest = text[label_end:]
        if _is_title_sentence(rest):
            return "teaser of another report"
        return None
    if _TRAILING_TEASER.search(text[-40:]) and len(text.split()) <= TITLE_WORDS + 3:
        return "teaser of another report"
    bracketed = _BRACKETED.match(text)
    if bracketed and not bracketed["inside"].endswith("."):
        inside = bracketed["inside"]
        if not quotes_words(inside, QUOTED_WORDS) and ":" not in inside[:15] and inside.count(" ") >= 3:
            return "a bracketed link"
    return None


def _is_title_sentence(rest: str) -> bool:
    """Return whether what follows a label begins with a title: a capital, and at most one title's worth of words."""
    first = next(_sentences(rest), (0, 0))
    words = rest[: first[1]].split()
    return bool(words) and len(words) <= TITLE_WORDS and not rest[0].islower()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line; a mark between double quotation marks ends none."""
    inside = quoted_stretches(text)
    quote = 0
    start = 0
    for match in re.finditer(r"[.!?…][\"”'’)\]]{0,3}\s+(?=[A-Z0-9\"“‘'\[(])", text):
        while quote < len(inside) and inside[quote][1] < match.start():
            quote += 1
        if quote < len(inside) and inside[quote][0] <= match.start() < inside[quote][1] - 1:
            continue
        end = match.start() + len(match.group().rstrip())
        yield start, end
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def repeated(found: Sequence[Line]) -> frozenset[str]:
    """Return the short lines that stand several times in one report: labels that the page's layout repeats."""
    counts: dict[str, int] = {}
    for line in found:
        if len(line.text) <= 80:
            counts[line.text] = counts.get(line.text, 0) + 1
    return frozenset(text for text, count in counts.items() if count > 1 and _repeats_as_label(text, count))


def _repeats_as_label(text: str, count: int) -> bool:
    if ends_sentence(text) or text.endswith((":", ",", ";")) or quoted_stretches(text) or is_prose(text):
        return False
    least = max(times for times in REPEATED_WORDS if times <= count)
    return len(text.split()) <= REPEATED_WORDS[least] and _REPEATABLE.search(text) is not None
