"""Day of the German-speaking Community: a day off at school and in public services there, not one of the ten legal ones."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday
from parenting_plans.values import Community

HOLIDAY = PublicHoliday(
    id="15_nov",
    order=13,
    name={
        "nl": "Dag van de Duitstalige Gemeenschap",
        "fr": "Fête de la Communauté germanophone",
        "de": "Tag der Deutschsprachigen Gemeinschaft",
        "en": "Day of the German-speaking Community",
    },
    on=lambda year: date(year, 11, 15),
    examples=(date(2024, 11, 15),),
    community=Community.GERMAN,
)
