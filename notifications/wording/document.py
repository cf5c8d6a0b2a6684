"""A child's document was noted, handed over or ends soon. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("document")
