"""What can stand in the way of an errand, in the words of the domain. None of these knows HTTP."""


class PlanIncomplete(Exception):
    """The plan lacks a clause that the calendar needs."""


class NotYourTurn(Exception):
    """Only the other parent can do this."""


class NotYours(Exception):
    """Only the parent who made this can do this."""


class ProposalOpen(Exception):
    """There is a proposal that waits for an answer; answer or withdraw it first."""


class AlreadyAnswered(Exception):
    """It has been accepted, countered, withdrawn or signed before."""


class ChangedMeanwhile(Exception):
    """Somebody else changed this a moment ago; look again."""


class NotWhatWasShown(Exception):
    """The page that was signed is not the text that is kept."""


class TripOver(Exception):
    """The trip was cancelled, has begun or is finished, so this can no longer be done."""


class RecordFrozen(Exception):
    """The time to correct this handover record has passed."""


class TooEarly(Exception):
    """This handover has not been due yet."""


class Missing(Exception):
    """No such thing in this family."""


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
