"""The parts of a text: every rule with an invented text, and the laws that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_hostile import lines_run
from twosource.model import READ, PartKind, Report
from twosource.reading.parts import Layout, layout

FIRST = "The dam above Halden held through the night, the town's engineers said on Tuesday."
SECOND = "Mayor Ilse Torrin told the council that nobody had been hurt and that the road would reopen."
THIRD = "“We were lucky this time,” she said, and promised a new wall before the next winter comes."


def text_of(*lines: str) -> str:
    return "\n\n".join(lines)


def kinds(text: str, found: Layout | None = None) -> dict[str, str]:
    """Return the kind of each part by its words."""
    found = found or layout(text)
    return {text[part.start : part.end]: part.kind.value for part in found.parts}


def whys(text: str) -> dict[str, str]:
    return {text[part.start : part.end]: part.why for part in layout(text).parts}


def report(*middle: str) -> str:
    return text_of("Halden dam holds through the night", FIRST, *middle, SECOND, THIRD)


def test_a_plain_report() -> None:
    text = report()
    found = layout(text)
    assert kinds(text, found) == {
        "Halden dam holds through the night": "headline",
        FIRST: "body",
        SECOND: "body",
        THIRD: "body",
    }
    assert found.title == "Halden dam holds through the night"


def test_a_headline_between_marks() -> None:
    text = text_of("“She refused without a word”", FIRST, SECOND)
    assert layout(text).title == "“She refused without a word”"


def test_a_first_sentence_is_no_headline() -> None:
    text = text_of(FIRST, SECOND)
    assert layout(text).title is None
    assert set(kinds(text).values()) == {"body"}


def test_a_repeated_headline_is_masked_and_the_first_kept() -> None:
    text = text_of("Halden’s dam holds", "Halden's Dam Holds", FIRST, SECOND)
    found = layout(text)
    assert [part.kind.value for part in found.parts[:2]] == ["headline", "furniture"]
    assert found.parts[1].why == "repeats the headline"


def test_a_declared_title_is_the_headline_and_its_copy_is_masked() -> None:
    title = "Halden dam holds"
    text = f"{title}\n\n{title}\n{FIRST}\n{SECOND}"
    found = layout(text, len(title))
    assert [part.kind.value for part in found.parts] == ["headline", "furniture", "body", "body"]


def test_a_copy_of_the_title_with_its_date() -> None:
    title = "Halden dam holds"
    text = f"{title}\n\n{title} Updated: 2031-03-03 09:53 (Agencies)\n{FIRST}\n{SECOND}"
    found = layout(text, len(title))
    assert [part.kind.value for part in found.parts] == ["headline", "furniture", "dateline", "body", "body"]
    assert found.updated == "2031-03-03T09:53"
    assert found.credits == ("Agencies",)


def test_head_with_byline_and_date() -> None:
    text = text_of("Halden dam holds", "By Orla Venn and Tam Brask", "Published: 3 March 2031", FIRST, SECOND)
    found = layout(text)
    assert [part.kind.value for part in found.parts[:3]] == ["headline", "byline", "dateline"]
    assert (found.byline, found.published) == ("Orla Venn and Tam Brask", "2031-03-03")


def test_a_byline_with_its_outlet() -> None:
    text = text_of("Halden dam holds", "Orla Venn, Halden Post", FIRST, SECOND)
    assert layout(text).byline == "Orla Venn, Halden Post"


@pytest.mark.parametrize("line", ["By contrast, Torrin stayed calm", "By the river, people waited"])
def test_a_line_with_by_is_not_always_a_byline(line: str) -> None:
    assert kinds(report(line))[line] == "body"


def test_a_date_in_prose_caption_or_biography_is_not_the_date_of_the_report() -> None:
    text = text_of(
        "Halden dam holds",
        "The dam, built on March 3, 1961, held through the night, engineers said.",
        "(Photo: The dam above Halden, March 1, 2031. /Orrin Wire)",
        SECOND,
        "Orla Venn",
        "Orla Venn is a reporter based in Halden. She joined the Post on May 4, 2021.",
    )
    found = layout(text)
    assert (found.published, found.updated) == (None, None)


@pytest.mark.parametrize(
    ("dateline", "credit", "date"),
    [
        ("HALDEN, March 3, 2031 (Orrin Wire) -", "Orrin Wire", "2031-03-03"),
        ("HALDEN, March 3 (Orrin Wire) —", "Orrin Wire", None),
        ("HALDEN (OW) --", "OW", None),
        ("Halden, 3 March 2031 (Orrin Wire) –", "Orrin Wire", "2031-03-03"),
        ("(Orrin Wire) -", "Orrin Wire", None),
        ("NEW HALDEN, Norrmark —", "", None),
    ],
)
def test_the_dateline_of_a_wire(dateline: str, credit: str, date: str | None) -> None:
    text = text_of("Halden dam holds", f"{dateline} {FIRST}", SECOND)
    found = layout(text)
    assert kinds(text, found)[dateline] == "dateline"
    assert kinds(text, found)[FIRST] == "body"
    assert found.credits == ((credit,) if credit else ())
    assert found.published == date


@pytest.mark.parametrize(
    "sentence",
    [
        "NORDA — the agency that runs the dam — said on Tuesday that it had held.",
        "NORDA — Halden's largest company — Said Roe, its founder, would not comment on it.",
        "UNHAL (United Halden) said on Tuesday that the dam had held through the night.",
    ],
)
def test_a_name_before_a_dash_is_no_dateline(sentence: str) -> None:
    text = text_of("Halden dam holds", sentence, SECOND)
    assert kinds(text)[sentence] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Play icon", "Advertisement", "Share this article", "Play video", "Listen", "Subscribe", "Back to top",
        "Scroll down for video", "Facebook Twitter Email Print", "Advertisement - Continue Reading", "Now Playing:",
        "___", "* * *", "https://halden.example/dam", "Related Stories", "Most read", "You may also like",
    ],
)  # fmt: skip
def test_labels_of_the_page(line: str) -> None:
    assert kinds(report(line))[line] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter and never miss a story.",
        "We use cookies to improve this page.",
        "Do you have a story for the Halden Post? Email us at tips@halden.example",
        "Follow Orla Venn on Twitter @orlavenn.",
        "What do you think? Leave a comment below.",
        "This is a breaking news story, more follows...",
        "Thanks for subscribing!",
        "For more flood coverage: https://halden.example/floods",
    ],
)
def test_requests_to_the_reader(line: str) -> None:
    assert kinds(report(line))[line] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell sharply in Halden after the news, dealers said.",
        "Play was stopped after an hour, and the match will go on tomorrow.",
        "Advertisements for the dam's builder hung all over the town that night.",
        "Read the letter, she told them, and they did so in silence.",
        "“Sign up for our newsletter,” the mayor joked to the waiting crowd.",
        "Watch committees were set up along the river, the council said.",
        "Copyright law would not have helped him, the court in Halden ruled.",
        "Heavy rain contributed to this disaster, the engineers told the council.",
        "Writing in the Halden Post, Brask called the wall a waste of money.",
        "Written by a team of engineers, the study found no cracks in it.",
        "Reporting by the newspaper found that the wall had been patched twice.",
        "More than 200 people spent the night in the school, Torrin said.",
        "Related work on the second dam will begin in June, the council said.",
    ],
)
def test_sentences_that_begin_like_furniture_are_body(line: str) -> None:
    assert kinds(report(line))[line] == "body"


def test_short_lines_repeated_in_one_report() -> None:
    text = text_of("Halden dam holds", FIRST, "Dam cam", SECOND, "Dam cam", THIRD)
    assert kinds(text)["Dam cam"] == "furniture"
    assert whys(text)["Dam cam"] == "short line repeated in the report"


@pytest.mark.parametrize("line", ["He went home.", "TORRIN:", "“Never again”"])
def test_repeated_lines_that_say_something_are_kept(line: str) -> None:
    text = text_of("Halden dam holds", FIRST, line, SECOND, line, THIRD)
    assert kinds(text)[line] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Torrin and Brask meet at the dam",
        "ALSO READ: Three villages cut off by flood",
        "More: Why the old wall was never finished",
        "Related: Ten years of floods in Halden",
        "[Halden council backs plan to raise the wall]",
        "Flood of the century in pictures Read more",
        "WATCH: Water pours over the wall",
    ],
)
def test_teasers(line: str) -> None:
    assert kinds(report(line))[line] == "furniture"


def test_a_teaser_with_two_titles_is_masked_whole() -> None:
    text = report("More: Enough? Council asks for a second dam")
    assert "More: Enough?" in kinds(text)
    assert set(kinds(text).values()) == {"headline", "body", "furniture"}


def test_words_in_someones_mouth_inside_a_teaser_are_kept() -> None:
    text = report(
        "WATCH THE VIDEO: The wall at midnight. Torrin told Brask: “I am sure that the wall will hold”",
    )
    found = kinds(text)
    assert found["WATCH THE VIDEO: The wall at midnight."] == "furniture"
    assert found["Torrin told Brask: “I am sure that the wall will hold”"] == "body"
    assert whys(text)["Torrin told Brask: “I am sure that the wall will hold”"] == "quotation inside a teaser line"


def test_titles_under_the_heading_of_a_list() -> None:
    text = text_of("Halden dam holds", FIRST, SECOND, "Related Articles", "Brask wins seat", "Is the wall safe?", THIRD)
    found = kinds(text)
    assert found["Brask wins seat"] == found["Is the wall safe?"] == "furniture"
    assert found[THIRD] == "body"


def test_a_subhead_between_two_paragraphs() -> None:
    text = report("Torrin inspects the old wall")
    assert kinds(text)["Torrin inspects the old wall"] == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "The wall was never finished",
        "He said nothing.",
        "Torrin had warned them",
        "“The wall will hold”",
        "Was Torrin satisfied with the answer?",
        "The water rises over the lower town at dawn",
        "A boat crosses the flooded market square in Halden before the storm returns",
    ],
)
def test_short_sentences_are_no_subheads(line: str) -> None:
    assert kinds(report(line))[line] == "body"


@pytest.mark.parametrize(
    ("line", "said", "credit"),
    [
        ("(Cover: The dam at dawn. /Orrin Wire)", "(Cover: The dam at dawn.", "photo: Orrin Wire"),
        ("Photo: The dam at dawn", "Photo: The dam at dawn", ""),
        ("FILE PHOTO: The dam at dawn. Orla Venn/OW", "FILE PHOTO: The dam at dawn.", "photo: Orla Venn/OW"),
        ("The dam above Halden at dawn. (Orla Venn/Orrin Wire)", "The dam above Halden at dawn.",
         "photo: Orla Venn/Orrin Wire"),
        ("The dam above Halden at dawn (Picture: Orla Venn)", "The dam above Halden at dawn", "photo: Orla Venn"),
        ("The dam above Halden at dawn. Photograph: Orla Venn/OW", "The dam above Halden at dawn.",
         "photo: Orla Venn/OW"),
        ("Engineers wait near the lower gate (OW)", "Engineers wait near the lower gate", "photo: OW"),
        ("In this May 1, 2031 photo, Torrin stands by.", "In this May 1, 2031 photo, Torrin stands by.", ""),

    ],
)  # fmt: skip
def test_captions_and_their_credits(line: str, said: str, credit: str) -> None:
    text = report(line)
    found = layout(text)
    assert kinds(text, found)[said] == "caption"
    assert found.credits == ((credit,) if credit else ())


def test_the_credit_of_a_picture_is_masked() -> None:
    text = report("(Cover: The dam at dawn. /Orrin Wire)")
    found = layout(text)
    place = text.index("Orrin Wire)")
    (part,) = [part for part in found.parts if part.start <= place < part.end]
    assert part.kind is PartKind.CREDIT


def test_numbered_items_are_a_gallery_only_in_a_row() -> None:
    items = [f"{number}/4 The water on day {number}" for number in range(1, 5)]
    assert set(kinds(text_of(FIRST, *items, SECOND)).values()) == {"body", "caption"}
    message = "1/2 We are safe, and we thank everybody who came to help us tonight."
    assert kinds(text_of(FIRST, message, SECOND))[message] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Orla Venn; Editing by Tam Brask)",
        "Additional reporting from agencies",
        "Orla Venn in Halden and Tam Brask in Norrby contributed to this report.",
        "(Orrin Wire)",
        "With reporting by Tam Brask",
        "Source: Orrin Wire",
        "ov/tb (Orrin, HPA)",
        "Copyright 2031 Orrin Wire. All rights reserved.",
        "With agencies",
        "- Orrin Wire",
    ],
)
def test_credits_of_the_text_at_its_end(line: str) -> None:
    text = text_of("Halden dam holds", FIRST, SECOND, line)
    found = layout(text)
    assert kinds(text, found)[line] == "credit"
    assert len(found.credits) == 1
    assert not found.credits[0].startswith("photo: ")


def test_a_credit_behind_the_last_sentence() -> None:
    text = text_of("Halden dam holds", FIRST, f"{SECOND} (Reporting by Orla Venn; Editing by Tam Brask)")
    found = layout(text)
    assert kinds(text, found)[SECOND] == "body"
    assert found.credits == ("Reporting by Orla Venn; Editing by Tam Brask",)


def test_a_wire_in_brackets_behind_the_last_sentence() -> None:
    text = text_of("Halden dam holds", FIRST, f"{SECOND} (Orrin Wire)")
    assert layout(text).credits == ("Orrin Wire",)
    assert kinds(text)[SECOND] == "body"


def test_a_short_form_in_brackets_is_no_credit() -> None:
    line = "Torrin spoke for the Halden Water Board (HWB)"
    assert kinds(report(line))[line] == "body"


@pytest.mark.parametrize(
    "line", ["Video: Halden dam holds", "Halden dam holds, says the board (HBW)", "Opinion | Halden"]
)
def test_a_first_line_is_the_headline_whatever_it_looks_like(line: str) -> None:
    assert layout(text_of(line, FIRST, SECOND)).title == line


def test_a_bracket_between_paragraphs_is_no_credit() -> None:
    assert kinds(report("(LAUGHTER)"))["(LAUGHTER)"] == "body"


BIOGRAPHY = (
    "Orla Venn is a reporter based in Norrby. She covers rivers and weather and wrote for the Norrby Echo before."
)


def test_the_biography_of_the_author() -> None:
    text = text_of("Halden dam holds", FIRST, SECOND, "Orla Venn", BIOGRAPHY, "Related Articles", "Back to top")
    found = kinds(text)
    assert found["Orla Venn"] == found[BIOGRAPHY] == "furniture"


def test_a_biography_that_goes_on() -> None:
    more = "She graduated from Norrby University. You can reach her at orla@halden.example."
    text = text_of("Halden dam holds", FIRST, SECOND, BIOGRAPHY, more)
    assert kinds(text)[BIOGRAPHY] == kinds(text)[more] == "furniture"


def test_under_its_own_heading_a_biography_needs_no_other_sign() -> None:
    about = "Tam Brask likes rivers, and he writes what he sees when he walks along them."
    text = text_of("Halden dam holds", FIRST, SECOND, "About the author", about)
    assert kinds(text)[about] == "furniture"


@pytest.mark.parametrize(
    "last",
    [
        "Ilse Torrin is a former journalist and editor who covered the valley for years before she ran for mayor.",
        "Tam Brask is a member of the council.",
        "Tam Brask is a reporter who was arrested at the dam, and he told the court: “I was only doing my work there.”",
    ],
)
def test_the_last_paragraph_about_somebody_else_is_kept(last: str) -> None:
    text = text_of("Halden dam holds", FIRST, SECOND, last)
    assert kinds(text)[last] == "body"


def test_paragraphs_on_single_lines() -> None:
    text = "\n".join(["Halden dam holds", FIRST, SECOND, "Read more: The old wall", THIRD])
    assert list(kinds(text).values()) == ["headline", "body", "body", "furniture", "body"]


def test_text_wrapped_at_a_column_is_read_by_blocks() -> None:
    wrapped = (
        "The dam above Halden held through the night, the town's\n"
        "engineers said on Tuesday, and the road along the river\n"
        "would be opened again before the end of the week. Mayor\n"
        "Ilse Torrin told the council that nobody had been hurt.\n"
        "She thanked them."
    )
    text = f"Halden dam holds\n\n{wrapped}\n\n{THIRD}"
    assert kinds(text)[wrapped] == "body"


def test_lines_that_are_not_full_are_paragraphs() -> None:
    text = text_of("Halden dam holds", FIRST) + "\nBrask wins\nTorrin leaves\nWall cracks\nRoad closed\n" + SECOND
    assert "Brask wins" in kinds(text)


LINES = st.sampled_from(
    ["Read more: The wall", "By Orla Venn", "3 March 2031", "(OW)", "Play icon", FIRST, SECOND, THIRD, "Related", "",
     " ", "WATCH: It holds. She said: “It will never break again”", "(Photo: The wall. /OW)", "Orla Venn", BIOGRAPHY,
     "“", "1/3 x"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=14).map("\n".join)), st.integers(0, 5))
def test_parts_are_in_order_disjoint_inside_and_hold_every_word(text: str, title_end: int) -> None:
    found = layout(text, min(title_end, len(text)))
    Report("r", "f", "0", text, parts=found.parts)  # checks order, overlap and place
    covered = "".join("x" * (part.end - part.start) for part in found.parts)
    assert len(covered) <= len(text)
    outside = text
    for part in reversed(found.parts):
        outside = outside[: part.start] + outside[part.end :]
    assert not outside.strip().strip("\ufeff").strip(" |([")
    assert all(part.why for part in found.parts)


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_sentences_with_long_quotations_are_never_masked(text: str) -> None:
    words = "It will never break again"
    for part in layout(text).parts:
        if words in text[part.start : part.end]:
            assert part.kind in READ


@pytest.mark.parametrize(
    "line",
    ["x\n\n", "Title Number {}\n", "Orla Venn{} is a reporter based in Halden who covers rivers, she said.\n"],
)
def test_work_grows_with_the_text(line: str) -> None:
    def work(count: int) -> int:
        text = "".join(line.format(number) for number in range(count))
        return lines_run(lambda: layout(text))

    assert work(1_600) < 5 * work(400)  # four times the text; a square would be sixteen times
