"""What the counts promise: every mention has an origin, least never exceeds most, and more copies never add one."""

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.making import source
from tests.origins.making import AGENCY, RUSK, VOSS, WORDS, numbers, told
from twosource.claims import claims
from twosource.model import Claim, PassageKind, Source, SourceType
from twosource.origins import origins

CHAINS = st.sampled_from([None, [AGENCY], [AGENCY, VOSS], [VOSS], [RUSK], [source("officials", SourceType.ANONYMOUS)]])


def test_one_report_that_tells_it_very_often_is_one_origin() -> None:
    words = [f"{WORDS[0]} for the {number}. time" for number in range(60)]
    assert numbers(told(*[None] * 60, words=words, reports=["a.txt"] * 60)) == (1, 1)


def test_the_path_reads_from_the_report_to_the_speaker() -> None:
    claim = told([AGENCY, VOSS], [AGENCY, VOSS], published={0: "2031-03-04"})
    assert claim.origins[0].path == ("a.txt", "Torvian Press Agency", "Maren Voss")
    assert claim.origins[0].source == AGENCY.id
    assert claim.origins[0].mentions == (0, 1)


def test_an_origin_is_named_after_its_fullest_chain_then_its_earliest_day() -> None:
    days = {0: "2031-03-05", 1: "2031-03-04"}
    (fullest,) = told([AGENCY, VOSS], [AGENCY], published=days).origins
    assert fullest.path == ("a.txt", "Torvian Press Agency", "Maren Voss")
    (earliest,) = told([AGENCY, VOSS], [AGENCY, VOSS], published=days).origins
    assert earliest.path[0] == "b.txt"


def test_own_voice_has_the_report_as_its_path() -> None:
    claim = told(None)
    assert claim.origins[0].path == ("a.txt",)
    assert numbers(claim) == (1, 1)


def test_every_origin_that_is_not_alone_has_a_reason() -> None:
    claim = told([AGENCY], [AGENCY], [VOSS], None)
    assert all(origin.reasons for origin in claim.origins)


@given(st.lists(CHAINS, min_size=1, max_size=4), st.sampled_from([None, *PassageKind]))
def test_counts_hold_together(chains: list[list[Source] | None], passage: PassageKind | None) -> None:
    claim = told(*chains, passage=passage if len(chains) > 1 else None)
    least, most = numbers(claim)
    assert 1 <= least <= most == len(claim.origins)
    assert {m for origin in claim.origins for m in origin.mentions} == set(range(len(chains)))


@given(st.lists(CHAINS, min_size=1, max_size=3))
def test_the_order_of_the_mentions_does_not_matter(chains: list[list[Source] | None]) -> None:
    words = WORDS[: len(chains)]
    there = told(*chains, words=words)
    back = told(*chains[::-1], words=words[::-1])
    assert numbers(there) == numbers(back)


def _count(*texts: str) -> list[Claim]:
    from tests.claims.making import story

    return list(origins(claims(story(*texts))).claims)


def test_the_same_report_twice_adds_no_origin() -> None:
    text = "The council of Brenmark closed the ferry pier on Monday because of the storm."
    (once,) = _count(text)
    (twice,) = _count(text, text)
    assert numbers(once) == numbers(twice) == (1, 1)
    assert len(twice.mentions) == 2


def test_a_case_without_claims_stays_as_it_is() -> None:
    from tests.claims.making import story

    case = story("Oh.")
    assert origins(case) == case


def test_another_figure_is_no_support() -> None:
    assert numbers(told([VOSS], [RUSK])) == (2, 2)
    claim = told([VOSS], [RUSK], differs=[1])
    assert numbers(claim) == (1, 2)
    assert "another detail" in {reason.signal for reason in claim.origins[1].reasons}
