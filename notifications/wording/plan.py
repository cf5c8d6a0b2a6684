"""A plan was proposed, answered, signed or sealed. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("plan")
