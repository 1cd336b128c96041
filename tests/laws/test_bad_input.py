"""Bad input from the outside in: a clear answer each time, finite and explained."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import cycle, product

import pytest

from tests.laws.invented import TRAM, WELLS, Told
from tests.laws.support import InWords, Record, Tracer, as_json, as_page, as_text

GAZETTE, LANTERN, RADIO = TRAM.reports
UNDATED = [as_text(told).replace(f"{told.published}\n\n", "") for told in TRAM.reports]


def details(finding: Record) -> str:
    """Return what the reasons of a finding say, in one string."""
    return " · ".join(reason["detail"] for reason in finding["reasons"])


def claim_with(found: Record, words: str) -> Record:
    """Return the one claim with these words in a mention."""
    (claim,) = (it for it in found["claims"] if any(words in mention["text"] for mention in it["mentions"]))
    return dict(claim)


def source_names(found: Record, statement: Record) -> list[str]:
    """Return the names of a statement's chain."""
    names = {it["id"]: it["name"] for it in found["sources"]}
    return [names[id] for id in statement["chain"]]


# --- days -------------------------------------------------------------------------------------------------------------


def test_a_report_of_the_far_future_is_read_by_its_own_day_and_no_clock(traced: Tracer) -> None:
    late = replace(GAZETTE, published="2198-03-06")
    found = traced({"a.json": as_json(late), "b.json": as_json(replace(LANTERN, published="2198-03-06"))})
    (monday,) = (it for it in found["times"] if it["text"] == "on Monday" and it["report"] == "a.json")
    assert (monday["value"], monday["anchor"]) == ("2198-03-05", "report")
    assert "2198-03-06" in details(monday)
    assert claim_with(found, "14 people")["reports"] == ["a.json", "b.json"]


def test_a_report_dated_before_what_it_tells_keeps_both_days(traced: Tracer) -> None:
    early = "Cup final is lost\n\n1 May 2032\n\nQuell won the cup in Tarrow on 15 May 2032, Mira Falk said on Friday.\n"
    found = traced({"a.txt": early, "b.txt": early.replace("1 May 2032", "16 May 2032").replace("on Friday", "later")})
    told = {it["text"]: it for it in found["times"] if it["report"] == "a.txt"}
    assert found["reports"][0]["published"] == "2032-05-01"
    assert told["on 15 May 2032"]["value"] == "2032-05-15"
    assert "by themselves" in details(told["on 15 May 2032"])
    assert told["on Friday"]["value"] == "2032-04-30"
    assert "the report's own date, 2032-05-01" in details(told["on Friday"])


def test_without_any_date_days_stay_open_and_say_why(traced: Tracer) -> None:
    found = traced({f"{number}.txt": text for number, text in enumerate(UNDATED)})
    assert {it["value"] for it in found["times"]} == {None}
    assert all("no other report of its story does" in details(it) for it in found["times"])
    assert all(it["lineage"]["from"] is None for it in found["passages"])
    assert claim_with(found, "14 people")["independent_origins"] == 1
    assert (
        "None of the reports gives its date: days are left open, and nothing says which of them came first."
        in (found["notices"])
    )


def test_without_a_date_of_its_own_a_report_is_read_by_the_day_of_the_other_and_says_so(traced: Tracer) -> None:
    found = traced({"a.txt": UNDATED[0], "b.json": as_json(LANTERN)})
    (monday,) = (it for it in found["times"] if it["text"] == "on Monday" and it["report"] == "a.txt")
    assert (monday["value"], monday["anchor"]) == ("2031-03-03", "other report")
    assert "2031-03-04, the date of b.json" in details(monday)
    assert (
        "a.txt gives no date: its days are counted from the dates of other reports, where they can be."
        in (found["notices"])
    )


def test_of_days_that_contradict_one_another_one_is_taken_and_the_report_says_so(traced: Tracer) -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2030-01-01"}</script>'
    line = "<article><p>Published 3 January 2029</p>"
    page = as_page(GAZETTE).replace("</head>", f"{declared}</head>").replace("<article>", line)
    found = traced({"a.html": page, "b.json": as_json(LANTERN)})
    report = found["reports"][0]
    assert (report["published"], report["updated"]) == ("2031-03-04", "2030-01-01")
    assert (
        "date: declared as 2031-03-04, a line of the text says 2029-01-03; the declared one is used" in report["notes"]
    )
    assert "date: updated 2030-01-01, before it was published" in report["notes"]
    (monday,) = (it for it in found["times"] if it["text"] == "on Monday" and it["report"] == "a.html")
    assert "2031-03-04" in details(monday)


# --- copies, quoting, circles -----------------------------------------------------------------------------------------


def test_two_hundred_copies_of_one_text_are_one_report_and_one_origin_a_claim(traced: Tracer) -> None:
    found = traced({f"{number:03}.json": as_json(replace(GAZETTE, outlet=f"Paper {number}")) for number in range(200)})
    (story,) = found["stories"]
    assert (len(story["reports"]), story["independent_reports"]) == (200, 1)
    assert {(it["independent_origins"], it["most_origins"], len(it["origins"])) for it in found["claims"]} == {
        (1, 1, 1)
    }
    assert found["notices"] == ["200 reports hold the same text, word for word."]
    assert all(len(reasons) < 40 for it in found["claims"] for reasons in (it["reasons"], it["origins"][0]["reasons"]))


def quoting(opening: str) -> Told:
    """Return a report that quotes the Gazette at length after these words."""
    words = " ".join((GAZETTE.paragraphs[0], *GAZETTE.paragraphs[2:]))
    closing = "We could not reach the city’s tram company on Tuesday night."
    return Told("Night Paper", "2031-03-05", "What was written of the tram", (f"{opening} “{words}”", closing))


def test_a_report_that_quotes_another_at_length_adds_no_origin(traced: Tracer) -> None:
    alone = traced({"a.json": as_json(GAZETTE)})
    found = traced({"a.json": as_json(GAZETTE), "b.json": as_json(quoting("The Ostrel Gazette wrote on Tuesday:"))})
    for words in ("14 people were hurt", "closed until Friday", "checked in January"):
        claim = claim_with(found, words)
        assert claim["reports"] == ["a.json", "b.json"]
        assert (claim["independent_origins"], claim["most_origins"]) == (1, 1), words
        assert details(claim["origins"][0]) != ""
    assert any({place["report"] for place in it["places"]} == {"a.json", "b.json"} for it in found["passages"])
    assert len(alone["claims"]) <= len(found["claims"])


def test_reports_that_cite_each_other_in_a_circle_are_one_origin_and_told(traced: Tracer) -> None:
    words = ("The old bridge at Varn will close in May, according to the {}.", "Some {} cars cross it every day.")
    red = Told("Red Paper", "2031-03-05", "Bridge may close", (words[0].format("Blue Paper"), words[1].format(300)))
    blue = Told("Blue Paper", "2031-03-05", "Bridge closes", (words[0].format("Red Paper"), words[1].format(310)))
    found = traced({"a.json": as_json(red), "b.json": as_json(blue)})
    claim = claim_with(found, "The old bridge at Varn will close in May")
    assert claim["reports"] == ["a.json", "b.json"]
    assert claim["independent_origins"] == 1
    assert "a.json and b.json cite each other" in details(claim["origins"][0])


# --- bytes, lines, characters -----------------------------------------------------------------------------------------

WELL = as_text(WELLS.reports[0])


def test_one_report_in_four_encodings_is_one_text(traced: Tracer) -> None:
    kept = {"utf-8": "a.txt", "utf-8-sig": "b.txt", "utf-16": "c.txt", "cp1252": "d.txt"}
    found = traced({name: WELL.encode(encoding) for encoding, name in kept.items()})
    assert {report["text"].lstrip("\ufeff") for report in found["reports"]} == {WELL}
    assert ["windows-1252" in " ".join(report["notes"]) for report in found["reports"]] == [False, False, False, True]
    (story,) = found["stories"]
    assert story["independent_reports"] == 1
    assert {(it["independent_origins"], it["most_origins"]) for it in found["claims"]} == {(1, 1)}


def test_ends_of_lines_of_all_kinds_change_no_finding(traced: Tracer) -> None:
    ends = cycle(("\r\n", "\r", "\n", "\u2028", "\x85"))
    ragged = re.sub("\n\n", lambda _: next(ends) * 2, as_text(GAZETTE))
    here, there = (
        InWords(traced({"a.txt": it, "b.json": as_json(LANTERN)})).all() for it in (as_text(GAZETTE), ragged)
    )
    assert here == there


@pytest.mark.parametrize("title", ["", "   ", None])
def test_an_empty_headline_is_none_and_the_text_is_read(traced: Tracer, title: str | None) -> None:
    fields = {
        "title": title,
        "text": "\n\n".join(GAZETTE.paragraphs),
        "outlet": "Grey Sheet",
        "published": "2031-03-04",
    }
    found = traced({"a.json": json.dumps(fields), "b.json": as_json(LANTERN)})
    assert found["reports"][0]["title"] is None
    assert {part["kind"] for part in found["reports"][0]["parts"]} == {"body"}
    assert claim_with(found, "14 people")["independent_origins"] == 1


def test_a_report_of_quotations_alone_lays_them_in_nobodys_mouth(traced: Tracer) -> None:
    found = traced({"a.txt": "“The brakes did not answer.”\n\n“We will check every tram.”\n\n“Nobody told us.”\n"})
    assert found["sources"] == []
    assert all(it["source"] is None and it["chain"] == [] for it in found["statements"])
    assert found["notices"][0] == "This is one report: there is nothing to compare it with."


def test_a_paragraph_of_five_thousand_words_is_read_to_its_end(traced: Tracer) -> None:
    filler = ("The tram stood on Mill Hill and nobody came near it. " * 500).strip()
    text = f"{GAZETTE.paragraphs[0]} {filler} Mayor Arne Dahlgard said that the line would stay closed until Friday.\n"
    assert len(text.split()) > 5000
    found = traced({"a.txt": text, "b.json": as_json(LANTERN)})
    claim = claim_with(found, "closed until Friday")
    assert claim["reports"] == ["a.txt", "b.json"]
    assert claim["independent_origins"] == 1
    assert len(claim_with(found, "stood on Mill Hill")["origins"]) == 1


def test_marks_of_writing_direction_and_joiners_in_names_hide_nobody(traced: Tracer) -> None:
    hidden = (
        as_json(GAZETTE).replace("Piet Lowen", "\u202bPi\u200det Lo\u00adwen\u202c").replace("Arne", "\u200fArne\u200e")
    )
    found = traced({"a.json": hidden, "b.json": as_json(LANTERN)})
    for words, name in (("brakes did not", "Lowen"), ("closed until Friday", "Dahlgard")):
        claim = claim_with(found, words)
        assert claim["reports"] == ["a.json", "b.json"]
        assert (claim["independent_origins"], claim["most_origins"]) == (1, 1)
        assert {"same source"} == {reason["signal"] for reason in claim["origins"][0]["reasons"]}, name


def test_pictures_and_combining_marks_beside_names_make_no_other_person(traced: Tracer) -> None:
    decorated = as_json(GAZETTE).replace("Piet Lowen", "🚋Piet Lowen😀").replace("Dahlgard", "Da\u0323hlgard")
    found = traced({"a.json": decorated, "b.json": as_json(LANTERN)})
    people = {it["id"]: {mention["report"] for mention in it["mentions"]} for it in found["sources"]}
    for statement in found["statements"]:
        if statement["chain"] and "brakes" in statement["content"][0]["text"]:
            assert people[statement["chain"][-1]] == {"a.json", "b.json"}


def test_three_hundred_tiny_reports_end_in_a_clear_answer(traced: Tracer) -> None:
    who, what, where = (
        "A baker|Two divers|The choir|A judge|Some pupils|The ferry|An owl|Nine goats|A poet|The clock".split("|"),
        "left|reached|painted|sold|saw|closed".split("|"),
        "the old mill|Harne|a lighthouse|the north pier|the school".split("|"),
    )
    texts = [f"{a} {b} {c} on Monday.\n" for a, b, c in product(who, what, where)]
    found = traced({f"{number:03}.txt": text for number, text in enumerate(texts)})
    assert len(found["reports"]) == len(texts) == 300
    assert sum(len(story["reports"]) for story in found["stories"]) == 300
    assert all(1 <= it["independent_origins"] <= len(it["reports"]) for it in found["claims"])
    assert found["notices"]
