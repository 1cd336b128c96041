"""The words that report speech, writing, thought and intention: general English, grouped by what stands around them.

Origin: written by hand after the classes of reporting verbs in English grammars. ``python -m bench.statements --part
train --by cue`` prints how often each cue's finds are right on PolNeAR's training part.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Act, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reporting word with a certain complement says of the source: the act, and the stance to the content."""

    act: Act
    stance: Stance


# Complements of a reporting verb:
#   clause   "said that it rained", "asked whether …"          before   "…, she said": may stand after its content
#   quote    "said: “…”"                                       to       "vowed to go"
#   object   "urged them to go"                                noun     "denied such plans"
#   attitude "expressed concern that …", "reaffirmed his will to …"
#   claim    "rejected the claim that …"                       document only where a document or body is the source
#   phrase   "warned of floods" (see PREPOSITIONS)             named    "called it “a farce”"
#   answer   "he said a year at least"
_ROWS: tuple[tuple[str, Act, Stance, str], ...] = (
    (
        "clause quote before hearsay",
        Act.SPEECH,
        Stance.ASSERTED,
        """say tell add report announce state claim argue insist explain note declare admit acknowledge reply respond
        reveal stress emphasize emphasise underline underscore maintain contend assert allege observe remark
        comment conclude joke concede affirm reaffirm reiterate repeat recall boast brag complain counter disclose
        inform assure remind testify swear caution predict forecast estimate confirm clarify confess lament opine quip
        recount retort signal proclaim pronounce profess agree mention attest theorize speculate notify advise brief
        cite relate warrant answer remember""",
    ),
    ("clause quote before", Act.SPEECH, Stance.FEARED, "warn"),
    (
        "quote before",
        Act.SPEECH,
        Stance.ASSERTED,
        """continue begin shout yell whisper murmur mutter exclaim laugh chuckle sigh cry scream call chant elaborate
        finish interject interrupt radio sing describe label dub brand blast slam criticize criticise praise refer mock
        denounce condemn deride dismiss decry thunder scoff snap fume urge""",
    ),
    ("clause quote before", Act.WRITING, Stance.ASSERTED, "write tweet post publish retweet blog rule text"),
    ("clause quote document", Act.WRITING, Stance.ASSERTED, "show find read detail"),
    ("clause quote before", Act.SPEECH, Stance.HINTED, "hint insinuate intimate imply suggest indicate"),
    ("clause quote before", Act.SPEECH, Stance.ASKED, "ask wonder inquire enquire question"),
    ("clause quote before noun", Act.SPEECH, Stance.DENIED, "deny refute rebut"),
    ("claim", Act.SPEECH, Stance.DENIED, "dispute reject dismiss contradict"),
    ("clause quote before to", Act.SPEECH, Stance.PROMISED, "promise vow pledge swear guarantee threaten"),
    ("to", Act.SPEECH, Stance.PROMISED, "offer volunteer"),
    ("clause quote before to", Act.SPEECH, Stance.DEMANDED, "demand propose recommend request plead"),
    ("object", Act.SPEECH, Stance.DEMANDED, "urge ask order invite instruct command implore beg call tell"),
    ("to", Act.SPEECH, Stance.ASSERTED, "agree"),
    ("attitude", Act.SPEECH, Stance.ASSERTED, "express voice reaffirm reiterate affirm stress confirm declare repeat"),
    ("to", Act.SPEECH, Stance.REFUSED, "refuse decline"),
    ("phrase", Act.SPEECH, Stance.FEARED, "warn"),
    ("phrase", Act.SPEECH, Stance.ASSERTED, "accuse complain agree praise speak apologise apologize"),
    ("phrase", Act.SPEECH, Stance.DEMANDED, "call appeal"),
    ("phrase", Act.SPEECH, Stance.HINTED, "hint allude"),
    ("phrase", Act.SPEECH, Stance.DENIED, "rule"),
    ("named", Act.SPEECH, Stance.ASSERTED, "call describe label dub brand deem term denounce condemn dismiss hail"),
    ("answer", Act.SPEECH, Stance.ASSERTED, "say"),
    ("plans", Act.SPEECH, Stance.PLANNED, "announce unveil reveal"),
    ("clause", Act.THOUGHT, Stance.ASSERTED, "believe think feel suspect assume doubt expect anticipate"),
    ("clause", Act.THOUGHT, Stance.FEARED, "fear worry"),
    ("clause to", Act.INTENTION, Stance.PLANNED, "plan intend hope want aim seek wish decide"),
)

VERBS: dict[str, dict[str, Reading]] = {}
"""Lemma of a reporting verb → complement → reading."""
for _complements, _act, _stance, _words in _ROWS:
    for _word in _words.split():
        for _complement in _complements.split():
            VERBS.setdefault(_word, {}).setdefault(_complement, Reading(_act, _stance))

PREPOSITIONS: dict[str, frozenset[str]] = {
    "warn": frozenset({"of", "about", "against", "over"}),
    "accuse": frozenset({"of"}),
    "complain": frozenset({"of", "about"}),
    "agree": frozenset({"on"}),
    "praise": frozenset({"for"}),
    "speak": frozenset({"of", "against"}),
    "apologise": frozenset({"for"}),
    "apologize": frozenset({"for"}),
    "call": frozenset({"for"}),
    "appeal": frozenset({"for"}),
    "hint": frozenset({"at"}),
    "allude": frozenset({"to"}),
    "rule": frozenset({"out"}),
}
"""Prepositions and particles that lead from a verb to its content."""

SAYING_NOTHING = frozenset(
    """say comment disclose reveal confirm discuss answer name specify elaborate respond reply identify talk speak
    nothing something anything thing word hello goodbye thank prayer same much""".split()
)
"""What a refusal to speak refuses, and objects of "say" that are no content."""

OF_THINGS = frozenset("threaten promise offer refuse volunteer".split())
"""Verbs with an infinitive that also tell what a thing is about to do: "the wall threatened to fall"."""

ADDRESSED = frozenset("tell inform assure remind notify advise warn ask brief promise show".split())
"""Verbs whose plain object is the one spoken to, not what is said."""

PLAIN = frozenset("say tell add report announce state write reply note explain tweet continue ask".split())
"""Verbs that hardly ever mean anything but reporting: trusted where the grammar around them is damaged."""

CLAIM_NOUNS: dict[str, Stance] = {
    **dict.fromkeys(
        """claim statement assertion allegation accusation announcement report declaration remark comment argument
        contention suggestion assurance conclusion confirmation prediction acknowledgement acknowledgment admission
        testimony""".split(),
        Stance.ASSERTED,
    ),
    **dict.fromkeys("promise pledge vow guarantee commitment threat".split(), Stance.PROMISED),
    **dict.fromkeys("demand request call proposal recommendation".split(), Stance.DEMANDED),
    **dict.fromkeys("warning concern fear worry".split(), Stance.FEARED),
    **dict.fromkeys("denial".split(), Stance.DENIED),
    **dict.fromkeys("question".split(), Stance.ASKED),
    **dict.fromkeys("hint".split(), Stance.HINTED),
}
"""Nouns that name an act of saying, and its stance: "the claim by the ministry that …"."""

ATTITUDES: dict[str, Stance] = {
    **dict.fromkeys("concern fear worry alarm doubt scepticism skepticism unease anxiety".split(), Stance.FEARED),
    **dict.fromkeys(
        """hope confidence belief view opinion regret support opposition satisfaction gratitude condolence sympathy
        conviction optimism surprise disappointment outrage anger frustration interest thanks readiness willingness
        will determination commitment intention desire pledge promise position stance solidarity commitment wish
        resolve call demand""".split(),
        Stance.ASSERTED,
    ),
}
"""What can be expressed, voiced or reaffirmed."""

MAKING = frozenset("make issue repeat voice renew give offer release reiterate raise".split())
"""Verbs that go with a noun of saying: "made the claim that …" is the subject's claim."""

PEOPLE = frozenset(
    """people person man woman child boy girl staff crew team family relative friend neighbour neighbor colleague
    employee worker driver pilot engineer nurse teacher student parent passenger voter supporter opponent critic rival
    ally aide insider investigator prosecutor inspector detective soldier rebel diplomat delegate lawmaker councillor
    banker trader economist scientist specialist expert journalist reporter correspondent user follower viewer reader
    listener audience crowd mob troop villager farmer fisherman sailor migrant refugee survivor victim client customer
    member minister leader boss executive politician public press treasurer dealer priest bishop guard cook auditor
    coroner ranger farmer islander doctor forecaster""".split()
)
"""Nouns of people, beside those of :data:`ROLES`: they give information, and are spoken to."""

DOCUMENTS = frozenset(
    """report study survey poll statement data document indictment complaint filing memo memorandum email e-mail letter
    law bill ruling order tweet post article book transcript record figure analysis website advertisement ad paper
    finding result research evidence review audit census dispatch communique communiqué bulletin notice release
    editorial column headline note diary biography autobiography memoir lawsuit suit petition warrant affidavit
    resolution treaty charter contract page message text statistic estimate index speech testimony deposition account
    summary briefing footage video recording interview log list chart map newspaper magazine media press paper graphic
    announcement declaration blog series investigation inquiry opinion decision judgment judgement verdict""".split()
)
"""Nouns of things that can say something without speaking."""

NOT_SPEAKERS = frozenset(
    """it there this that these those what which thing fact way time day week month year moment morning night event
    move war attack storm rain price market rate number step action meeting talk visit trip relationship
    tie problem issue question reason idea situation case crisis threat risk danger effort race election vote
    return release arrival departure death birth
    deal agreement plan policy process system world history future past life death""".split()
)
"""Nouns that do not say anything; a parse that makes one a speaker is mistaken, or the verb means another thing."""

BODIES_BY_ENDING = frozenset(
    """government parliament department administration organisation organization association delegation institution
    corporation foundation federation opposition congregation university community charity authority minority majority
    regiment management establishment leadership membership partnership coalition union constitution legislature
    judiciary session mission television station nation population generation division section celebrity personality
    facility municipality city village embassage conference audience alliance intelligence prosecution defence
    defense resistance insurance ambulance business infantry cabinet service""".split()
)
"""Nouns with an abstract ending that are bodies, people or places all the same, and can speak."""

BUSINESSES = frozenset(
    """firm company business airline bank railway operator club group party school hospital university shop store
    factory manufacturer retailer publisher employer gallery museum theatre theater brand brewery developer carmaker
    automaker supplier startup start-up utility insurer lender giant guild trust charity society fund army navy
    militia state country league network studio broadcaster newspaper church clinic college couple trio""".split()
)
"""Nouns of firms, houses and bands, which act by their people."""

BODIES = frozenset(
    """body court jury panel commission committee council agency ministry department office bureau tribunal inquest
    inquiry board senate auditor coroner inspector investigator judge""".split()
)
"""Nouns of bodies that find, rule or show as a document does."""

HEDGES = frozenset("can could may might would should must".split())
"""Auxiliaries that make a saying hypothetical: "would say that …" reports no statement."""

NEGATIONS = frozenset("not n't n’t never no neither nor hardly".split())
"""Words that turn "said that …" into no statement of it."""

ROLES = frozenset(
    """spokesman spokeswoman spokesperson minister president premier chancellor mayor governor official chief leader
    secretary director chairman chairwoman chair head commissioner ambassador envoy general captain commander adviser
    advisor lawyer attorney judge senator congressman lawmaker deputy analyst expert professor researcher doctor
    officer coach manager owner founder editor author critic activist resident witness police source""".split()
)
"""Nouns of people who are quoted by what they do."""
