"""Sentences and lines of invented paragraphs that attribute nothing, one a line."""

from __future__ import annotations

PLAIN = """
The talks in {city} lasted {number} hours.
{Number} people died in the fire, most of them {crowd}.
Snow fell on {city} for the third day.
The ferry runs twice a day between {place} and {place}.
The bridge was closed to traffic {on}.
Shares in {firm} fell {percent} {on}.
The two countries fought a short war over the islands in 1987.
{Force} crossed the river at dawn and took the station.
{Firm} employs {number} people in {country}.
{Court} meets again in {month}.
The stadium holds 31,000 people.
{Club} won the cup for the third time in {number} years.
The match ended in a draw.
Thousands of {crowd} marched through {city} {on}.
The hospital has {number} beds and no heating.
{Body} votes on {thing} {when}.
It was the second such accident in {number} months.
The victims were taken to a school in {place}.
Rain fell for most of the week.
The election is due {when}.
He was born in {place} and studied law in {country}.
She became minister after the last election.
Police sealed off the street and searched {number} flats.
The plane landed in {city} shortly after noon.
Grain from {country} feeds much of the region.
The tunnel cost {money} and took {number} years to build.
The president came by boat and opened a school.
The family left {place} in {month}.
A brass band played in the square.
The parcel contained {number} watches and a passport.
{Hospital} treated {number} people for burns.
The mine has stood empty since 2009.
Trade between the two countries has doubled since {month}.
The road to {place} was blocked by fallen trees.
{Number} lorries waited at the border {on}.
The new chairman takes office in {month}.
The trial of {post} opened in {city} {on}.
{Firm} sold its {plants} in {country} for {money}.
Voters in {city} went to the polls {on}.
The treaty was signed in {place} in 1994.
His wife and two daughters live in {country}.
The delegation toured a brewery and a zoo.
Lights went out across {city} at nine.
The club has changed its coach {number} times.
Each household received {money} from the fund.
{Force} and {force} clashed near {place} {on}.
The storm tore the roofs off {number} houses.
The vaccine is given in two doses.
The ship sails under the flag of {country}.
Unemployment stands at {percent}.
The square filled slowly with {crowd}.
A second vote follows {when}.
"""
"""Sentences that attribute nothing."""

UNSAID = """
{a.l} did not say whether {base}.
{a.t} never said that {base}.
The ministry did not say when {base}.
{a.he} has not said whether {base}.
Nobody told the {crowd} that {base}.
{a.x} did not say that {base}.
{Org} gave no reason for {thing}.
The letter does not say who paid for {thing}.
No official has said that {base}.
{a.l} left without saying whether {base}.
{a.t} has yet to say how {base}.
{a.he} never claimed that {base}.
{Doc} did not mention {thing}.
Police have not said what caused the fire in {city}.
None of the {crowd} said a word.
It was not said who would pay.
Nowhere does {doc} state that {base}.
{a.l} has never told anyone that {base}.
{a.t} did not tell {body} that {base}.
{Agency} did not report that {base}.
{a.t} did not announce {event}.
{a.he} stopped short of saying that {base}.
"""
"""Saying that did not happen: nothing is attributed."""

TRAPS = """
The “reform” cost {crowd} {money}.
Behind the so-called “peace line” lie {number} villages.
The “temporary” bridge is now {number} years old.
The “volunteers” wore uniforms without badges.
A “dry” summer followed, with rain on {number} days.
Her film “The {place} Letters” opens in {month}.
The novel ‘Nobody Told the Harbour’ sold {number} copies.
“The Minister Said No”, a comedy, fills the theatre in {city}.
“What She Said at Midnight” is the band's third album.
His book “I Was Told to Wait” won a prize in {place}.
The play “They Say It Never Rains” returns {when}.
Tickets for “A Word Before War” cost {money}.
{a.f} “the Ferryman” {a.s} was buried {on}.
{a.f} “Lucky” {a.s} scored {number} goals for {club}.
The bomber, nicknamed “Big Auntie”, is in a museum in {place}.
The operation, code-named “Grey Heron”, lasted {number} days.
Said {a.s}, {number}, was born in {place}.
Port Said Street was closed {on}.
The Talking Heron pub in {city} has closed.
That said, the harbour is still open.
Needless to say, the roof leaked again.
It goes without saying that winter is long in {place}.
The rescue went according to plan.
The pupils are seated according to height.
Fees are set according to income.
Work on the tunnel goes on according to schedule.
The report runs to {number} pages.
The report cost {money} and was printed in {city}.
A copy of the report lay on the desk.
The weather report comes after the news.
{a.t} spoke for {number} minutes and left.
{a.l} spoke slowly, without notes.
The two presidents talked late into the night.
{a.he} speaks {digit} languages.
They spoke by telephone {on}.
{a.l} read the statement twice and folded it.
The survey ship left {place} {on}.
The poll opens at eight and closes at nine.
{Number} reporters waited outside the court.
The announcement board at the station was dark.
The quoted price includes breakfast.
The talks broke off {on}.
Statement necklaces are back in the shops of {city}.
The letter was lost in the post.
The claim form has {number} pages.
A word of thanks stood on the wreath.
The sign above the door reads “Ring Twice”.
“Welcome to {place}” is painted on the harbour wall.
The speech was broadcast in {number} countries.
The tell-tale smell of gas hung over {city}.
{a.t} met {b.t} in {city} {on}.
The rules were explained on a poster at the gate.
The press conference began an hour late.
Voices could be heard from the cellar.
The word “harbour” appears {number} times in the treaty.
The ship was called “Good Answer” until 1998.
"""
"""Words and marks that look like an attribution and are none."""

FURNITURE = """
Read more: {plainhead}
Watch live: {plainhead}
Related: {plainhead}
Also read: {plainhead}
Opinion: {plainhead}
In pictures: {plainhead}
Live: {plainhead}
Exclusive: {plainhead}
Breaking: {plainhead}
Analysis: {plainhead}
Football: {plainhead}
Update: {plainhead}
What we know so far: {plainhead}
Photo: {a} / {abbr}
By {a}, political editor
By {a} in {place}
Reporting by {a}; editing by {b}
Play video
Share this article
Sign up for our newsletter
Subscribe for {money} a month
Advertisement
Last updated: {weekday} 14:{n2}
Published {month} 4, 09:{n2}
Copyright {abbr}. All rights reserved.
Search trends
Comments ({number})
{a} is a reporter at {outlet}. {a.he} covers trade and shipping.
Text size: A A A
Result: {place} 2, {place} 1
Weather: rain, {digit} degrees
Follow {outlet} for more
Listen to this article ({digit} min)
Tags: {place}, elections, harbour
Price: {money}
Venue: {place} Hall, {weekday}, 19:{n2}
Contact: the newsroom in {place}
{PLACE} ({abbr}) - {plain}
Photo caption: {a.t} opens the market in {place}.
A ferry leaves {place} {on}. Photo: {a}
"""
"""Lines of a page that are not the report, and datelines."""

PLAINHEAD = """
{Number} dead in ferry accident off {place}
{Firm} shares slide after merger
Snow closes roads around {place}
Election day in {place}
{Club} win third title
How the tunnel was built
Five charts on {prices}
{Crowd} march in {place}
Parliament dissolved
New bridge opens in {place}
Fire destroys market in {city}
The week in numbers
"""
"""Headlines that attribute nothing."""
