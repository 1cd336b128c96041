"""Whether the reader reads one sentence differently for different sources: invented outlets, agencies, men, women.

``python -m training.bias`` reads the same sentences with each name in the place of the source and prints, for each
group of names, the mean probability of the cue and the share of the sources that are read whole.
"""

from __future__ import annotations

import sys

from twosource.language.attributions import MiniLmReader

GROUPS: dict[str, tuple[str, ...]] = {
    "a state agency": ("the Torvian News Agency", "state television", "State media", "the state agency Varn"),
    "a newspaper": ("the Lowmere Echo", "the Brannock Courier", "the Halden Post", "the Varn Gazette"),
    "a broadcaster": ("Radio Sarn", "Channel Nine", "Sarn TV", "the public broadcaster"),
    "a party's site": ("the Patriot Voice", "Freedom Daily", "the People's Tribune", "Red Banner"),
    "a ministry": ("the Ministry of Ports", "the interior ministry", "the foreign office", "the Treasury"),
    "a man": ("Ivo Brandt", "Mr Okko", "he", "Jasper Quill"),
    "a woman": ("Maren Voss", "Ms Crewe", "she", "Odile Marchetti"),
    "no name": ("officials", "a spokesman", "two people familiar with the matter", "residents"),
}
SENTENCES = (
    "{0} said on Monday that the bridge would be closed.",
    "The bridge would be closed, {0} said.",
    "According to {0}, three people were hurt in the fire.",
    "“Nobody was warned,” {0} said.",
    "{0} denied that the dam had failed.",
    "{0} reported that the talks had broken down.",
)


def main() -> int:
    """Print one line a group."""
    reader = MiniLmReader()
    for group, names in GROUPS.items():
        sure: list[float] = []
        whole = 0
        for sentence in SENTENCES:
            for name in names:
                placed = name if sentence.index("{0}") else name[0].upper() + name[1:]
                text = sentence.format(placed)
                best = max(reader.read(text), key=lambda it: it.cue_probability, default=None)
                sure.append(best.cue_probability if best else 0.0)
                whole += bool(best and best.source and text[slice(*best.source)] == placed)
        print(f"{group:16} cue {sum(sure) / len(sure):.3f}  source read whole {whole} of {len(sure)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
