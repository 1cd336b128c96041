"""What differs between two stretches is ruled out or told as a detail; what is only worded differently is neither."""

import pytest

from tests.likeness.pairs import LOOK_ALIKES, REWORDINGS
from tests.likeness.reading import units
from twosource.likeness.checks import Difference, differences

OTHER_THINGS = (
    ("Torvia bought the island from Selmark.", "Torvia sold the island to Selmark.", "direction"),
    ("The convoy drove from Karsk to Ollvik.", "The convoy drove from Ollvik to Karsk.", "direction"),
    ("The mayor thanked the divers for their work.", "The divers thanked the mayor for their work.", "agent"),
    ("The keeper was bitten by the dog.", "The dog was bitten by the keeper.", "agent"),
    ("All of the boats in the bay were lost.", "Half of the boats in the bay were lost.", "quantity"),
    ("The siren sounded twice before the wave came.", "The siren sounded once before the wave came.", "quantity"),
    ("The bus driver was killed in the crash.", "The bus driver was injured in the crash.", "status"),
    ("A clerk of the bank was charged with fraud.", "A clerk of the bank was convicted of fraud.", "status"),
    ("The envoy refused to sign the treaty.", "The envoy agreed to sign the treaty.", "negation"),
    ("The board denied that it had sold the mill.", "The board said that it had sold the mill.", "negation"),
    ("The prison has yet to free the captain.", "The prison has freed the captain.", "negation"),
    ("The farmers are unable to sell their wheat.", "The farmers are able to sell their wheat.", "negation"),
    ("The navy tried to raise the wreck.", "The navy raised the wreck.", "modality"),
    ("The assembly considered closing the mine.", "The assembly closed the mine.", "modality"),
    ("The court was to hear the widow.", "The court heard the widow.", "modality"),
    ("The members voted for the merger.", "The members voted against the merger.", "direction"),
)
"""Two sentences, and the signal of what makes them two things."""

DETAILS = (
    ("Dozens of houses burned in Halden.", "Thousands of houses burned in Halden.", "figure"),
    ("More than 300 people signed the letter.", "Fewer than 300 people signed the letter.", "figure"),
    ("The bridge was closed last week.", "The bridge was closed last month.", "date"),
    ("The orchard was replanted in the spring of 2004.", "The orchard was replanted in the autumn of 2004.", "date"),
    ("The thieves took a painting from the library.", "The thieves took a violin from the library.", "word"),
    ("The ferry Aldis struck a rock off Karsk.", "The ferry Aldis struck a rock off Ollvik.", "name"),
)

ONE_THING = (
    ("Torvia bought the island from Selmark.", "Selmark sold the island to Torvia."),
    ("About 200 people came to the fair.", "The fair drew 214 people."),
    ("More than 300 people signed the letter.", "The letter was signed by 340 people."),
    ("Dozens of houses burned in Halden.", "In Halden 40 houses burned."),
    ("The board said it would sell the mill.", "The board will sell the mill."),
    ("No decision has been made on the mine.", "A decision on the mine has not been made."),
    ("The envoy did not accept the offer.", "The envoy rejected the offer."),
    ("The prisoners escaped unharmed from the fire.", "The prisoners were not injured in the fire."),
    ("The dog bit the keeper on Friday.", "The keeper was bitten by the dog on Friday."),
    ("They don’t know who set the fire.", "They don't know who set the fire."),
    ("They dont know who set the fire.", "They don't know who set the fire."),
    ("Tom Keld chairs the council.", "Tomas Keld chairs the council."),
    ("Voss told the paper that the pier was safe.", "The pier was safe, Voss said."),
)


def found(a: str, b: str) -> tuple[Difference, ...]:
    left, right = units((a, b), vectors=False)
    return differences(left, right)


@pytest.mark.parametrize(("a", "b", "signal"), OTHER_THINGS)
def test_another_thing_is_ruled_out(a: str, b: str, signal: str) -> None:
    assert signal in {difference.signal for difference in found(a, b) if not difference.detail}


@pytest.mark.parametrize(("a", "b", "signal"), DETAILS)
def test_a_detail_is_told(a: str, b: str, signal: str) -> None:
    assert [difference.detail for difference in found(a, b) if difference.signal == signal] == [True]


@pytest.mark.parametrize(("a", "b"), [*ONE_THING, *REWORDINGS])
def test_a_rewording_is_not_ruled_out(a: str, b: str) -> None:
    assert not [difference for difference in found(a, b) if not difference.detail]


@pytest.mark.parametrize(("a", "b"), ONE_THING)
def test_a_rewording_has_no_detail_that_differs(a: str, b: str) -> None:
    assert not found(a, b)


@pytest.mark.parametrize("kind", LOOK_ALIKES)
def test_every_look_alike_differs_in_something(kind: str) -> None:
    assert not [pair for pair in LOOK_ALIKES[kind] if not found(*pair)]


def test_the_order_of_the_two_decides_nothing() -> None:
    for a, b in [*ONE_THING, *REWORDINGS, *(pair for pairs in LOOK_ALIKES.values() for pair in pairs)]:
        there, back = ({(d.signal, d.detail) for d in found(*pair)} for pair in ((a, b), (b, a)))
        assert there == back, (a, b)


def test_what_hangs_beside_several_acts_is_a_detail() -> None:
    told = found(
        "The guard opened the gate, rang the bell, woke the cook and said the king would leave.",
        "The king left while the guard opened the gate, rang the bell and woke the cook.",
    )
    assert all(difference.detail for difference in told)
