"""One language of the certificate of a consent to travel: its fixed words and how it says days and countries. Pure.

Names of countries, days and lists come from the CLDR through Babel; every other word stands in the language's file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from parenting_plans.countries import EU, SCHENGEN
from parenting_plans.values import ZONE


@dataclass(frozen=True, slots=True)
class Example:
    """What a period and a list of countries must read like."""

    first: date
    last: date
    period: str
    countries: tuple[str, ...]
    named: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLanguage:
    """Fields with a capital place name in `{}` are sentences, the others words. `right_to_left`: how it is written."""

    code: str  # ISO 639-1
    locale: str
    right_to_left: bool = False
    first_of_month: str = ""  # "1er" where the first day of a month is said in another way

    title: str
    lead: str
    lead_court: str
    consenting: str
    court: str
    travelling: str
    children: str
    child: str  # {name}, {day}
    adults: str
    adults_any: str
    adults_none: str
    adults_only: str  # {names}
    countries: str
    all_eu: str  # {day}: which members are meant
    all_schengen: str  # {day}
    transit: str
    transit_yes: str
    transit_no: str
    period: str
    period_said: str  # {first}, {last}
    return_day: str
    return_none: str
    residence: str
    conditions: str
    conditions_none: str
    conditions_said: str  # that they stand as they were typed, untranslated
    check: str
    check_online: str  # {address}
    check_offline: str
    withdrawable: str
    about: str
    standing: str
    standing_court: str
    issued: str  # {moment}
    fingerprint: str
    qr: str
    no_qr: str
    signs: str
    example: Example

    @property
    def own_name(self) -> str:
        """'Nederlands', 'Français', 'Türkçe'."""
        name = Locale.parse(self.locale).get_language_name(self.locale) or self.code
        plain = str(Locale.parse(self.code).languages.get(self.code, name))
        return plain[:1].upper() + plain[1:]

    def day(self, day: date) -> str:
        """A day in full: '1er août 2027'."""
        said = format_date(day, format="long", locale=self.locale)
        return said.replace("1", self.first_of_month, 1) if day.day == 1 and self.first_of_month else said

    def moment(self, at: datetime) -> str:
        """A moment in Brussels."""
        wall = at.astimezone(ZONE)
        return f"{self.day(wall.date())}, {wall:%H:%M}"

    def country(self, code: str) -> str:
        return str(Locale.parse(self.locale).territories.get(code, code))

    def listed(self, items: Sequence[str]) -> str:
        return format_list(list(items), locale=self.locale)

    def destinations(self, codes: Sequence[str], as_of: date) -> str:
        """Countries by name in the order given; "EU" and "SCHENGEN" with the day whose members are meant."""
        areas = {EU: self.all_eu, SCHENGEN: self.all_schengen}
        return self.listed(
            [areas[one].format(day=self.day(as_of)) if one in areas else self.country(one) for one in codes]
        )

    def period_of(self, first: date, last: date) -> str:
        return self.period_said.format(first=self.day(first), last=self.day(last))
