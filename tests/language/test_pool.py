"""Work over several threads gives what a loop gives."""

from __future__ import annotations

import threading

import pytest

from twosource.language import pool


@pytest.mark.parametrize("count", [0, 1, pool.FEW, pool.FEW + 1, 100])
def test_the_results_are_those_of_a_loop_in_its_order(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 3)
    assert pool.each(lambda n: n * n, range(count)) == [n * n for n in range(count)]


def test_several_threads_share_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 2)
    meeting = threading.Barrier(2, timeout=10)  # two calls must run at once to pass it
    assert pool.each(lambda n: meeting.wait() >= 0, range(6)) == [True] * 6


def test_an_error_of_one_call_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        pool.each(lambda n: 1 // n, [3, 2, 1, 0, 1, 2])


def test_one_core_starts_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 1)
    here = threading.get_ident()
    assert set(pool.each(lambda _: threading.get_ident(), range(20))) == {here}
