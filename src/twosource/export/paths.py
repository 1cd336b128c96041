"""The graph of one claim, and that of all reports: who tells it, through whom, and what makes origins one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.export.graph import Edge, EdgeKind, Graph, Node, NodeKind
from twosource.export.words import count, cut, origins_in_words, report_labels
from twosource.lineage import dependent_reports
from twosource.lineage.outlets import plain
from twosource.model import Case, Claim, Copy, Decision, Mention, Origin, Reason, Source, Statement, joined

LABEL_LENGTH = 160
"""Characters of a claim's text in the label of its node."""
NAMED = 4
"""Reports named in the label of a text upstream; its edges lead to all of them."""
NO_SUPPORT = "another detail"
"""Signal of an origin that tells the claim with another detail: it is listed, and does not count as support."""
OWN_HOUSE = "own house"
"""Signal of an origin whose source belongs to the outlet of the report itself."""
OPEN = "open: "
"""Begins the signals of what leaves open whether two origins are one."""
APART = frozenset({"separate", NO_SUPPORT})
"""Signals of an origin that join it with nothing."""


class _Builder:
    """Collects nodes and edges, each once, in the order in which they come."""

    def __init__(self, case: Case) -> None:
        self.labels = report_labels(case)
        self.sources: dict[str, Source] = {source.id: source for source in case.sources}
        self.dates = {report.id: report.date or "date not given" for report in case.reports}
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, EdgeKind], Edge] = {}

    def add(self, node: Node) -> str:
        """Add a node that is not there yet, and return its id."""
        self.nodes.setdefault(node.id, node)
        return node.id

    def report(self, id: str) -> str:
        """Add a report."""
        return self.add(Node(f"report:{id}", NodeKind.REPORT, self.labels.get(id, id), self.dates.get(id, ""), id))

    def source(self, id: str) -> str:
        """Add a source."""
        found = self.sources.get(id)
        about = str(found.type) if found else ""
        return self.add(Node(f"source:{id}", NodeKind.SOURCE, found.name if found else id, about, id))

    def edge(self, tail: str, head: str, kind: EdgeKind, reasons: Iterable[str] = (), count: int = 1) -> None:
        """Add an edge, or what it counts and says to one that is there."""
        there = self.edges.get((tail, head, kind))
        told = tuple(dict.fromkeys((*(there.reasons if there else ()), *reasons)))
        self.edges[tail, head, kind] = Edge(tail, head, kind, count + (there.count if there else 0), told)

    def voice(self, id: str, number: int, counted: bool) -> str:
        """Make a node the voice of an origin, or a second one like it where it is that of another origin."""
        node = self.nodes[id]
        if node.origin not in (None, number):
            return self.add(replace(node, id=f"{id}#{number}", origin=number, counted=counted))
        self.nodes[id] = replace(node, origin=number, counted=counted)
        return id

    def graph(self, title: str, least: int | None = None, most: int | None = None) -> Graph:
        """Return the graph."""
        return Graph(title, tuple(self.nodes.values()), tuple(self.edges.values()), least, most)


def claim_graph(case: Case, claim: Claim) -> Graph:
    """Return the graph of one claim: the reports that tell it, the chain of each, and what joins their origins."""
    build = _Builder(case)
    statements = {statement.id: statement for statement in case.statements}
    build.add(
        Node(f"claim:{claim.id}", NodeKind.CLAIM, cut(claim.text, LABEL_LENGTH), origins_in_words(claim), claim.id)
    )
    for mention in claim.mentions:
        tail = build.report(mention.span.report)
        build.edge(f"claim:{claim.id}", tail, EdgeKind.TOLD_BY, (str(mention.relation),))
        for source in _chain(statements, mention):
            head = build.source(source)
            if head != tail:
                build.edge(tail, head, EdgeKind.THROUGH)
            tail = head
    voices = [_voices(build, statements, claim, origin, number) for number, origin in enumerate(claim.origins, start=1)]
    for origin, found in zip(claim.origins, voices, strict=True):
        _join(build, origin, found)
    _open(build, claim, [list(found.values()) for found in voices])
    return build.graph(cut(claim.text, LABEL_LENGTH), claim.independent_origins, claim.most_origins)


def _chain(statements: dict[str, Statement], mention: Mention) -> tuple[str, ...]:
    statement = statements.get(mention.statement or "")
    return statement.chain if statement else ()


def _voices(
    build: _Builder, statements: dict[str, Statement], claim: Claim, origin: Origin, number: int
) -> dict[int, str]:
    """Return the nodes of the voices of an origin by the mentions in which they are heard; -1 where it has none."""
    counted = all(reason.signal != NO_SUPPORT for reason in origin.reasons)
    found: dict[int, str] = {}
    for index in origin.mentions:
        mention = claim.mentions[index]
        chain = _chain(statements, mention)
        node = build.report(mention.span.report)
        while chain and _own_house(build.source(chain[0]), build, origin, mention.span.report):
            chain = chain[1:]
        if chain:
            joint = build.sources.get(chain[0])
            member = origin.source if joint and origin.source in joint.members else chain[0]
            node = build.source(member)
        node = build.voice(node, number, counted)
        if chain and (f"report:{mention.span.report}", node, EdgeKind.THROUGH) not in build.edges:
            build.edge(f"report:{mention.span.report}", node, EdgeKind.THROUGH)  # a member of a joint source
        found[index] = node
    if not found:  # an origin without mentions is still one
        node = build.source(origin.source) if origin.source else build.report(next(iter(claim.reports), "?"))
        found[-1] = build.voice(node, number, counted)
    return found


def _own_house(node: str, build: _Builder, origin: Origin, report: str) -> bool:
    """Return whether a source is the report's own house: then the report speaks for itself."""
    return any(
        it.signal == OWN_HOUSE and _says(it, build.nodes[node].label) and _says(it, report) for it in origin.reasons
    )


def _join(build: _Builder, origin: Origin, voices: dict[int, str]) -> None:
    """Join the voices of one origin: by its sure joins, and the rest with the first."""
    home = {node: node for node in voices.values()}

    def first(node: str) -> str:
        while home[node] != node:
            node = home[node]
        return node

    for join in origin.joins:
        a, b = voices.get(join.a), voices.get(join.b)
        if join.sure and a and b and first(a) != first(b):
            build.edge(a, b, EdgeKind.JOINED, (join.reason.detail,))
            home[first(b)] = first(a)
    start = next(iter(home))
    for node in home:
        if first(node) != first(start):
            build.edge(start, node, EdgeKind.JOINED, ("one origin, through what joins the others",))
            home[first(node)] = first(start)


def _says(reason: Reason, name: str) -> bool:
    """Return whether a reason has a name in it, as words of its own."""
    return bool(name) and bool(re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", reason.detail))


def _open(build: _Builder, claim: Claim, voices: Sequence[Iterable[str]]) -> None:
    """Add what leaves open whether two origins are one.

    A voice without a source may rest on either of two that are not one: it is open to the first, and ``either`` leads
    to the other. A claim gives its first reasons only; where they do not account for its least number of origins, the
    rest of the open edges say so.
    """
    pairs = _open_pairs(claim)
    first = [next(iter(found)) for found in voices]
    named = [any(build.nodes[id].kind is NodeKind.SOURCE for id in found) for found in voices]
    pairs.sort(key=lambda it: not (named[it[0][0]] and named[it[0][1]]))
    home = {number: {number} for number in range(len(first))}
    for (one, other), detail in pairs:
        kind = EdgeKind.OPEN
        if home[one] is not home[other]:
            ends = [any(named[it] for it in home[side]) for side in (one, other)]
            if (all(ends) and not (named[one] and named[other])) or not _may_join(
                build, claim, first, home, one, other
            ):
                kind = EdgeKind.EITHER
            else:
                home[one] |= home[other]
                home.update(dict.fromkeys(home[other], home[one]))
        build.edge(first[one], first[other], kind, (detail,))
    left = [group for group in {id(it): it for it in home.values()}.values() if _counts(build, first, group)]
    told = tuple(reason.detail for reason in claim.reasons if reason.signal not in APART) or ("left undecided",)
    for a, b in list(pairwise(left))[: max(0, len(left) - claim.independent_origins)]:
        build.edge(first[min(a)], first[min(b)], EdgeKind.OPEN, told)


def _open_pairs(claim: Claim) -> list[tuple[tuple[int, int], str]]:
    """Return the pairs of origins that have an open join, each with what leaves it open.

    A mention of a joint source is one of several origins: the join is with the one that has the same from its side.
    """
    sides: dict[tuple[int, int, Reason], list[int]] = {}
    for number, origin in enumerate(claim.origins):
        for join in origin.joins:
            if not join.sure:
                sides.setdefault((join.a, join.b, join.reason), []).append(number)
    pairs: dict[tuple[tuple[int, int], str], None] = {}
    for (a, b, reason), numbers in sides.items():
        for one in numbers:
            for other in sides.get((b, a, reason), ()):
                if one != other:
                    pairs[(min(one, other), max(one, other)), reason.detail] = None
    return list(pairs)


def _counts(build: _Builder, first: Sequence[str], group: Iterable[int]) -> bool:
    """Return whether an origin among these supports the claim as worded."""
    return any(build.nodes[first[number]].counted for number in group)


def _may_join(
    build: _Builder, claim: Claim, first: Sequence[str], home: dict[int, set[int]], one: int, other: int
) -> bool:
    """Return whether two groups can be one without leaving fewer than the least number of origins."""
    if not (_counts(build, first, home[one]) and _counts(build, first, home[other])):
        return True
    groups = {id(it): it for it in home.values()}.values()
    return sum(_counts(build, first, it) for it in groups) > claim.independent_origins


def story_graph(case: Case) -> Graph:
    """Return the graph of all reports: the sources that their claims rest on, what joins reports, who has text whence.

    The count of an edge from a report to a source is that of the claims that it has from there.
    """
    build = _Builder(case)
    statements = {statement.id: statement for statement in case.statements}
    for report in case.reports:
        build.report(report.id)
    for claim in case.claims:
        rests = {
            (mention.span.report, chain[0]) for mention in claim.mentions if (chain := _chain(statements, mention))
        }
        for id, source in sorted(rests):
            build.edge(f"report:{id}", build.source(source), EdgeKind.THROUGH)
    for dependent in dependent_reports(case):
        _depend(build, dependent.reports, dependent.reasons)
    _copies(build, case)
    title = f"{count(len(case.reports), 'report')}: what they rest on"
    return build.graph(title)


def _depend(build: _Builder, reports: Sequence[str], reasons: Iterable[Reason]) -> None:
    """Join reports that share their text: each reason names the two that it joins."""
    together = {id: id for id in reports}

    def first(id: str) -> str:
        while together[id] != id:
            id = together[id]
        return id

    for reason in reasons:
        named = [id for id in reports if _says(reason, id)]
        if len(named) > 1:
            build.edge(f"report:{named[0]}", f"report:{named[1]}", EdgeKind.JOINED, (reason.detail,))
            together[first(named[1])] = first(named[0])
    for a, b in pairwise(reports):
        if first(a) != first(b):
            build.edge(f"report:{a}", f"report:{b}", EdgeKind.JOINED)
            together[first(b)] = first(a)


def _copies(build: _Builder, case: Case) -> None:
    """Add where reports have their shared text from: another report, or a text upstream that none of them is."""
    behind: dict[tuple[str, ...], list[Copy]] = {}
    for copy in case.copies:
        told = tuple(reason.detail for reason in copy.reasons)
        if copy.decision is Decision.COPIED and copy.origin in build.labels:
            taker = copy.b if copy.origin == copy.a else copy.a
            build.edge(f"report:{taker}", f"report:{copy.origin}", EdgeKind.COPIED, told, len(copy.passages))
        elif copy.decision is Decision.COMMON_UPSTREAM:
            behind.setdefault((plain(copy.upstream),) if copy.upstream else (copy.a, copy.b), []).append(copy)
    for copies in behind.values():
        passages: dict[str, dict[str, None]] = {}
        for copy in copies:
            for id in (copy.a, copy.b):
                passages.setdefault(id, {}).update(dict.fromkeys(copy.passages))
        reports = sorted(passages)
        node = f"upstream:{'|'.join(reports)}"
        build.add(Node(node, NodeKind.UPSTREAM, _behind(build, copies[0], reports), "in none of the reports", node))
        told = tuple(dict.fromkeys(reason.detail for copy in copies for reason in copy.reasons))
        for id in reports:
            build.edge(f"report:{id}", node, EdgeKind.COPIED, told, len(passages[id]))


def _behind(build: _Builder, copy: Copy, reports: Sequence[str]) -> str:
    """Return what a text behind some reports is called."""
    if copy.upstream:
        return f"text of {copy.upstream}"
    names = [build.labels[id] for id in reports[:NAMED]]
    more = [f"{len(reports) - NAMED} more"] if len(reports) > NAMED else []
    return f"a common text behind {joined((*names, *more))}"
