"""Every piece of the look on one page, and every public page, to be looked at: python -m tests.portal.gallery FOLDER."""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader

from mediation.usecases import help_contact
from parenting_plans.values import Problem
from portal.pages.help import shown
from portal.templating import FRAME, TEMPLATES, environment

STATIC = TEMPLATES.parent / "static"
HELP = "help/help.html"
PUBLIC = [HELP, *sorted(f"public/{path.name}" for path in (TEMPLATES / "public").glob("*.html"))]
ERRORS = sorted(f"errors/{path.name}" for path in (TEMPLATES / "errors").glob("*.html"))
NAMES = {"A": "Ana", "B": "Ben"}

PAGE = """
{% extends "base.html" %}
{% from "parts/form.html" import form_errors, field, submit, one_button %}
{% from "parts/home.html" import home_badge, legend, night_strip, month_grid, month_days %}
{% from "parts/card.html" import card, notice, empty, waiting, badge, level, rows, rail, tabs, timeline, pages, back, token, icon %}
{% block title %}{{ _("Start") }}{% endblock %}
{% block content %}
{{ back("/", _("To the start page")) }}
<h1>{{ today | day }}</h1>
{{ form_errors(problems) }}
<div class="cards">
  {% call card("Lou", "Tonight", "waiting") %}<p class="figure">{{ home_badge("A", names) }}</p>{% endcall %}
  {% call card("18:00", "Next handover") %}<p>{{ home_badge("A", names) }} → {{ home_badge("B", names) }}</p><p>{{ moment | moment }}</p>{% endcall %}
</div>
{{ night_strip(nights, names, "Lou") }}
{{ legend(names) }}
{{ month_grid(weeks, today | month, names) }}
{{ month_days(weeks[:2], names) }}
{{ tabs([("#", "Plan", true), ("#", "Proposals", false), ("#", "Sessions", false), ("#", "Documents", false)], "Family") }}
{% call notice("", "Proposal") %}<p>These 4 nights move. Ben must still agree.</p>{% endcall %}
{% call notice("good") %}<p>Saved.</p>{% endcall %}
{% call notice("care") %}<p>This cannot be undone.</p>{% endcall %}
{% call notice("danger") %}<p>Call 112.</p>{% endcall %}
{{ empty("No trips yet", "Here you see trips abroad and what was agreed.", "#", "Ask for a trip") }}
{{ waiting("Ben", moment | moment, "Without an answer nothing changes.") }}
<div class="cards">{% for _n in range(3) %}{% call card("Spain", badge("A state that is said in rather many words")) %}{% endcall %}{% endfor %}</div>
<p class="row">{{ badge("Draft") }} {{ badge("Signed", "good") }} {{ badge("Waiting", "care") }} {{ badge("Open", "now") }}
{{ level("low", "Low") }} {{ level("moderate", "Moderate") }} {{ level("high", "High") }} {{ level("critical", "Critical") }}</p>
{{ rows([("Handover", "18:00", "#", "Change"), ("Place", "School")]) }}
{{ rail([("Intake", "6 March", "done"), ("Choice", "Both must choose", "current"), ("Sessions", "", "later")]) }}
{{ timeline([(moment, "Plan signed", "Version 2"), (moment, "Proposal accepted", "")]) }}
<table class="table">
  <thead><tr><th scope="col">Level</th><th scope="col">Due</th><th scope="col">Family</th></tr></thead>
  <tbody>
    <tr><td data-label="Level">{{ level("high", "High") }}</td><td data-label="Due">in 3 hours</td><td data-label="Family">F-204</td></tr>
    <tr><td data-label="Level">{{ level("low", "Low") }}</td><td data-label="Due">in 6 days</td><td data-label="Family">F-118</td></tr>
  </tbody>
</table>
<div class="panes">
  <ul class="items"><li><a class="item" href="#" aria-current="true"><span class="title">F-204</span><span class="about">two days ago</span></a></li>
  <li><a class="item" href="#"><span class="title">F-118</span><span class="about">yesterday</span></a></li></ul>
  <div class="card">{{ token("https://agenda.example/feed/3f2b9c8d7e6f5a4b3c2d1e0f3f2b9c8d7e6f5a4b3c2d1e0f.ics") }}</div>
</div>
<form method="post" novalidate>
  {{ field("name", "Name", "text", values, problems, hint="As your child says it") }}
  {{ field("born", "Date of birth", "date", values, problems) }}
  {{ field("at", "Handover time", "time", values, problems, required=False) }}
  {{ field("why", "Reason", "area", values, problems, readers="Ben", required=False) }}
  {{ field("country", "Country", "select", values, problems, options=countries()) }}
  {{ field("school", "School", "radio", values, problems, options=[("FL", "Flemish"), ("FR", "French", "Also in Brussels"), ("DG", "German-speaking")], cards=True) }}
  {{ field("children", "Children", "checks", values, problems, options=[("1", "Lou"), ("2", "Sam")]) }}
  {{ field("sure", "I have read it", "check", values, problems) }}
  <div class="actions">{{ submit("Save") }} {{ submit("Look again", "secondary") }} {{ submit("Withdraw", "danger") }} {{ submit("Later", "quiet") }}</div>
</form>
{{ one_button("#", "Accept", csrf_input) }}
{{ pages("#", "#", "2 / 3") }}
{% endblock %}
"""


def nights(today: date) -> list[dict[str, object]]:
    return [
        {"day": today + timedelta(n), "home": "AAAABBBBBBBAA-"[n].replace("-", ""), "tonight": n == 0}
        for n in range(14)
    ]


def weeks(today: date) -> list[list[dict[str, object]]]:
    first = today.replace(day=1) - timedelta(today.replace(day=1).weekday())
    days = [first + timedelta(n) for n in range(35)]
    cells = [
        {
            "day": one,
            "outside": one.month != today.month,
            "today": one == today,
            "href": "#",
            "stays": [
                {"home": "AB"[(one.toordinal() + 2) // 7 % 2], "child": child}
                for child in ("Lou", "Maximiliane")
            ],
            "notes": ["18:00"] if one.weekday() == 4 else [],
        }
        for one in days
    ]
    return [cells[n : n + 7] for n in range(0, 35, 7)]


def context() -> dict[str, object]:
    today = date(2026, 3, 6)
    return {
        **FRAME,
        "today": today,
        "moment": datetime(2026, 3, 6, 17, 0, tzinfo=UTC),
        "names": NAMES,
        "nights": nights(today),
        "weeks": weeks(today),
        "nav": [
            ("/", "Today", False),
            ("/calendar", "Calendar", True),
            ("/plan", "Plan", False),
            ("/trips", "Trips", False),
        ],
        "person": "Ana",
        "notices": [("good", "Saved.")],
        "problems": (
            Problem("born", "This is not a date that exists."),
            Problem("school", "Choose one of the options."),
        ),
        "values": {
            "name": "<script>alert(1)</script>",
            "born": "2026-02-30",
            "children": ["2"],
            "school": "FL",
            "country": "BE",
        },
    }


def page(name: str, lang: str) -> str:
    """Render the gallery itself or one page; its static files by their place on disk."""
    loader = ChoiceLoader([DictLoader({"gallery.html": PAGE}), FileSystemLoader(TEMPLATES)])
    given = context() if name == "gallery.html" else dict(FRAME)
    if name == HELP:
        given |= {"here": "/help", **shown(help_contact.shipped(date(2026, 12, 1)))}
    return environment(lang, loader).get_template(name).render(given)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for lang in ("nl", "fr", "de", "en"):
        for name in ("gallery.html", *PUBLIC, *ERRORS):
            text = page(name, lang).replace("/static/", f"{STATIC.as_uri()}/")
            (folder / f"{lang}-{name.replace('/', '-')}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
