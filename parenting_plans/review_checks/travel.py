"""Whether what is said about travel, documents and deciding together fits."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts, lacks
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    travel, papers, measures = plan.says("F01"), plan.says("F02"), plan.says("F04").get("measures", ())
    deciding = plan.says("B03")
    if travel and deciding.get("answer_days", 0) > travel["inform_days"]:
        days = {"asked": str(travel["inform_days"]), "answer": str(deciding["answer_days"])}
        text = Problem(
            "F01.inform_days",
            "Consent for a trip is asked {asked} days ahead, but an answer may take {answer} days.",
            days,
        )
        yield contradicts(text, "F01", "B03")
    if travel and deciding.get("silence") == "consent":
        text = Problem("B03.silence", "Silence counts as consent, but travel needs a consent in writing.")
        yield contradicts(text, "F01", "B03")
    if "no_travel_without_consent" in measures and travel.get("schengen") == "free_inform":
        text = Problem(
            "F01.schengen",
            "Travel within Schengen is free, but elsewhere the plan asks a written consent for every trip.",
        )
        yield contradicts(text, "F01", "F04")
    if "passport_deposit" in measures and papers:
        text = Problem(
            "F02.passport", "One agreement leaves the passports with a neutral person, the other does not."
        )
        yield contradicts(text, "F02", "F04")
    if papers.get("passport") == "registered" and not plan.says("C01"):
        text = Problem(
            "C01",
            "The passport is kept where a child is registered, but the plan does not say where that is.",
        )
        yield lacks(text, "C01", "F02")


CHECK = Check(
    id="travel",
    source="risk.md 2.7: written consent for travel; belgium.md 3.4, B03, F01, F02 and F04",
    looks=_looks,
    examples=(
        Example(
            Reviewed(
                {
                    "F01": {"schengen": "free_inform", "inform_days": 7},
                    "B03": {"answer_days": 14, "silence": "consent"},
                }
            ),
            ((Kind.CONTRADICTION, ("F01", "B03")), (Kind.CONTRADICTION, ("F01", "B03"))),
        ),
        Example(
            Reviewed(
                {
                    "F01": {"schengen": "free_inform", "inform_days": 14},
                    "F02": {"passport": "registered"},
                    "F04": {"measures": ["no_travel_without_consent", "passport_deposit"]},
                }
            ),
            (
                (Kind.CONTRADICTION, ("F01", "F04")),
                (Kind.CONTRADICTION, ("F02", "F04")),
                (Kind.MISSING, ("C01", "F02")),
            ),
        ),
        Example(
            Reviewed(
                {
                    "C01": {"per_child": {}},
                    "F01": {"schengen": "consent", "inform_days": 14},
                    "F02": {"passport": "one_parent"},
                    "F04": {"measures": ["no_travel_without_consent"]},
                    "B03": {"answer_days": 14, "silence": "mediation"},
                }
            )
        ),
    ),
)
