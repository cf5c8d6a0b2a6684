"""One request straight to an application: no network, no client library, so that only the application is measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from litestar import Litestar


@dataclass(frozen=True, slots=True)
class Asked:
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    size: int


async def ask(app: Litestar, asked: Asked) -> Answered:
    """GET, as a server would hand it over."""
    headers = {"host": "127.0.0.1:8000", **asked.headers}
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": asked.path,
        "raw_path": asked.path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 40000),
        "server": ("127.0.0.1", 8000),
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)  # type: ignore[arg-type]
    told = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answered(sent[0]["status"], told, sum(len(one.get("body", b"")) for one in sent[1:]))
