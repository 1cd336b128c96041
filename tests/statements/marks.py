"""Quotation marks: over paragraphs, single, foreign, odd, nested, interrupted, in fragments, and for no quotation."""

from __future__ import annotations

from tests.statements.shape import Construct, direct, family, indirect, mixed, turn

MARKS: tuple[Construct, ...] = (
    *family(
        "multi-paragraph quotation",
        (
            "“We had no warning at all,” said Maren Voss, who runs the ferry kiosk at Port Sarn. “The water came up to "
            "the second step in ten minutes.\n\n“By noon the whole quay was gone.”\n\nThe harbour was shut on Friday.",
            turn(
                "We had no warning at all,",
                "The water came up to the second step in ten minutes.",
                "By noon the whole quay was gone.",
                source="Maren Voss",
            ),
            "The harbour was shut on Friday.",
        ),
        (
            'In a letter to parents the head teacher, Anselm Dury, wrote: "The school will stay closed this week.\n\n'
            '"Repairs to the roof have taken longer than planned.\n\n"We hope to see every child on Monday."\n\n'
            "Lowmere has two other primary schools.",
            turn(
                "The school will stay closed this week.",
                "Repairs to the roof have taken longer than planned.",
                "We hope to see every child on Monday.",
                source="the head teacher, Anselm Dury|Anselm Dury",
            ),
            "Lowmere has two other primary schools.",
        ),
        (
            "‘I joined the yard at sixteen,’ said Petra Sollis. ‘It fed my family for thirty years.\n\n"
            "‘Nobody asked us before they sold it.’\n\nThe yard’s new owners were not named.",
            turn(
                "I joined the yard at sixteen,",
                "It fed my family for thirty years.",
                "Nobody asked us before they sold it.",
                source="Petra Sollis",
            ),
            "The yard’s new owners were not named.",
        ),
        (
            'Judge Odile Marchetti told the court: "You were trusted with the accounts of a charity.\n\n'
            '"You used them to pay for a boat."\n\nHer clerk, Imre Zold, said the file would be closed.',
            turn(
                "You were trusted with the accounts of a charity.",
                "You used them to pay for a boat.",
                source="Judge Odile Marchetti|Odile Marchetti",
            ),
            indirect("the file would be closed", "Her clerk, Imre Zold|Imre Zold"),
        ),
    ),
    *family(
        "single marks",
        (
            "‘The members’ vote won’t be repeated,’ said Hugo Farrant, the union’s secretary.",
            direct("The members’ vote won’t be repeated,", "Hugo Farrant", "asserted"),
        ),
        (
            "'It's the captain's fault and we aren't paying', the insurers' spokesman, Faraz Delgani, said.",
            direct(
                "It's the captain's fault and we aren't paying", "the insurers' spokesman, Faraz Delgani|Faraz Delgani"
            ),
        ),
        (
            "Ruta Kalnis told councillors: ‘You don’t close a road in the ’80s and forget it for forty years.’",
            direct("You don’t close a road in the ’80s and forget it for forty years.", "Ruta Kalnis"),
        ),
        (
            "The teachers' leader said the offer was 'an insult to every nurse's and teacher's family' and left.",
            mixed(
                "the offer was 'an insult to every nurse's and teacher's family'",
                "The teachers' leader",
            ),
        ),
        (
            "'We shall not sell,' said Beatrix Olm. The buyers' lawyers left at six o'clock.",
            direct("We shall not sell,", "Beatrix Olm"),
            "lawyers left at six",
        ),
    ),
    *family(
        "foreign marks",
        (
            "«The bridge will not open before the summer», said Lev Orsova, the chief engineer.",
            direct("The bridge will not open before the summer", "Lev Orsova"),
        ),
        (
            "Governor Dace Liepsna said: „We will pay every farmer for the lost harvest.“",
            direct("We will pay every farmer for the lost harvest.", "Governor Dace Liepsna|Dace Liepsna"),
        ),
        (
            "»Nobody was hurt, and that is what counts«, said fire chief Renn Halvorsen on Sunday.",
            direct("Nobody was hurt, and that is what counts", "fire chief Renn Halvorsen|Renn Halvorsen"),
        ),
        (
            "The mayor of Vessna said: «We asked for ten buses and received two.» Her deputy left the room.",
            direct("We asked for ten buses and received two.", "The mayor of Vessna"),
            "Her deputy left the room",
        ),
        (
            "``The lake is safe to drink from,'' said Tilda Brenn, a chemist at the water board.",
            direct("The lake is safe to drink from,", "Tilda Brenn"),
        ),
        (
            "„Our trucks are waiting at the border”, Wen Taoyi told reporters on Tuesday.",
            direct("Our trucks are waiting at the border", "Wen Taoyi"),
        ),
    ),
    *family(
        "odd mark",
        (
            'A 6" pipe burst under the street. "We will have it mended by dawn," said Korin Tayle, an engineer.',
            direct("We will have it mended by dawn,", "Korin Tayle"),
            "pipe burst under the street",
        ),
        (
            '"The shop had been in the family for years.\n\n"We lost everything," said Nadia Crewe.',
            turn("The shop had been in the family for years.", "We lost everything,", source="Nadia Crewe"),
        ),
        (
            'The sign read " in faded letters. “The line is closed until further notice,” said Jasper Quill.',
            direct("The line is closed until further notice,", "Jasper Quill"),
            "in faded letters",
        ),
        (
            '“The tunnel is dry," said Hugo Farrant. "The pumps are running,” said Beatrix Olm.',
            direct("The tunnel is dry,", "Hugo Farrant"),
            direct("The pumps are running,", "Beatrix Olm"),
        ),
    ),
    *family(
        "marks in marks",
        (
            "“The foreman told us ‘leave your tools and run’ and so we ran,” said Samuel Idowe.",
            direct("The foreman told us ‘leave your tools and run’ and so we ran,", "Samuel Idowe", parent=""),
            direct("leave your tools and run", "The foreman", optional=True),
        ),
        (
            "'Your report calls the dam \"sound\", and it is not,' Ruta Kalnis told the inspectors.",
            direct('Your report calls the dam "sound", and it is not,', "Ruta Kalnis"),
            indirect('the dam "sound"|"sound"', "Your report", optional=True, act=None),
        ),
        (
            "\"She said 'never again' and hung up,\" Ivo Brandt recalled.",
            direct("She said 'never again' and hung up,", "Ivo Brandt", parent=""),
            direct("never again", "She", parent="She said 'never again' and hung up,"),
        ),
        (
            "“My answer was ‘no’ in May and it is ‘no’ today,” said Odile Marchetti.",
            direct("My answer was ‘no’ in May and it is ‘no’ today,", "Odile Marchetti"),
        ),
    ),
    *family(
        "interrupted quotation",
        (
            '"The ferry," said Captain Joss Arden, "had passed every inspection."',
            direct(("The ferry,", "had passed every inspection."), "Captain Joss Arden|Joss Arden"),
        ),
        (
            "“If the rain goes on,” Maren Voss told the council on Monday, “we will lose the lower road by Friday.”",
            direct(("If the rain goes on,", "we will lose the lower road by Friday."), "Maren Voss"),
        ),
        (
            "‘There are’, the minister said, ‘no easy choices left.’",
            direct(("There are", "no easy choices left."), "the minister"),
        ),
        (
            '"Our grain," Dace Liepsna, who farms near Brannock, said, "is rotting in the silos."',
            direct(("Our grain,", "is rotting in the silos."), "Dace Liepsna"),
        ),
        (
            "The clinic, Nadia Crewe said, would stay open through the winter.",
            indirect(("The clinic,", "would stay open through the winter"), "Nadia Crewe"),
        ),
    ),
    *family(
        "film title",
        (
            'Maren Voss won the Silver Heron for "The Long Tide" at the Arvale film festival on Saturday.',
            "The Long Tide",
        ),
        (
            "Her second novel, ‘A House of Salt’, sold 40,000 copies in Torvia before it was translated.",
            "A House of Salt",
        ),
        (
            "The band opened with “Nobody Told the River” and closed with “Lowmere by Night”.",
            "Nobody Told the River",
            "Lowmere by Night",
        ),
        (
            "\"I wept twice at 'The Last Lamplighter' and I am not ashamed of it,\" said critic Jasper Quill.",
            direct(
                "I wept twice at 'The Last Lamplighter' and I am not ashamed of it,", "critic Jasper Quill|Jasper Quill"
            ),
            "The Last Lamplighter",
        ),
    ),
    *family(
        "scare quotes",
        ("The so-called “clean” harbour was closed again after oil was found in two of its basins.", "clean"),
        ('Residents of Kestrel Bay pay a "tourist tax" that few tourists ever see.', "tourist tax"),
        ("The army's 'ceasefire' lasted four hours, and the shelling of Dunmarrow began again.", "ceasefire"),
        (
            "The “volunteers” arrived in unmarked buses. Police said nobody was held.",
            indirect("nobody was held", "Police"),
            "volunteers",
        ),
        ('The valley is known to hikers as "the Needle\'s Eye" and draws thousands every spring.', "the Needle's Eye"),
    ),
    *family(
        "quoted fragment",
        (
            'The harbour board said the crane was "in good order" when it fell.',
            mixed('the crane was "in good order" when it fell', "The harbour board"),
        ),
        (
            "Lev Orsova called the vote “a theft in daylight” and asked supporters to stay at home.",
            mixed("the vote “a theft in daylight”|“a theft in daylight”", "Lev Orsova"),
            indirect("supporters to stay at home|to stay at home", "Lev Orsova", optional=True),
        ),
        (
            "The company said it was ‘deeply sorry’ for the delay and would refund all fares.",
            mixed("it was ‘deeply sorry’ for the delay and would refund all fares", "The company"),
        ),
        (
            "In its ruling the tribunal said that the officers had shown “a reckless disregard” for the crowd.",
            mixed("the officers had shown “a reckless disregard” for the crowd", "the tribunal"),
        ),
        (
            'She described the rescue as "nothing short of chaos", Torvian radio reported.',
            mixed('She described the rescue as "nothing short of chaos"', "Torvian radio", parent=""),
            mixed('the rescue as "nothing short of chaos"|"nothing short of chaos"', "She", optional=True),
        ),
    ),
)
