"""What every answer carries: security headers, and a CSRF check that a bearer token does not need."""

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware.csrf import CSRFMiddleware
from litestar.types import BeforeMessageSendHookHandler, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HSTS = "max-age=63072000; includeSubDomains"


def headers(*, secure: bool) -> BeforeMessageSendHookHandler:
    """Adds the headers to every answer. Pages are never stored; static files are.

    A hook of the app and no middleware: an unknown path or a wrong host is refused before any middleware runs.
    """

    async def add(message: Message, _scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        found = MutableScopeHeaders.from_message(message)
        for name, value in HEADERS.items():
            found[name] = value
        if "cache-control" not in found:
            found["Cache-Control"] = "no-store"
        if secure:
            found["Strict-Transport-Security"] = HSTS

    return add


class CsrfUnlessBearer(CSRFMiddleware):
    """In the API a request with a bearer token is never signed in by its cookie, so no other site can borrow it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        in_api = scope["type"] == ScopeType.HTTP and scope["path"].startswith("/api/")
        if in_api and bearer_token(scope) is not None:
            await self.app(scope, receive, send)
            return
        await super().__call__(scope, receive, send)


def bearer_token(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"authorization" and value[:7].lower() == b"bearer ":
            return value[7:].decode("latin-1").strip()
    return None
