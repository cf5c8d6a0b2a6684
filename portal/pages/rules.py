"""The catalogue of warning signs, open to everyone at the centre: when a rule fires, and what else may explain it."""

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response

from mediation.usecases import review_alert
from portal.visit import Visit
from risk.because import UNITS
from risk.mitigators import MITIGATORS
from risk.rule import Rule
from risk.values import Words


class Rules(Controller):
    path = "/rules"

    @get("/", sync_to_thread=False)
    def every(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("rules/rules.html", rules=review_alert.catalogue(visit.person))

    @get("/{rule_id:str}", sync_to_thread=False)
    def one(self, visit: NamedDependency[Visit], rule_id: FromPath[str]) -> Response[str]:
        rule = review_alert.rule_named(visit.person, rule_id)
        titles = {other.id: other.title for other in review_alert.catalogue(visit.person)}
        return visit.show(
            "rules/rule.html",
            rule=rule,
            pattern=_pattern(rule),
            lowering=[MITIGATORS[code].text for code in rule.mitigators if code in MITIGATORS],
            replaces=[(other, titles[other]) for other in rule.replaces if other in titles],
        )


class _Blank(dict[str, str]):
    """A place in a sentence that every case fills with its own value."""

    def __missing__(self, name: str) -> str:
        return "…"


def _pattern(rule: Rule) -> Words:
    """What the card will say, with its values left open."""
    return {language: rule.explanation[language].format_map(_Blank()) for language in UNITS}
