"""The stock that invented paragraphs are made of: one alternative a line, with slots for other entries."""

from __future__ import annotations

FIRST = {
    "he": "Tomas Anselm Ruben Osric Dario Emeka Henrik Yusuf Pavle Luis Kenji Arvid Mateus Idris Colm Stellan Farid "
    "Goran Bram Tadeo Rasmus Viktor Amadou Leif Otis Cyril Hamid Jorrit Nuno Sanjay",
    "she": "Mara Ilse Petra Noor Freya Amina Lucia Odile Tamsin Yara Katya Ingrid Beatriz Hana Selma Wren Dalia "
    "Marit Ottilie Priya Ximena Leonie Farah Agnes Sunniva Chiara Zofia Mirela Aiko Nadia",
}
"""First names by the pronoun of those who bear them."""
ONSETS = "Br Kr Tr V Quel Dr Sk Lum Mar Hol Fen Gr Or Z Th Wex Bel Dal Ri Pel Tav Yor Nar Es Cal Hul Mos Jar".split()
MIDDLES = "an or el ist um av ent ill ost ay und ev ok ar in eth".split()
SURNAME_ENDS = "ova sen ic dell by aro uk mere ani off eda wick ou strom ey mont ra lo gaard ez".split()
PLACE_ENDS = "holm burgh ia stan port ava mouth ora vik field ul os haven grad dal".split()

STOCK = {
    "number": "two|three|four|six|nine|eleven|14|19|23|27|38|40|52|76|90|110|140|260|480|1,200|3,500|17,000",
    "money": "4 million crowns|$30 million|€1.2 billion|£600,000|900 million marks|$7bn|12 million thalers|€85m",
    "percent": "3 percent|4.5%|8 per cent|17 percent|22%|a third|almost half|two-thirds|61 percent",
    "month": "January|February|March|April|June|July|August|September|October|November|December",
    "weekday": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "on": "on {weekday}|on {weekday}|{weekday}|late on {weekday}|on {weekday} evening|earlier this week|last month"
    "|on {month} 9|early {weekday}|yesterday",
    "when": "by {month}|next year|before the winter|within {number} days|after the summer break|this week|in {month}"
    "|as soon as possible|by the end of the decade|on {weekday}",
    "city": "{place}|{place}|{place}|the capital|the port city of {place}|northern {place}",
    "country": "{place}|{place}|the island republic of {place}|neighbouring {place}",
    "body": "the government|the cabinet|the parliament|the coalition|the opposition|the central bank|the senate"
    "|the city council|the electoral commission|the ruling party|the transport ministry|the regional assembly",
    "force": "the army|the navy|government forces|rebel fighters|border guards|the coast guard|the air force"
    "|a special unit|the separatists|foreign mercenaries|peacekeepers",
    "court": "the court|the appeals court|the judges|the prosecutor|the tribunal|a jury in {place}|the high court",
    "firm": "the company|the airline|the carmaker|{place} Steel|the shipping line {place} Lines|the bank|the retailer"
    "|{place} Energy|the drugmaker|the mine's owner|the chip maker|the brewery|the railway operator",
    "club": "the club|{place} United|the national team|the champions|Sporting {place}|the league|the federation",
    "hospital": "the hospital|the health service|the clinic in {place}|doctors|the laboratory|the children's ward",
    "crowd": "protesters|farmers|students|striking drivers|refugees|commuters|fishermen|pensioners|tenants|nurses",
    "tail": "because the money has run out|after months of delay|despite heavy rain|if nothing changes {when}"
    "|while talks go on in {city}|even though {body} had paid for it|once the ice has gone|without any warning"
    "|under a law passed in {month}|for the first time since the war|in spite of protests in {city}"
    "|as part of a deal with {country}|unless {firm} pays {money}|until further notice|near the border with {country}"
    "|at a cost of {money}|as prices rose by {percent}|so that {crowd} can go home|in exchange for {number} prisoners"
    "|when the second wave came|but {body} could still stop it",
    "clause": "{base}|{base}|{base}|{base} {tail}|{base} {tail}|{base}, {tail}|{base} and {base}",
    "that": "that {clause}|that {clause}|that {clause}|{clause}|{clause}",
    "fragment": "a disgrace to the country|beyond repair|the worst week of my life|a gift to {country}|pure theatre"
    "|deeply worrying|a small miracle|nothing but noise|too little and far too late|an act of piracy|completely safe"
    "|a dark day for {city}|the price of cowardice|not a matter for foreigners|out of control|a new beginning",
    "thing": "the vote|the new treaty|the search|the deal with {country}|the verdict|the plan for the harbour"
    "|the strike|the budget|the flood barrier|the attack on {place}|the merger|the ferry timetable|the transfer"
    "|the vaccine",
    "mixed": "{thing} was “{fragment}”|{thing} had been “{fragment}” for {crowd}|{body} had turned {thing} into"
    " “{fragment}”|what happened in {city} was “{fragment}”|for {crowd}, {thing} was “{fragment}”",
    "whether": "whether {clause}|whether {clause}|if {clause}|why {base}|how {base}|when {body} would decide"
    "|who had paid for {thing}|what {firm} knew about {thing}",
    "title": "Finance Minister|Prime Minister|President|Mayor|Governor|Police Chief|General|Senator|spokeswoman|Judge"
    "|opposition leader|chief executive|union leader|army spokesman|coach|Foreign Minister|Bishop|Professor|envoy"
    "|deputy mayor|defence lawyer|head nurse|Captain|{place} governor|{place}'s defence minister|former ambassador"
    "|government spokesman|economist|midfielder|prosecutor",
    "role": "the head of the port authority|a senior adviser to the president|who runs a bakery near the bridge"
    "|a lawyer for the families|the {place} police chief|a spokesman for {firm}|professor of law at {place} University"
    "|who lost her home in the flood|a retired colonel|chief economist at {place} Bank|the minister for fisheries"
    "|{number} years a nurse at the clinic|the ambassador to {country}|a 43-year-old teacher from {place}"
    "|captain of the national team|the leader of the farmers' union|deputy director of the institute",
    "org": "the ministry|the foreign ministry|the defence ministry of {country}|police|police in {place}|the government"
    "|the army|{firm}|the central bank|the union|{place} Energy|the health authority|the prosecutor's office|organisers"
    "|the winter palace|the United Rivers Council|the party|the rescue service|the embassy of {country}|the port"
    "|the rights group Amity Watch|regulators|the families' lawyers|the two governments|both sides",
    "group": "residents|witnesses|local officials|aid workers|officials in {country}|analysts|opposition lawmakers"
    "|{country} and {country}|scientists at {place} University|relatives of the missing|critics of {thing}"
    "|both presidents|doctors at the clinic|economists|neighbours",
    "anon": "two people familiar with the matter|a person briefed on the talks|three officials|a senior official"
    "|a source close to {firm}|one diplomat|a security official who asked not to be named|people close to the family"
    "|an aide who was not authorised to speak publicly|military sources|a European diplomat|two former employees"
    "|sources in the palace|a negotiator who spoke on condition of anonymity|several witnesses",
    "doc": "the report|a report by the audit office|the indictment|a survey|the poll|an internal memo|the study"
    "|a survey of {number} households|the communique|court papers|the new law|a leaked letter|the treaty|the statement"
    "|the ship's log|figures from the statistics office|the autopsy|the company's annual report|a study in {place}"
    "|satellite images|a joint statement|the decree|the charter|a poll by the {place} Institute|bank records",
    "found": "found|found|showed|shows|said|stated|concluded|suggested|revealed|noted|warned|estimated",
    "agency": "the {place} News Agency|the state news agency {abbr}|{abbr}|{abbr}|state media|state television"
    "|the agency|the news agency {abbr}|{place} Press|the {abbr} agency|{place}'s state-run news agency {abbr}"
    "|local media|the semi-official {place} agency",
    "outlet": "the {place} Courier|the {place} Gazette|Radio {place}|the newspaper|the {place} Times|Channel {digit}"
    "|the daily {place}|{place} Today|the website {place} Insider|the broadcaster {abbr}|the weekly Lantern"
    "|the evening paper|the paper|{place}'s public radio|the magazine Compass",
    "relay": "{agency}|{agency}|{outlet}",
    "digit": "2|4|5|7|9|11",
    "said": "said|said|said|said|said|said|said|added|noted|insisted|claimed|confirmed|argued|stressed|declared"
    "|explained|acknowledged|also said|later said|admitted|stated|repeatedly said|recalled|had said|complained|warned",
    "reported": "reported|reported|reported|said|said|wrote|had reported|revealed|confirmed|claimed|also reported",
    "quoth": "said|said|said|said|said|added|wrote|explained|recalled|shouted|declared|replied|insisted|admitted"
    "|told me|continued|joked|whispered|warned",
    "whom": "reporters|journalists|the {outletname}|lawmakers|a crowd in {city}|parliament|the court|supporters"
    "|a news conference|his staff|foreign diplomats|the agency|investors|{abbr}|state television|the inquiry|villagers",
    "outletname": "{place} Courier|{place} Gazette|{place} Times|Lantern|Compass",
    "venue": "at a news conference|in an interview|during a visit to {city}|after the meeting|in a speech to {crowd}"
    "|outside the court|at the start of the summit|in a televised address|on the sidelines of the summit"
    "|after the match|before flying home",
    "believes": "believes|believes|thinks|fears|hopes|expects|suspects|is convinced|doubts|is confident|assumes"
    "|still believes|has long believed|is afraid|is sure",
    "believed": "believed|feared|hoped|thought|expected|suspected|doubted|assumed|had hoped|believe|fear|think",
    "plans": "plans|plans|intends|wants|hopes|has decided|has agreed|is planning|is determined|is seeking|expects|vows",
    "planned": "planned|intended|wanted|hoped|decided|vowed|pledged|promised|agreed|threatened|offered|refused|sought"
    "|declined|had planned|swore",
    "denied": "denied|denied|strongly denied|again denied|had denied|repeatedly denied|later denied",
    "announced": "announced|announced|reported|reported|confirmed|confirmed|unveiled|revealed|also announced"
    "|had announced|recorded|disclosed|predicted|had confirmed|proposed|demanded|welcomed|condemned|criticised"
    "|defended|praised",
    "event": "the closure of {number} {plants} in {city}|losses of {money} {tail0}|the death of {number} {crowd}"
    "|a {percent} rise in {prices}|the resignation of {post}|the launch of {anew}|the arrest of {number} {crowd}"
    "|the sale of its {plants} in {country}|an agreement with {country} on {prices}|the withdrawal of {force}"
    "|plans for {anew}|job cuts at {number} {plants}|the opening of {anew}|a delay to {thing}|the loss of {number} jobs"
    "|a fall of {percent} in {prices}|the postponement of {thing}|the transfer of the striker to {club}"
    "|net profit of {money}|the first case of the fever in {city}|a ceasefire in {country}|talks with {country}"
    "|the dismissal of {post}|the takeover of {firm}|{number} arrests {tail0}|new rules on {prices}|the rescue of"
    " {number} sailors|the seizure of {number} boats|the recall of {number} vehicles|the cancellation of {thing}",
    "tail0": "in the first quarter|in {month}|after the attack|near {city}|since {month}|in {country}|overnight",
    "plants": "plants|hospitals|mines|schools|power stations|branches|shops|shipyards|consulates|stations",
    "prices": "grain prices|interest rates|exports|unemployment|fishing quotas|ticket sales|coal output|rents|visas",
    "post": "the finance minister|the head of the railways|the coach|two generals|the chief executive|its chairman"
    "|the chief prosecutor|the bishop of {place}",
    "anew": "a new ferry line|a satellite|a vaccine against the fever|a second tunnel|a cheaper phone|a rail link to"
    " {place}|an electric bus|a rescue fund|an inquiry into {thing}|a field hospital|a national team for women",
    "danger": "flooding in {city}|further attacks|a shortage of {grain}|mass layoffs|a second wave of the fever|delays"
    "|avalanches near {place}|dire consequences|a collapse of {prices}|a wider war|power cuts {when}|a hard winter",
    "grain": "grain|medicine|fuel|nurses|drinking water|blood|chips",
    "inf": "to {do}|to {do}|to {do}|to {do} {when}|to {do} {when}|to {do} {tail}|not to {do}",
    "do": "close {number} {plants} in {city}|raise {prices} by {percent}|resign {when}|send {number} ships to {country}"
    "|sue {firm} for {money}|hold a vote on {thing}|withdraw {number} soldiers|leave {club}|meet the leaders of"
    " {country}|build {anew}|rebuild the bridge at {place}|free {number} prisoners|boycott {thing}|tour {country}"
    "|cut {number} jobs|buy a stake in {firm}|appeal against the verdict|march on {city}|test a missile"
    "|ban plastic nets"
    "|invest {money} in {plants}|rest the captain|vaccinate {number} {crowd}|block the road to {place}"
    "|talk to {country} about {prices}|reopen the embassy in {place}|publish the files|lower the voting age",
    "crime": "hiding {money} from {body}|starting the fire in {city}|ignoring {crowd}|selling weapons to {country}"
    "|breaking the ceasefire|lying about {thing}|bribing {post}|shelling a market in {place}|stealing the design"
    "|poisoning the river|fixing the match|putting {crowd} at risk|betraying {crowd}",
    "done": "sold the yacht|met {b.l} in secret|left {country}|taken {money} from {firm}|signed {thing}|fled by boat"
    "|paid {money} to {crowd}|bought {anew}|lost {money} at cards|moved {number} tanks to the border|burned the files"
    "|turned down {money} from {club}|sent a letter to {b.t}|hidden the report from {body}",
    "said2": "said|said|said|had said|claimed|confirmed|admitted|warned|insisted|believed|feared|promised",
    "his": "his|her|their|its",
    "who": "{a.t}|{a.t}|{a.x}|{a.x}|{a.l}|{a.l}|{a}|{a.d}|{a.he}|{org}|{org}|{anon}|{group}",
    "inner": "{a.t}|{a.t}|{a.t}|{a.x}|{a.l}|{a.l}|{a}|{a.d}|{org}|{anon}|{group}",
    "solo": "{a.t}|{a.x}|{a.l}|{a}|{a.d}|{a.he}",
    "cited": "two officials|{anon}|{anon}|{doc}|{a.t}|{a.y}|unnamed sources|the foreign ministry|{outlet}|{a.d}"
    "|a statement by {org}|eyewitnesses|people close to {firm}|the {abbr} agency|military commanders|{org}",
    "headsource": "minister|police|{a.s}|{abbr}|{outletname}|mayor|union|poll|{place} PM|army|coach|experts|officials"
    "|study|court|airline boss|{a.title}|{place}|{a}|central bank|lawyer|witnesses|state media|sources|doctors"
    "|peace envoy",
    "headdoc": "study|report|survey|inquiry|poll|audit",
    "layer": "{layer0}|{layer0}|{layer0}|{layer0}|{layer0}|{layer0}|{venue}, {layer0}|in {city}, {layer0}|{layer1}",
    "layer0": "S1[{inner}] Q1[{said2}] C1[{that}]|S1[{inner}] Q1[{said2}] C1[{that}]"
    "|S1[{inner}] Q1[told] {whom} C1[{that}]|S1[{inner}] Q1[told] {b.l} C1[that {clause}]"
    "|S1[{inner}] Q1[{planned}] C1[{inf}]|S1[{inner}] Q1[denied] C1[{crime}]"
    "|S1[{inner}] Q1[accused] C1[{body} of {crime}]|S1[{inner}] Q1[expressed] C1[{his} readiness {inf}]"
    "|S1[both sides] Q1[agreed] C1[{inf}]|S1[both presidents] Q1[agreed] C1[{inf}]"
    "|S1[{inner}] Q1[warned of] C1[{danger}]|S1[{a.t}] Q1[invited] C1[{b.t} to {city}]"
    "|S1[{inner}] Q1[asked] C1[{whether}]|S1[{inner}] Q1[{announced}] C1[{event}]"
    "|S1[{a.l}] Q1[reaffirmed] C1[{a.his} will {inf}]|S1[{inner}] Q1[ordered] C1[{force} {inf}]",
    "layer1": "S1[S2[{inner}]] Q1[said] C1[{that}] and Q2[expressed] C2[{his} readiness {inf}]"
    "|S1[S2[{inner}]] Q1[{said2}] C1[{that}] and Q2[{planned}] C2[{inf}]"
    "|S1[{a.t}] Q1[said] C1[{that}] and S2[{b.t}] Q2[agreed] C2[{inf}]",
}
"""Slots and their alternatives, split at a bar; an alternative may hold slots of its own."""
