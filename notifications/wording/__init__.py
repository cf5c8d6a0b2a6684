"""What messages say, one kind a file. Discreet: no name, no topic, nothing that was said (safety.md DV-08, DV-10)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

Words = Mapping[str, str]  # the same text in nl, fr, de and en

LANGUAGES: Final = ("nl", "fr", "de", "en")
# What a fact may look like, so that no free text ever travels in a message.
FACTS: Final[Mapping[str, re.Pattern[str]]] = {
    "path": re.compile(r"/[A-Za-z0-9/_-]{0,200}"),
    "code": re.compile(r"[0-9]{6,8}"),
}


@dataclass(frozen=True, slots=True)
class Worded:
    """A message in one language, ready for a channel."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of message. The body's places: {link}, and each of `facts` other than the path of the link."""

    kind: str
    subject: Words
    body: Words
    facts: tuple[str, ...] = ()
    path: str = "/"  # where the link leads when no fact says otherwise
    examples: tuple[Mapping[str, str], ...] = ({},)

    def check(self, facts: Mapping[str, str]) -> None:
        """Raise ValueError for a fact that this kind does not know or that is not of its shape; the value is not told."""
        for name, value in facts.items():
            if name not in self.facts:
                raise ValueError(f"A message of kind {self.kind} takes no {name}.")
            if not FACTS[name].fullmatch(value):
                raise ValueError(f"The {name} of a message of kind {self.kind} has another shape.")

    def worded(self, language: str, facts: Mapping[str, str], base_url: str) -> Worded:
        self.check(facts)
        link = base_url.rstrip("/") + facts.get("path", self.path)
        return Worded(self.subject[language], self.body[language].format(link=link, **facts))


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Wording]:
    """Find every kind there is. Raises RuntimeError when two files claim the same one, TypeError when a file has none."""
    found: dict[str, Wording] = {}
    for module in sorted(iter_modules(__path__), key=lambda one: one.name):
        wording = getattr(import_module(f"{__name__}.{module.name}"), "WORDING", None)
        if not isinstance(wording, Wording):
            raise TypeError(f"{module.name} holds no WORDING.")
        if wording.kind in found:
            raise RuntimeError(f"Two files word messages of kind {wording.kind}.")
        found[wording.kind] = wording
    return found


def wording_of(kind: str) -> Wording:
    """Raises KeyError for a kind that nobody has worded."""
    return kinds()[kind]


def worded(kind: str, language: str, facts: Mapping[str, str], base_url: str) -> Worded:
    """Word a message for its receiver. `base_url` is the public address of the service, with no path."""
    return wording_of(kind).worded(language, facts, base_url)
