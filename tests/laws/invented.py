"""Seven invented stories of different kinds: an accident, a plan, a court, a firm, a match, a health scare, envoys.

Each is told by two to five outlets in three to eight sentences. Every person, place, outlet and agency is invented.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One report before it is written to a file. ``paragraphs`` use typographic marks and one space between words."""

    outlet: str
    published: str
    headline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invented:
    """A story, and two of its speakers whose names can be exchanged (both of one sex: the pronouns stay)."""

    reports: tuple[Told, ...]
    speakers: tuple[str, str]


TRAM = Invented(
    (
        Told(
            "Ostrel Gazette", "2031-03-04", "Tram leaves its rails in Ostrel, 14 hurt",
            (
                "A tram left its rails on Mill Hill in Ostrel on Monday, and 14 people were hurt, "
                "the Meldan News Agency reported.",
                "“The brakes did not answer when the driver pulled them,” said Piet Lowen, "
                "who directs the city’s tram company.",
                "Mayor Arne Dahlgard said that the line would stay closed until Friday.",
                "Dahlgard told reporters the tram had been checked in January.",
            ),
        ),
        Told(
            "Evening Lantern", "2031-03-04", "Fourteen injured as tram derails on Mill Hill",
            (
                "Fourteen people were injured when a tram derailed on Mill Hill in Ostrel on Monday, "
                "according to the Meldan News Agency.",
                "“The brakes did not respond when the driver pulled them,” Piet Lowen, the director of the tram "
                "company, "
                "was quoted as saying.",
                "The mayor, Arne Dahlgard, said the line will remain shut until Friday.",
                "Nobody was killed.",
            ),
        ),
        Told(
            "Radio Brask", "2031-03-05", "Ostrel tram: union speaks of old brakes",
            (
                "The tram that derailed on Mill Hill in Ostrel on Monday had old brakes, the drivers’ union "
                "said on Tuesday.",
                "The union said 17 people had been hurt.",
                "Piet Lowen denied that the brakes were old. “They were new in January,” he said.",
                "The union plans to strike on 12 March if the other trams are not checked.",
            ),
        ),
    ),
    ("Piet Lowen", "Arne Dahlgard"),
)  # fmt: skip

DAM = Invented(
    (
        Told(
            "Carrow Times", "2029-09-12", "Water minister promises dam at Sollen",
            (
                "Water Minister Edda Kvist promised on Wednesday that the dam at Sollen would be finished by 2032.",
                "“We accept this task with pleasure and we will carry it through,” Kvist told parliament in Carrow.",
                "The dam will cost 240 million crowns, the ministry said.",
                "Opposition leader Marit Holm said there was no plan for the villages below the dam.",
                "Holm did not say whether her party would vote against it.",
            ),
        ),
        Told(
            "The Sollen Herald", "2029-09-12", "Dam to be finished by 2032, Kvist says",
            (
                "The dam at Sollen will be finished by 2032, Water Minister Edda Kvist told parliament on Wednesday.",
                "“We accept this task with joy and we will carry it through,” she said.",
                "The ministry puts the cost at 260 million crowns.",
                "Marit Holm, who leads the opposition, called the promise “empty words”.",
            ),
        ),
        Told(
            "Northern Post", "2029-09-13", "No one has asked us, villages below Sollen say",
            (
                "People in the villages below Sollen say that nobody has asked them about the dam.",
                "“I have read of it in the papers,” said Tove Brandal, who keeps goats there.",
                "The water ministry denied that any village would have to move.",
                "Parliament will vote on the dam next week, the Carrow Times reported.",
            ),
        ),
    ),
    ("Edda Kvist", "Marit Holm"),
)  # fmt: skip

COURT = Invented(
    (
        Told(
            "Vessel Street Journal", "2030-11-20", "Clockmaker convicted of stealing church bells",
            (
                "A court in Harne convicted a clockmaker on Tuesday of stealing three church bells.",
                "Judge Oskar Tennant sentenced René Amsel, 52, to two years in prison.",
                "“You took the voice of three villages,” the judge told Amsel.",
                "Amsel’s lawyer, Henrik Vann, said that his client would appeal. “It isn’t over,” Vann said.",
            ),
        ),
        Told(
            "Harne Messenger", "2030-11-20", "Bell thief gets two years",
            (
                "René Amsel, a clockmaker from Harne, was convicted on Tuesday of stealing three church bells "
                "and sentenced to two years in prison.",
                "Judge Oskar Tennant said Amsel had taken “the voice of three villages”.",
                "His lawyer, Henrik Vann, said he would appeal by December.",
                "Amsel has denied that he sold the bells.",
            ),
        ),
    ),
    ("Oskar Tennant", "Henrik Vann"),
)  # fmt: skip

WORKS = Invented(
    (
        Told(
            "Brandmark Daily", "2028-06-05", "Lindqvar to close its glass works",
            (
                "Lindqvar Glass will close its works in Ebermoor in October, two people familiar with the plan "
                "said on Monday.",
                "About 900 workers would lose their jobs, one of them said.",
                "A spokeswoman for Lindqvar declined to comment.",
                "The works have made bottles since 1911.",
            ),
        ),
        Told(
            "Ebermoor Sentinel", "2028-06-05", "Glass works to close, report says",
            (
                "Lindqvar Glass will shut its works in Ebermoor in October, the Brandmark Daily reported on Monday.",
                "Some 900 people would lose their jobs, the paper said, citing two people familiar with the plan.",
                "The works have made bottles since 1911.",
                "“We’ve heard nothing,” said Karl Ostrow, who speaks for the workers.",
            ),
        ),
        Told(
            "Harbour Wire", "2028-06-06", "Lindqvar denies plan to close Ebermoor works",
            (
                "Lindqvar Glass denied on Tuesday that it would close its works in Ebermoor.",
                "“There is no such plan,” chief executive Jon Meller said in a statement.",
                "Karl Ostrow said the workers did not believe him. “We want it in writing,” Ostrow said.",
                "Shares of Lindqvar fell 6 percent on Monday and rose 2 percent on Tuesday.",
            ),
        ),
        Told(
            "Morning Ledger", "2028-06-06", "Glass maker: no plan to close works",
            (
                "Lindqvar Glass said on Tuesday it had no plan to close the Ebermoor works, Harbour Wire reported.",
                "“There is no such plan,” Jon Meller, its chief executive, said.",
                "The Brandmark Daily had reported on Monday that the works would close in October.",
            ),
        ),
    ),
    ("Karl Ostrow", "Jon Meller"),
)  # fmt: skip

MATCH = Invented(
    (
        Told(
            "Sport in Quell", "2032-05-16", "Quell beat Arnsby 3-1 and win the cup",
            (
                "Quell beat Arnsby 3-1 in the cup final in Tarrow on Saturday before 31,000 people.",
                "Lena Odder scored twice in the second half.",
                "“I’ve waited ten years for this,” coach Mira Falk said.",
                "Arnsby coach Jutta Reim said the referee had lost the match for her side.",
            ),
        ),
        Told(
            "Arnsby Echo", "2032-05-17", "Reim blames the referee after final is lost",
            (
                "Arnsby lost the cup final in Tarrow 1-3 to Quell on Saturday.",
                "“The referee lost this match for us,” coach Jutta Reim said on Sunday.",
                "Mira Falk, the coach of Quell, said she had waited ten years for the cup.",
                "Reim will leave Arnsby in June, the club said.",
            ),
        ),
    ),
    ("Mira Falk", "Jutta Reim"),
)  # fmt: skip

WELLS = Invented(
    (
        Told(
            "Pollen Bay News", "2027-08-02", "Boil your water, Pollen Bay is told",
            (
                "Health officials told the people of Pollen Bay on Monday to boil their water after germs were "
                "found in two wells.",
                "Twenty-six people have fallen ill, said Dr Silje Ågren of the health office.",
                "“No one should drink from the tap before Thursday,” Ågren said.",
                "The wells were last tested in April.",
            ),
        ),
        Told(
            "Coast Courier", "2027-08-02", "Germs in Pollen Bay wells",
            (
                "Germs have been found in two wells of Pollen Bay, and 26 people have fallen ill, the health "
                "office said on Monday.",
                "People should not drink from the tap before Thursday, Silje Ågren, a doctor at the office, said.",
                "Farmer Greta Monsen said that her cows had been ill since July.",
            ),
        ),
        Told(
            "Inland Observer", "2027-08-03", "Farm suspected in water scare",
            (
                "A farm above Pollen Bay may be the cause of the germs in its wells, the Coast Courier reported "
                "on Tuesday.",
                "Greta Monsen, who owns the farm, denied it. “My cows drink the same water,” she said.",
                "Thirty-one people are ill, according to the health office.",
            ),
        ),
        Told(
            "Coast Courier Weekend", "2027-08-07", "Water is clean again",
            (
                "The water of Pollen Bay can be drunk again, the health office said on Friday.",
                "“All the wells are clean,” Silje Ågren said.",
                "The office will test the wells every week until December.",
            ),
        ),
        Told(
            "Pollen Bay News", "2027-08-03", "Twenty-six ill after germs are found in wells",
            (
                "Twenty-six people in Pollen Bay have fallen ill, Dr Silje Ågren of the health office said.",
                "The health office told people to boil their water after germs were found in two wells.",
                "The mayor has invited the farmers to talks on 10 August.",
            ),
        ),
    ),
    ("Silje Ågren", "Greta Monsen"),
)  # fmt: skip

ENVOY = Invented(
    (
        Told(
            "Kesh Tribune", "2033-01-18", "Envoys of Dorma and Kesh to meet",
            (
                "Dorma’s foreign minister, Ivar Rostan, has invited his colleague from Kesh to talks in March, "
                "the state agency DOR reported on Tuesday.",
                "“The door of our house is open,” DOR quoted Rostan as saying.",
                "The foreign minister of Kesh, Pavel Intz, welcomed the invitation, his office said.",
                "A senior official in Kesh said the talks could begin before 10 March.",
            ),
        ),
        Told(
            "Dorma Review", "2033-01-18", "Rostan opens the door to talks",
            (
                "Foreign Minister Ivar Rostan invited Kesh to talks in March, the Dorma state agency reported "
                "on Tuesday.",
                "“The door to our house stands open,” the agency quoted him as saying.",
                "Pavel Intz accepted the invitation, Kesh’s foreign ministry said.",
                "Nobody in Dorma would say where the talks would be held.",
            ),
        ),
        Told(
            "Eastern Mail", "2033-01-19", "Kesh has not accepted invitation to talks",
            (
                "Kesh has not accepted an invitation to talks with Dorma, foreign minister Pavel Intz said on "
                "Wednesday.",
                "“We thanked them. We did not say yes,” he told the Eastern Mail.",
                "Ivar Rostan had invited him to talks in March.",
            ),
        ),
    ),
    ("Ivar Rostan", "Pavel Intz"),
)  # fmt: skip

STORIES: dict[str, Invented] = {
    "tram": TRAM,
    "dam": DAM,
    "court": COURT,
    "works": WORKS,
    "match": MATCH,
    "wells": WELLS,
    "envoy": ENVOY,
}
UNRELATED: tuple[Told, ...] = (
    Told(
        "Garden Letter", "2030-04-02", "How to prune a pear tree",
        (
            "A pear tree is best pruned while its buds are still closed.",
            "“Cut above the bud, never below it,” says the gardener Selma Kroon.",
            "She will show her trees to visitors at Easter.",
        ),
    ),
    Told(
        "Comet Watch", "2026-12-01", "Comet seen over the northern desert",
        (
            "A comet with two tails was seen over the desert of Ruun on Sunday night, the observatory there said.",
            "Its ice is older than our sun, said the astronomer Balder Quist.",
        ),
    ),
)  # fmt: skip
"""Reports that share no name, place or thing with any story above."""
