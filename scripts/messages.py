# ruff: noqa: INP001 - a script beside the packages, in none of them
"""Keep the four catalogues in step with the texts in templates and code.

Without arguments: collect the texts, add new ones, drop unused ones, keep every translation.
`--missing LANG` prints what is not translated as JSON; `--fill LANG FILE` takes {msgid: msgstr} (or a list for a plural).
"""

import argparse
import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tokenize import TokenError

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2 import TemplateError

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "portal" / "locale"
LANGUAGES = ("nl", "fr", "de", "en")
PACKAGES = ("parenting_plans", "risk", "notifications", "mediation", "portal")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "mark": None,
    "Problem": (2,),
    "MoveNotAllowed": (1,),
    "Missing": (1,),
    "NotPossible": (1,),
    "TooLate": (1,),
    "Refused": (1,),
    "Wrong": (1,),
}

Msgid = str | tuple[str, ...]


def sources() -> Iterator[tuple[Path, str]]:
    for package in PACKAGES:
        yield from ((path, "python") for path in sorted((ROOT / package).rglob("*.py")))
    yield from ((path, "jinja2") for path in sorted((ROOT / "portal" / "templates").rglob("*.html")))


def collected() -> dict[str, Msgid]:
    """Give every text of the project: its key (the singular) and its message id."""
    found: dict[str, Msgid] = {}
    for path, method in sources():
        for msgid in texts_in(path, method):
            key = msgid if isinstance(msgid, str) else msgid[0]
            if key and (key not in found or isinstance(msgid, tuple)):
                found[key] = msgid
    return dict(sorted(found.items()))


def texts_in(path: Path, method: str) -> list[Msgid]:
    options = {"newstyle_gettext": "true", "silent": "false"} if method == "jinja2" else {}
    try:
        with path.open("rb") as source:
            return [found[1] for found in extract(method, source, keywords=KEYWORDS, options=options)]
    except (SyntaxError, TokenError, TemplateError) as error:
        raise ValueError(f"{path.relative_to(ROOT)} cannot be read: {error}") from error


def path_of(lang: str) -> Path:
    return LOCALE / lang / "LC_MESSAGES" / "entente.po"


def catalogue(lang: str) -> Catalog:
    path = path_of(lang)
    if not path.exists():
        return Catalog(locale=lang)
    with path.open("rb") as source:
        return read_po(source, locale=lang)


def texts(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def untranslated(lang: str) -> list[str]:
    """Name the texts that a language lacks, or holds only as a guess."""
    known = catalogue(lang)
    missing = []
    for key in collected():
        message = known.get(key)
        if message is None or message.fuzzy or not texts(message) or not all(texts(message)):
            missing.append(key)
    return missing


def rewrite(lang: str, new: dict[str, str | list[str]]) -> None:
    """Write a catalogue that holds exactly today's texts, sorted, without dates or line numbers."""
    old = catalogue(lang)
    fresh = Catalog(locale=lang, fuzzy=False)
    for key, msgid in collected().items():
        kept = old.get(key)
        given = new.get(key)
        strings = tuple([given] if isinstance(given, str) else given or ())
        if not strings and kept and not kept.fuzzy:
            strings = texts(kept)
        if isinstance(msgid, tuple):
            fresh.add(msgid, strings if len(strings) == fresh.num_plurals else ("",) * fresh.num_plurals)
        else:
            fresh.add(msgid, strings[0] if strings else "")
    target = BytesIO()
    write_po(target, fresh, omit_header=True, sort_output=True, width=110)
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Plural-Forms: {fresh.plural_forms}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    path_of(lang).parent.mkdir(parents=True, exist_ok=True)
    path_of(lang).write_text(head + target.getvalue().decode(), encoding="utf-8")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--missing", choices=LANGUAGES)
    arguments.add_argument("--fill", nargs=2, metavar=("LANG", "FILE"))
    asked = arguments.parse_args()
    if asked.missing:
        json.dump(dict.fromkeys(untranslated(asked.missing), ""), sys.stdout, ensure_ascii=False, indent=1)
        return 0
    new = json.loads(Path(asked.fill[1]).read_text(encoding="utf-8")) if asked.fill else {}
    for lang in LANGUAGES:
        rewrite(lang, new if asked.fill and lang == asked.fill[0] else {})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
