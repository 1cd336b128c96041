"""Words that say of the verb below them that it is not so, still to come, asked for, tried, possible or alleged."""

from __future__ import annotations

from twosource.likeness.modality import Modality

_LISTS: dict[Modality, str] = {
    Modality.FUTURE: """plan intend expect schedule set due aim hope prepare slate vow promise pledge threaten agree
        decide offer want wish propose project forecast predict poise arrange resolve opt choose prepared ready poised
        willing eager keen determined proposal intention decision agreement threat ambition vow pact deal""",
    Modality.ASKED: """ask demand urge call request appeal order tell invite beg advise instruct encourage recommend
        lobby press push pressure command summon appeal request order call demand""",
    Modality.DUTY: "need require oblige have must compel obligation duty need",
    Modality.ATTEMPT: "try attempt seek struggle fight strive bid effort endeavour endeavor battle drive",
    Modality.POSSIBLE: """consider weigh mull contemplate study discuss debate ponder allow permit authorise authorize
        let likely possible fear worry chance possibility opportunity risk option permission right""",
    Modality.ALLEGED: """accuse charge suspect allege indict believe think presume rumour rumor accused suspected
        alleged believed suspicion allegation accusation""",
}
GOVERNING: dict[str, Modality] = {word: modality for modality, text in _LISTS.items() for word in text.split()}
"""Lemma → how it puts an infinitive or a gerund below it ("plans to close", "accused of stealing")."""

UNDOING = frozenset(
    """fail refuse decline deny avoid prevent bar ban forbid prohibit block cease stop halt quit neglect forget unable
    unwilling refusal failure inability reject abandon drop scrap cancel shelve rule""".split()
)
"""Lemmas that negate an infinitive or a gerund below them."""
UNLIKELY = frozenset({"unlikely", "doubtful"})
"""Adjectives that negate it, and leave it possible."""
PLAIN = frozenset(
    """be begin start continue go come proceed manage help get move rush return keep able use appear seem happen remain
    force enable lead cause see watch find finish""".split()
)
"""Lemmas that tell an infinitive or a gerund below them as done, as far as they themselves are."""
DOUBTING = frozenset("deny refute dispute rebut reject disavow disclaim doubt".split())
"""Verbs that negate a whole clause below them."""
SUPPOSING = frozenset("fear suspect allege hope worry suggest speculate wonder doubt".split())
"""Verbs that leave open whether a whole clause below them is so."""
KNOWING = frozenset("know realise realize mention regret forget notice discover learn remember".split())
"""Verbs that take a clause below them for granted, even where they are negated."""
TELLING = frozenset(
    """say tell report announce state add note claim declare confirm insist argue write explain show reveal believe
    think admit warn acknowledge stress testify indicate suggest recall concede maintain mean""".split()
)
"""Verbs whose clause is what is told."""
ALLEGEDLY = frozenset("allegedly reportedly purportedly supposedly apparently".split())
"""Adverbs that leave what is told to others."""
