"""The moment and the people of these tests."""

from datetime import UTC, datetime

import pytest

from notifications.values import Contact
from tests.notifications.people import ANA, BEN


@pytest.fixture
def now():
    return datetime(2026, 3, 6, 17, 0, tzinfo=UTC)


@pytest.fixture
def contacts():
    """Ana and Ben have an address; Sam has none."""
    return {ANA: Contact("ana@example.be", "nl"), BEN: Contact("ben@example.be", "fr")}
