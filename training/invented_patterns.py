"""Patterns of invented sentences by construct, with what is attributed marked in them.

``S[…]``, ``Q[…]`` and ``C[…]`` mark source, cue and content of the first attribution, ``S1[…]`` and so on those of
the second; they may stand in one another, and a role that occurs twice has two ranges. ``{a}`` and ``{b}`` are the
two people of a paragraph (``.t`` with a title, ``.x`` and ``.y`` with an apposition before and after the cue, ``.l``
as later mentioned, ``.d`` described, ``.he`` and ``.his``); the other slots are those of the stock. A capital first
letter of a slot asks for one in what fills it.
"""

from __future__ import annotations

from training.invented_forms import FORMS

PATTERNS: dict[str, tuple[int, str]] = {
    "nested, outer first": (
        106,
        """
S[{relay}] Q[{reported}] C[that {layer}].
S[{relay}] Q[{reported}] C[{layer}].
S[{relay}] Q[reported] {on} C[that {layer}].
S[{who}] Q[{said}] C[that {layer}].
S[{who}] Q[told] {whom} C[that {layer}].
Q[According to] S[{doc}], C[{layer}].
{Venue}, S[{relay}] Q[{reported}] C[{layer}].
Q[According to] S[{relay}], C[{layer}].
Q[According to] S[{relay}], C[{layer}].
{On}, S[{relay}] Q[{reported}] C[that {layer}].
S[{doc}] Q[{found}] C[that {layer}].
S[{relay}] Q[said:] C[“{Layer}.”]
S[{relay}] Q[quoted] C[S1[{inner}] as Q1[saying] C1[{that}]].
S[{relay}] Q[cited] C[S1[{inner}] as Q1[saying] C1[{that}]].
S[{relay}] Q[quoted] C[S1[{inner}] as Q1[saying:] C1[“{Say}.”]]
In its evening bulletin, S[{relay}] Q[{reported}] C[that {layer}].
""",
    ),
    "nested, outer last": (
        120,
        """
C[{layer}], Q[according to] S[{relay}].
C[{layer}], Q[according to] S[{relay}].
C[{layer}], S[{relay}] Q[{reported}].
C[{layer}], S[{relay}] Q[reported] {on}.
C[{layer}], Q[{reported}] S[{relay}].
C[{layer}], S[{who}] Q[{said}].
C[{layer}], Q[according to] S[{doc}].
C[{layer}], S[{relay}] Q[said], without giving details.
C[“{Layer},”] S[{relay}] Q[said].
C[“{Layer},”] Q[according to] S[{relay}].
C[“{Layer},”] S[{relay}] Q[reported]. C[“{Say}.”]
C[C1[“{Say},”] S1[{inner}] Q1[{quoth}]], Q[according to] S[{relay}].
C[C1[“{Say},”] S1[{inner}]] Q[was quoted] C[as Q1[saying]] by S[{relay}].
C[S1[{inner}]] Q[was quoted] by S[{relay}] C[as Q1[saying] C1[{that}]].
C[S1[{a.l}]] Q[was cited] by S[{relay}] C[as Q1[saying:] C1[“{Say}.”]]
C[C1[“{Say},”] S1[{inner}] Q1[told] {whom}], Q[according to] S[{relay}].
""",
    ),
    "three layers": (
        35,
        """
S[{relay}] Q[{reported}] C[that S1[{inner}] Q1[{said}] C1[that S2[{org}] Q2[{said2}] C2[{that}]]].
C[S1[{inner}] Q1[told] {whom} C1[that S2[{b.t}] Q2[{said2}] C2[{that}]]], Q[according to] S[{relay}].
S[{relay}] Q[{reported}], Q1[citing] S1[{cited}], C[C1[that S2[{inner}] Q2[{planned}] C2[{inf}]]].
C[C1[S2[{inner}] Q2[{said2}] C2[{that}]], Q1[according to] S1[{doc}]], S[{relay}] Q[{reported}].
S[{relay}] Q[quoted] C[S1[{org}] as Q1[saying] C1[that S2[{inner}] Q2[{denied}] C2[{crime}]]].
S[{who}] Q[{said}] C[S1[{doc}] Q1[{found}] C1[that S2[{b.t}] Q2[{said2}] C2[{that}]]].
""",
    ),
    "citing": (
        78,
        """
C[C1[{clause}]], S[{relay}] Q[{reported}], Q1[citing] S1[{cited}].
C[C1[{clause}]], S[{relay}] Q[reported] {on}, Q1[citing] S1[{cited}].
C[C1[{clause}]], S[{relay}] Q[{reported}], Q1[quoting] S1[{cited}].
S[{relay}], Q1[citing] S1[{cited}], Q[{reported}] C[C1[{that}]].
Q1[Citing] S1[{cited}], S[{relay}] Q[{reported}] C[C1[{that}]].
S[{relay}] Q[{reported}] C[C1[{that}]], Q1[citing] S1[{cited}].
S[{relay}] Q[announced] C[C1[{event}]], Q1[citing] S1[{cited}].
""",
    ),
    "wire": (
        106,
        """
C[{clause}], S[{relay}] Q[{reported}].
C[{clause}], S[{relay}] Q[said] {on}.
C[{clause}], S[{org}] Q[said] {on}.
C[{clause}], S[{who}] Q[{said}] {on}.
C[{clause}], S[{who}] Q[told] {whom} {on}.
C[{clause}], S[{who}] Q[told] {whom} {venue}.
C[{clause}], Q[according to] S[{relay}].
C[{clause}], Q[reported] S[{relay}].
S[{org}] Q[said] {on} C[{that}].
S[{relay}] Q[reported] {on} C[{that}].
{PLACE} ({abbr}) - C[{Clause}], S[{who}] Q[said] {on}.
{PLACE} ({abbr}) – S[{a.t}] Q[said] {on} C[{that}].
{PLACE}, {month} 4 — C[{Clause}], S[{org}] Q[said] {on}, while {base}.
C[{mixed}], S[{who}] Q[{said}] {on}.
C[{thing} was “{fragment},”] S[{who}] Q[{said}].
S[{who}] Q[{said}] C[{thing} was “{fragment}.”]
S[{who}] Q[{said}] C[{mixed}].
S[{a.l}] Q[called] C[{thing} “{fragment}.”]
S[{org}] Q[described] C[{thing} as “{fragment}”].
""",
    ),
    "headline": (
        106,
        """
S[{headsource}]Q[:] C[{Head}]
S[{headsource}]Q[:] C[{Head}]
C[{Head}]Q[:] S[{headsource}]
C[{Head}], Q[says] S[{headsource}]
C[{Head}], S[{headsource}] Q[says]
C[{Head}] Q[–] S[{headsource}]
C[{Head}] Q[-] S[{headsource}]
C[{Head}] Q[—] S[{headsource}]
S[{headsource}] Q[says] C[{base}]
S[{Headsource}] Q[vows] C[{inf}]
S[{Headsource}] Q[denies] C[{crime}]
S[{Headsource}] Q[to] C[{do}]
S[{a.s}]Q[:] C[‘{Say}’]
C[‘{Say}’]Q[:] S[{a.s}]
C[“{Say}”] Q[–] S[{headsource}]
C[‘{Fragment}’]Q[:] S[{headsource}]
C[{Head}], S[{Headdoc}] Q[finds]
S[Report]Q[:] C[{Head}]
""",
    ),
    "dash": (
        49,
        """
C[“{Say}”] Q[—] S[{a.t}].
C[“{Say}.”] Q[—] S[{a.y}]
C[“{Say}.”] Q[–] S[{a.t}]
C[{clause}] — Q[so] S[{a.t}].
S[{a.t}] Q[—] C[“{Say}.”]
S[{a.l}] Q[–] C[“{Say}.”]
C[“{Say}”] – S[{a.l}] Q[said] {on}.
C[“{Say}”] — Q[said] S[{a.y}].
C[“{Say}”] – S[{a.l}] Q[said] – C[“{say}.”]
C[{clause}] – S[{who}] Q[said].
– C[{Say}], Q[said] S[{a.t}].
— C[{Say}], S[{a.l}] Q[{quoth}].
""",
    ),
    "british": (
        92,
        """
C[‘{Say},’] S[{a.l}] Q[{quoth}].
C[‘{Say},’] Q[said] S[{a.y}].
C[‘{Say},’] S[{a.he}] Q[{quoth}]. C[‘{Say}.’]
C[‘{Say}’], S[{a.l}] Q[{quoth}].
S[{who}] Q[said:] C[‘{Say}.’]
S[{a.x}] Q[said:] C[‘{Say}. {Say}.’]
S[{who}] Q[told] {whom}: C[‘{Say}.’]
S[{a.l}] Q[called] C[{thing} ‘{fragment}’].
S[{a.l}] Q[said] C[{thing} was ‘{fragment}’].
C[‘{Say},’] S[{a.l}] Q[said], C[‘and {base}.’]
S[{org}] Q[said] C[it was ‘{fragment}’ and {base}].
C[‘{Ask}’] Q[asked] S[{a.t}].
""",
    ),
    "translated": (
        134,
        """
C[{clause}], S[{relay}] Q[reported] it.
C[{clause}], S[{relay}] Q[reported] it {on}.
C[{Clause}]. S[{relay}] Q[reported] it {on}.
C[{clause}], so S[{a.t}] Q[said] {on} before the press.
C[{clause}], Q[so] S[{a.t}].
C[{clause}], Q[informed] S[{relay}] {on}.
C[{clause}] Q[reports] S[{relay}].
C[{clause}] S[{relay}] Q[said] {on}.
C[S1[{a.t}] he Q1[has invited] C1[{b.t} to {city}]] S[{relay}] Q[reported] {on}.
C[In {place} {body} has opened {anew}], Q[told] S[{a.t}] to {whom}.
S[{a.t}] Q[he said] C[that {clause}].
S[{a.t}] {on} to {whom} Q[said] C[that {clause}].
About it Q[reported] S[{relay}]: C[{clause}].
It Q[was reported] by S[{relay}] C[that {clause}].
How S[{relay}] Q[reports], C[{clause}].
As Q[reported] by S[{relay}], C[{clause}].
As S[{relay}] Q[reports] {on}, C[{clause}].
S[The spokesman of {org}] {on} Q[has said] C[in nearest days will not be {event}].
This Q[said] S[{a.t}]: C[“{Say}.”]
C[“{Say}”], - Q[said] S[{a.t}].
C[“{Say}”], Q[emphasized] S[{a.t}].
C[S1[{a.t}] Q1[noted] C1[that {clause}]], Q[transmits] S[{relay}].
Q[Under the words of] S[{a.t}], C[{clause}].
Q[By words of] S[{a.l}], C[{clause}].
C[{a.d} {a.s} “from whole heart” thanked the {crowd}], Q[wrote] S[{relay}].
C[S1[{a.l}] Q1[expressed] C1[{a.his} readiness {inf}]], Q[said] S[the message].
S[Both sides] Q[agreed] C[{inf}], and on {weekday} the guests left by train.
C[S1[{a.t}] Q1[said] C1[that {clause}]], S[{relay}] Q[reported] {on}.
C[S1[{a.l}] Q1[told] {b.s} C1[{clause}]] S[{relay}] Q[said].
""",
    ),
} | FORMS
"""Construct: how many paragraphs of it, and its patterns, one a line."""
