"""Pages become a PDF: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same pages (typst.app, ISO 14289, ISO 19005).

What people wrote reaches the template as JSON values that it shows as text; nothing of it is ever read as markup.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import segno
import typst

from parenting_plans.documents.signs import drawable

STANDARDS = ["ua-1", "a-2a"]
SEALED_PLAN, CERTIFICATE, FACT_SHEET = "sealed_plan.typ", "certificate.typ", "fact_sheet.typ"
# Besides the typesetter's own: Amiri, whose Arabic letters join.
FONTS: dict[str, Any] = {
    "ignore_system_fonts": True,
    "font_paths": [str(files("fontpkg_amiri").joinpath("files"))],
}
NAMED_SIGN = re.compile(r"\[U\+[0-9A-F]{4,6}\]")


def pdf(pages: Mapping[str, Any], code: str, template: str = SEALED_PLAN) -> bytes:
    """The document as a file. `code` is what its QR code holds, "" for none; `template` is a file of this folder.

    Takes some hundredths of a second of one core.
    """
    try:
        return _compiled(_with_signs(pages, plainest=False), code, template)
    except typst.TypstError:
        # A rare mix of marks that the fonts cannot put together: plain letters are better than no document.
        return _compiled(_with_signs(pages, plainest=True), code, template)


def _with_signs(pages: Mapping[str, Any], *, plainest: bool) -> dict[str, Any]:
    shown = _shown(pages, plainest=plainest)
    return {**shown, "signs": NAMED_SIGN.search(json.dumps(shown)) is not None}


def _compiled(shown: Any, code: str, template: str) -> bytes:
    made: bytes = typst.compile(
        _sources(shown, code, template),  # type: ignore[call-overload]  # files in memory, which its stub does not know
        format="pdf",
        pdf_standards=STANDARDS,
        **FONTS,
    )
    return made


def _sources(shown: Any, code: str, template: str) -> dict[str, bytes]:
    sources = {"main.typ": _template(template), "pages.json": json.dumps(shown).encode()}
    return {**sources, "qr.svg": _qr(code)} if code else sources


@cache
def _template(name: str) -> bytes:
    return files("parenting_plans.documents").joinpath(name).read_bytes()


def _qr(code: str) -> bytes:
    drawn = BytesIO()
    segno.make(code, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, scale=4)
    return drawn.getvalue()


def _shown(value: Any, *, plainest: bool) -> Any:
    """The same, in signs that can be drawn; lines of a text become a list of lines."""
    if isinstance(value, str):
        lines = [drawable(line, plainest=plainest) for line in value.replace("\r\n", "\n").split("\n")]
        return lines if len(lines) > 1 else "".join(lines)
    if isinstance(value, Mapping):
        return {key: _shown(one, plainest=plainest) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(one, plainest=plainest) for one in value]
    return value
