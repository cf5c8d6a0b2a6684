"""What one kind of a child's document is: who issues it, how long it lasts at most, and what the plan says about it. Pure."""

from dataclasses import dataclass
from datetime import date

from parenting_plans.values import Problem, Words


@dataclass(frozen=True, slots=True)
class Example:
    """A document of a child born on `born`, issued on `valid_from` and ending on `valid_to`; the remarks it gives."""

    born: date
    valid_from: date
    valid_to: date | None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`part`: which answer of clause F02 speaks about it ("passport", "card" or ""). `under`: asked before that age.

    `travel` documents open a border; the others are papers about the child. `belgian`: issued by Belgium, so that
    the request of art. 374/1 old Civil Code covers it; `foreign`: by another State, which the plan's clause and
    that request do not bind.
    """

    id: str
    name: Words
    help: Words
    source: str
    examples: tuple[Example, ...]
    part: str = ""
    travel: bool = False
    belgian: bool = False
    foreign: bool = False
    numbered: bool = True
    ends: bool = True  # it bears a last day
    under: int | None = None
    longest: int | None = None  # years

    def remarks(self, born: date, valid_from: date | None, valid_to: date | None) -> tuple[Problem, ...]:
        """What is worth a second look. The date printed on the document is what counts, so nothing is refused here."""
        found = []
        if self.under is not None and valid_from is not None and valid_from >= in_years(born, self.under):
            found.append(
                Problem(
                    "valid_from",
                    "A document of this kind is asked before the age of {age}. Check the dates.",
                    {"age": str(self.under)},
                )
            )
        if (
            self.longest is not None
            and valid_from is not None
            and valid_to is not None
            and valid_to > in_years(valid_from, self.longest)
        ):
            found.append(
                Problem(
                    "valid_to",
                    "A document of this kind is valid for {years} years at most. Check the dates.",
                    {"years": str(self.longest)},
                )
            )
        return tuple(found)


def in_years(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March in common years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
