"""Put the repository's root on the path, so that every test can import ``tests.support``; the same examples each run.

Laws are tried on the same examples in every run, so that a change is judged by what it changes, and a busy machine
fails nothing. ``python -m pytest --hypothesis-profile=default`` looks for new ones.
"""

from hypothesis import settings

settings.load_profile("ci")
