"""A family took a step on its pathway. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("step")
