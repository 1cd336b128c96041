"""What is told in invented paragraphs: clauses, utterances and questions, one a line."""

from __future__ import annotations

BASE = """
{body} would not raise {prices} {when}
{body} had approved {thing} by {number} votes
{body} will hold an early election {when}
the talks with {country} had failed
{number} lawmakers had left the ruling party
nobody had packed for {country}
the treaty had made a neighbour of {country}
the vote in {city} had been neither free nor fair
the new law protects {crowd}
{body} was ready to talk about {thing}
the two countries had settled their quarrel over {prices}
{force} had taken {place} without a fight
{number} soldiers were killed near {city}
{force} shot down {number} drones over {place}
a convoy of {number} lorries reached {city}
shelling had damaged {number} {plants}
the ceasefire was holding in most of {country}
{force} would leave {place} {when}
{number} prisoners will be exchanged on the bridge
a missile landed in the sea off {country}
the generals had dined together in {city}
the army had lost contact with the crew
{court} had no right to hear the case
{court} sentenced {post} to {number} years in prison
the accused had acted alone
the evidence against {firm} was forged
the suspect fled to {country}
{post} took bribes worth {money}
the trial could begin {when}
{number} witnesses had changed their account
the warrant was issued in {place}
the river had broken its banks in {number} places
{number} people were missing after the landslide
rescuers had pulled {number} survivors from the mud
the fire started in a warehouse in {city}
the bridge had not been inspected for {number} years
a ferry with {number} passengers had run aground off {place}
the storm would reach {city} on {weekday}
the quake cut power to {percent} of the homes in {place}
water in {city} was safe to drink
the dam may burst
sales fell by {percent} in the last quarter
{firm} would cut {number} jobs {when}
{firm} owed {money} to its suppliers
{firm} has found a buyer for its {plants}
{prices} were likely to rise by {percent}
the merger had cost shareholders {money}
{firm} paid no tax in {country}
the strike was costing {money} a day
orders from {country} have doubled since {month}
the airline had enough cash to last until {month}
the captain will miss the match in {city}
{club} had offered {money} for the goalkeeper
the referee made {number} mistakes
the runner failed a drug test in {place}
{club} must sell the stadium
the race would start in {city} {when}
the coach had lost the trust of the players
the vaccine protects {percent} of the children
{number} patients had died of the fever since {month}
{hospital} had run out of {grain}
the virus came from a farm near {place}
{hospital} was short of {number} nurses
smokers in {city} lived {number} years less
the water contained traces of lead
{number} {crowd} had been arrested in {city}
{crowd} deserved an answer
{crowd} would block the road to {place} {when}
schools in {city} will stay shut {when}
the tunnel would open {when}
{thing} was a matter for {court}
he had not slept for {number} days
she knew nothing about {thing}
they would never leave {place}
he was sorry for {thing}
she wanted her son to come home
it was too early to talk about {thing}
there had been no survivors
most voters had never heard of {thing}
{percent} of the homes had no heating
nobody had opened the gates
the letter was sent by mistake
the ship had carried weapons to {country}
the deal is worth {money}
the attack was planned in {country}
more than {number} homes had been destroyed
the museum would return the statues to {country}
the minister had misled {body}
"""
"""Clauses that can be reported: after "that", or on their own."""

SAY = """
We will not pay a single crown for {thing}
I have never met the man
This is {fragment}
We have waited long enough
No siren went off in {place}
The mud reached our beds in {number} minutes
I saw {number} men run towards the bridge
I shall be delighted to come to {city}
Nobody asked the {crowd} about it
They took everything, even the doors
We are ready to talk to {country} at any time
My son is still in there
The numbers are what they are
It was {fragment} and everyone in {city} knew it
There will be no early election
I am proud of every one of my players
We lost because we were tired
{Body} has betrayed the {crowd}
We are doing all we can to find the missing
The market does not like surprises
Tell them that we are still here
You cannot build peace on a lie
This vaccine will save {number} lives a day
We need {grain}, and we need it now
He never said that to me
The bank knew exactly what it was doing
Our soldiers will stay in {place} as long as they are needed
I will appeal, of course
We want answers, not flowers
The ship should never have left the port
{Thing} is a matter for {court}, not for me
If {body} falls, so be it
I did not take the money
My grandfather traded with {country} for {number} years
It is time to go home
We believe that {base}
I think {base}
Everybody here knows that {base}
Let me be clear: {base}
The truth is that {base}
As long as I am in office, {body} will keep its word
Prices have gone up by {percent} and wages have not
She was the best of us
We paid for {anew} and we got a car park
I would do it again
We call on {country} to withdraw its ships
There is no doubt that {base}
It felt like the end of the world
The rules are the same for everyone
We have {number} beds and {number} patients
"""
"""What people say in their own words; the stop is the template's."""

ASK = """
Why did nobody close the gates?
Who will pay for {thing}?
What is {body} waiting for?
Are we safe in {city}?
How many more {crowd} must die?
Did you know about {thing}?
Where is the money?
Is this the country we want?
When can we go home?
Would you do it again?
"""
"""Questions."""
