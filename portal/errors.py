"""One table turns what went wrong into an answer: a page for people, a problem document (RFC 9457) for programs."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from litestar import Request
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Response

from mediation.pathways.values import MoveNotAllowed
from mediation.people import AddressTaken, NotYours
from mediation.refusals import Refused, TooLate
from parenting_plans.values import Problem
from portal.languages import choose, mark, words
from portal.sign_in import Throttled
from portal.visit import FormAgain, MayNotWrite, NotFresh, NotSignedIn, Service, Visit, visit

log = structlog.get_logger()

PAGES: dict[type[Exception], tuple[int, str]] = {
    NotYours: (404, "errors/missing.html"),
    TooLate: (409, "errors/refused.html"),
    MoveNotAllowed: (409, "errors/refused.html"),
    Refused: (422, "errors/refused.html"),
    AddressTaken: (409, "errors/refused.html"),
    MayNotWrite: (403, "errors/refused.html"),
    Throttled: (429, "errors/too_many.html"),
    NotSignedIn: (401, "errors/missing.html"),
    NotFresh: (403, "errors/refused.html"),
}

BY_STATUS = {
    400: "errors/invalid.html",
    403: "errors/invalid.html",
    404: "errors/missing.html",
    405: "errors/missing.html",
    413: "errors/too_large.html",
    429: "errors/too_many.html",
}


def _wants_json(request: Request[Any, Any, Any]) -> bool:
    return str(request.scope["path"]).startswith("/api/")


async def domain(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """What our own errors look like outside. Nothing of the request is repeated but what was typed into a form."""
    seen = await visit(request, request.app.state)
    if isinstance(error, FormAgain):
        return seen.show(error.template, status=400, **error.context)
    if isinstance(error, NotSignedIn) and not _wants_json(request):
        return Redirect("/sign-in", status_code=303)
    if isinstance(error, NotFresh) and not _wants_json(request):
        return Redirect(f"/confirm?next={request.scope['path']}", status_code=303)
    status, template = next(PAGES[kind] for kind in type(error).__mro__ if kind in PAGES)
    problems = problems_in(error)
    if _wants_json(request):
        return problem_document(seen.language, status, problems)
    return seen.show(template, status=status, problems=problems)


def problems_in(error: Exception) -> tuple[Problem, ...]:
    if isinstance(error, Refused):
        return error.problems
    if isinstance(error, MoveNotAllowed):
        return (Problem("", error.text, error.values),)
    text = getattr(error, "text", "")
    return (Problem("", text),) if text else ()


def problem_document(language: str, status: int, problems: Sequence[Problem]) -> Response[dict[str, Any]]:
    content = {
        "type": "about:blank",
        "status": status,
        "title": words(language).gettext(TITLES.get(status, "This did not work.")),
        "problems": [{"field": problem.field, "text": words(language).say(problem)} for problem in problems],
    }
    return Response(content, status_code=status, media_type="application/problem+json")


TITLES = {
    400: mark("Some of what was sent is not right."),
    401: mark("Sign in first."),
    403: mark("This is not possible now."),
    404: mark("This is not here."),
    405: mark("This is not here."),
    409: mark("This is no longer possible. Look again and try once more."),
    413: mark("This is too large."),
    415: mark("Send JSON."),
    422: mark("Some of what was sent is not right."),
    429: mark("This was tried too often. Wait a few minutes."),
    500: mark("Something went wrong on our side."),
}


async def http(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """The framework's own refusals: unknown path, wrong method, body too large, missing form token."""
    status = error.status_code
    if status >= 500:  # noqa: PLR2004  # the class of server errors
        return await broken(request, error)
    if _wants_json(request):
        return problem_document(_language(request), status, _framework_problems(error))
    return await _plain(request, BY_STATUS.get(status, "errors/invalid.html"), status)


def _framework_problems(error: HTTPException) -> tuple[Problem, ...]:
    """Field names of what a JSON body got wrong; the library's wording stays, values never do."""
    extra = error.extra if isinstance(error.extra, list) else []
    found = (item for item in extra if isinstance(item, dict))
    return tuple(Problem(str(item.get("key", "")), "This is not filled in rightly.") for item in found)


async def broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Anything we did not foresee. The log gets a number and the kind of error, never what was sent."""
    number = uuid.uuid4().hex[:8]
    log.error("request.broken", number=number, kind=type(error).__name__, at=_where(error))
    if _wants_json(request):
        return problem_document(_language(request), 500, ())
    return await _plain(request, "errors/broken.html", 500, number=number)


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""


def _language(request: Request[Any, Any, Any]) -> str:
    return choose(request.headers.get("accept-language", ""), request.cookies.get("language"), None)


async def _plain(
    request: Request[Any, Any, Any], template: str, status: int, **context: Any
) -> Response[str]:
    """An error page that needs no database: it may be the database that is broken."""
    service: Service = request.app.state.service
    bare = Visit(request, service, None, _language(request), datetime.now(UTC))
    return bare.show(template, status=status, **context)


HANDLERS = {**dict.fromkeys(PAGES, domain), FormAgain: domain, HTTPException: http, Exception: broken}
