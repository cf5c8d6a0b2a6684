"""The languages of the certificate of a consent to travel, one file each, found by folder.

A certificate stands in one of the four of the service and in one for the people who read it abroad.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from babel.languages import get_official_languages

from parenting_plans.certificate_language import CertificateLanguage
from parenting_plans.wording import LANGUAGES


@cache
def load() -> tuple[CertificateLanguage, ...]:
    """Every language: the four of the service first. TypeError for a file without LANGUAGE, RuntimeError for another code."""
    found = [_read(module.name) for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda one: (_place(one.code), one.code)))


@cache
def by_code() -> Mapping[str, CertificateLanguage]:
    return {one.code: one for one in load()}


def _place(code: str) -> int:
    return LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES)


def _read(name: str) -> CertificateLanguage:
    language = getattr(import_module(f"{__name__}.{name}"), "LANGUAGE", None)
    if not isinstance(language, CertificateLanguage):
        raise TypeError(f"The language file {name} has no LANGUAGE")
    if language.code != name:
        raise RuntimeError(f"The language file {name} holds {language.code}")
    return language


def suggested(countries: Sequence[str]) -> str:
    """The code of a language spoken where the journey goes: of the first country that has one of these, else "en"."""
    spoken = (str(one) for country in countries for one in get_official_languages(country, de_facto=True))
    return next((one for one in spoken if one in by_code()), "en")
