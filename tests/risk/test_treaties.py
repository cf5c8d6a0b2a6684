"""A regime is a statement about remedies, from the dated table; what is not verified is said to be."""

from datetime import date

import pytest

from risk.treaties import Regime, countries, expand, known, regime, tables

DAY = date(2027, 7, 1)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("FR", "PL", "PT", "IE", "CY", "HR"), Regime.BRUSSELS_IIB),
        (("MA", "TR", "DK", "HK", "US", "BR", "CH", "GB"), Regime.HAGUE1980_BE),
        (("TN", "TH", "PH", "AD"), Regime.UNVERIFIED),
        (("DZ", "CN", "AE", "QA"), Regime.NONE),
        (("ZZ",), Regime.UNVERIFIED),
    ],
    ids=str,
)
def test_regimes(codes, expected):
    assert {regime(code, DAY) for code in codes} == {expected}


def test_a_convention_counts_from_its_entry_into_force():
    assert regime("MA", date(2010, 5, 31)) is Regime.NONE
    assert regime("MA", date(2010, 6, 1)) is Regime.HAGUE1980_BE


def test_schengen_and_the_union_are_written_out():
    schengen = expand(("SCHENGEN",), DAY)
    assert {"HR", "CH", "BE"} <= schengen
    assert not {"CY", "IE", "SCHENGEN"} & schengen
    union = expand(("EU",), DAY)
    assert {"CY", "IE", "DK", "FR"} <= union
    assert not {"CH", "GB", "EU"} & union
    assert expand(("MA", "TR"), DAY) == {"MA", "TR"}


def test_the_table_is_dated_and_complete():
    ((begins, table),) = tables()
    assert begins <= DAY
    assert len(table) == 250
    assert countries(date(1999, 1, 1)) is table
    assert known("XK")
    assert not known("UK")
    assert all(row.evidence for row in table.values())
