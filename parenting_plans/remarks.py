"""What a calendar may make parents think about (belgium.md 4.1): information, never a norm and never a reason to refuse. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from parenting_plans.balance import nights_of, weekends_of
from parenting_plans.schedule import handovers, merged
from parenting_plans.special_days import yearly
from parenting_plans.values import ZONE, Child, Home, Stay, Words

YOUNG, LONG = 6, 7
FORTNIGHT, BUSY = timedelta(days=14), 6
SOME_WEEKENDS = 4  # fewer say nothing about "always"

INFORMATION: Words = {
    "nl": "Dit is informatie, geen regel. Wat bij jullie kinderen past, weten jullie het best.",
    "fr": "Ceci est une information, pas une règle. C’est vous qui savez ce qui convient à vos enfants.",
    "de": "Das ist eine Information, keine Regel. Was zu Ihren Kindern passt, wissen Sie am besten.",
    "en": "This is information, not a rule. You know best what suits your children.",
}
LONG_APART: Words = {
    "nl": "Eén verblijf duurt {count} nachten, vanaf {day}. Zo lang ziet een kind jonger dan zes de andere ouder niet. Gidsen raden voor jonge kinderen vaak kortere verblijven aan; over leeftijdstabellen zijn experts het niet eens.",
    "fr": "Un séjour dure {count} nuits, à partir du {day}. Pendant ce temps, un enfant de moins de six ans ne voit pas l’autre parent. Pour les jeunes enfants, les guides conseillent souvent des séjours plus courts ; les experts ne sont pas d’accord sur les tableaux par âge.",
    "de": "Ein Aufenthalt dauert {count} Nächte, ab dem {day}. So lange sieht ein Kind unter sechs Jahren den anderen Elternteil nicht. Ratgeber empfehlen für junge Kinder oft kürzere Aufenthalte; über Alterstabellen sind Fachleute sich nicht einig.",
    "en": "One stay lasts {count} nights, from {day}. For that long a child under six does not see the other parent. Guides often suggest shorter stays for young children; experts do not agree on tables by age.",
}
MANY_HANDOVERS: Words = {
    "nl": "In twee weken, vanaf {day}, wisselt het kind {count} keer van huis. Veel wissels vragen veel van een kind; korte periodes houden wel met beide ouders contact.",
    "fr": "En deux semaines, à partir du {day}, l’enfant change {count} fois de maison. Beaucoup de changements demandent beaucoup à un enfant ; des séjours courts gardent le contact avec les deux parents.",
    "de": "In zwei Wochen, ab dem {day}, wechselt das Kind {count}-mal das Zuhause. Viele Wechsel verlangen viel von einem Kind; kurze Aufenthalte halten den Kontakt zu beiden Eltern.",
    "en": "In two weeks, from {day}, the child changes homes {count} times. Many changes ask a lot of a child; short stays do keep contact with both parents.",
}
SAME_WEEKENDS: Words = {
    "nl": "Alle {count} weekends zijn in hetzelfde huis. De andere ouder heeft dan geen vrij weekend met het kind.",
    "fr": "Les {count} week-ends sont tous dans la même maison. L’autre parent n’a alors pas de week-end libre avec l’enfant.",
    "de": "Alle {count} Wochenenden sind im selben Zuhause. Der andere Elternteil hat dann kein freies Wochenende mit dem Kind.",
    "en": "All {count} weekends are in the same home. The other parent then has no free weekend with the child.",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """`kind` is long_apart, many_handovers or same_weekends. Fill `text` with `count` and `since` (as {day}, in words)."""

    kind: str
    text: Words
    count: int
    since: date
    home: Home | None = None  # where the long stay or the weekends are


def remarks(stays: Sequence[Stay], child: Child, zone: tzinfo = ZONE) -> tuple[Remark, ...]:
    """What is worth a thought in one child's stays over a period, at most one of each kind: the strongest example."""
    own = merged(stays)
    found = (_long_apart(own, child, zone), _many_handovers(own, zone), _same_weekends(own, zone))
    return tuple(remark for remark in found if remark)


def _long_apart(stays: Sequence[Stay], child: Child, zone: tzinfo) -> Remark | None:
    sixth = yearly(child.born, child.born.year + YOUNG)
    young = [stay for stay in stays if stay.starts_at.astimezone(zone).date() < sixth]
    longest = max(young, key=lambda stay: nights_of(stay, zone), default=None)
    if longest is None or nights_of(longest, zone) <= LONG:
        return None
    since = longest.starts_at.astimezone(zone).date()
    return Remark("long_apart", LONG_APART, nights_of(longest, zone), since, longest.home)


def _many_handovers(stays: Sequence[Stay], zone: tzinfo) -> Remark | None:
    moments = [handover.at for handover in handovers(stays)]
    counts = [bisect_left(moments, at + FORTNIGHT) - place for place, at in enumerate(moments)]
    most = max(counts, default=0)
    if most <= BUSY:
        return None
    since = moments[counts.index(most)].astimezone(zone).date()
    return Remark("many_handovers", MANY_HANDOVERS, most, since)


def _same_weekends(stays: Sequence[Stay], zone: tzinfo) -> Remark | None:
    weekends = [(saturday, stay.home) for stay in stays for saturday in weekends_of(stay, zone)]
    if len(weekends) < SOME_WEEKENDS or len({home for _, home in weekends}) > 1:
        return None
    return Remark("same_weekends", SAME_WEEKENDS, len(weekends), weekends[0][0], weekends[0][1])
