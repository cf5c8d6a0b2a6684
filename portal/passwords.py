"""Passwords: argon2id in a small pool of threads. The pool's size is a limit on memory, so a flood only waits."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from parenting_plans.values import Problem

SHORTEST = 10
LONGEST = 256  # longer texts never reach argon2
AT_ONCE = 2


class Passwords:
    def __init__(self, cost: tuple[int, int, int]) -> None:
        time_cost, memory_kib, lanes = cost
        self._hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=lanes)
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="argon2")
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    async def hash(self, password: str) -> str:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, password)

    async def fits(self, password: str, kept: str | None) -> bool:
        """Whether the password is the kept one. With `kept` None it takes as long and says no."""
        if len(password) > LONGEST:
            return False
        loop = asyncio.get_running_loop()
        right = await loop.run_in_executor(self._threads, self._verify, kept or self._nobody, password)
        return right and kept is not None

    def _verify(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    def close(self) -> None:
        self._threads.shutdown(wait=True)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(FREQUENCY_LISTS["passwords"])


def problems_of(password: str, own_words: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Length and the lists of known passwords (ASVS 5.0 V6.2.1, V6.2.4); no rules about signs, no forced change."""
    lowered = password.lower()
    if len(password) < SHORTEST:
        return (Problem("password", "Use at least {n} characters.", {"n": str(SHORTEST)}),)
    if len(password) > LONGEST:
        return (Problem("password", "Use at most {n} characters.", {"n": str(LONGEST)}),)
    if lowered in _common() or any(word and lowered == word.lower() for word in own_words):
        return (
            Problem("password", "Many people use this password. Choose another one, for example four words."),
        )
    return ()
