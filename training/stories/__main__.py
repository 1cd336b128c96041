"""``python -m training.stories --data DIR`` fits on all events and writes ``src/twosource/stories/fitted.json``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bench.story_sets import sets
from training.stories.fit import fit, sample
from twosource.language.encoder import MiniLm
from twosource.stories import lead
from twosource.stories.signals import SIGNALS

DATA = Path("..") / "shared" / "data"
OUT = Path("src") / "twosource" / "stories" / "fitted.json"


def main() -> None:
    """Fit with and without vectors, write both."""
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder that holds stories/ and ecbplus/")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    told = {}
    for name, with_vectors in (("without vectors", False), ("with vectors", True)):
        samples = []
        for items in sets(given.data).values():
            vectors = MiniLm().encode([lead(item.report) for item in items]) if with_vectors else None
            samples.append(sample(items, vectors))
        model = fit(samples, None, with_vectors)
        told[name] = {
            "weights": dict(zip(SIGNALS, model.weights, strict=True)),
            "intercept": model.intercept,
            "join": model.join,
            "base": model.base,
            "close": model.close,
        }
        print(name, told[name])
    given.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
