"""What no answer means, for every kind of question one parent asks the other: said before asking and on receipt. Pure.

For travel it is never a consent. Nothing here makes silence a yes; a kind for which the law does (a request about
extraordinary costs, royal decree of 22 April 2019) would name its days.
"""

from enum import StrEnum

from parenting_plans.values import Problem


class Asked(StrEnum):
    TRIP = "trip"
    CHANGED_TRIP = "changed_trip"
    EVERY_TRIP = "every_trip"
    DELAY = "delay"
    SWAP = "swap"
    CARE = "care"
    PLAN = "plan"
    DOCUMENT = "document"


TRAVEL = frozenset({Asked.TRIP, Asked.CHANGED_TRIP, Asked.EVERY_TRIP, Asked.DELAY})
MEANING: dict[Asked, Problem] = {
    Asked.TRIP: Problem("", "No answer is not a yes."),
    Asked.CHANGED_TRIP: Problem(
        "", "No answer is not a yes: what is open stays open until it is consented to."
    ),
    Asked.EVERY_TRIP: Problem("", "Who gives no consent for every trip has consented to none."),
    Asked.DELAY: Problem("", "No answer changes nothing: what was agreed about the return still holds."),
    Asked.SWAP: Problem("", "No answer means no: nothing changes."),
    Asked.CARE: Problem("", "No answer means no: the plan stays as it is."),
    Asked.PLAN: Problem("", "No answer means that nothing changes."),
    Asked.DOCUMENT: Problem("", "No answer changes nothing: the document stays noted where it was."),
}


def silence(asked: Asked) -> Problem:
    """The sentence, as a message that the portal says in the reader's language."""
    return MEANING[asked]
