"""Whether agreements on a handover apart (O01, O02) fit with the places and ways that the rest of the plan names."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem

_APART = {"separate_handover", "third_party_handover", "contact_space", "no_contact_between_parents"}
_AT_HOME = ("home_receiving", "home_leaving")


def _looks(plan: Reviewed) -> Iterator[Finding]:
    items = set(plan.says("O01").get("items", ()))
    place = plan.says("D02").get("place")
    if items & _APART and place in _AT_HOME:
        text = Problem(
            "D02.place", "Handover is at a parent's home; another agreement keeps the parents apart."
        )
        yield contradicts(text, "D02", "O01")
    elif "contact_space" in items and place not in (None, "contact_space"):
        text = Problem("D02.place", "Two agreements name different places for the handover.")
        yield contradicts(text, "D02", "O01")
    if "no_contact_between_parents" in items:
        meeting = [
            code
            for code, field, value in (("G01", "channel", "phone"), ("I02", "attend", "together"))
            if plan.says(code).get(field) == value
        ]
        if meeting:
            text = Problem(
                "O01.items", "Here the parents have no contact; another agreement lets them meet or call."
            )
            yield contradicts(text, "O01", *meeting)
    if plan.says("O02") and plan.says("C03").get("equal") == "yes":
        text = Problem("C03.equal", "The plan says that residence is equal and that contact is supervised.")
        yield contradicts(text, "C03", "O02")


CHECK = Check(
    id="calm_handover",
    source="belgium.md 3.4, O01 and O02",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"O01": {"items": ["separate_handover"]}, "D02": {"place": "home_leaving"}}),
            ((Kind.CONTRADICTION, ("D02", "O01")),),
        ),
        Example(
            Reviewed({"O01": {"items": ["contact_space"]}, "D02": {"place": "school"}}),
            ((Kind.CONTRADICTION, ("D02", "O01")),),
        ),
        Example(
            Reviewed(
                {
                    "O01": {"items": ["no_contact_between_parents"]},
                    "G01": {"channel": "phone"},
                    "I02": {"attend": "together"},
                    "O02": {"visits": 3},
                    "C03": {"equal": "yes"},
                }
            ),
            ((Kind.CONTRADICTION, ("O01", "G01", "I02")), (Kind.CONTRADICTION, ("C03", "O02"))),
        ),
        Example(
            Reviewed(
                {
                    "O01": {"items": ["separate_handover"]},
                    "D02": {"place": "school"},
                    "G01": {"channel": "platform"},
                    "O02": {"visits": 3},
                    "C03": {"equal": "no"},
                }
            )
        ),
        Example(Reviewed({"D02": {"place": "home_leaving"}, "O01": {"items": ["weapons"]}})),
    ),
)
