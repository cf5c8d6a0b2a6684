"""Somebody accepted an invitation. Said as every update."""

from notifications.wording.update import discreet

WORDING = discreet("joined")
