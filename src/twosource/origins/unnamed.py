"""Whether a source without a name may be another source: different words for nobody in particular make no second one.

"An official" may be the ministry's spokesman, "some rumours" the leak that another report names. "Residents" are not
the mayor: words that tell another kind of people keep two sources apart, and so do two names of bodies.
"""

from __future__ import annotations

from twosource.model import Reason, Source, SourceType
from twosource.origins.outlets import ARTICLES
from twosource.origins.scene import Scene
from twosource.sources.names import same_place, words_of
from twosource.sources.vocabulary import BODIES, FORMER, RANKS, ROLES, SEATS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ANYBODY = _words(
    "official source insider aide adviser advisor authority officer executive spokesman spokeswoman spokesperson "
    "representative diplomat person people member leader leaker tipster informant whistleblower someone somebody one "
    "whoever"
)
"""Words for people whom their report keeps in the dark: any person or body may be meant."""
HEARSAY = _words("rumor rumour speculation report leak gossip claim account word whisper buzz reports")
"""Words for what goes round: anyone may have started it."""
SAYINGS = _words("statement release email letter tweet post message interview memo note communique communiqué remark")
"""Words for what somebody said on paper: the one who said it may be named elsewhere."""
STATE_WORDS = SEATS | RANKS | _words("official state authority police force ministry minister spokesman administration")
"""Words of the bodies of a state as a whole."""


def may_be(scene: Scene, a: str, b: str) -> Reason | None:
    """Return why two sources may be one though they are called otherwise, or None where they are two."""
    hidden = scene.unnamed(a), scene.unnamed(b)
    if all(hidden):
        names = f"“{scene.name(a)}” and “{scene.name(b)}”"
        return Reason("not named", f"{names} may be the same people")
    if not any(hidden):
        return _one_name_of(scene, a, b) or _of_one_state(scene, a, b)
    dark, named = (a, b) if hidden[0] else (b, a)
    shared = _names_in(scene, dark) & _names_in(scene, named)
    if shared:
        detail = f"“{scene.name(dark)}” may speak for {scene.name(named)}: both are of {min(shared)}"
        return Reason("may belong to it", detail)
    if set(words_of(scene.name(dark))) - ARTICLES <= set(words_of(scene.name(named))):
        return Reason("may be it", f"“{scene.name(dark)}” may be {scene.name(named)}")
    if _names_in(scene, dark) or scene.relay(named):
        return None
    kinds = _kinds(scene.sources.get(dark))
    if kinds & (ANYBODY | HEARSAY | SAYINGS) or kinds & _kinds(scene.sources.get(named)) & ROLES:
        return Reason("not named", f"“{scene.name(dark)}” may be {scene.name(named)}")
    return None


def _one_name_of(scene: Scene, a: str, b: str) -> Reason | None:
    """Leave open a person who is told by one name alone, which is part of another's: "Keld" may be "Tomas Keld"."""
    found = [scene.sources.get(source) for source in (a, b)]
    if any(source is None or source.type is not SourceType.PERSON for source in found):
        return None
    names = [words_of(scene.name(source)) for source in (a, b)]
    short, whole = sorted(names, key=len)
    if len(short) != 1 or len(whole) == 1 or short[0] not in whole:
        return None
    one, other = (scene.name(source) for source in ((a, b) if names[0] == short else (b, a)))
    return Reason("may be it", f"“{one}” may be {other}: nothing in its reports tells them apart")


def _of_one_state(scene: Scene, a: str, b: str) -> Reason | None:
    """Leave open two bodies that are called by one place and no more: "the Torvian government", "Torvian police"."""
    places = [_place_of(scene, source) for source in (a, b)]
    if not all(places) or not any(same_place(x, y) for x in places[0] for y in places[1]):
        return None
    detail = f"{scene.name(a)} and {scene.name(b)} are called by one place alone: one may have it from the other"
    return Reason("of one state", detail)


def _place_of(scene: Scene, source: str) -> frozenset[str]:
    """Return the one name in the shortest full name of a body that has nothing but words of state beside it."""
    found = scene.sources.get(source)
    if found is None or found.type not in {SourceType.ORGANISATION, SourceType.GROUP} or found.members:
        return frozenset()
    words = [word for word in words_of(found.name) if word not in ARTICLES]
    rest = frozenset(word for word in words if _singular(word) not in STATE_WORDS | BODIES)
    return rest if len(rest) == 1 and len(words) > 1 else frozenset()


def _kinds(source: Source | None) -> frozenset[str]:
    """Return the words by which a source is described, in the singular; a role that has ended is none."""
    names = (source.name, *source.variants) if source else ()
    words = {_singular(word) for name in names for word in words_of(name)}
    return frozenset() if words & FORMER else frozenset(words)


def _singular(word: str) -> str:
    """Return a folded word in the singular, roughly: only words of a list are asked for."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _names_in(scene: Scene, source: str) -> frozenset[str]:
    """Return the words in a source's names that are names, initials and articles apart."""
    return frozenset(word for word in scene.proper.get(source, ()) if len(word) > 1 and word not in ARTICLES)
