"""English word lists by which a source's words are read: roles, bodies, papers, agencies, pronouns.

All lists hold general English words, put together by hand from the vocabulary of news reports; none knows a person or
a place. Words stand in the singular and in lower case. A word that is missing costs a join, never makes a wrong one.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- pronouns -----------------------------------------------------------------------------------------------------

HE = _words("he him his himself")
SHE = _words("she her hers herself")
IT = _words("it its itself")
THEY = _words("they them their theirs themselves")
I = _words("i me my mine myself")  # noqa: E741  # the English word is the best name of the list
WE = _words("we us our ours ourselves")
RELATIVES = _words("who whom whose which that")
PRONOUNS = HE | SHE | IT | THEY | I | WE | RELATIVES

# --- persons ------------------------------------------------------------------------------------------------------

ADDRESS = _words("mr mrs ms miss mx dr messrs")
"""Titles that say nothing of an office and stand before nothing but a person's name."""

HONORIFICS = _words(
    "mr mrs ms miss mx sir dame lord lady dr prof rev fr sen rep gov gen lt col maj capt sgt cpl adm cmdr hon amb "
    "pres sens reps govs profs drs messrs sheikh imam rabbi monsignor baroness baron count countess duke duchess "
    "earl"
)
"""Titles that stand before a name, without their full stop."""

OFFICES = _words(
    "president premier minister chancellor king queen prince princess emperor empress sultan emir pope mayor governor "
    "senator congressman congresswoman congressperson representative secretary ambassador envoy speaker leader chief "
    "chairman chairwoman chairperson chair commissioner director general admiral colonel commander judge justice "
    "prosecutor attorney bishop archbishop cardinal ombudsman ceo cfo head vice-president premier-designate sheriff "
    "monarch ruler"
)
"""Offices that one person at a time holds: "the mayor" is somebody, even where no name is given."""

HEADS_OF_STATE = _words("president premier chancellor king queen emperor sultan emir monarch ruler leader")
"""Roles that "the leaders" can mean. "prime minister" is added where the words stand together."""

TITLES = HONORIFICS | _words("president premier minister chancellor king queen prince princess pope mayor senator")
"""Words before which a name is a person's; offices that also stand in the names of bodies are left out."""

SPOKES = _words("spokesman spokeswoman spokesperson")
"""People who speak for a body, not for themselves."""

ROLES = (
    OFFICES
    | SPOKES
    | _words(
        "minister-president official officer lawmaker legislator deputy aide adviser advisor counsel lawyer "
        "solicitor barrister candidate contender nominee politician diplomat negotiator mediator consul "
        "councillor councilman councilwoman councilor alderman clerk magistrate detective inspector constable "
        "sergeant lieutenant captain major policeman policewoman investigator inspector firefighter soldier "
        "fighter rebel pilot doctor physician surgeon nurse paramedic scientist researcher professor lecturer "
        "teacher student economist analyst strategist historian expert specialist engineer architect author "
        "writer novelist poet journalist reporter correspondent editor columnist commentator anchor presenter "
        "host blogger photographer producer director actor actress singer musician artist athlete player coach "
        "manager captain trainer striker goalkeeper referee executive businessman businesswoman entrepreneur "
        "investor banker trader broker owner founder co-founder shareholder farmer fisherman driver worker "
        "employee colleague neighbor neighbour resident villager tourist visitor passenger witness eyewitness "
        "bystander survivor victim suspect defendant plaintiff prisoner activist campaigner organizer organiser "
        "protester protestor demonstrator supporter critic opponent advocate voter citizen priest pastor imam "
        "rabbi monk cleric father mother son daughter brother sister husband wife widow widower parent cousin "
        "uncle aunt nephew niece grandmother grandfather friend partner relative man woman boy girl mom dad mum "
        "kid child baby teen teenager guy gentleman chef cook waiter barber tailor pensioner retiree girl person "
        "member delegate attendee participant user customer patient source insider whistleblower informant "
        "administrator superintendent supervisor coordinator curator principal dean rector provost trustee "
        "treasurer negotiator vice-chair chairperson secretary-general co-chair staffer operative donor lobbyist "
        "pollster coroner examiner marshal ranger paramedic curator informer sailor skipper miner nun sheriff "
        "prosecutor"
    )
)
"""What a single person can be called by."""

MALE = _words(
    "mr sir lord king prince emperor sultan emir pope duke earl baron fr monsignor spokesman chairman congressman "
    "policeman businessman councilman fisherman actor father son brother husband widower uncle nephew grandfather man "
    "boy monk bishop archbishop cardinal imam sheikh"
)
"""Titles and roles that tell a man."""
FEMALE = _words(
    "mrs ms miss dame lady queen princess empress duchess countess baroness spokeswoman chairwoman congresswoman "
    "policewoman businesswoman councilwoman actress mother daughter sister wife widow aunt niece grandmother "
    "woman girl"
)
"""Titles and roles that tell a woman."""

SUFFIXES = _words("jr sr ii iii iv junior senior")
"""Words after a surname that tell a father from a son."""

PARTICLES = _words("de del della der den di da do dos du la le van von ten ter bin ibn al el ben bint abu st saint y")
"""Small words inside a person's name."""

# --- bodies -------------------------------------------------------------------------------------------------------

BODIES = _words(
    "ministry department government administration cabinet parliament congress senate assembly council committee "
    "commission board bureau office authority service agency administration tribunal court police army navy military "
    "force forces guard coastguard command junta party coalition union federation confederation association society "
    "league alliance organisation organization institute institution foundation trust fund bank company corporation "
    "firm group conglomerate manufacturer operator retailer airline railway utility university college school academy "
    "hospital clinic church mosque embassy consulate mission delegation secretariat palace presidency chancellery "
    "treasury exchange chamber lobby watchdog regulator campaign club team laboratory observatory museum ngo charity "
    "movement militia center centre inc ltd llc plc corp co gmbh ag airport port municipality county state city town "
    "house downing nation country kingdom republic side prosecution defence defense opposition network panel "
    "zoo circus aquarium theatre theater hotel supermarket factory prison jail library startup start-up maker carmaker "
    "automaker studio think-tank thinktank caucus squad brigade cartel gang diocese congregation synagogue temple"
)
"""Bodies that speak as one."""

PAPERS = _words(
    "newspaper paper daily weekly tabloid magazine journal broadcaster channel station network website site portal "
    "outlet publication blog newsletter television tv radio"
)
"""What an outlet can be called by."""

PRINTED = _words("newspaper paper daily weekly tabloid")
BROADCASTERS = _words("broadcaster channel station network")
ON_AIR = _words("news tv television radio broadcasting broadcaster channel station network")

PAPER_NAMES = _words(
    "times post herald tribune gazette courier chronicle observer telegraph mirror mail examiner inquirer "
    "dispatch news tv television radio broadcasting bulletin review standard sentinel register argus echo globe "
    "evening morning sunday newspaper daily weekly magazine journal"
)
"""Words that stand in the names of outlets."""

AGENCY_PHRASES = (
    "news agency",
    "press agency",
    "telegraph agency",
    "information agency",
    "news service",
    "wire service",
    "newswire",
    "state media",
    "state news",
    "associated press",
)
"""Phrases that tell a news agency, in its name or beside it. State media and their agency are described alike."""

STATE = frozenset({"state", "news", "official", "run", "owned"})
"""Words beside "media" or "agency" that name no country."""

AGENCY_HEADS = _words("agency wire newswire service media")
"""Words by which a news agency is taken up again."""

AGENCY_NAMES = _words(
    "ap afp dpa efe ansa tass xinhua kyodo yonhap upi apa pti aap belga lusa anadolu interfax bernama"
)
"""Short names of real news agencies: reference data for the type alone; no join rests on it."""
OUTLET_NAMES = _words("bbc cnn nbc abc cbs msnbc npr pbs itv rtl zdf ard nhk rai bloomberg politico axios")
"""Short names of real outlets: reference data for the type alone; no join rests on it."""

# --- documents and groups -----------------------------------------------------------------------------------------

DOCUMENTS = _words(
    "report statement poll survey study indictment complaint lawsuit filing ruling verdict judgment judgement law "
    "bill act treaty agreement accord resolution constitution decree order memo memorandum letter email message "
    "post tweet blog article essay editorial column book memoir biography autobiography transcript document "
    "record paper release communique communiqué bulletin notice declaration manifesto platform figure statistic "
    "data datum census ledger audit review analysis estimate forecast projection assessment finding dossier file "
    "affidavit testimony subpoena warrant petition charter code rule regulation guideline handbook manual text "
    "speech video footage recording photo photograph image map sign leaflet advertisement ad advert headline "
    "caption plan proposal budget website page account newsletter questionnaire readout film movie documentary "
    "clip piece research literature case tape chart graph table evidence result test experiment poster banner "
    "slogan song series episode spot section clause article chapter amendment ordinance statute legislation "
    "directive protocol pact contract minute term profile site podcast autopsy inquest inquiry "
    "investigation op-ed inscription audio list note certificate log diary motion deposition pleading brief "
    "brochure pamphlet circular curriculum textbook"
)
"""What speaks on paper."""

GROUPS = _words(
    "people police media press crowd staff crew public community opposition faithful youth majority minority half "
    "dozen rest percent family couple pair duo trio side jury both most many few several all everyone everybody"
)
"""Words in the singular that mean several people."""

ANONYMOUS_HEADS = _words("source insider whistleblower informant")
ANONYMOUS_MARKS = (
    "familiar with",
    "close to the",
    "with knowledge of",
    "briefed on",
    "not to be named",
    "not be named",
    "not to be identified",
    "not be identified",
    "anonymity",
    "anonymous",
    "unnamed",
    "unidentified",
    "declined to be named",
    "declined to be identified",
    "was not authorised",
    "was not authorized",
    "were not authorised",
    "were not authorized",
)
"""Phrases that say a source is not named on purpose."""

PAIRS = _words("side party leader president minister man woman premier country nation government pair duo two both")
"""Heads of "both …" and "the two …": a joint source, where the text makes its members certain."""

MEETING = _words("meet meeting talk talks summit duo both pair visit host dinner negotiation reception greet receive")
"""Lemmas that show two parties together."""

ANSWERS = _words("reply answer respond retort counter")
"""Cues that hand the word over to the other speaker."""

POST_ADJECTIVES = _words("familiar close present aware involved briefed interviewed polled surveyed alike available")
"""Adjectives and participles that follow the head of a source."""

PREPOSITIONS = _words(
    "of for in at from with to on by near among against inside outside within about behind under over across through "
    "during including like such than as before after since until without between"
)

SEATS = _words(
    "palace presidency government cabinet parliament congress senate army navy military treasury chancellery crown"
)
"""Bodies of which a country has one: "the palace" is as good as a name in the reports of one event."""

TOPICS = _words(
    "foreign defense interior health trade finance justice education transport energy state national federal central "
    "public labor agriculture environment culture press news media us uk un eu general"
)
"""Words by which bodies of one kind are told apart in every country."""

GENERAL = BODIES | ROLES | PAPERS | PAPER_NAMES | DOCUMENTS | TOPICS
"""Words that many bodies share: a name made of them alone is no full name beyond its report."""

FORMER = _words("former ex late one-time then ousted")
"""Words that end an office: a former spokesman speaks for nobody but himself."""
PREFIXES = ("ex-", "then-", "former-")
"""Beginnings of a hyphenated role that end an office ("ex-minister")."""
RANKS = _words("senior chief deputy official unnamed top acting new lead principal main veteran longtime")
"""Words before a role that say nothing about the body behind it."""

DEFINITE = _words("the this that these those said")
INDEFINITE = _words("a an another one some any every each")
POSSESSIVE = _words("his her its their my our your")

NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands several some many few "
    "other both number"
)
"""Words that count people out of many: "two officials" are somebody else in the next sentence, unless "the" says so."""

WORD_TWINS = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
}
"""British spellings folded on American ones where the names of bodies are compared."""
