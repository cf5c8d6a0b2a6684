"""The examples of the rules and the vignettes as test material."""

import json
from datetime import datetime
from pathlib import Path

from risk.assess import assess
from risk.facts import Facts
from risk.rule import Example
from risk.rules import load
from risk.values import Assessment
from risk.vignette import parse

VIGNETTES = json.loads((Path(__file__).parent / "vignettes.json").read_text(encoding="utf-8"))["vignettes"]
PARENTS = [{"id": "A", "parental_authority": True}, {"id": "B", "parental_authority": True}]


def family(**changes):
    return {"children": [{"id": "K1", "born": "2019-05-14"}], "parents": PARENTS, "notice_days": 7} | changes


def facts_of(*events, **changes) -> Facts:
    return parse({"family": family(**changes), "timeline": list(events)})


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def look(facts: Facts, at: str | datetime) -> Assessment:
    return assess(facts, load(), instant(at) if isinstance(at, str) else at)


def example_facts(example: Example) -> Facts:
    return facts_of(*example.events, **example.family)


def finding(assessment: Assessment, rule: str, subject: str = "A"):
    return next((f for f in assessment.findings if (f.rule, f.subject) == (rule, subject)), None)
