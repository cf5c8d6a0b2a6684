"""The fact sheet for the police: what is put on its pages, in one language. Pure.

Every row says whether it comes from the record or was said by whoever prepared the sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from parenting_plans import certificate_languages, document_kinds
from parenting_plans.certificate_language import CertificateLanguage
from parenting_plans.countries import EU, SCHENGEN
from parenting_plans.documents import fact_sheet_words as words
from parenting_plans.documents.certificate import from_right
from parenting_plans.fact_sheet import (
    TEXTS,
    DecisionLine,
    DocumentLine,
    NamedChild,
    OrderLine,
    Sheet,
    TripLine,
)
from parenting_plans.on_the_way import What
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.travel_documents import Holder
from parenting_plans.values import ZONE, Consent, HandoverRecord, Home, Leg, Outcome, Trip, Words
from parenting_plans.wording import counted
from parenting_plans.zones import as_printed

ABOUT_CHILD = ("family_name", "health")  # texts of the children's section; the others tell what happened
ABOUT_SELF = ("reach_me",)
Rows = Iterator[dict[str, Any]]


def pages(sheet: Sheet) -> dict[str, Any]:
    """Everything that is put on paper, as JSON values for the template `fact_sheet.typ`."""
    return _Paper(sheet, certificate_languages.by_code()[sheet.said.language]).pages()


@dataclass(frozen=True, slots=True)
class _Paper:
    sheet: Sheet
    tongue: CertificateLanguage

    def pages(self) -> dict[str, Any]:
        sheet, made = self.sheet, self.sheet.made_at.astimezone(UTC)
        ahead = f"{sheet.made_at.astimezone(ZONE):%z}"
        offset = f"UTC{ahead[:3]}:{ahead[3:]}"
        author = sheet.parents.get(sheet.by, "") if sheet.by else ""
        lead = words.MADE if sheet.by else words.MADE_BY_CENTRE
        return {
            "language": sheet.said.language,
            "title": self.of(words.TITLE),
            "lead": self.of(lead, moment=self.tongue.moment(sheet.made_at), offset=offset, name=author),
            "about": self.of(words.ABOUT),
            "heads": [self.of(one) for one in (words.SUBJECT, words.FACT, words.SOURCE)],
            "recorded": self.of(words.RECORDED),
            "told": self.of(words.SAID if sheet.by else words.SAID_BY_CENTRE),
            "nothing": self.of(words.NOTHING),
            "signs_said": self.of(words.SIGNS),
            "sections": list(self._sections()),
            "photos": [self.of(words.PHOTO, name=child.name) for child in sheet.children],
            "footer": self.tongue.moment(sheet.made_at),
            "made": [made.year, made.month, made.day, made.hour, made.minute, made.second],
        }

    def _sections(self) -> Iterator[dict[str, Any]]:
        parts = (
            (words.HAPPENED, self._happened()),
            (words.CHILDREN, self._children()),
            (words.PARENTS, self._parents()),
            (words.AGREED, self._agreed()),
            (words.TRAVEL, self._travel()),
            (words.DOCUMENTS, self._documents()),
        )
        for title, rows in parts:
            yield {"title": self.of(title), "rows": list(rows), "photos": title is words.CHILDREN}
        if self.sheet.record.handovers is not None:
            rows = self._handovers(self.sheet.record.handovers)
            yield {"title": self.of(words.HANDOVERS), "rows": list(rows), "photos": False}

    # What is said now

    def _happened(self) -> Rows:
        said = self.sheet.said
        situation = self.of(words.SITUATIONS[said.situation])
        yield self.told(self.of(words.SITUATION), "", [situation])
        if said.last_contact_at is not None:
            moment = self.tongue.moment(said.last_contact_at)
            yield self.told(self.of(words.LAST_CONTACT_AT), "", [moment])
        yield from self._texts([name for name in TEXTS if name not in (*ABOUT_CHILD, *ABOUT_SELF)])

    def _texts(self, names: Sequence[str]) -> Rows:
        for name in names:
            text = self.sheet.said.texts.get(name, "")
            if text:
                yield self.told(self.of(words.TEXTS[name]), text)

    def _children(self) -> Rows:
        for child in self.sheet.children:
            born = self.of(words.BORN, day=self.day(child.born), age=self._age(child))
            yield self.recorded(child.name, [born])
        yield from self._texts(ABOUT_CHILD)
        for child in self.sheet.children:
            looks = self.sheet.said.looks.get(child.id, "")
            if looks:
                yield self.told(self.of(words.LOOKS, name=child.name), looks)

    def _age(self, child: NamedChild) -> str:
        today = self.sheet.made_at.astimezone(ZONE).date()
        had = (today.month, today.day) >= (child.born.month, child.born.day)
        return self.of(counted(today.year - child.born.year - (not had), "year"))

    def _parents(self) -> Rows:
        for home, name in self.sheet.parents.items():
            shown = self.of(words.PREPARED_THIS, name=name) if home is self.sheet.by else name
            yield self.recorded(self.of(words.PARENT), [shown])
        yield from self._texts(ABOUT_SELF)

    # What the record holds

    def _agreed(self) -> Rows:
        record = self.sheet.record
        plan = record.plan
        if plan is None:
            yield self.recorded(self.of(words.PLAN), [self.of(words.NO_PLAN)])
        else:
            starts = self.tongue.moment(plan.starts_at or plan.signed_at)
            signed = self.tongue.moment(plan.signed_at)
            text = self.of(words.PLAN_SAYS, number=str(plan.number), signed=signed, starts=starts)
            yield self.recorded(self.of(words.PLAN), [text])
        for one in record.now:
            since, until = self.tongue.moment(one.since), self.tongue.moment(one.until)
            text = self.of(words.NOW_SAYS, parent=self.parent(one.home), since=since, until=until)
            yield self.recorded(self.of(words.NOW, name=self.child(one.child)), [text])
        for order in record.orders:
            yield self.recorded(self.of(words.ORDER), [self._order(order)])

    def _order(self, order: OrderLine) -> str:
        homes = [
            self.of(words.HOME, child=self.child(child), parent=self.parent(home))
            for child, home in order.homes
        ]
        until = self.tongue.moment(order.ends_at) if order.ends_at else self.of(words.NEXT_DECISION)
        since = self.tongue.moment(order.starts_at)
        decided = self.day(order.decided_on)
        return self.of(words.ORDER_SAYS, decided=decided, since=since, until=until, homes=" ".join(homes))

    def _travel(self) -> Rows:
        record = self.sheet.record
        for decision in record.decisions:
            yield self._decision(decision)
        for trip in record.trips:
            yield from self._trip(trip)
        for consent in record.general:
            yield self._consent(consent)
        for wish in record.wishes:
            text = self.of(words.WISH_SAYS, made=self.tongue.moment(wish.made_at))
            yield self.recorded(self.of(words.WISH, parent=self.parent(wish.by)), [text], wish.reason)

    def _decision(self, line: DecisionLine) -> dict[str, Any]:
        said = line.decision
        text = self.of(
            words.DECISION_SAYS,
            decided=self.day(said.decided_on),
            children=self.listed([self.child(child) for child in said.children]),
            about=self.parent(said.about) if said.about else self.of(words.BOTH),
            countries=self.countries(said.countries) if said.countries else self.of(words.EVERY_COUNTRY),
            first=self.day(said.valid_from),
            last=self.day(said.valid_to) if said.valid_to else self.of(words.NO_LAST_DAY),
        )
        court = self.of(words.COURT, court=said.court, reference=said.reference)
        label = words.BAN if said.kind is DecisionKind.BAN else words.PERMISSION
        return self.recorded(self.of(label), [text, court] if line.opened else [text])

    def _trip(self, line: TripLine) -> Rows:
        trip = line.trip
        label = words.TRIP if trip.parent_travels else words.WITHOUT_PARENT
        yield self.recorded(
            self.of(label, parent=self.parent(trip.traveller)),
            [*self._itinerary(trip), *self._way(line), *self._reach(trip)],
        )
        for consent in line.consents:
            yield self._consent(consent)
        for one in line.objections:
            lines = [self.of(words.OBJECTION_SAYS, made=self.tongue.moment(one.made_at))]
            if one.withdrawn_at is not None:
                lines.append(self.of(words.OBJECTION_ENDED, moment=self.tongue.moment(one.withdrawn_at)))
            yield self.recorded(self.of(words.OBJECTION, parent=self.parent(one.by)), lines, one.reason)

    def _itinerary(self, trip: Trip) -> Iterator[str]:
        returns = self.tongue.moment(trip.return_at) if trip.return_at else self.of(words.RETURN_UNKNOWN)
        yield self.of(
            words.TRIP_SAYS,
            children=self.listed([self.child(child) for child in trip.children]),
            leaves=self.tongue.moment(trip.depart_at),
            returns=returns,
            countries=self.countries([stay.country for stay in trip.stays]),
        )
        for leg in trip.legs:
            yield self._leg(leg)
        if trip.carrier:
            yield self.of(words.CARRIER, carrier=trip.carrier)
        if trip.return_details:
            yield self.of(words.BACK_BY, details=trip.return_details)

    def _leg(self, leg: Leg) -> str:
        named = " ".join(part for part in (leg.carrier, leg.number) if part) or leg.mode
        heading = self.of(words.HEADING[leg.homeward])
        return self.of(
            words.LEG,
            number=f"{heading} {named}",
            start=self.tongue.country(leg.from_country),
            leaves=self._there(leg.departs_at, leg.from_zone),
            end=self.tongue.country(leg.to_country),
            arrives=self._there(leg.arrives_at, leg.to_zone),
        )

    def _there(self, at: datetime | None, zone: str) -> str:
        """On the clock of the place, which is named."""
        if at is None:
            return "?"
        wall = as_printed(at, zone)
        return f"{self.day(wall.date())} {wall:%H:%M} ({zone})"

    def _way(self, line: TripLine) -> Iterator[str]:
        for word in line.words:
            if word.what is What.LEFT:
                yield self.of(words.LEFT, moment=self.tongue.moment(word.at), parent=self.parent(word.by))
        for delay in line.delays:
            said, moment = self.tongue.moment(delay.said_at), self.tongue.moment(delay.new_return_at)
            yield self.of(words.LATE, said=said, moment=moment)
        if line.trip.depart_at <= self.sheet.made_at:
            yield self.of(words.NOT_BACK)
        if line.banned:
            yield self.of(words.BANNED)
        elif line.uncovered:
            yield self.of(words.UNCOVERED)

    def _reach(self, trip: Trip) -> Iterator[str]:
        if trip.adults:
            yield self.of(words.ADULTS, names=self.listed(trip.adults))
        if trip.address_with_centre:
            yield self.of(words.ADDRESS_SEALED)
        elif trip.address:
            yield self.of(words.ADDRESS, address=trip.address)
        if trip.phone:
            yield self.of(words.TRIP_PHONE, phone=trip.phone)

    def _consent(self, given: Consent) -> dict[str, Any]:
        lines = [
            self.of(
                words.CONSENT_SAYS,
                given=self.tongue.moment(given.given_at),
                children=self.listed([self.child(child) for child in given.children]),
                countries=self.countries(given.countries),
                first=self.day(given.valid_from),
                last=self.day(given.valid_to),
            )
        ]
        if given.return_on is not None:
            lines.append(self.of(words.RETURN_ON, day=self.day(given.return_on)))
        lines.append(self.of(words.LIVES_IN, country=self.tongue.country(given.residence)))
        ends = given.ends_at or given.withdrawn_at
        if ends is not None:
            lines.append(self.of(words.WITHDRAWN, moment=self.tongue.moment(ends)))
        conditions = self.of(words.CONDITIONS, said=given.conditions) if given.conditions else ""
        return self.recorded(self.of(words.CONSENT, parent=self.parent(given.by)), lines, conditions)

    def _documents(self) -> Rows:
        for one in self.sheet.record.documents:
            name = document_kinds.by_id()[one.kind].name[self.sheet.said.language]
            label = self.of(words.DOCUMENT, kind=name, child=self.child(one.child))
            yield self.recorded(label, [", ".join(self._document(one)) + "."])
        for asked in self.sheet.record.requests:
            text = self.of(words.REQUEST_SAYS, day=self.day(asked.on))
            yield self.recorded(self.of(words.REQUEST, child=self.child(asked.child)), [text])

    def _document(self, one: DocumentLine) -> Iterator[str]:
        yield self.tongue.country(one.country)
        if one.number:
            yield self.of(words.NUMBER if one.whole else words.NUMBER_END, number=one.number)
        if one.details.issuer:
            yield self.of(words.ISSUER, issuer=one.details.issuer)
        if one.details.valid_to is not None:
            yield self.of(words.VALID_TO, day=self.day(one.details.valid_to))
        yield self.of(words.STANDINGS[one.standing])
        yield self.of(words.HELD, holder=self._holder(one.holder))

    def _holder(self, holder: Holder) -> str:
        return self.parent(holder.home) if holder.home else self.of(words.HOLDERS[holder])

    def _handovers(self, noted: Sequence[HandoverRecord]) -> Rows:
        for one in noted:
            names = {"giver": self.parent(one.from_home), "receiver": self.parent(one.to_home)}
            outcome = self.of(words.OUTCOMES[one.outcome])
            if one.outcome is Outcome.LATE and one.delivered_at is not None:
                outcome += f" ({self.tongue.moment(one.delivered_at)})"
            if one.absent is not None:
                outcome += f" ({self.of(words.ABSENT[one.absent], **names)})"
            text = self.of(words.HANDOVER_SAYS, child=self.child(one.child), outcome=outcome, **names)
            by = self.of(words.NOTED_BY, parent=self.parent(one.recorded_by))
            yield self.recorded(self.tongue.moment(one.due_at), [f"{text} {by}"])

    # Small pieces

    def of(self, text: Words, **values: str) -> str:
        return text[self.sheet.said.language].format(**values)

    def told(self, label: str, typed: str, lines: Sequence[str] = ()) -> dict[str, Any]:
        return self.row(label, lines, typed, told=True)

    def recorded(self, label: str, lines: Sequence[str], typed: str = "") -> dict[str, Any]:
        return self.row(label, lines, typed, told=False)

    def row(self, label: str, lines: Sequence[str], typed: str, *, told: bool) -> dict[str, Any]:
        """`typed`: what a person wrote, in a language that nobody declared. `told`: said now, else from the record."""
        return {
            "label": label,
            "lines": list(lines),
            "typed": typed,
            "from_right": from_right(typed),
            "told": told,
        }

    def day(self, day: date) -> str:
        return self.tongue.day(day)

    def child(self, child: Any) -> str:
        return self.sheet.named.get(child, "?")

    def parent(self, home: Home) -> str:
        return self.sheet.parents.get(home, "?")

    def listed(self, items: Sequence[str]) -> str:
        return self.tongue.listed(items)

    def countries(self, codes: Sequence[str]) -> str:
        areas = {EU: "EU", SCHENGEN: "Schengen"}
        return self.listed([areas.get(one) or self.tongue.country(one) for one in codes])
