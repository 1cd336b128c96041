"""The shape of the invented sentences for attribution: a text, what a careful reader finds in it, and what never."""

from __future__ import annotations

from dataclasses import dataclass

SAID = "speech|writing"
"""The acts that count when precision is measured."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One statement that a careful reader finds.

    Words separated by ``|`` are alternatives, in ``source``, ``kind``, ``stance`` and ``act``. ``None`` is "not
    compared", but for ``source``, where it is "must be left undecided".

    :param content: the words of the content, or of its pieces where the frame or a paragraph's end interrupts it.
    :param parent: the content of the statement that this one stands inside; ``""`` if it stands in none.
    :param optional: right if found, no fault if not.
    :param addressee: the words for the one spoken to.
    :param joined: the pieces must be one statement; else each may be a statement of its own.
    """

    content: str | tuple[str, ...]
    source: str | None
    kind: str | None = None
    stance: str | None = None
    act: str | None = SAID
    parent: str | None = None
    optional: bool = False
    joined: bool = True
    addressee: str | None = None

    @property
    def pieces(self) -> tuple[str, ...]:
        """The content's pieces in the order of the text."""
        return (self.content,) if isinstance(self.content, str) else self.content


@dataclass(frozen=True, slots=True)
class Construct:
    """A short text with every statement in it; ``never`` holds words that no statement may have as its content."""

    name: str
    text: str
    expected: tuple[Expected, ...] = ()
    never: tuple[str, ...] = ()
    headline: bool = False

    @property
    def family(self) -> str:
        """The construct that this is a variant of."""
        return self.name.rsplit(" ", 1)[0]


def direct(content: str | tuple[str, ...], source: str | None, stance: str | None = None, **more: object) -> Expected:
    """Expect a direct quotation."""
    return Expected(content, source, "direct", stance, **more)  # type: ignore[arg-type]  # checked by the dataclass's users


def indirect(content: str | tuple[str, ...], source: str | None, stance: str | None = None, **more: object) -> Expected:
    """Expect a paraphrase."""
    return Expected(content, source, "indirect", stance, **more)  # type: ignore[arg-type]


def mixed(content: str | tuple[str, ...], source: str | None, stance: str | None = None, **more: object) -> Expected:
    """Expect a paraphrase with words between marks."""
    return Expected(content, source, "mixed", stance, **more)  # type: ignore[arg-type]


def said(content: str | tuple[str, ...], source: str | None, **more: object) -> Expected:
    """Expect a statement whose kind may be read in two ways."""
    return Expected(content, source, **more)  # type: ignore[arg-type]


def turn(*pieces: str, source: str) -> Expected:
    """Expect one speaker's turn of direct quotations over several sentences or paragraphs, joined or not."""
    return Expected(pieces, source, "direct", None, joined=False)


def family(name: str, *constructs: tuple[object, ...]) -> tuple[Construct, ...]:
    """Return the variants of one construct, each ``(text, expected…)``; a plain string after the text is a never."""
    made = []
    for number, (text, *rest) in enumerate(constructs, 1):
        expected = tuple(item for item in rest if isinstance(item, Expected))
        never = tuple(item for item in rest if isinstance(item, str))
        made.append(Construct(f"{name} {number}", str(text), expected, never, name.startswith("headline")))
    return tuple(made)
