"""Invented paragraphs with their attributions, for what the political news that is learned from does not show.

Every person, place, agency and event is made up here from syllables and word lists. What an attribution covers
follows what the annotators of PolNeAR's train part did most often, counted there:

* direct content has its outer marks (in 5602, out 23), and the comma before the closing mark with them (3247 : 4);
  a stop inside the marks belongs to it, the stop of an unmarked sentence does not (out 8469, in 333), nor does the
  comma after an unmarked clause (out 3281, in 115); quoted words that go on after the cue are a second range of it;
* content begins with "that" (1851 : 20), "whether", "if", "how", "why" (311 : 13), and with "to" after "plan", "want",
  "vow", "agree", "refuse", "decline";
* a source has its article (2586 : 34) and its apposition, before the cue with the comma that ends it (848 : 76), after
  the cue to its end (655 : 101);
* a cue has its auxiliary, negation and adverb ("has repeatedly said": 189 : 14 and 1295 : 96), "to" of "according to"
  (386 : 0), "of" of "warned of" (11 : 2), "in a statement" where it follows (48 : 21), the colon after "said"
  (341 : 14) but not its comma (999 : 12), not the addressee ("told": out 404, in 4) and not "on Monday" (out 58, in 7;
  "said Monday" stands at 74 : 77 and is treated alike); a lone colon or dash is the cue of a headline or transcript.

The corpus has one layer and marks saying that did not happen ("did not say who"); here every layer is marked, and
nothing where nothing was said.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict

from bench.corpora import Attribution, Range
from training.examples import Example
from training.invented_patterns import PATTERNS
from training.invented_told import ASK, BASE, SAY
from training.invented_untold import FURNITURE, PLAIN, PLAINHEAD, TRAPS, UNSAID
from training.invented_words import FIRST, MIDDLES, ONSETS, PLACE_ENDS, STOCK, SURNAME_ENDS

EMPTY = {"plain": 330, "unsaid": 150, "trap": 230, "furniture": 165}
"""How many paragraphs attribute nothing, by what they hold."""
ALONE = frozenset({"headline", "transcript", "quotation, then plain"})
"""Constructs that stand in a paragraph of their own."""
LONGEST = 620
"""Code points of a paragraph; longer ones are made anew, as the network would not see their end."""
_FOLLOWING = (
    "S[{a.he}] Q[added] C[{that}].|C[“{Say},”] S[{a.he}] Q[added].|S[{a.l}] Q[{said}] C[{that}]."
    "|S[{org}] Q[added] C[{that}].|C[{clause}], S[{a.he}] Q[said].|S[{a.he}] Q[also announced] C[{event}]."
)
_LINES = {
    "base": BASE,
    "say": SAY,
    "ask": ASK,
    "plain": PLAIN,
    "unsaid": UNSAID,
    "trap": TRAPS,
    "furniture": FURNITURE,
    "plainhead": PLAINHEAD,
}
_ENTRIES = {slot: text.split("|") for slot, text in STOCK.items()} | {
    slot: text.strip().split("\n") for slot, text in _LINES.items()
}
_ENTRIES["following"] = _FOLLOWING.split("|")
_SLOT = re.compile(r"\{([\w.]+)\}")
_MARKUP = re.compile(r"([SQC])(\d?)\[|\]")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?=\w)")
_BEGINNING = re.compile(r"(?:^|(?<=\. )|(?<=\.[”’] ))[“‘–—(\s]*[a-z]")
_STYLES = ("“”‘’’", "“”‘’’", "“”‘’'", "\"\"'''", "\"\"'''", "‘’“”’", "''\"\"'")
"""What stands for the double marks, for single marks, and for the apostrophe."""
_BRITISH = ("“”‘’’", "“”‘’'", "\"\"'''")


def examples(seed: int = 7) -> list[Example]:
    """Return the paragraphs in an order of chance; the same seed makes the same ones."""
    return [example for _, example in made(seed)]


def made(seed: int = 7) -> list[tuple[str, Example]]:
    """Return the paragraphs, each with the name of its construct: a key of ``PATTERNS`` or of ``EMPTY``."""
    chance = random.Random(seed)  # not for secrets
    wanted: list[tuple[str, str]] = []
    for construct, (count, patterns) in PATTERNS.items():
        lines = patterns.strip().split("\n")
        # in turn, so that each pattern has its share
        wanted += [(construct, lines[i % len(lines)]) for i in range(count)]
    for kind, count in EMPTY.items():
        wanted += [(kind, "")] * count
    chance.shuffle(wanted)
    texts: set[str] = set()
    paragraphs: list[tuple[str, Example]] = []
    for construct, pattern in wanted:
        example = _made(construct, pattern, chance)
        while example.text.casefold() in texts or len(example.text) > LONGEST:
            example = _made(construct, pattern, chance)
        texts.add(example.text.casefold())
        paragraphs.append((construct, example))
    return paragraphs


def _made(construct: str, pattern: str, chance: random.Random) -> Example:
    return _told(construct, pattern, chance) if pattern else _untold(construct, chance)


def _told(construct: str, pattern: str, chance: random.Random) -> Example:
    slots = _Slots(chance)
    sentence = slots.filled(pattern)
    if construct == "translated" and chance.random() < 0.6:
        sentence = _ARTICLE.sub(lambda article: "" if chance.random() < 0.5 else article.group(), sentence)
    sentences = [sentence]
    # a line without a stop at its end is a headline or a byline, which nothing follows
    if construct not in ALONE and sentence.rstrip("]").endswith((".", "”", "’")) and chance.random() < 0.6:
        if chance.random() < 0.3:
            sentences.append(slots.filled("{following}"))
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
            sentence = slots.filled(chance.choice(("{plain}", "{plain}", "{plain}", "{plain}", "{trap}", "{unsaid}")))
            sentences.insert(chance.choice((0, len(sentences))), sentence)
    example = _joined(sentences)
    if construct == "headline":
        example = _headline(example, chance)
    return _marked(example, chance.choice(_BRITISH if construct == "british" else _STYLES))


def _untold(kind: str, chance: random.Random) -> Example:
    slots = _Slots(chance)
    if kind == "furniture":
        sentences = [slots.filled("{furniture}")]
    elif kind == "plain":
        sentences = [slots.filled("{plain}") for _ in range(chance.choice((1, 2, 2, 3, 4)))]
    else:
        sentences = [slots.filled("{plain}") for _ in range(chance.choice((0, 0, 1, 1, 2)))]
        sentences.insert(chance.randint(0, len(sentences)), slots.filled(f"{{{kind}}}"))
        if chance.random() < 0.2:
            sentences.append(slots.filled("{trap}"))
    return _marked(_joined(sentences), chance.choice(_STYLES))


class _Slots:
    """The two people of a paragraph, and everything else that can fill a slot, chosen anew each time."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.people: dict[str, str] = {}
        for key in "ab":
            self._invent(key)

    def filled(self, pattern: str) -> str:
        """Return the pattern with every slot filled, the slots of what fills it too."""
        return _SLOT.sub(lambda slot: self._filling(slot.group(1)), pattern)

    def _filling(self, slot: str) -> str:
        if slot in self.people:
            # later mentioned: a surname, or a pronoun where the same person has just been named
            return self.chance.choice(self.people[slot].split("|"))
        key = slot.lower()
        if key == "place":
            text = self.chance.choice(ONSETS) + self.chance.choice(MIDDLES) + self.chance.choice(PLACE_ENDS)
        elif key == "abbr":
            text = "".join(self.chance.choices("BDGKLMNORTVZ", k=2)) + self.chance.choice(("NA", "P", "N", "TV", "R"))
        elif key == "n2":
            text = f"{self.chance.randint(10, 59)}"
        elif key == "head":
            text = _ARTICLE.sub("", self.filled("{base}"))
        else:
            text = self.filled(self.chance.choice(_ENTRIES[key]))
        if slot.isupper():
            return text.upper()
        return _upper_first(text) if slot[0].isupper() else text

    def _invent(self, key: str) -> None:
        pronoun = self.chance.choice(("he", "she"))
        first = self.chance.choice(FIRST[pronoun].split())
        surname = self.chance.choice(ONSETS) + self.chance.choice(MIDDLES) + self.chance.choice(SURNAME_ENDS)
        title, role = self.filled("{title}"), self.filled("{role}")
        polite = ("Mr" if pronoun == "he" else self.chance.choice(("Ms", "Mrs"))) + self.chance.choice((" ", ". "))
        self.people |= {
            key: f"{first} {surname}",
            f"{key}.f": first,
            f"{key}.s": surname,
            f"{key}.S": surname.upper(),
            f"{key}.title": title,
            f"{key}.t": f"{title} {first} {surname}|{title} {first} {surname}|{title} {surname}",
            f"{key}.x": f"{first} {surname}, {role},|{first} {surname}, {role},|{surname}, {role},",
            f"{key}.y": f"{first} {surname}, {role}|{title} {first} {surname}|{first} {surname}",
            f"{key}.l": f"{surname}|{surname}|{surname}|{polite}{surname}",
            f"{key}.d": f"the {title[0].lower()}{title[1:]}",
            f"{key}.he": pronoun,
            f"{key}.his": "his" if pronoun == "he" else "her",
        }


def _joined(sentences: list[str]) -> Example:
    """Return the sentences as one text, what they attribute read from their markup."""
    text = ""
    attributions: list[Attribution] = []
    for sentence in sentences:
        text += " " if text else ""
        plain, found = _read(sentence, len(text))
        text += plain
        attributions += found
    text = _BEGINNING.sub(lambda start: start.group()[:-1] + start.group()[-1].upper(), text)
    return Example(text, tuple(attributions))


def _read(sentence: str, offset: int) -> tuple[str, list[Attribution]]:
    roles: dict[str, dict[str, list[Range]]] = defaultdict(lambda: defaultdict(list))
    pieces: list[str] = []
    opened: list[tuple[str, str, int]] = []
    last, length = 0, offset
    for mark in _MARKUP.finditer(sentence):
        pieces.append(sentence[last : mark.start()])
        length += len(pieces[-1])
        last = mark.end()
        if mark.group(1):
            opened.append((mark.group(1), mark.group(2), length))
        else:
            role, number, start = opened.pop()
            roles[number][role].append((start, length))
    pieces.append(sentence[last:])
    found = [Attribution(*(tuple(sorted(its[role])) for role in "CSQ")) for _, its in sorted(roles.items())]
    return "".join(pieces), found


def _marked(example: Example, style: str) -> Example:
    """Return the example with its quotation marks and apostrophes in a style."""
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?= )", "\0", example.text)
    return Example(text.translate(str.maketrans("“”‘’\0", style)), example.attributions)


def _headline(example: Example, chance: random.Random) -> Example:
    dice = chance.random()
    text = _upper_first(example.text)
    if dice < 0.25:
        text = re.sub(r"(?<![\w'’])[a-z]", lambda letter: letter.group().upper(), text)
    elif dice < 0.32:
        text = text.upper()
    return Example(text, example.attributions)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
