"""Documents are set in threads of their own, a few at a time: the page of one family never waits for another's paper."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from parenting_plans.documents import rendering

AT_ONCE = 2
MOST_WAITING = 16
LONGEST_WAIT = 20.0  # seconds; a document takes some hundredths of one


class PressBusy(Exception):
    """Too many documents at once, or one takes too long. Trying again later helps."""


class Press:
    """No thread lives before the first document is wanted. What is set is as small as what can be typed into a plan."""

    def __init__(self, *, most_waiting: int = MOST_WAITING, longest_wait: float = LONGEST_WAIT) -> None:
        self._threads: ThreadPoolExecutor | None = None
        self._most_waiting = most_waiting
        self._longest_wait = longest_wait
        self._under_way: set[Future[bytes]] = set()

    async def pdf(self, pages: Mapping[str, Any], code: str, template: str = rendering.SEALED_PLAN) -> bytes:
        """The document. Raises PressBusy. One given up on keeps its thread until it is done, and counts until then."""
        self._under_way = {one for one in self._under_way if not one.done()}
        if len(self._under_way) >= self._most_waiting:
            raise PressBusy
        if self._threads is None:
            self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="press")
        set_ = self._threads.submit(rendering.pdf, pages, code, template)
        self._under_way.add(set_)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(set_), self._longest_wait)
        except TimeoutError as late:
            raise PressBusy from late

    def close(self) -> None:
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
