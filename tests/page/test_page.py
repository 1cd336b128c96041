"""The page as a whole: it stands alone, says what it must, and leads everywhere it points."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import html  # type: ignore[import-untyped]  # the package ships no types

from tests.page.large import large
from tests.support_case import CASE, H
from twosource.export import dumps, record
from twosource.export.certainty import Certainty, measured
from twosource.model import Case, Mention, Reason, Relation, Report, StatementKind, Story, Strength
from twosource.page import page
from twosource.page.render import CAST_SHOWN

PAGE = page(CASE)
BUDGET = 600_000
"""Bytes of a page of ten reports of a thousand words: what still opens at once from an e-mail."""


LARGE = large()
TREE = html.document_fromstring(PAGE)
EMPTY = page(Case())


def _words(tree: html.HtmlElement) -> str:
    return " ".join(tree.text_content().split())


def _body(source: str = PAGE) -> html.HtmlElement:
    tree = html.document_fromstring(source)
    for element in tree.xpath("//script|//style|//head"):
        element.drop_tree()
    return tree


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    (style,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", PAGE, re.DOTALL)
    digests = {kind: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
               for kind, text in (("style", style), ("script", script))}  # fmt: skip
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests['style']}'; script-src 'sha256-{digests['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not TREE.xpath("//@style|//@onclick|//@src|//link|//img|//iframe|//object|//form")


def test_the_page_is_the_same_every_time() -> None:
    assert page(CASE) == PAGE


def test_every_link_leads_somewhere_and_every_id_is_given_once() -> None:
    for source in (PAGE, EMPTY):
        tree = html.document_fromstring(source)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        for href in tree.xpath("//a/@href"):
            assert (href.startswith("#") and href[1:] in ids) or href.startswith("https://"), href


def test_links_out_are_to_the_web_and_tell_nothing() -> None:
    out = [a for a in TREE.xpath("//a") if not a.get("href", "#").startswith("#")]
    assert len(out) == 3
    assert all(a.get("rel") == "noopener noreferrer nofollow" for a in out)


def test_what_was_not_read_comes_before_all_else() -> None:
    words = _words(_body(page(CASE.with_(notices=("These reports do not look like one story.",)))))
    order = ["Not read: 1 input", "in/quay.jpg", "do not look like one story", "Three reports, two independent"]
    assert [words.index(it) for it in order] == sorted(words.index(it) for it in order)


def test_the_five_questions_are_answered_with_links_to_the_findings() -> None:
    answers = [_words(it) for it in TREE.xpath("//section[@class='answers']//p[@class='big']")]
    assert "Of 3 claims in common, 2 rest on one origin." in _words(_body())
    assert answers == [
        "3 reports, 2 independent",
        "7 sources, 15 statements",
        "3 shared passages",
        "3 claims in common, 2 tensions",
        "2 of 3 claims in common on one origin",
    ]
    assert "A and C share 3 passages" in _words(TREE.xpath("//div[@class='answer']")[0])
    assert all(it.xpath(".//a[@href]") for it in TREE.xpath("//section[@class='answers']//p[@class='big']"))


def test_tensions_of_one_strength_are_told_with_each_of_their_kinds() -> None:
    first, second = CASE.tensions[:2]
    alike = (replace(first, strength=Strength.STRONG), replace(second, kind="figure", strength=Strength.STRONG))
    tree = html.document_fromstring(page(CASE.with_(tensions=alike)))
    links = [_words(it) for it in tree.xpath("//section[@class='answers']//li/a")]
    assert [it for it in links if it.startswith("2 strong: ")] in (
        [f"2 strong: {first.kind}; figure"], [f"2 strong: figure; {first.kind}"],
    )  # fmt: skip


def test_of_very_many_reports_the_first_stand_above_the_answers_and_the_rest_are_folded() -> None:
    assert not TREE.xpath("//header//details[ol[@class='cast']]")
    reports = tuple(replace(LARGE.reports[0], id=f"r{number:02}.txt") for number in range(CAST_SHOWN + 3))
    tree = html.document_fromstring(page(Case(reports=reports)))
    assert len(tree.xpath("//header/ol[@class='cast']/li")) == CAST_SHOWN
    (rest,) = tree.xpath("//header/details[ol[@class='cast']]")
    assert _words(rest.find("summary")) == "and 3 more"
    assert len(rest.xpath("./ol/li")) == 3


def test_the_table_says_what_each_report_does_with_each_claim() -> None:
    head = [_words(it) for it in TREE.xpath("//table/thead/tr/th")]
    assert head == ["Claim", "A Brisk Daily", "B The Sarn Courier", "C Halden Post", "Rests on"]
    rows = {}
    for row in TREE.xpath("//table/tbody/tr"):
        cells = row.xpath("./td[@data-a]")
        rows[_words(row.xpath("./th/span")[0])] = [(it.get("data-a"), it.get("class"), _words(it)) for it in cells]
    assert rows["Some 240 passengers were taken off the ferry Amity when its engine failed on Saturday"] == [
        ("A", "differs", "differs Torvian News Agency"),
        ("B", "says", "says Petra Olm"),
        ("C", "repeats", "repeats Torvian News Agency"),
    ]
    reopen = rows["The ferry line between Halden and the island of Sarn will reopen in May"]
    assert reopen[1] == ("B", "differs", "differs")  # it does not tell it, but speaks against it in a tension
    assert [_words(it) for it in TREE.xpath("//td[@class='rests']/a")] == ["1 to 2 origins", "1 origin", "1 origin"]
    assert all(it.get("scope") for it in TREE.xpath("//table//th"))


def test_each_cell_leads_to_its_words_in_the_report() -> None:
    for link in TREE.xpath("//table//td[@data-a]/a"):
        (target,) = TREE.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert target.xpath("ancestor::article[@class='report']")


def test_claims_stand_with_their_origins_paths_and_changed_words() -> None:
    claim = TREE.xpath("//article[@class='f claim']")[0]
    words = _words(claim)
    assert "told in 3 reports, 1 to 2 origins: Torvian News Agency, Petra Olm" in words
    assert "At least 1, if all that is open below is one; at most 2, if nothing of it is." in words
    assert "one origin: both stand in one copied passage" in words
    assert "undecided it is not known whether the agency asked Petra Olm" in words
    changed = [[mark.text_content() for mark in it.xpath(".//mark")] for it in claim.xpath(".//blockquote")]
    assert changed == [["Some 240", "taken off", "when"], ["About 260", "brought from", "after"], []]
    assert [_words(it) for it in claim.xpath(".//ol[@class='wordings']//p[@class='meta']")] == [
        "the others are compared with it", "differs in a detail", "in other words",
    ]  # fmt: skip
    assert [_words(it) for it in claim.xpath(".//svg//text")] == [
        "Torvian News Agency", "Petra Olm", "A Brisk Daily", "B The Sarn Courier", "C Halden Post",
        "dotted: may be one origin",
    ]  # fmt: skip
    nested = TREE.xpath("//article[@class='f claim']")[1]
    assert "A Brisk Daily → Torvian News Agency → Maren Voss" in _words(nested)
    assert "C → Torvian News Agency → Maren Voss" in _words(nested)


def test_each_number_of_a_claim_leads_to_what_makes_it() -> None:
    for claim in TREE.xpath("//article[@class='f claim']"):
        told, rests = (it.get("href")[1:] for it in claim.xpath("./p[@class='meta']/a")[:2])
        (wordings,), (origins,) = (claim.xpath(f".//*[@id='{id}']") for id in (told, rests))
        assert len(wordings.xpath(".//p[a[@class='a']]")) == len(claim.xpath(".//div[@class='who']/p"))
        for link in (*wordings.xpath(".//p/a[@class='a']"), *origins.xpath(".//a[@class='a']")):
            (target,) = TREE.xpath(f"//*[@id='{link.get('href')[1:]}']")
            assert target.xpath("ancestor::article[@class='report']")


def test_what_differs_in_a_detail_is_named_and_what_does_not_count_is_said() -> None:
    claim = CASE.claims[1]
    first, second, third = claim.mentions
    why = (Reason("meaning", "0.97"), Reason("figure differs", "240 / 260"))
    own, other = claim.origins
    changed = replace(
        claim, mentions=(first, replace(second, reasons=why), third),
        origins=(own, replace(other, reasons=(
            Reason("separate", "nothing connects halden.txt and courier.txt"),
            Reason("another detail", "240 / 260: no"),
        ))),
    )  # fmt: skip
    words = _words(
        html.document_fromstring(page(CASE.with_(claims=(changed,)))).xpath("//article[@class='f claim']")[0]
    )
    assert "differs in a detail, figure differs: 240 / 260" in words
    assert "apart: nothing connects C and B" in words
    assert "not counted: 240 / 260: no" in words


def test_the_drawing_has_a_box_for_each_origin() -> None:
    for claim in sorted(CASE.claims, key=lambda it: -len(it.reports))[:3]:
        article = TREE.xpath(f"//article[@class='f claim'][h4/span='{claim.text.rstrip(' ,;')}']")[0]
        if not article.xpath(".//svg"):  # one origin and two reports: a drawing would say no more than the line above
            assert (claim.most_origins, len(claim.reports)) == (1, 2)
            continue
        assert len(article.xpath(".//use[@class='origin']")) == claim.most_origins
        assert len(article.xpath(".//div[@class='origins']/ol/li")) == claim.most_origins


def test_the_story_is_drawn_and_told_in_words() -> None:
    (drawing,) = TREE.xpath("//section[@id='rest']//svg")
    assert drawing.get("aria-label").startswith("What the reports rest on. ")
    assert "Torvian News Agency: in A Brisk Daily and C Halden Post" in drawing.get("aria-label")
    assert not TREE.xpath("//svg//a[not(@tabindex='-1')]")  # the same links stand below, for the keyboard


def test_what_a_report_leaves_out_is_listed_by_what_it_rests_on() -> None:
    one, silence, _ = TREE.xpath("//section[@id='silence']//details")
    assert _words(one).startswith("A Brisk Daily 3 claims that one other report tells alone")
    assert "perhaps not mentioned; nearest in A: The ferry connection" in _words(one)
    words = _words(silence)
    assert words.startswith("B The Sarn Courier 2 claims ")
    assert "3 We accept the offer with pleasure and will carry the line forward 1 origin, in A, C" in words
    assert "1 that one other report tells alone" in words
    assert "not mentioned; nearest in B: There was smoke for an hour" in words
    several = replace(CASE.claims[0], independent_origins=2, most_origins=2)
    tree = html.document_fromstring(page(CASE.with_(claims=(*CASE.claims[1:], several), tensions=())))
    (silence,) = tree.xpath("//section[@id='silence']//details[contains(., 'Sarn Courier')]")
    assert "2 claims, 1 of them on several origins" in _words(silence)
    assert _words(silence.xpath(".//li")[0]).startswith("2 The ferry line")


def test_updates_stand_apart_from_the_differences() -> None:
    later = replace(CASE.tensions[0], kind="update", strength=Strength.WEAK)
    tree = html.document_fromstring(page(CASE.with_(tensions=(later, CASE.tensions[1]))))
    articles = tree.xpath("//section[@id='differences']//article[@class='f tension']")
    assert [len(it.xpath("preceding::h3[@id='updates']")) for it in articles] == [0, 1]
    assert "1 tension" in _words(tree)
    assert not tree.xpath("//*[@id='updates']/following::article[contains(., '240 against')]")
    assert not TREE.xpath("//*[@id='updates']")


def test_the_time_line_has_what_happened_what_appeared_and_what_is_due() -> None:
    line = [_words(it) for it in TREE.xpath("//ol[@class='line']/li")]
    assert line[0].startswith("1 March 2031")
    (appeared,) = (it for it in line if "published" in it and it.startswith("4 March 2031"))
    assert appeared.startswith("4 March 2031 a day later")
    (due,) = (it for it in line if it.startswith("May 2031"))
    assert "planned" in due
    assert "can be checked from then" in due
    (told,) = (it for it in line if it.startswith("1 March 2031 ") and "claim 1" in it)
    assert "“on Saturday” counted from the date of C" in told
    assert "counted from the date of C" in told
    assert told.count("passengers") == 1  # A tells it of the same day: one entry, with both letters


def test_a_denied_content_never_stands_without_the_denial() -> None:
    (content,) = next(it for it in CASE.statements if it.id == "t-b5").content
    mention = Mention(content, "t-b5", Relation.REWORDED)
    claim = replace(CASE.claims[3], mentions=(*CASE.claims[3].mentions, mention), reports=("brisk.txt", H), silent=())
    alone = replace(claim, id="c-9", mentions=(mention,), reports=("brisk.txt",), origins=())
    tension = replace(CASE.tensions[0], b=content)
    tree = _body(page(CASE.with_(claims=(claim, alone), tensions=(tension,))))
    for where in ("//ol[@class='wordings']", "//div[@class='sides']", "//ol[@class='own']"):
        assert "Norrin Lines denies" in _words(tree.xpath(where)[0]), where
    assert [_words(it.xpath("./a")[0]) for it in tree.xpath("//td[@class='denies']")] == ["denies"]


def test_single_claims_are_folded_and_full() -> None:
    folded = [_words(it) for it in TREE.xpath("//section[@id='single']/details[@class='fold']")]
    assert [it.split(" claim")[0] for it in folded] == ["B The Sarn Courier 2", "C Halden Post 1"]
    assert "the pier had been checked twice this year" in folded[1]


def test_statements_stand_under_those_who_made_them() -> None:
    (source,) = TREE.xpath("//article[@class='source'][h3/bdi='Maren Voss']")
    words = _words(source)
    assert "also called Voss, transport minister Maren Voss" in words
    assert "says · retold · likely · through Torvian News Agency · inside" in words
    (relay,) = TREE.xpath("//article[@class='source'][h3/bdi='Torvian News Agency']")
    assert "passes on" in _words(relay)
    (denial,) = TREE.xpath("//article[@class='source'][h3/bdi='Norrin Lines']")
    assert "denies: the engine had been reported as faulty retold" in _words(denial)


def test_each_statement_says_how_sure_it_is_and_leads_to_its_reasons() -> None:
    both = (Reason("construct", "quotation before", 0.7), Reason("reader", "sees it: cue 0.99, content 0.99", 0.27))
    named = [it for it in CASE.statements if it.source and not it.parent and it.kind is StatementKind.DIRECT]
    sure, doubtful, bare = named[0], named[1], named[2]
    changed = {
        sure.id: replace(sure, confidence=0.97, reasons=both),
        doubtful.id: replace(doubtful, confidence=0.6, reasons=(Reason("construct", "clause", 0.6),)),
        bare.id: replace(bare, confidence=0.6, reasons=()),
    }
    tree = html.document_fromstring(
        page(CASE.with_(statements=tuple(changed.get(it.id, it) for it in CASE.statements)))
    )
    shown = tree.xpath("//section[@id='people']//li[contains(@class, 'f')]/small")
    assert len(shown) == len(CASE.statements)
    assert all(re.search(r"\b(un)?certain\b|\blikely\b", _words(it)) for it in shown)
    links = {_words(it): it for it in tree.xpath("//section[@id='people']//a[starts-with(@href, '#w')]")}
    assert set(links) == {"certain", "likely", "uncertain"}
    for word, number in (("certain", "0.97"), ("uncertain", "0.60")):
        (entry,) = tree.xpath(f"//details//li[@id='{links[word].get('href')[1:]}']")
        assert f" {word}, {number} = construct " in _words(entry)
    assert len(tree.xpath("//section[@id='people']//small/strong[.='uncertain']")) == 1  # without reasons: no link
    assert [_words(it).endswith(", uncertain") for it in tree.xpath("//ul[@class='notes']/li")].count(True) == 2
    terms = {_words(it.find("dt")): _words(it.find("dd")) for it in tree.xpath("//section[@id='method']//dl/div")}
    assert terms["certain"].endswith(f"from 0.94 up; {measured(Certainty.CERTAIN)} were right")


def test_tensions_variants_passages_dates_are_told() -> None:
    words = _words(_body())
    for expected in (
        "240 against 260 passengers.",
        "with pleasure or with joy",
        "copied passage, from a common source upstream",
        "direction undecided",
        "the same quotation, which is no copying",
        "not planned date not given",
        "on a condition April 2031",
        "1 March 2031, night",
        "counted from the date of C",
        "Not resolved to a date",
    ):
        assert expected in words, expected


def test_every_character_of_every_report_is_on_the_page() -> None:
    tree = html.document_fromstring(PAGE)
    for report in CASE.reports:
        (article,) = tree.xpath(f"//article[@class='report'][.//dd/bdi='{report.file}']")
        for extra in article.xpath(".//sup|.//ul[@class='notes']|.//div[@class='text']//small"):
            extra.drop_tree()
        shown = ["".join(p.itertext()) for p in article.xpath(".//div[@class='text']//p")]
        assert [line.strip() for line in shown] == [line for line in report.text.split("\n") if line.strip()]


def test_furniture_is_shown_as_masked_with_its_reason() -> None:
    masked = [_words(it) for it in TREE.xpath("//div[@class='masked']/p")]
    assert "Play logo masked: label of a player; stands 2 times in this report" in masked
    assert len(masked) == 5
    assert len(TREE.xpath("//div[@class='masked']//s")) == 5
    assert not TREE.xpath("//div[@class='masked']//mark")


def test_marks_say_where_they_begin_and_end() -> None:
    begins = TREE.xpath("//article//mark/@data-b")
    ends = TREE.xpath("//article//mark/@data-e")
    assert len(begins) == len(ends) > 15
    assert sorted(begins) == sorted(ends)
    style = TREE.xpath("//style")[0].text
    assert '[class^="q"][data-b]::before { content: "[quotation " attr(data-b) ": "; }' in style


def test_language_and_direction_are_given() -> None:
    assert TREE.xpath("/html/@lang") == ["en"]
    foreign = replace(CASE.reports[0], language="de")
    tree = html.document_fromstring(page(Case(reports=(foreign,))))
    assert tree.xpath("//div[@class='text']/@lang") == ["de"]
    assert not TREE.xpath("//*[@dir]")  # nothing here runs from right to left


def test_text_that_runs_from_right_to_left_finds_its_own_direction() -> None:
    text = "مرحبا بالعالم\n\nCopied שלום"
    report = replace(CASE.reports[0], text=text, parts=(), outlet="צפון", title="مرحبا")
    mentions = tuple(Mention(report.span(0, 13), None, Relation.VERBATIM) for _ in range(2))
    claim = replace(CASE.claims[3], text=text[:13], mentions=mentions, reports=(report.id,), silent=(), origins=())
    tree = html.document_fromstring(page(Case(reports=(report,), claims=(claim,))))
    assert [_words(it) for it in tree.xpath("//div[@class='text']//p[@dir='auto']")] == ["مرحبا بالعالم", "Copied שלום"]
    assert tree.xpath("//ol[@class='own']/li/span/@dir") == ["auto"]
    assert "צפון" in [it.text for it in tree.xpath("//bdi")]


def test_the_case_is_inside_as_data() -> None:
    (data,) = TREE.xpath("//script[@type='application/json'][@id='case']")
    assert json.loads(data.text) == json.loads(dumps(record(CASE, texts=False)))


def test_much_data_is_packed_and_comes_out_the_same() -> None:
    tree = html.document_fromstring(page(LARGE))
    (data,) = tree.xpath("//script[@type='application/gzip+base64'][@id='case']")
    unpacked = gzip.decompress(base64.b64decode(data.text))
    assert json.loads(unpacked) == json.loads(dumps(record(LARGE, texts=False)))


def test_ten_reports_of_a_thousand_words_stay_within_the_budget() -> None:
    words = sum(len(report.text.split()) for report in LARGE.reports)
    assert (len(LARGE.reports), words) == (10, 10_000)
    assert len(page(LARGE).encode()) <= BUDGET


def test_each_story_has_its_own_table() -> None:
    other = replace(LARGE.reports[0], id="x.txt")
    stories = (Story("y-1", tuple(it.id for it in CASE.reports), 2), Story("y-2", ("x.txt",), 1))
    tree = html.document_fromstring(page(CASE.with_(reports=(*CASE.reports, other), stories=stories)))
    (table,) = tree.xpath("//table")
    assert [_words(it) for it in table.xpath("./thead/tr/th")][1:-1] == [
        "A Brisk Daily", "B The Sarn Courier", "C Halden Post",
    ]  # fmt: skip


def test_no_verdict_is_given() -> None:
    words = _words(_body()).casefold()
    for word in ("fake", "false", "plagiar", "bias", "true", "score", "lie", "unreliable"):
        assert not re.search(rf"\b{word}", words), word


def test_empty_single_and_unrelated_cases() -> None:
    assert "No reports" in _words(_body(EMPTY))
    one = page(Case(reports=(Report("a.txt", "a.txt", "0" * 64, "One line.\n\nAnother."),)))
    assert "One report" in _words(_body(one))
    assert "Another." in _words(_body(one))
    apart = CASE.with_(stories=(Story("y-1", (H,), 1), Story("y-2", ("brisk.txt", "courier.txt"), 2)))
    assert "Two reports, both independent" in _words(_body(page(apart)))
    assert "2 different stories, reports and outlets counted in the largest" in _words(_body(page(apart)))
    alone = CASE.with_(stories=(replace(CASE.stories[0], independent_reports=3),))
    assert "Three reports, all independent" in _words(_body(page(alone)))


@pytest.mark.parametrize("name", [it.name for it in files("twosource.page").joinpath("templates").iterdir()])
def test_no_template_steps_round_the_escaping(name: str) -> None:
    text = files("twosource.page").joinpath("templates", name).read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|autoescape|innerHTML|insertAdjacentHTML|document\.write|eval\(|https?://", text)


def test_the_style_asks_for_nothing() -> None:
    style = files("twosource.page").joinpath("templates", "style.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face", style)
    for needed in ("prefers-color-scheme: dark", "prefers-reduced-motion", "forced-colors", "@media print", "A4"):
        assert needed in style


def test_of_very_many_wordings_the_first_are_shown_and_the_rest_counted() -> None:
    claim = CASE.claims[0]
    span = claim.mentions[0].span
    report = CASE.report(span.report)
    others = tuple(replace(claim.mentions[0], span=report.span(it, span.end)) for it in range(span.start, span.end - 3))
    many = replace(claim, mentions=(*claim.mentions, *others), origins=())
    tree = html.document_fromstring(page(CASE.with_(claims=(many,))))
    assert len(tree.xpath("//ol[@class='wordings']/li")) == 50
    shown = len(tree.xpath("//ol[@class='wordings']//div[@class='who']/p"))
    assert f"and {len(many.mentions) - shown} more, in the reports" in _words(tree)


def test_the_same_words_in_many_reports_are_one_wording() -> None:
    claim = CASE.claims[0]
    many = replace(claim, mentions=claim.mentions * 30, origins=())
    tree = html.document_fromstring(page(CASE.with_(claims=(many,))))
    assert len(tree.xpath("//ol[@class='wordings']/li")) == 3
    assert len(tree.xpath("//ol[@class='wordings']//div[@class='who']/p")) == 3 * 30


def test_the_printed_page_begins_with_a_summary() -> None:
    (brief,) = TREE.xpath("//section[@class='brief']")
    words = _words(brief)
    for expected in ("strong, plan: C “The ferry line", "240", "“with pleasure” or “with joy”", "B: 2 claims: 2, 3"):
        assert expected in words, expected
    assert TREE.xpath("//section[@class='brief']/preceding-sibling::section/@id") == ["claims"]
    style = files("twosource.page").joinpath("templates", "style.css").read_text(encoding="utf-8")
    screen, printed = style.split("@media print")
    assert ".brief { display: none; }" in screen
    assert ".brief { display: block;" in printed


def test_a_cell_names_whom_the_report_itself_names_and_nobody_else() -> None:
    claim = next(it for it in CASE.claims if len(it.reports) > 2)
    silent = tuple(replace(it, statement=None) if it.span.report == claim.reports[-1] else it for it in claim.mentions)
    case = CASE.with_(claims=tuple(replace(it, mentions=silent) if it is claim else it for it in CASE.claims))
    cells = html.document_fromstring(page(case)).xpath("//table/tbody/tr[1]/td[@data-a]")
    assert _words(cells[0]) == "differs Torvian News Agency"
    assert _words(cells[2]) == "repeats source not named"
