"""A session was booked, moved or cancelled. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("session")
