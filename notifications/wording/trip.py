"""A trip was asked for, answered or changed. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("trip")
