"""Whether the summer is shared in a way that fits the children's schools: the French Community has about seven weeks."""

from collections.abc import Iterator
from dataclasses import replace

from parenting_plans.review_check import EXAMPLE_CHILDREN, Check, Example, Finding, Kind, Reviewed, informs
from parenting_plans.values import Child, Community, Problem

_HALF_MONTHS = "fortnights"


def community_of(plan: Reviewed, child: Child) -> Community:
    """The Community that the plan names for this child (E01), else that of its school."""
    return Community(plan.says("E01").get("per_child", {}).get(str(child.id), child.community))


def _looks(plan: Reviewed) -> Iterator[Finding]:
    split = plan.says("E05").get("split")
    french = tuple(child.id for child in plan.children if community_of(plan, child) is Community.FRENCH)
    if split == _HALF_MONTHS and french:
        yield informs(
            Problem(
                "E05.split",
                "In the French Community the summer holiday lasts about seven weeks, so fortnights leave one odd week. See in the"
                " calendar who has it.",
            ),
            "E05",
            "E01",
            children=french,
        )
    if split and split != "follow_regular" and 0 < len(french) < len(plan.children):
        yield informs(
            Problem(
                "E05.split",
                "The children follow two school calendars, so their summers do not begin and end on the same days.",
            ),
            "E05",
            "E01",
        )


_LOU, _MIO = EXAMPLE_CHILDREN
_FRENCH = replace(_LOU, community=Community.FRENCH)
CHECK = Check(
    id="summer_by_community",
    source="belgium.md 3.4, E05, and 4.4: the school calendar of the French Community since 2022",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"E05": {"split": "fortnights"}}, children=(_FRENCH,)),
            ((Kind.INFORMATION, ("E05", "E01")),),
        ),
        Example(
            Reviewed({"E05": {"split": "halves"}}, children=(_FRENCH, _MIO)),
            ((Kind.INFORMATION, ("E05", "E01")),),
        ),
        Example(
            Reviewed(
                {"E05": {"split": "fortnights"}, "E01": {"per_child": {str(_LOU.id): "FL"}}},
                children=(_FRENCH,),
            )
        ),
        Example(Reviewed({"E05": {"split": "fortnights"}})),
        Example(Reviewed({"E05": {"split": "follow_regular"}}, children=(_FRENCH, _MIO))),
    ),
)
