"""Whether shares of costs say the same in every agreement, and add up to what the parents' means give."""

from collections.abc import Iterator
from decimal import Decimal

from parenting_plans.review_check import (
    Check,
    Example,
    Finding,
    Kind,
    Reviewed,
    contradicts,
    informs,
    lacks,
)
from parenting_plans.values import Problem

CLOSE = 10  # percentage points between a share and the means it is said to rest on
_WHOLE = 100


def _looks(plan: Reviewed) -> Iterator[Finding]:
    shares, premium = plan.says("K04"), plan.says("H02").get("premium_payer")
    if premium == "as_extraordinary" and not shares:
        text = Problem(
            "K04",
            "The insurance premium is shared like the extraordinary costs, but their shares are not agreed.",
        )
        yield lacks(text, "K04", "H02")
    if premium == "halves" and shares and shares["share_a"] * 2 != _WHOLE:
        places = {"a": str(shares["share_a"]), "b": str(_WHOLE - shares["share_a"])}
        text = Problem(
            "H02.premium_payer",
            "The insurance premium is shared in halves, other extraordinary costs {a} percent and {b} percent. The list counts this premium"
            " among them.",
            places,
        )
        yield contradicts(text, "H02", "K04")
    for name in ("childcare_share_a", "kot_share_a"):
        own = plan.says("K11").get(name)
        if own is not None and shares and shares["list"] != "own" and own != shares["share_a"]:
            text = Problem(
                f"K11.{name}",
                "This cost is also on the list of extraordinary costs, with other shares. The agreement on this cost alone counts.",
            )
            yield informs(text, "K11", "K04")
    yield from _of_means(plan)


def _of_means(plan: Reviewed) -> Iterator[Finding]:
    paid = plan.says("K02")
    if not {"income_a", "income_b", "share_a"} <= set(paid):
        return
    together = Decimal(paid["income_a"]) + Decimal(paid["income_b"])
    by_means = round(Decimal(paid["income_a"]) * _WHOLE / together) if together else _WHOLE // 2
    if abs(by_means - paid["share_a"]) > CLOSE:
        text = Problem(
            "K02.share_a",
            "One parent carries {share} percent of the ordinary costs and has {means} percent of the means. Say why, or look at the numbers"
            " again.",
            {"share": str(paid["share_a"]), "means": str(by_means)},
        )
        yield informs(text, "K02")


_EQUAL_MEANS = {"income_a": "2000.00", "income_b": "2000.00"}
CHECK = Check(
    id="cost_shares",
    source="Royal Decree of 22 April 2019; art. 1321 Jud. Code: the amount rests on the means of each parent",
    looks=_looks,
    examples=(
        Example(Reviewed({"H02": {"premium_payer": "as_extraordinary"}}), ((Kind.MISSING, ("K04", "H02")),)),
        Example(
            Reviewed({"H02": {"premium_payer": "halves"}, "K04": {"list": "rd2019", "share_a": 60}}),
            ((Kind.CONTRADICTION, ("H02", "K04")),),
        ),
        Example(
            Reviewed({"K11": {"childcare_share_a": 50}, "K04": {"list": "rd2019", "share_a": 60}}),
            ((Kind.INFORMATION, ("K11", "K04")),),
        ),
        Example(Reviewed({"K02": {**_EQUAL_MEANS, "share_a": 61}}), ((Kind.INFORMATION, ("K02",)),)),
        Example(Reviewed({"K02": {**_EQUAL_MEANS, "share_a": 60}})),
        Example(Reviewed({"K02": {"income_a": "0.00", "income_b": "0.00", "share_a": 50}})),
        Example(
            Reviewed(
                {
                    "H02": {"premium_payer": "halves"},
                    "K11": {"kot_share_a": 40},
                    "K04": {"list": "own", "share_a": 50},
                }
            )
        ),
    ),
)
