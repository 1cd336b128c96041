"""The graph of origins: its counts are the claim's, every form of it holds the same, and no label can break one."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.graphs import HOSTILE, hostile, many
from tests.support_case import CASE, OLM, TNA, VOSS, B, H
from twosource.export import dumps
from twosource.export.drawing import claim_drawing, story_drawing
from twosource.export.graph import Edge, EdgeKind, Graph, Node, NodeKind, as_record
from twosource.export.graphml import KEYS, NAMESPACE, graphml
from twosource.export.mermaid import ARROWS, SHAPES, label, mermaid
from twosource.export.paths import claim_graph, story_graph
from twosource.export.sheet import MOST_ROWS
from twosource.export.svg import svg
from twosource.model import Case, Claim, Decision, Join, Mention, Origin, Reason, Relation

COUNT = CASE.claims[1]


def counts(graph: Graph) -> tuple[int, int]:
    """Return the least and the greatest number of origins as the edges have it."""
    groups = graph.groups(EdgeKind.JOINED, EdgeKind.OPEN)
    return max(1, sum(any(it.counted for it in group) for group in groups)), len(graph.groups(EdgeKind.JOINED))


def graphs(case: Case) -> list[Graph]:
    return [story_graph(case), *(claim_graph(case, claim) for claim in case.claims)]


def test_the_edges_tell_the_way_of_a_claim_and_what_leaves_its_origins_open() -> None:
    edges = {(it.tail, it.head, it.kind) for it in claim_graph(CASE, CASE.claims[0]).edges}
    claim = f"claim:{CASE.claims[0].id}"
    assert {(claim, f"report:{H}", EdgeKind.TOLD_BY), (claim, f"report:{B}", EdgeKind.TOLD_BY)} <= edges
    assert (f"report:{H}", f"source:{TNA}", EdgeKind.THROUGH) in edges
    assert (f"source:{TNA}", f"source:{VOSS}", EdgeKind.THROUGH) in edges
    (edge,) = claim_graph(CASE, COUNT).of_kind(EdgeKind.OPEN)
    assert (edge.tail, edge.head) == (f"source:{TNA}", f"source:{OLM}")
    assert edge.reasons == ("it is not known whether the agency asked Petra Olm",)


@pytest.mark.parametrize("case", [CASE, many(3, 1), many(5, 4), many(60, 1), many(60, 20)])
def test_the_counts_of_the_graph_are_those_of_its_claim(case: Case) -> None:
    for claim in case.claims:
        graph = claim_graph(case, claim)
        assert counts(graph) == (claim.independent_origins, claim.most_origins)
        assert (graph.independent_origins, graph.most_origins) == counts(graph)


@given(st.lists(st.sampled_from(range(3)), min_size=1, max_size=5), st.integers(1, 5), st.booleans())
def test_the_counts_hold_whoever_tells_it(homes: list[int], least: int, counted: bool) -> None:
    """Origins of any mentions, several of one source among them: the groups are as many as the origins."""
    origins = tuple(
        Origin(CASE.sources[home].id, (), (number % 3,), () if counted else (Reason("another detail", "40 / 60"),))
        for number, home in enumerate(homes)
    )
    least = min(least, len(origins)) if counted else 1
    claim = Claim("c-x", "x", COUNT.mentions, COUNT.reports, (), origins, least, len(origins))
    assert counts(claim_graph(CASE, claim)) == (least, len(origins))


def test_another_detail_is_listed_and_does_not_count() -> None:
    first, second = COUNT.origins
    other = Origin(
        second.source, second.path, second.mentions, (Reason("another detail", "figure differs: 240 / 260"),)
    )
    claim = Claim(COUNT.id, COUNT.text, COUNT.mentions, COUNT.reports, (), (first, other), 1, 2)
    graph = claim_graph(CASE, claim)
    assert counts(graph) == (1, 2)
    assert not list(graph.of_kind(EdgeKind.OPEN))
    assert [it.counted for it in graph.nodes if it.origin == 2] == [False]


def test_a_voice_that_may_rest_on_either_of_two_makes_them_no_one() -> None:
    def rests(name: str) -> Reason:
        return Reason("open: may rest on it", f"courier.txt gives no source; it may have it from {name} too")

    def joined(here: int, there: int, name: str) -> Join:
        return Join(here, there, rests(name), sure=False)

    origins = (
        Origin(TNA, (), (0,), (), (joined(0, 1, "the agency"),)),
        Origin(None, (), (1,), (), (joined(1, 0, "the agency"), joined(1, 2, "Petra Olm"))),
        Origin(OLM, (), (2,), (), (joined(2, 1, "Petra Olm"),)),
    )
    mentions = (COUNT.mentions[0], CASE.claims[5].mentions[0], COUNT.mentions[2])
    claim = Claim("c-x", "x", mentions, (H, "courier.txt"), (), origins, 2, 3)
    graph = claim_graph(CASE, claim)
    assert counts(graph) == (2, 3)
    assert [it.tail for it in graph.of_kind(EdgeKind.OPEN)] == [f"source:{TNA}"]
    assert [(it.tail, it.head) for it in graph.of_kind(EdgeKind.EITHER)] == [("report:courier.txt", f"source:{OLM}")]


def test_the_own_house_of_a_report_is_its_own_voice() -> None:
    house = Reason("own house", f"Norrin Lines is of {B} itself: no source beside it")
    statement = next(it for it in CASE.statements if it.id == "t-b5")
    mention = Mention(statement.content[0], "t-b5", Relation.VERBATIM)
    for reasons, voice in (((house,), f"report:{B}"), ((), "source:s-norrin")):
        claim = Claim("c-x", "x", (mention,), (B,), (), (Origin(None, (), (0,), reasons),), 1, 1)
        assert [it.id for it in claim_graph(CASE, claim).nodes if it.origin] == [voice]


def test_a_join_joins_the_voices_of_its_mentions_whatever_its_reason_names() -> None:
    mentions = (CASE.claims[0].mentions[0], CASE.claims[5].mentions[0], CASE.claims[0].mentions[1])
    passage = Join(2, 1, Reason("shared passage", f"{H} and {B} tell it in one near passage"))
    for joins, reason in (((passage,), passage.reason.detail), ((), "one origin, through what joins the others")):
        own = Origin(TNA, (), (0, 1, 2), (passage.reason,), joins)
        claim = Claim("c-x", "x", mentions, (H, B, "courier.txt"), (), (own,), 1, 1)
        (edge,) = claim_graph(CASE, claim).of_kind(EdgeKind.JOINED)
        assert {edge.tail, edge.head} == {f"source:{TNA}", "report:courier.txt"}
        assert edge.reasons == (reason,)


def test_the_story_shows_what_reports_rest_on_and_where_their_text_comes_from() -> None:
    graph = story_graph(CASE)
    through = {(it.tail, it.head): it.count for it in graph.of_kind(EdgeKind.THROUGH)}
    assert through[f"report:{H}", f"source:{TNA}"] == 3  # three of its claims
    (upstream,) = (it for it in graph.nodes if it.kind is NodeKind.UPSTREAM)
    assert {it.tail for it in graph.of_kind(EdgeKind.COPIED) if it.head == upstream.id} == {
        f"report:{H}",
        f"report:{B}",
    }
    assert upstream.label == "text of Torvian News Agency"
    for edge in graph.of_kind(EdgeKind.COPIED):
        assert edge.count == 3  # passages that the two share
        assert edge.reasons == ("both name the Torvian News Agency",)


def test_a_report_that_has_text_from_another_leads_to_it() -> None:
    copied = replace(CASE.copies[0], origin=H, decision=Decision.COPIED, upstream=None)
    (edge,) = story_graph(CASE.with_(copies=(copied,))).of_kind(EdgeKind.COPIED)
    assert (edge.tail, edge.head, edge.count) == (f"report:{B}", f"report:{H}", 3)


def test_what_is_undecided_between_two_reports_is_no_edge() -> None:
    open_ = replace(CASE.copies[0], origin=None, decision=Decision.UNDECIDED, upstream=None)
    assert not list(story_graph(CASE.with_(copies=(open_,))).of_kind(EdgeKind.COPIED))


# --- the forms -------------------------------------------------------------------------------------------------------


def read_graphml(text: str) -> Graph:
    """Return the graph of a document, its keys read by their declared types, as Gephi and networkx do."""
    root = ET.fromstring(text)  # noqa: S314  # our own output
    space = f"{{{NAMESPACE}}}"
    types = {"string": str, "int": int, "double": float, "boolean": {"true": True, "false": False}.__getitem__}
    declared = {
        it.get("id"): (it.get("for"), it.get("attr.name"), types[str(it.get("attr.type"))])
        for it in root.findall(f"{space}key")
    }
    assert len(declared) == len(KEYS)
    (body,) = root.findall(f"{space}graph")

    def data(element: ET.Element, of: str) -> dict[str, object]:
        found: dict[str, object] = {}
        for it in element.findall(f"{space}data"):
            kind, name, read = declared[it.get("key")]
            assert kind == of
            found[str(name)] = read(it.text or "")  # type: ignore[operator]
        return found

    nodes = {str(it.get("id")): data(it, "node") for it in body.findall(f"{space}node")}
    edges = [(it.get("source"), it.get("target"), data(it, "edge")) for it in body.findall(f"{space}edge")]
    assert len({it.get("id") for it in body if it.get("id")}) == len(nodes) + len(edges)
    about = data(body, "graph")
    return Graph(
        str(about["title"]),
        tuple(Node(id, NodeKind(str(it["kind"])), str(it["label"]), str(it["about"]), str(it["ref"]),
                   it.get("origin"), bool(it["counted"])) for id, it in nodes.items()),  # type: ignore[arg-type]
        tuple(Edge(str(a), str(b), EdgeKind(str(it["kind"])), int(it["weight"]),  # type: ignore[call-overload]
                   tuple(filter(None, (str(it["reasons"]),)))) for a, b, it in edges),
        about.get("independent_origins"), about.get("most_origins"),  # type: ignore[arg-type]
    )  # fmt: skip


def shape(graph: Graph) -> object:
    """Return what must survive a round trip, whatever the ids are."""
    place = {node.id: number for number, node in enumerate(graph.nodes)}
    return (
        [(it.kind, it.origin, it.counted) for it in graph.nodes],
        [(place[it.tail], place[it.head], it.kind, it.count) for it in graph.edges],
        (graph.independent_origins, graph.most_origins),
    )


@pytest.mark.parametrize("case", [CASE, many(30, 3), *map(hostile, HOSTILE)])
def test_graphml_comes_back_the_same(case: Case) -> None:
    for graph in graphs(case):
        back = read_graphml(graphml(graph))
        assert shape(back) == shape(graph)
        assert counts(back) == counts(graph)
    plain = claim_graph(CASE, COUNT)
    back = read_graphml(graphml(plain))
    assert [it.label for it in back.nodes] == [it.label for it in plain.nodes]
    assert [it.reasons for it in back.edges] == [("; ".join(it.reasons),) if it.reasons else () for it in plain.edges]


NODE = re.compile(r'  (n\d+)(?:\(\["|\["|\("|\{\{")((?:[^"#]|#\d+;)*)(?:"\]\)|"\]|"\)|"\}\})')
EDGE = re.compile(r'  (n\d+) (-->|===|-\.-|-\.->)(?:\|"((?:[^"#]|#\d+;)*)"\|)? (n\d+)')
REST = re.compile(r"flowchart LR|%% [^\n]*|  classDef origin stroke-width:3px|  class n\d+(?:,n\d+)* origin")


@pytest.mark.parametrize("case", [CASE, many(30, 3), *map(hostile, HOSTILE)])
def test_mermaid_has_each_node_and_edge_and_nothing_else(case: Case) -> None:
    for graph in graphs(case):
        lines = mermaid(graph).split("\n")[:-1]
        nodes, edges = [NODE.fullmatch(it) for it in lines], [EDGE.fullmatch(it) for it in lines]
        for line, node, edge in zip(lines, nodes, edges, strict=True):
            assert node or edge or REST.fullmatch(line), line
        assert len(list(filter(None, nodes))) == len(graph.nodes)
        place = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
        assert [(it[1], it[2], it[4]) for it in edges if it] == [
            (place[it.tail], ARROWS[it.kind], place[it.head]) for it in graph.edges
        ]
        assert not any("%%{" in line for line in lines)
    assert set(SHAPES) == set(NodeKind)


@given(st.text(max_size=40))
def test_a_mermaid_label_ends_nothing_and_reads_back(text: str) -> None:
    made = label(text)
    assert not set(made) & set('"<>[]{}|`*_&\\\n')
    assert re.fullmatch(r"(?:[^#]|#\d+;)*", made)
    back = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), made)
    kept = [it for it in text.split() if it.isalnum()]
    assert all(word in back for word in kept)
    assert not re.match(r"\d+\.|-", made)


SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("case", [CASE, many(30, 3), many(40, 30), *map(hostile, HOSTILE)])
def test_a_drawing_shows_each_origin_and_holds_no_more_than_pictures_and_words(case: Case) -> None:
    for claim in case.claims:
        drawing = claim_drawing(claim_graph(case, claim))
        if len(claim.reports) < 2:
            assert drawing is None
            continue
        assert drawing is not None
        tree = ET.fromstring(svg(drawing))  # noqa: S314  # our own output
        assert {it.tag.removeprefix(SVG) for it in tree.iter()} <= {"svg", "title", "style", "path", "rect", "text"}
        assert {name for it in tree.iter() for name in it.keys()} <= set(  # noqa: SIM118  # an element is no mapping
            "viewBox width height role aria-label class d x y rx".split()
        )
        origins = [it for it in tree.iter(f"{SVG}rect") if it.get("class") == "origin"]
        assert len(origins) == min(claim.most_origins, MOST_ROWS)
    tree = ET.fromstring(svg(story_drawing(story_graph(case))))  # type: ignore[arg-type]  # noqa: S314
    assert tree.get("role") == "img"
    assert tree.get("aria-label", "").startswith("What the reports rest on.")


def test_many_reports_of_one_origin_are_folded_into_one_box_with_their_number() -> None:
    case = many(60, 1)
    drawing = claim_drawing(claim_graph(case, case.claims[0]))
    assert drawing is not None
    assert [(it.words, it.folded) for it in drawing.boxes] == [("Agency 0", False), ("r000.txt and 59 more", True)]
    assert drawing.height < 100
    few = claim_drawing(claim_graph(many(40, 30), many(40, 30).claims[0]))
    assert few is not None
    assert few.height <= (MOST_ROWS + 2) * 40
    assert [it.words for it in few.boxes if it.kind == "origin"][-1] == "19 more origins"
    assert sum(len(it.nodes) for it in few.boxes if it.kind == "report") == 40


def test_the_drawing_of_the_story_brackets_what_shares_its_text() -> None:
    drawing = story_drawing(story_graph(CASE), {H: ("C", "Halden Post"), B: ("A", "Brisk Daily")})
    assert drawing is not None
    words = [it.words for it in drawing.boxes]
    assert "C Halden Post" in words
    assert "a text behind A and C" in words
    assert drawing.notes[0][2].startswith("+ ")


@pytest.mark.parametrize("payload", HOSTILE)
def test_the_record_of_a_graph_reads_back(payload: str) -> None:
    for graph in graphs(hostile(payload)):
        made = json.loads(dumps(as_record(graph)))
        assert [it["kind"] for it in made["nodes"]] == [str(it.kind) for it in graph.nodes]
        ids = {it["id"] for it in made["nodes"]}
        assert len(ids) == len(graph.nodes)
        assert all({it["from"], it["to"]} <= ids for it in made["edges"])
