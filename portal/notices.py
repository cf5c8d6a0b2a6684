"""What was just done, in one sentence. A page is led to with `?done=<code>`; only codes listed here are shown."""

from portal.languages import mark

NOTICES = {
    "saved": mark("Saved."),
    "sent": mark("Sent. You will get a message when there is an answer."),
    "signed": mark("Signed."),
    "accepted": mark("Accepted."),
    "withdrawn": mark("Withdrawn."),
    "invited": mark("The invitation will be sent in a moment."),
    "joined": mark("Welcome. You have joined."),
    "booked": mark("Booked. Everyone concerned gets a message."),
    "cancelled": mark("Cancelled. Everyone concerned gets a message."),
    "recorded": mark("Noted."),
    "signed-out": mark("You are signed out."),
    "ended": mark("Ended."),
    "claimed": mark("This is yours now."),
    "answered": mark("Thank you. Your answers are kept for the centre only."),
    "refused": mark("You said no. Nothing changes."),
    "received": mark("Received. The centre reads it."),
}
