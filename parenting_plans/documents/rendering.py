"""Pages become a PDF: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same pages (typst.app, ISO 14289, ISO 19005).

What people wrote reaches the template as JSON values that it shows as text; nothing of it is ever read as markup.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import segno
import typst

from parenting_plans.documents.signs import drawable

STANDARDS = ["ua-1", "a-2a"]


def pdf(pages: Mapping[str, Any], address: str) -> bytes:
    """The document as a file. `address` is what its QR code leads to. Takes some hundredths of a second of one core."""
    try:
        return _compiled(_with_signs(pages, plainest=False), address)
    except typst.TypstError:
        # A rare mix of marks that the fonts cannot put together: plain letters are better than no document.
        return _compiled(_with_signs(pages, plainest=True), address)


def _with_signs(pages: Mapping[str, Any], *, plainest: bool) -> dict[str, Any]:
    shown = _shown(pages, plainest=plainest)
    return {**shown, "signs": "[U+" in json.dumps(shown)}


def _compiled(shown: Any, address: str) -> bytes:
    sources = {
        "main.typ": _template(),
        "pages.json": json.dumps(shown).encode(),
        "qr.svg": _qr(address),
    }
    made: bytes = typst.compile(
        sources,  # type: ignore[call-overload]  # files in memory, which its stub does not know
        format="pdf",
        pdf_standards=STANDARDS,
        ignore_system_fonts=True,
    )
    return made


@cache
def _template() -> bytes:
    return files("parenting_plans.documents").joinpath("sealed_plan.typ").read_bytes()


def _qr(address: str) -> bytes:
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, scale=4)
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
