"""Day of the Flemish Community: a day off at school and in public services there, not one of the ten legal ones."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday
from parenting_plans.values import Community

HOLIDAY = PublicHoliday(
    id="11_july",
    order=7,
    name={
        "nl": "Feest van de Vlaamse Gemeenschap",
        "fr": "Fête de la Communauté flamande",
        "de": "Tag der Flämischen Gemeinschaft",
        "en": "Day of the Flemish Community",
    },
    on=lambda year: date(year, 7, 11),
    examples=(date(2026, 7, 11),),
    community=Community.FLEMISH,
)
