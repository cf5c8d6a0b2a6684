"""What the documents say is there: settings, commands, files, links, tests. And what they never say."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest

from portal.__main__ import main

ROOT = Path(__file__).parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")), *DECISIONS]
TEXTS = [*PAGES, ROOT / "LICENSE"]
LONGEST_DECISION = 60
SETTING = re.compile(r"ENTENTE_[A-Z_]+")
# A word takes sides, a path is of one machine only.
NEVER = re.compile(r"\b(custody|visitation)\b|(?<![\w.])/(work|root|home|tmp|Users|opt|mnt)/", re.IGNORECASE)
HOSTS = {"127.0.0.1", "localhost", "data.europa.eu", "joinup.ec.europa.eu"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code(path: Path) -> list[str]:
    """What stands in code: between backticks, in fences, in indented lines."""
    text = said(path)
    fenced = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    return [*re.findall(r"`([^`\n]+)`", text), *"\n".join(fenced).splitlines(), *indented]


def read_settings() -> set[str]:
    return set(SETTING.findall(said(ROOT / "portal" / "settings.py")))


def tried_settings() -> set[str]:
    """What only a run of the tests reads."""
    return set(SETTING.findall(said(ROOT / "tests" / "conftest.py") + said(ROOT / "Makefile")))


def anchors(path: Path) -> set[str]:
    """The headings of a page as a forge links to them."""
    titles = re.findall(r"^#+ (.+)$", said(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def problem_of(line: str) -> str | None:
    """What is wrong with a command of ours, as somebody would type it."""
    words = line.split("#", maxsplit=1)[0].split()
    command: click.Command = main
    for place, word in enumerate(words[1:], start=1):
        if isinstance(command, click.Group):
            if word not in command.commands:
                return f"no command {word}"
            command = command.commands[word]
        elif word.startswith("--") and word not in {one for each in command.params for one in each.opts}:
            return f"no option {word} of {' '.join(words[:place])}"
    return "no whole command" if isinstance(command, click.Group) and len(words) > 1 else None


def commands(path: Path) -> list[str]:
    return [
        line.removeprefix(".venv/bin/")
        for line in code(path)
        if re.match(r"(\.venv/bin/)?entente( |$)", line)
    ]


def test_every_setting_stands_in_the_table_and_the_table_names_no_other():
    rows = re.findall(r"^\| `(ENTENTE_[A-Z_]+)` \|", said(ROOT / "docs" / "operations.md"), re.MULTILINE)
    assert sorted(rows) == sorted(read_settings())


@pytest.mark.parametrize("page", TEXTS, ids=name)
def test_no_page_names_a_setting_that_is_not_read(page):
    assert set(SETTING.findall(said(page))) <= read_settings() | tried_settings()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_is_there(page):
    wrong = {line: problem for line in commands(page) if (problem := problem_of(line))}
    assert wrong == {}


def test_the_readme_names_every_command():
    every = {
        f"{group} {one}" if isinstance(command, click.Group) else group
        for group, command in main.commands.items()
        for one in (command.commands if isinstance(command, click.Group) else [""])
    }
    named = commands(ROOT / "README.md")
    assert [
        one for one in sorted(every) if not any(line.startswith(f"entente {one}") for line in named)
    ] == []


def test_a_command_that_is_not_there_is_noticed():
    assert problem_of("entente nothing") == "no command nothing"
    assert problem_of("entente rules") == "no whole command"
    assert problem_of("entente serve --nothing") == "no option --nothing of entente serve"
    assert problem_of("entente serve --port 8000") is None


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_is_there(page):
    there = set(re.findall(r"^([a-z]+):", said(ROOT / "Makefile"), re.MULTILINE))
    named = {found for line in code(page) for found in re.findall(r"^make ([a-z]+)", line)}
    assert named <= there


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)]+)\)", said(page)):
        path, _, anchor = target.partition("#")
        to = (page.parent / path).resolve() if path else page
        assert to.exists(), target
        assert not anchor or anchor in anchors(to), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_and_test_it_names_is_there(page):
    found = {word for line in code(page) for word in re.findall(r"(?<![\w./])[a-z_]+/[\w./:-]*", line)}
    ours = [one for one in found if (ROOT / one.split("/")[0]).is_dir() and "<" not in one]
    for one in ours:
        file, _, function = one.partition("::")
        assert (ROOT / file).exists(), one
        assert not function or re.search(rf"^(async )?def {function}\(", said(ROOT / file), re.MULTILINE), one


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_a_decision_is_short_numbered_and_held_by_a_test(page):
    text = said(page)
    assert len(text.splitlines()) <= LONGEST_DECISION
    assert text.startswith(f"# {int(page.name[:4])}. ")
    places = [text.find(f"**{part}") for part in ("Context.", "Decision.", "Consequences.", "Held by")]
    assert -1 not in places
    assert places == sorted(places)
    assert "::test_" in text


def test_decisions_are_numbered_without_a_gap():
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("page", TEXTS, ids=name)
def test_what_no_page_says(page):
    assert NEVER.search(said(page)) is None
    hosts = {urlsplit(url).hostname for url in re.findall(r"https?://[\w.:-]+", said(page))}
    assert hosts <= HOSTS


@pytest.mark.parametrize(
    "text", ["joint custody", "a Visitation right", "see /home/ana/entente", "in (/tmp/x)", "`/root/.x`"]
)
def test_what_no_page_says_is_noticed(text):
    assert NEVER.search(text)


@pytest.mark.parametrize(
    "text", ["a page under `/static/`", "postgresql+asyncpg://user@host/name", "the home/day/"]
)
def test_other_words_are_free(text):
    assert NEVER.search(text) is None
