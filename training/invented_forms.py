"""Patterns of invented sentences by who speaks and what is done in speaking, marked as the other patterns are."""

from __future__ import annotations

FORMS: dict[str, tuple[int, str]] = {
    "document": (
        78,
        """
S[{doc}] Q[{found}] C[{that}].
S[{doc}] Q[{found}] C[{that}].
C[{clause}], S[{doc}] Q[{found}].
C[{clause}], Q[according to] S[{doc}].
Q[According to] S[{doc}], C[{clause}].
In a statement, S[{org}] Q[said] C[{that}].
In a statement {on}, S[{org}] Q[said] C[{that}].
S[{org}] Q[said in a statement] C[{that}].
C[{clause}], S[{org}] Q[said in a statement].
C[“{Say},”] S[{org}] Q[said in a statement].
S[{a.l}] Q[wrote] on {a.his} channel C[that {clause}].
C[“{Say},”] S[{a.l}] Q[wrote on {a.his} channel].
S[{a.t}] Q[posted:] C[“{Say}.”]
S[{doc}] Q[obliges] C[{firm} {inf}].
S[The banner] Q[read:] C[“{Say}.”]
S[{doc}] Q[reads:] C[“{Say}.”]
Q[Under] S[{doc}], C[{firm} must {do}].
S[{a.he}] Q[wrote] in a letter to {whom} C[that {clause}].
In a post {on}, S[{a.l}] Q[accused] C[{b.l} of {crime}].
""",
    ),
    "anonymous": (
        49,
        """
C[{clause}], S[{anon}] Q[said].
C[{clause}], S[{anon}] Q[told] {whom}.
S[{anon}] Q[said] C[{that}].
C[{clause}], Q[according to] S[{anon}].
C[“{Say},”] Q[said] S[{anon}].
C[“{Say},”] S[{anon}] Q[said]. C[“{Say}.”]
S[{anon}] Q[told] {whom} on condition of anonymity C[{that}].
S[Some] Q[{said}] C[{that}], while S1[others] Q1[believe] C1[{that}].
""",
    ),
    "passive": (
        57,
        """
S[{who}] Q[was quoted as saying] C[{that}].
C[“{Say},”] S[{a.l}] Q[was quoted as saying].
S[{a.l}] Q[was quoted as saying:] C[“{Say}.”]
C[{a.l}] Q[is said] C[to have {done}].
C[{a.t}] Q[is reported] C[to have {done}].
C[{firm} is] Q[reportedly] C[planning {inf}].
C[{a.t} has] Q[reportedly] C[{done}].
C1[C[{firm} has] Q[reportedly] C[{done}]], Q1[according to] S1[{relay}].
It Q[is said] C[that {clause}].
It Q[was announced] {on} C[that {clause}].
Q[Reportedly], C[{clause}].
{Crowd} Q[were told] by S[{org}] C[that {clause}].
{b.t} Q[was told] by S[{a.l}] C[{inf}].
C[{event}] Q[was announced] by S[{org}] {on}.
C[{a.l}] Q[was accused] by S[{org}] C[of {crime}].
""",
    ),
    "interrupted": (
        64,
        """
C[“{Say},”] S[{a.l}] Q[{quoth}], C[“and {base}.”]
C[“{Say},”] Q[said] S[{a.y}], C[“because {base}.”]
C[“{Say},”] S[{a.he}] Q[{quoth}]. C[“{Say}.”]
C[“{Say},”] Q[said] S[{a.y}]. C[“{Say}. {Say}.”]
C[“Look,”] S[{a.l}] Q[{quoth}], C[“{say}.”]
C[“{Say},”] S[{a.l}] Q[told] {whom}. C[“{Say}.”]
C[“{Say},”] S[{a.l}] Q[{quoth}] {venue}. C[“{Say}.”]
C[{clause}], S[{who}] Q[said], C[and {base}].
C[{thing}], S[{a.l}] Q[said], C[was “{fragment}”].
""",
    ),
    "two speakers": (
        99,
        """
C[“{Say},”] S[{a.l}] Q[{quoth}]. C1[“{Say},”] Q1[said] S1[{b.y}].
C[“{Say},”] Q[said] S[{a.y}]. S1[{b.l}] Q1[replied:] C1[“{Say}.”]
S[{a.t}] Q[{said}] C[{that}]. S1[{b.x}] Q1[{said}] C1[{that}].
S[{a.t}] Q[said] C[{that}], but S1[{b.t}] Q1[{said}] C1[{that}].
C[“{Say},”] S[{a.t}] Q[{quoth}]. C1[{clause}], S1[{org}] Q1[said].
C[{clause}], S[{who}] Q[said]. S1[{b.t}] Q1[{denied}] C1[{crime}].
C[“{Say},”] S[{a.l}] Q[said]. C[“{Say}.”] C1[“{Say},”] S1[{b.l}] Q1[{quoth}].
S[{org}] Q[says] C[{that}]; S1[{group}] Q1[say] C1[{that}].
While S[{a.l}] Q[{said}] C[{that}], S1[{b.l}] Q1[told] {whom} C1[{that}].
S[{a.l}] Q[accused] C[{b.l} of {crime}]; S1[{b.l}] Q1[called] C1[the charge “{fragment}”].
S[S1[{a.t}]] Q[{said}] C[{that}] and Q1[added] C1[{that}].
S[S1[{a.t}]] Q[{denied}] C[{crime}], Q1[saying] C1[{that}].
S[S1[{a.l}]] Q[warned] C[that {clause}], Q1[adding:] C1[“{Say}.”]
""",
    ),
    "quotation, then plain": (
        49,
        """
C[“{Say},”] S[{a.l}] Q[{quoth}]. {plain}
C[“{Say},”] Q[said] S[{a.y}]. {plain} {plain}
S[{a.t}] Q[said:] C[“{Say}.”] {plain}
S[{a.he}] Q[{quoth}], C[“{Say}.”] {trap}
{plain} C[“{Say},”] S[{a.l}] Q[{quoth}]. {plain}
C[“{Say},”] S[{org}] Q[said]. {unsaid}
""",
    ),
    "transcript": (
        42,
        """
S[{a.S}]Q[:] C[{Say}].
S[{a.S}]Q[:] C[{Say}. {Say}].
S[{b.S}]Q[:] C[{Ask}]
S[{a}]Q[:] C[{Say}. {Say}].
S[{a.l}]Q[:] C[“{Say}.”]
S[Q]Q[:] C[{Ask}] S1[A]Q1[:] C1[{Say}].
S[REPORTER]Q[:] C[{Ask}] S1[{a.S}]Q1[:] C1[{Say}].
S[{a.title}]Q[:] C[{Say}].
""",
    ),
    "question": (
        42,
        """
C[“{Ask}”] S[{a.l}] Q[asked].
C[“{Ask}”] Q[asked] S[{a.y}].
S[{who}] Q[asked] C[{whether}].
S[{a.l}] Q[asked] {b.l} C[{whether}].
S[{who}] Q[wondered] C[{whether}].
S[{a.l}] Q[wanted to know] C[{whether}].
Q[Asked] C[{whether}], S1[{a.l}] Q1[said:] C1[“{Say}.”]
S[{a.he}] Q[demanded to know] C[{whether}].
""",
    ),
    "denial and refusal": (
        57,
        """
S[{who}] Q[{denied}] C[that {clause}].
S[{who}] Q[denied] C[{crime}].
S[{a.t}] Q[denied] C[having {done}].
S[{a.l}] Q[declined] C[to comment on {thing}].
S[{org}] Q[refused] C[to say {whether}].
S[{who}] Q[rejected] C[the claim that {base}].
S[{a.t}] Q[dismissed] C[{thing} as “{fragment}”].
S[{org}] Q[ruled out] C[{event}].
C[{clause}], S[{who}] Q[denied].
""",
    ),
    "plan and belief": (
        92,
        """
S[{solo}] Q[{plans}] C[{inf}].
S[{org}] Q[{planned}] C[{inf}].
S[{solo}] Q[{believes}] C[{that}].
S[{group}] Q[{believed}] C[that {clause}].
S[{a.l}] Q[urged] C[{whom} {inf}].
S[{a.t}] Q[invited] C[{b.t} to {city}].
S[{who}] Q[called for] C[{event}].
S[{who}] Q[ordered] C[{force} {inf}].
S[{org}] Q[is expected] C[{inf}].
S[Both presidents] Q[agreed] C[{inf}].
S[{a.l}] Q[expressed] C[{a.his} readiness {inf}].
S[{a.l}] Q[reaffirmed] C[{a.his} country's will {inf}].
S[{org}] Q[voiced concern about] C[{danger}].
""",
    ),
    "addressee": (
        57,
        """
S[{who}] Q[told] {whom} C[{that}].
S[{a.l}] Q[told] {b.l} C[{that}].
S[{a.t}] Q[told] {b.t} {venue} C[{that}].
S[{a.he}] Q[told] them C[{that}].
S[{org}] Q[informed] {whom} C[that {clause}].
S[{a.l}] Q[assured] {b.l} C[that {clause}].
S[{who}] Q[warned] {whom} C[that {clause}].
S[{a.l}] Q[wrote] to {b.l} C[that {clause}].
S[{a.l}] Q[promised] {b.s} C[that {clause}].
C[“{Say},”] S[{a.l}] Q[told] {b.l}.
S[{who}] Q[told] {whom}: C[“{Say}.”]
""",
    ),
    "event": (
        113,
        """
S[{org}] Q[{announced}] C[{event}].
S[{org}] Q[{announced}] C[{event}] {on}.
{On}, S[{org}] Q[{announced}] C[{event}].
S[{firm}] Q[{announced}] C[{event}].
S[{who}] Q[{announced}] C[{event}].
S[{a.t}] {on} Q[{announced}] C[{event}].
S[{who}] Q[warned of] C[{danger}].
S[{org}] Q[warned of] C[{danger}] {on}.
S[{who}] Q[accused] C[{body} of {crime}].
S[{a.l}] Q[blamed] C[{firm} for {thing}].
S[{relay}] Q[reported] C[{event}].
After S[{org}] Q[announced] C[{event}], shares fell {percent}.
S[S1[{firm}]] Q[reported] C[{event}] and Q1[announced] C1[{event}].
The news came a day after S[{org}] Q[{announced}] C[{event}].
""",
    ),
}
"""Construct: how many paragraphs of it, and its patterns, one a line."""
