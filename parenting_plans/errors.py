"""What can stand in the way of an errand, in the words of the domain. None of these knows HTTP.

Each carries one `problem` for the person (an English message id that the portal translates).
"""

from typing import ClassVar

from parenting_plans.values import Problem


class Refusal(Exception):
    """The errand cannot be done now."""

    problem: ClassVar[Problem] = Problem("", "This cannot be done now.")

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


class TripOver(Refusal):
    """The trip was cancelled, has begun or is finished."""

    problem = Problem("", "This trip was cancelled, has begun or is finished, so this can no longer be done.")


class TripNotBegun(Refusal):
    """Nobody can come back before leaving."""

    problem = Problem("", "This trip has not begun yet.")


class RecordFrozen(Refusal):
    """The time to correct this handover record has passed."""

    problem = Problem("", "The time to correct this record has passed.")


class Missing(Refusal):
    """No such thing in this family; looks the same as one of another family."""

    problem = Problem("", "This cannot be found.")


class ProposalMissing(Missing):
    """No such proposal in this family."""


class VersionMissing(Missing):
    """No such version of the plan in this family."""


class TripMissing(Missing):
    """No such trip in this family."""


class ConsentMissing(Missing):
    """No such consent in this family."""


class ObjectionMissing(Missing):
    """No such objection in this family."""


class RecordMissing(Missing):
    """No such handover record in this family."""
