"""Words to put for other words: WordNet where it is installed, else the package's own short list.

WordNet (Miller 1995; Debian's package ``wordnet-base``) knows nothing of how twosource judges, so it is the honest
measure. For a word stands the commonest other word of its commonest sense that has one, in the same inflection; a
word with an irregular form is left alone. Nobody looks at the sentence, so many a choice is poorer than an editor's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from twosource.likeness.thesaurus import GROUPS
from twosource.stories.words import FUNCTION

WORDNET = Path("/usr/share/wordnet")
"""Where Debian puts it."""
SENSES = 3
"""Senses of a word that are looked at, the commonest first."""
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class Thesaurus:
    """For each lemma its part of speech, and for a lemma in a part of speech another one.

    :param name: what the words come from.
    :param irregular: forms that are left alone, and verbs and nouns that have such forms.
    """

    name: str
    parts: dict[str, str]
    others: dict[tuple[str, str], str]
    irregular: frozenset[str]

    @cached_property
    def known(self) -> dict[str, str | None]:
        """What was asked before."""
        return {}

    def instead(self, form: str) -> str | None:
        """Return another word in the same inflection, or None if there is none. ``form`` is in small letters."""
        if form not in self.known:
            self.known[form] = self._found(form)
        return self.known[form]

    def _found(self, form: str) -> str | None:
        if form in FUNCTION or form in self.irregular or not form.isalpha() or len(form) < 3:
            return None
        if form in self.parts:
            return self.others.get((form, self.parts[form]))
        for lemma, ending in lemmas(form):
            part = self.parts.get(lemma)
            verb = ending in ("ed", "ing")
            if part and (verb or part in "nv"):
                other = self.others.get((lemma, "v" if verb else part))
                if other and other not in self.irregular:
                    return inflected(other, ending)
        return None


def lemmas(form: str) -> Iterator[tuple[str, str]]:
    """Yield what a regular form may be a form of, and its ending."""
    if form.endswith("ies"):
        yield form[:-3] + "y", "s"
    if form.endswith("es"):
        yield form[:-2], "s"
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1], "s"
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield stem, ending
            yield stem + "e", ending
            if stem[-1] == stem[-2]:
                yield stem[:-1], ending
            if ending == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y", ending


def inflected(lemma: str, ending: str) -> str:
    """Return a regular form: its ending "s", "ed" or "ing"."""
    soft = lemma.endswith("y") and lemma[-2:-1] not in VOWELS
    if ending == "s":
        return lemma[:-1] + "ies" if soft else lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if soft and ending == "ed":
        return lemma[:-1] + "ied"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + ending
    short = len(lemma) in (3, 4) and lemma[-2] in VOWELS and lemma[-3] not in VOWELS and lemma[-1] not in "aeiouwxy"
    return lemma + (lemma[-1] if short else "") + ending


def thesaurus(folder: Path = WORDNET) -> Thesaurus:
    """Return the words of WordNet in this folder, or the package's own where there is none."""
    return wordnet(folder) if (folder / "data.noun").is_file() else own()


def own() -> Thesaurus:
    """Return the groups of the package: each word gives way to the next of its first group."""
    others: dict[tuple[str, str], str] = {}
    for line in GROUPS.splitlines():
        words = line.split()
        for word, other in zip(words, [*words[1:], words[0]], strict=True):
            others.setdefault((word, "v"), other)  # which part of speech it is, the groups do not say
    return Thesaurus("the package's own thesaurus", {word: "v" for word, _ in others}, others, frozenset())


def mirrored(paragraphs: Iterable[str]) -> Thesaurus:
    """Return for each word of an invented text the same letters from behind: another invented word."""
    words = {word for paragraph in paragraphs for word in paragraph.lower().replace(".", "").split()}
    known = sorted(word for word in words if word != word[::-1] and word not in FUNCTION)
    others = {(word, "n"): word[::-1] for word in known}
    return Thesaurus("invented words", dict.fromkeys(known, "n"), others, frozenset())


def wordnet(folder: Path) -> Thesaurus:
    """Read WordNet 3.0 from its own files."""
    counts = _counts(folder / "cntlist.rev")
    parts: dict[str, str] = {}
    others: dict[tuple[str, str], str] = {}
    for name, part in PARTS.items():
        synsets = _synsets(folder / f"data.{name}")
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            lemma, senses = fields[0], fields[-int(fields[2]) :]  # the offsets come last, the commonest sense first
            if not lemma.isalpha():
                continue
            if counts[lemma, part] > counts[lemma, parts.get(lemma, "")] or lemma not in parts:
                parts[lemma] = part
            for sense in senses[:SENSES]:
                known = [word for word in synsets[sense] if word != lemma and counts[word, part]]
                if known:
                    others[lemma, part] = max(known, key=lambda word: (counts[word, part], word))
                    break
    irregular: set[str] = set()
    for name in ("noun", "verb"):
        for line in (folder / f"{name}.exc").read_text(encoding="ascii").splitlines():
            irregular.update(line.split())
    return Thesaurus("WordNet 3.0", parts, others, frozenset(irregular))


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file of WordNet but those of its licence, which start with blanks."""
    return (line for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("  "))


def _synsets(path: Path) -> dict[str, list[str]]:
    """Return the single words in small letters of each set of synonyms, by its offset."""
    found = {}
    for line in _lines(path):
        fields = line.partition("|")[0].split()
        words = [word.partition("(")[0] for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
        found[fields[0]] = [word for word in words if word.isalpha() and word.islower()]
    return found


def _counts(path: Path) -> Counter[tuple[str, str]]:
    """Return how often a lemma stands in a part of speech in the texts that WordNet's authors marked."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in path.read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma, _KINDS[rest[0]]] += int(count)
    return counts
