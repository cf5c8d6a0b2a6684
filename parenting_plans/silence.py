"""What no answer means, for every kind of question one parent asks the other: said before asking and on receipt. Pure.

For travel it is never a consent. Nothing here makes silence a yes; a kind for which the law does (a request about
extraordinary costs, royal decree of 22 April 2019) would name its days.
"""

from enum import StrEnum

from parenting_plans.values import Problem


class Asked(StrEnum):
    TRIP = "trip"
    CHANGED_TRIP = "changed_trip"
    DELAY = "delay"
    SWAP = "swap"
    CARE = "care"
    PLAN = "plan"
    DOCUMENT = "document"


MEANING: dict[Asked, str] = {
    Asked.TRIP: "No answer is not a yes: without your answer there is no consent to this trip.",
    Asked.CHANGED_TRIP: "No answer is not a yes: what changed is not covered until it is consented to.",
    Asked.DELAY: "No answer changes nothing: what was agreed about the return still holds.",
    Asked.SWAP: "No answer changes nothing: the calendar stays as it is.",
    Asked.CARE: "No answer changes nothing: the calendar stays as it is.",
    Asked.PLAN: "No answer changes nothing: the plan stays as it is.",
    Asked.DOCUMENT: "No answer changes nothing: the document stays noted where it was.",
}


def silence(asked: Asked) -> Problem:
    """The sentence, as a message that the portal says in the reader's language."""
    return Problem("", MEANING[asked])
