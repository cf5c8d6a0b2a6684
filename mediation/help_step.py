"""What to do when it happens: one situation with its steps, what to leave, the numbers to call and its sources. Pure."""

from dataclasses import dataclass

from mediation.help_contact import Group
from parenting_plans.values import Words


@dataclass(frozen=True, slots=True)
class Step:
    """`call`: contacts whose numbers stand under the step; `group`: all contacts of a group."""

    text: Words
    call: tuple[str, ...] = ()
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Words in which somebody may say it, and whom the steps call first then."""

    said: Words
    first_call: str


@dataclass(frozen=True, slots=True)
class Situation:
    """`choice`: one of the big choices at the top. `leave`: what makes it worse. `place` orders them."""

    id: str
    place: int
    choice: bool
    title: Words
    steps: tuple[Step, ...]
    leave: tuple[Words, ...]
    sources: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def calls(self) -> tuple[str, ...]:
        """Every contact that a step calls by its id, in the order of the steps."""
        return tuple(dict.fromkeys(id for step in self.steps for id in step.call))
