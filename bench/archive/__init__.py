"""Finding what texts share, over many of them: twosource beside the tools that are taken for it today.

``python -m bench.archive`` makes texts with known edits, runs every tool over the same texts in a process of its own,
and prints what each found and what it took. ``docs/archive.md`` tells what came out and how it was set up.
"""
