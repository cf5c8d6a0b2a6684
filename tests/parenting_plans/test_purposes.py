"""Every purpose that a clause names is explained in four languages, in two sentences."""

import re

import pytest

from parenting_plans import clauses, purposes
from parenting_plans.wording import LANGUAGES


def test_every_purpose_that_a_clause_names_is_explained_and_none_is_idle():
    named = {purpose for clause in clauses.load() for purpose in clause.needed_for}
    assert named == set(purposes.by_id()) == {"EOT", "NL", "TAX", "EQUAL"}


@pytest.mark.parametrize("purpose", purposes.load(), ids=lambda one: one.id)
def test_a_purpose_is_two_plain_sentences_in_four_languages(purpose):
    assert purpose.source
    assert set(purpose.title) == set(purpose.why) == set(LANGUAGES)
    for language in LANGUAGES:
        found = re.findall(r"[^.]+\.", purpose.why[language])
        assert len(found) == 2, language
        assert all(len(sentence.split()) <= 25 for sentence in found), language


def test_a_file_with_another_purpose_than_its_name_stops_the_service(tmp_path, monkeypatch):
    (tmp_path / "zz_again.py").write_text(
        '"""Again."""\nfrom parenting_plans.purposes.tax import PURPOSE as PURPOSE\n'
    )
    monkeypatch.setattr(purposes, "__path__", [*purposes.__path__, str(tmp_path)])
    with pytest.raises(RuntimeError, match="zz_again"):
        purposes.load.__wrapped__()
