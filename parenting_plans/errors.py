"""What can stand in the way of an errand, in the words of the domain. None of these knows HTTP.

Each carries one `problem` for the person (an English message id that the portal translates).
"""

from datetime import datetime

from parenting_plans.values import ZONE, Problem


class Refusal(Exception):
    """The errand cannot be done now."""

    problem: Problem = Problem("", "This cannot be done now.")

    @property
    def text(self) -> str:
        """The message id alone."""
        return self.problem.text


class PlanIncomplete(Refusal):
    """The plan lacks a clause that the calendar needs."""

    problem = Problem("", "The plan is not complete yet. Answer the open questions first.")


class NotYourTurn(Refusal):
    """Only the other parent can do this."""

    problem = Problem("", "This is for the other parent to answer.")


class NotYourOwn(Refusal):
    """Only the parent who made this can do this."""

    problem = Problem("", "Only the parent who made this can change it.")


class ProposalOpen(Refusal):
    """A proposal of this family waits for an answer."""

    problem = Problem("", "There is a proposal that waits for an answer. Answer or withdraw that one first.")


class AlreadyAnswered(Refusal):
    """It was accepted, countered, withdrawn or signed before."""

    problem = Problem("", "This was already answered. Look at the page again.")


class ChangedMeanwhile(Refusal):
    """Somebody else changed this a moment ago."""

    problem = Problem("", "This changed a moment ago. Look at the page again.")


class NotWhatWasShown(Refusal):
    """What was signed is not the text that is kept."""

    problem = Problem(
        "", "The text you saw is not the text that is kept. Read the plan again before you sign."
    )


class NotYet(Refusal):
    """The time to think between accepting a text and signing it is not over. `until` is when it is."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until
        moment = f"{until.astimezone(ZONE):%d/%m/%Y, %H:%M}"
        self.problem = Problem(
            "", "You both have time to think. You can sign from {moment}.", {"moment": moment}
        )


class NotDueYet(Refusal):
    """The review opens later."""

    problem = Problem("", "This review is not open yet.")


class PostponedEnough(Refusal):
    """A review can be postponed twice."""

    problem = Problem("", "This review was postponed twice. Look at the plan now, and say what you found.")


class NotThatDay(Refusal):
    """A review cannot be postponed to that day."""

    problem = Problem("", "A review can be postponed by three months at most.")


class TripOver(Refusal):
    """The trip was cancelled, has begun or is finished."""

    problem = Problem("", "This trip was cancelled, has begun or is finished, so this can no longer be done.")


class TripNotBegun(Refusal):
    """Nobody can come back before leaving."""

    problem = Problem("", "This trip has not begun yet.")


class RecordFrozen(Refusal):
    """The time to correct this handover record has passed."""

    problem = Problem("", "The time to correct this record has passed.")


class TimeToAnswerOver(Refusal):
    """Nobody answered in time; nothing has changed."""

    problem = Problem("", "The time to answer has passed. Nothing changes.")


class SwapBegun(Refusal):
    """What has begun or has passed cannot be undone."""

    problem = Problem("", "These days have begun or have passed. Ask for a new swap for the days to come.")


class SwapUndone(Refusal):
    """Another accepted swap has undone it."""

    problem = Problem("", "This swap was undone already.")


class OrderEnded(Refusal):
    """What has ended is not corrected or ended again."""

    problem = Problem("", "This decision has been noted as ended. Note a new one.")


class Missing(Refusal):
    """No such thing in this family; looks the same as one of another family."""

    problem = Problem("", "This cannot be found.")


class ProposalMissing(Missing):
    """No such proposal in this family."""


class VersionMissing(Missing):
    """No such version of the plan in this family."""


class ReviewMissing(Missing):
    """No such review in this family."""


class TripMissing(Missing):
    """No such trip in this family."""


class ConsentMissing(Missing):
    """No such consent in this family."""


class ObjectionMissing(Missing):
    """No such objection in this family."""


class RecordMissing(Missing):
    """No such handover record in this family."""


class SwapMissing(Missing):
    """No such swap in this family."""


class CareOfferMissing(Missing):
    """No such offer to care in this family."""


class OrderMissing(Missing):
    """No such court decision in this family."""


class DocumentMissing(Missing):
    """No such document, event or receipt in this family, or not for this viewer."""


class HandoverOpen(Refusal):
    """Something about this document waits for an answer."""

    problem = Problem("", "Something about this document waits for an answer. Answer or withdraw that first.")


class NotNow(Refusal):
    """That cannot be noted about a document that stands so."""

    problem = Problem(
        "", "This does not fit what was noted last about this document. Look at the page again."
    )


class AwayDaysMissing(Missing):
    """No such camp or hospital days in this family."""


class AwayDaysOver(Refusal):
    """These days are over or were removed."""

    problem = Problem("", "These days are over, or were removed.")


class CertificateMissing(Missing):
    """No certificate of this consent was issued."""


class NothingToCertify(Refusal):
    """The consent was withdrawn, or its last day is over."""

    problem = Problem("", "This consent does not count any more, so there is no certificate of it.")
