"""The house keeps its shape: every plug-in folder is whole, and no module escapes the import contracts unnoticed."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from types import ModuleType

import grimp
import pytest

import mediation.help_contacts
import mediation.help_steps
import mediation.pathways
import mediation.usecases
import notifications.channels
import notifications.wording
import parenting_plans.certificate_languages
import parenting_plans.clauses
import parenting_plans.document_kinds
import parenting_plans.patterns
import parenting_plans.review_checks
import portal.api
import portal.pages
import risk.rules

ROOT = Path(__file__).parents[1]
LANGUAGES = {"nl", "fr", "de", "en"}
LEAVES = ("parenting_plans", "risk", "notifications")

# Modules of the leaves that store, send or read files: all others must be in the contract `pure`.
DOORS = {
    "notifications.channels",
    "notifications.channels.maildir",
    "notifications.channels.smtp",
    "notifications.deliver",
    "notifications.outbox",
    "notifications.tables",
    "parenting_plans.store",
    "parenting_plans.tables",
    "risk.rows",
    "risk.store",
    "risk.tables",
    "risk.watch",
}
# Pages and resources of the centre: all others must be in the contract `parents`.
CENTRE = {
    "mediation.usecases.assess",
    "mediation.usecases.read_statement",
    "mediation.usecases.review_alert",
    "mediation.usecases.school_calendar",
    "portal.api.alerts",
    "portal.api.openings",
    "portal.pages.desk",
    "portal.pages.documents_in_hand",
    "portal.pages.help_numbers",
    "portal.pages.openings",
    "portal.pages.rules",
    "portal.pages.school_calendars",
    "portal.pages.statements",
}


def contract(name: str) -> dict[str, list[str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return next(one for one in contracts if one.get("id") == name)


def files_in(package: ModuleType) -> set[str]:
    return {module.name for module in iter_modules(package.__path__)}


def under(name: str, roots: Iterable[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


PLUG_INS: dict[str, tuple[ModuleType, Callable[[], Iterable[str]], set[str]]] = {
    "patterns": (
        parenting_plans.patterns,
        lambda: (one.id for one in parenting_plans.patterns.load()),
        set(),
    ),
    "clauses": (parenting_plans.clauses, lambda: (one.code for one in parenting_plans.clauses.load()), set()),
    "certificate languages": (
        parenting_plans.certificate_languages,
        lambda: (one.code for one in parenting_plans.certificate_languages.load()),
        set(),
    ),
    "document kinds": (
        parenting_plans.document_kinds,
        lambda: (one.id for one in parenting_plans.document_kinds.load()),
        set(),
    ),
    "help contacts": (
        mediation.help_contacts,
        lambda: dict.fromkeys(one.id for one in mediation.help_contacts.load()),
        set(),
    ),
    "help steps": (mediation.help_steps, lambda: (one.id for one in mediation.help_steps.load()), set()),
    "review checks": (
        parenting_plans.review_checks,
        lambda: (one.id for one in parenting_plans.review_checks.load()),
        set(),
    ),
    "rules": (risk.rules, lambda: (one.id for one in risk.rules.load()), set()),
    "wording": (notifications.wording, notifications.wording.kinds, set()),
    "pathways": (
        mediation.pathways,
        mediation.pathways.load,
        set(mediation.pathways._MACHINERY),
    ),
}


@pytest.mark.parametrize("folder", PLUG_INS)
def test_every_file_of_a_plug_in_folder_is_found_once(folder: str) -> None:
    package, found, machinery = PLUG_INS[folder]
    ids = list(found())
    assert len(ids) == len(set(ids)) == len(files_in(package) - machinery)


@pytest.mark.parametrize(
    ("package", "constant", "parts"),
    [
        (parenting_plans.patterns, "PATTERN", ("name", "note", "examples")),
        (parenting_plans.clauses, "CLAUSE", ("title", "question", "source", "examples")),
        (parenting_plans.document_kinds, "KIND", ("name", "help", "source", "examples")),
        (risk.rules, "RULE", ("title", "why", "explanation", "innocent", "steps", "sources", "examples")),
        (notifications.wording, "WORDING", ("subject", "body", "examples")),
    ],
    ids=["patterns", "clauses", "document kinds", "rules", "wording"],
)
def test_each_file_says_all_that_its_kind_must_say(
    package: ModuleType, constant: str, parts: tuple[str, ...]
) -> None:
    from importlib import import_module

    for name in sorted(files_in(package)):
        thing = getattr(import_module(f"{package.__name__}.{name}"), constant)
        for part in parts:
            said = getattr(thing, part)
            assert said, f"{name} has no {part}"
            for words in [said] if isinstance(said, dict) else said:
                if isinstance(words, dict) and set(words) & LANGUAGES:
                    assert set(words) == LANGUAGES, f"{name}: {part}"
                    assert all(text.strip() for text in words.values()), f"{name}: {part}"


def test_each_channel_sends_in_the_same_way() -> None:
    import inspect

    from notifications.channels.maildir import Maildir
    from notifications.channels.smtp import SmtpChannel

    assert files_in(notifications.channels) == {"letter", "maildir", "smtp"}, "name the new channel here"
    wanted = inspect.signature(notifications.channels.Channel.send)
    assert [inspect.signature(one.send) for one in (Maildir, SmtpChannel)] == [wanted, wanted]


@pytest.mark.parametrize("package", [portal.pages, portal.api], ids=["pages", "api"])
def test_every_controller_of_a_folder_is_served_and_none_twice(package: ModuleType) -> None:
    from importlib import import_module

    from litestar import Controller

    served = package.CONTROLLERS
    assert len(served) == len(set(served))
    with_routes = {
        name
        for name in files_in(package)
        if any(
            isinstance(value, type) and issubclass(value, Controller) and value is not Controller
            for value in vars(import_module(f"{package.__name__}.{name}")).values()
            if getattr(value, "__module__", "") == f"{package.__name__}.{name}"
        )
    }
    assert {controller.__module__.rsplit(".", 1)[-1] for controller in served} == with_routes


def test_every_module_of_the_leaves_is_pure_or_a_known_door() -> None:
    pure = contract("pure")["source_modules"]
    undecided = [
        module.name
        for leaf in LEAVES
        for module in walk_packages([str(ROOT / leaf)], f"{leaf}.")
        if not under(module.name, pure) and not under(module.name, DOORS)
    ]
    assert undecided == [], "list each under the contract `pure` in pyproject.toml, or here as a door"
    assert not [one for one in pure if under(one, DOORS - {"notifications.channels"})]


def test_every_page_and_errand_is_a_parents_a_professionals_or_the_centres() -> None:
    parents = set(contract("parents")["source_modules"])
    there = {
        f"{package.__name__}.{name}"
        for package in (portal.pages, portal.api, mediation.usecases)
        for name in files_in(package)
    }
    assert there - parents - CENTRE == set(), "list each under the contract `parents`, or here"
    assert not parents & CENTRE
    assert there >= CENTRE


def test_a_parents_request_reaches_risk_only_to_mark_the_family() -> None:
    graph = grimp.build_graph(*LEAVES, "mediation", "portal", cache_dir=None)
    for module in contract("parents")["source_modules"]:
        if module.startswith("mediation."):
            reached = {one for one in graph.find_upstream_modules(module) if one.startswith("risk.")}
            assert reached <= {"risk.watch"}, module
