"""A swap or an offer to care was made or answered, or a decision was noted. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("swap")
