"""One table turns what went wrong into an answer: a page for people, a problem document (RFC 9457) for programs."""

import uuid
from collections.abc import Sequence
from typing import Any

import structlog
from litestar import Request
from litestar.exceptions import HTTPException, InternalServerException
from litestar.response import Redirect, Response

from mediation.pathways.values import MoveNotAllowed
from mediation.people import AddressTaken, NotYours
from mediation.refusals import Refused, TooLate
from parenting_plans import errors as plan_errors
from parenting_plans.values import Problem
from portal.languages import choose, mark, words
from portal.press import PressBusy
from portal.sign_in import Throttled
from portal.visit import (
    FACTOR_FIELD,
    FormAgain,
    MayNotWrite,
    NeedsSecondFactor,
    NotFresh,
    NotSignedIn,
    Service,
    Visit,
)
from risk.alerts import NotPossible
from risk.store import AlertMissing, Overtaken

log = structlog.get_logger()

PAGES: dict[type[Exception], tuple[int, str]] = {
    NotYours: (404, "errors/missing.html"),
    TooLate: (409, "errors/refused.html"),
    MoveNotAllowed: (409, "errors/refused.html"),
    Refused: (422, "errors/refused.html"),
    AddressTaken: (409, "errors/refused.html"),
    MayNotWrite: (403, "errors/refused.html"),
    plan_errors.Missing: (404, "errors/missing.html"),
    plan_errors.Refusal: (409, "errors/refused.html"),
    AlertMissing: (404, "errors/missing.html"),
    NotPossible: (409, "errors/refused.html"),
    Overtaken: (409, "errors/refused.html"),
    Throttled: (429, "errors/too_many.html"),
    PressBusy: (503, "errors/too_many.html"),
    NotSignedIn: (401, "errors/missing.html"),
    NeedsSecondFactor: (403, "errors/refused.html"),
    NotFresh: (403, "errors/refused.html"),
}

SENTENCES: dict[type[Exception], str] = {
    AddressTaken: mark("Someone already signs in with this address."),
    MayNotWrite: mark("This token may only read."),
    Overtaken: mark("Something changed in the meantime. Look again."),
    NeedsSecondFactor: mark("Set up a second factor first, in the settings."),
    NotFresh: mark("Show your password first: this is binding and needs you in person."),
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


def domain(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """What our own errors look like outside. Nothing of the request is repeated but what was typed into a form."""
    seen = _visit_of(request)
    if isinstance(error, FormAgain):
        return seen.show(error.template, status=400, **error.context)
    if not _wants_json(request):
        if isinstance(error, NotSignedIn):
            return Redirect("/sign-in", status_code=303)
        if isinstance(error, NeedsSecondFactor):
            return Redirect("/settings/second-factor", status_code=303)
        if isinstance(error, NotFresh):
            return _confirm_first(seen, error)
    status, template = next(PAGES[kind] for kind in type(error).__mro__ if kind in PAGES)
    # "Not yours" and "not there" are one answer to the byte (safety.md 2.3): no word about which it was.
    problems = () if status == 404 else problems_in(error)
    if _wants_json(request):
        return problem_document(seen.language, status, problems)
    return seen.show(template, status=status, problems=problems)


def _confirm_first(seen: Visit, error: NotFresh) -> Response[Any]:
    """Ask a factor on the way. What was typed travels along, so that nothing is lost."""
    path = seen.request.scope["path"]
    return seen.show(
        "account/confirm.html",
        status=400 if error.tried else 200,
        action=path if seen.request.method == "POST" else "/confirm",
        kept=error.typed,
        onward=path,
        problems=(WRONG_AGAIN,) if error.tried else (),
    )


WRONG_AGAIN = Problem(FACTOR_FIELD, "This is not right. Try again.")


def problems_in(error: Exception) -> tuple[Problem, ...]:
    if isinstance(error, Refused):
        return error.problems
    if isinstance(error, MoveNotAllowed):
        return (Problem("", error.text, error.values),)
    if type(error) in SENTENCES:
        return (Problem("", SENTENCES[type(error)]),)
    if isinstance(error, plan_errors.Refusal):
        return (error.problem,)
    if isinstance(error, NotPossible):
        return (Problem("", str(error)),)
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
    503: mark("There is much to do now. Try again in a minute."),
}


def http(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """The framework's own refusals: unknown path, wrong method, body too large, missing form token."""
    # Litestar takes a body's unknown key for a broken dependency when it bears one's name; ours are never broken.
    misnamed = isinstance(error, InternalServerException) and request.method == "POST"
    status = 400 if misnamed else error.status_code
    if status >= 500:  # the class of server errors
        return broken(request, error)
    if _wants_json(request):
        return problem_document(_visit_of(request).language, status, _framework_problems(error))
    return _plain(request, BY_STATUS.get(status, "errors/invalid.html"), status)


def _framework_problems(error: HTTPException) -> tuple[Problem, ...]:
    """Field names of what a JSON body got wrong; the library's wording stays, values never do."""
    extra = error.extra if isinstance(error.extra, list) else []
    found = (item for item in extra if isinstance(item, dict))
    return tuple(Problem(str(item.get("key", "")), "This is not filled in rightly.") for item in found)


def broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Anything we did not foresee. The log gets a number and the kind of error, never what was sent."""
    number = uuid.uuid4().hex[:8]
    log.error("request.broken", number=number, kind=type(error).__name__, at=_where(error))
    if _wants_json(request):
        return problem_document(_visit_of(request).language, 500, ())
    return _plain(request, "errors/broken.html", 500, number=number)


def too_deep(request: Request[Any, Any, Any], _error: RecursionError) -> Response[Any]:
    """Brackets within brackets, thousands deep: nobody types that, and it is not our fall."""
    if _wants_json(request):
        return problem_document(_visit_of(request).language, 400, ())
    return _plain(request, BY_STATUS[400], 400)


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else ""


def _visit_of(request: Request[Any, Any, Any]) -> Visit:
    """The visit as far as it is known. A bare one needs no database: it may be the database that is broken."""
    known = request.scope["state"].get("visit")
    if isinstance(known, Visit):
        return known
    language = choose(request.headers.get("accept-language", ""), None, request.cookies.get("language"))
    service: Service = request.app.state.service
    return Visit(request, service, None, language, service.clock())


def _plain(request: Request[Any, Any, Any], template: str, status: int, **context: Any) -> Response[str]:
    return _visit_of(request).show(template, status=status, **context)


HANDLERS = {
    **dict.fromkeys(PAGES, domain),
    FormAgain: domain,
    HTTPException: http,
    RecursionError: too_deep,
    Exception: broken,
}
