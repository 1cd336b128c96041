"""Given names that tell a man or a woman. General knowledge; none is there for the sake of any one person."""

from __future__ import annotations

MALE_NAMES = frozenset(
    (
        "adam alan albert alfred andrew anthony arthur benjamin bernard brian bruce carl charles christopher "
        "craig daniel david derek donald douglas edward eric ernest felix francis frank fred frederick gary "
        "geoffrey george gerald graham gregory harold harry henry howard hugh ian isaac jack jacob james jason "
        "jeffrey jeremy john jonathan joseph joshua keith kenneth kevin lawrence leonard louis lucas mark martin "
        "max michael nathan neil nicholas oliver oscar patrick paul peter philip ralph raymond richard robert "
        "roger ronald roy samuel scott simon stephen steven stuart thomas timothy victor vincent walter william "
        "bill bob jim mike tom dan steve ted jeff greg ken ron tim nick jack ben josh phil rick ahmed mohammed "
        "muhammad hassan omar ivan pavel boris mikhail nikolai hans klaus pierre jose juan carlos luis pedro "
        "giovanni marco paolo giuseppe emmanuel viktor"
    ).split()
)
"""Given names borne by men almost alone; frequent in English-language news, from general knowledge."""
FEMALE_NAMES = frozenset(
    (
        "abigail agnes alice amanda amelia amy andrea angela anna anne barbara beatrice betty brenda carol "
        "caroline catherine charlotte christine clara claire deborah diana donna doris dorothy edith eleanor "
        "elizabeth ellen emily emma esther eva evelyn florence frances gloria grace hannah heather helen ingrid "
        "irene isabel jane janet jennifer jessica joan judith julia karen katherine kathleen laura linda lisa "
        "louise lucy margaret maria marie marion martha mary melissa monica nancy nicole nora olivia pamela "
        "patricia rachel rebecca rose ruth sandra sarah sharon sofia sophie stephanie susan sylvia teresa ursula "
        "victoria virginia hillary kate kathy jill ann beth sue debbie elena olga natalia irina svetlana fatima "
        "aisha ingrid greta"
    ).split()
)
"""Given names borne by women almost alone; frequent in English-language news, from general knowledge."""
