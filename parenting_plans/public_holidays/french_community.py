"""Day of the French Community: a day off at school and in public services there, not one of the ten legal ones."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday
from parenting_plans.values import Community

HOLIDAY = PublicHoliday(
    id="27_sept",
    order=10,
    name={
        "nl": "Feest van de Franse Gemeenschap",
        "fr": "Fête de la Communauté française",
        "de": "Tag der Französischen Gemeinschaft",
        "en": "Day of the French Community",
    },
    on=lambda year: date(year, 9, 27),
    examples=(date(2024, 9, 27),),
    community=Community.FRENCH,
)
