"""Small invented stories, two to four short reports each, with what a careful reader finds where they differ.

Every story holds a difference and its look-alike: what must be told stands in ``wanted``, and nothing else may be.
"""

from __future__ import annotations

from dataclasses import dataclass

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = "2031-03-03", "2031-03-04", "2031-03-05", "2031-03-06"


@dataclass(frozen=True, slots=True)
class Pull:
    """A tension that a reader finds: its kind, words that one side and the other hold, and how hard it may pull."""

    kind: str
    one: str
    other: str
    strength: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A variant that a reader finds: words of one place and of another, and the grade."""

    one: str
    other: str
    grade: str


@dataclass(frozen=True, slots=True)
class MiniStory:
    """Reports (text and day) with the tensions and the variants that are there, all of them."""

    name: str
    reports: tuple[tuple[str, str], ...]
    tensions: tuple[Pull, ...] = ()
    variants: tuple[Wording, ...] = ()


STORIES = (
    MiniStory(
        "a bridge falls: the dead of one day, a part of them, the hurt",
        (
            (
                "Fourteen people were killed when the Calder bridge in Dorrend collapsed on Monday, police said.\n"
                "Four of the dead were children. Thirty people were hurt, five of them seriously.",
                TUESDAY,
            ),
            (
                "Nine people died when the Calder bridge collapsed in Dorrend on Monday, the mayor said.\n"
                "Five people were seriously hurt, and four children died.",
                TUESDAY,
            ),
        ),
        (Pull("figure", "Fourteen people were killed", "Nine people died", "medium|strong"),),
    ),
    MiniStory(
        "a flood: the toll rises from day to day, and is no tension",
        (
            ("Twelve people have died in the floods around Karmel, the rescue service said on Tuesday.", TUESDAY),
            ("The floods around Karmel have killed 19 people, the interior ministry said on Wednesday.", WEDNESDAY),
            ("The death toll from the floods around Karmel rose to 26 on Thursday, the rescue service said.", THURSDAY),
        ),
        (
            Pull("update", "Twelve people have died", "killed 19 people", "weak"),
            Pull("update", "killed 19 people", "rose to 26", "weak"),
            Pull("update", "Twelve people have died", "rose to 26", "weak"),
        ),
    ),
    MiniStory(
        "a sale: two prices, and the price of something else",
        (
            ("Norrin Lines sold the ferry Amity to Halden Freight for 4.2 million crowns, the company said.", TUESDAY),
            (
                "Norrin Lines sold the ferry Amity to Halden Freight for 2.4 million crowns.\n"
                "It bought the tug Bruno for 900,000 crowns in 2029.",
                TUESDAY,
            ),
        ),
        (Pull("figure", "4.2 million", "2.4 million", "medium"),),
    ),
    MiniStory(
        "a march: rounded figures, other units, one crowd",
        (
            (
                "About 200 people marched ten kilometres through Ollvik to the town hall on Monday.\n"
                "The march lasted 90 minutes.",
                TUESDAY,
            ),
            (
                "A total of 214 people marched 6.2 miles through Ollvik to the town hall on Monday.\n"
                "The march lasted an hour and a half.",
                TUESDAY,
            ),
        ),
    ),
    MiniStory(
        "arrests on two days in two towns",
        (
            ("Police arrested 12 people at the protest in Sarn on Monday.", TUESDAY),
            ("Police arrested 31 people at the protest in Sarn on Tuesday.", WEDNESDAY),
            ("Police arrested 50 people at the protest in Halden on Monday.", TUESDAY),
        ),
    ),
    MiniStory(
        "an opening: two dates for one, and the date of another",
        (
            ("The new pier of Sarn will open on 3 May, Mayor Ilse Rautner said.", TUESDAY),
            (
                "The new pier of Sarn will open on 5 May, Mayor Ilse Rautner said.\n"
                "Tickets for the ferry will be sold from 20 April.",
                TUESDAY,
            ),
        ),
        (Pull("date", "open on 3 May", "open on 5 May", "medium|strong"),),
    ),
    MiniStory(
        "a small plane: two places, a district of one, and an age",
        (
            (
                "A small plane crashed near Ollvik on Monday, killing its pilot.\n"
                "The pilot, Tomas Wick, 34, had flown for ten years.",
                TUESDAY,
            ),
            (
                "A small plane crashed near Karsk on Monday, killing its pilot.\n"
                "The pilot, Tomas Wick, 43, was alone on board.",
                TUESDAY,
            ),
        ),
        (
            Pull("place", "near Ollvik", "near Karsk", "weak|medium"),
            Pull("figure", "Wick, 34", "Wick, 43", "medium"),
        ),
    ),
    MiniStory(
        "a driver with two names, and a witness with a third",
        (
            ("Police identified the driver of the lorry as Jon Aldis.", TUESDAY),
            ("Police identified the driver of the lorry as Marek Toll. Petra Olm saw the crash.", TUESDAY),
        ),
        (Pull("name", "as Jon Aldis", "as Marek Toll", "medium|strong"),),
    ),
    MiniStory(
        "a claim and its denial, and the denial of something else",
        (
            (
                "Torvian officials said Karsk had sold anti-ship missiles to the rebels in Dunmarrow.\n"
                "Karsk will hold elections in June.",
                TUESDAY,
            ),
            (
                "Karsk's foreign ministry denied that it had sold missiles to the rebels in Dunmarrow.\n"
                "The opposition denied that it had received money from abroad.",
                TUESDAY,
            ),
        ),
        (Pull("claim against denial", "had sold anti-ship missiles", "had sold missiles", "strong"),),
    ),
    MiniStory(
        "so and not so",
        (
            ("The Halden Post reported that the reactor at Brenn was shut down on Monday.", TUESDAY),
            (
                "The reactor at Brenn was not shut down on Monday, its operator said.\n"
                "The mayor of Brenn was not told of the inspection.",
                TUESDAY,
            ),
        ),
        (Pull("claim against negation", "was shut down", "was not shut down", "strong|medium"),),
    ),
    MiniStory(
        "a plan and its negation, and somebody else's plan",
        (
            ("Prime Minister Odile Marchetti plans to visit Karsk in June, the Torvian News Agency said.", TUESDAY),
            (
                "Odile Marchetti has no plan to visit Karsk, her office said.\n"
                "Defence Minister Rolf Egger will visit Karsk in July.",
                TUESDAY,
            ),
        ),
        (Pull("plan against its negation", "plans to visit Karsk", "no plan to visit Karsk", "strong"),),
    ),
    MiniStory(
        "said, and not said",
        (
            ("Ruta Kalnis said that the navy would search the strait of Morne again.", TUESDAY),
            (
                "Ruta Kalnis did not say that the navy would search the strait of Morne again.\n"
                "She did not say when the report would be published.",
                TUESDAY,
            ),
        ),
        (Pull("said, or not said", "would search the strait", "did not say that the navy", "medium|strong"),),
    ),
    MiniStory(
        "words between the marks: a synonym, a figure, a negation, another utterance of the same speaker",
        (
            (
                "“We will rebuild the school of Morne before the winter,” Mayor Ilse Rautner said.\n"
                "“The city owes 300 families a new home,” she said.\n"
                "“The builders knew that the wall was safe,” Rautner added.",
                TUESDAY,
            ),
            (
                "“We will rebuild the school of Morne ahead of the winter,” Mayor Ilse Rautner said.\n"
                "“The city owes 800 families a new home,” she said.\n"
                "“The builders knew that the wall was not safe,” Rautner added.\n"
                "“Nobody in this city will sleep in a tent at Christmas,” she said.",
                TUESDAY,
            ),
        ),
        (
            Pull("words between the marks", "300 families", "800 families", "strong"),
            Pull("words between the marks", "was safe", "was not safe", "strong"),
        ),
        (
            Wording("before the winter", "ahead of the winter", "synonym"),
            Wording("300 families", "800 families", "meaning"),
            Wording("was safe", "was not safe", "meaning"),
        ),
    ),
    MiniStory(
        "one utterance, direct in one report and half retold in the other",
        (
            (
                "“I am deeply ashamed of what my officers did to prisoners in Morne,” General Sten Varga said.",
                TUESDAY,
            ),
            (
                "General Sten Varga said he was “profoundly ashamed of what my officers did to prisoners in Morne”.",
                TUESDAY,
            ),
        ),
        (),
        (Wording("deeply ashamed", "profoundly ashamed", "synonym"),),
    ),
    MiniStory(
        "marks that differ in nothing but marks",
        (
            ("“We have lost a friend, and the town a teacher,” said Petra Olm.", TUESDAY),
            ("“We have lost a friend and the town a teacher”, said Petra Olm.", TUESDAY),
        ),
    ),
    MiniStory(
        "the order of events: the alarm and the blast",
        (
            ("The alarm in the mine of Brenn sounded after the explosion, the operator said.", TUESDAY),
            ("The alarm in the mine of Brenn sounded before the explosion, a miner said.", TUESDAY),
        ),
        (Pull("order", "after the explosion", "before the explosion", "medium|strong"),),
    ),
    MiniStory(
        "before and after of other things are no order",
        (
            ("The minister spoke to reporters after the meeting in Halden.", TUESDAY),
            ("The minister met the miners before the meeting in Halden. He spoke to reporters before lunch.", TUESDAY),
        ),
    ),
    MiniStory(
        "figures of two things in one sentence",
        (
            ("The storm destroyed 40 houses and 12 boats in the harbour of Sarn.", TUESDAY),
            ("The storm destroyed 12 boats and about 40 houses in the harbour of Sarn.", TUESDAY),
        ),
    ),
    MiniStory(
        "two polls, two years, two halves of a game",
        (
            ("Unemployment in Torvia rose to 6.1 percent in February.", TUESDAY),
            ("Unemployment in Torvia was 5.4 percent in February last year. In Arvale it was 7 percent.", TUESDAY),
        ),
    ),
    MiniStory(
        "a share, and the share of another year",
        (
            ("Voters in Arvale backed the treaty with 54 percent, the election office said.", TUESDAY),
            ("Voters in Arvale backed the treaty with 61 percent, the Harbour Herald reported.", TUESDAY),
        ),
        (Pull("figure", "54 percent", "61 percent", "medium"),),
    ),
    MiniStory(
        "a tower: its height, its weight, and the height of another thing",
        (
            (
                "The 30m-high tower of Halden was closed on Monday after stones fell.\n"
                "A 6-year-old girl was hurt near the tower of Halden on Monday.",
                TUESDAY,
            ),
            (
                "The tower of Halden was closed on Monday after stones fell. The tower of Halden is 60 metres high.\n"
                "Stones hurt an 8-year-old girl near the tower of Halden on Monday. The wall of the church is 9m high.",
                TUESDAY,
            ),
        ),
        (
            Pull("figure", "30m-high tower", "60 metres high", "medium"),
            Pull("figure", "6-year-old girl", "8-year-old girl", "medium"),
        ),
    ),
    MiniStory(
        "the pilots of two planes, and one pilot spelt in two ways",
        (
            ("The pilot, Tomas Wickler, landed the plane on the beach of Sarn on Monday.", TUESDAY),
            ("The pilot, Tomas Wikkler, landed the plane on the beach of Sarn on Monday.", TUESDAY),
            ("The pilot, Aron Feld, landed a plane on a road near Brenn in 2019.", TUESDAY),
        ),
        (Pull("name", "Tomas Wickler", "Tomas Wikkler", "weak"),),
    ),
    MiniStory(
        "the freed and those still held",
        (
            ("Twelve miners were freed from the mine of Brenn on Monday, the operator said.", TUESDAY),
            ("On Monday rescuers freed 12 of the more than 80 miners from the mine of Brenn.", TUESDAY),
        ),
    ),
    MiniStory(
        "none since then, and the first since then",
        (
            ("The crash was the first with deaths on the harbour tram of Halden since 1998.", TUESDAY),
            ("There had been no deaths on the harbour tram of Halden since 1998.", TUESDAY),
        ),
    ),
    MiniStory(
        "around one thing, and not around another",
        (
            ("The boat will go into an orbit around the island, Norrin Lines said.", TUESDAY),
            ("The boat will not go into an orbit around Sarn, a skipper of Norrin Lines said.", TUESDAY),
        ),
    ),
    MiniStory(
        "a source corrects itself",
        (
            ("Sarn police said on Tuesday that the gunman had killed seven people.", TUESDAY),
            ("Sarn police said on Wednesday that the gunman had killed six people.", WEDNESDAY),
        ),
        (Pull("update", "killed seven people", "killed six people", "weak"),),
    ),
)
