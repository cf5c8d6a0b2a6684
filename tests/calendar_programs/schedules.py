"""Random families and plans, with what a device must then show, worked out without the feed's own code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from uuid import UUID

from hypothesis import strategies as st

from parenting_plans.calendar import LABELS, REASONS, Appointment, Kind, feed, receiver_namespace, reconcile
from parenting_plans.calendar_levels import Level, Share, wanted, years
from parenting_plans.laid import Laid
from parenting_plans.schedule import expand, home_at
from parenting_plans.values import (
    ZONE,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Regular,
    Split,
    Stay,
    Terms,
    Window,
)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FIRST = date(2026, 6, 1)
NOON = time(12)
# A label is the owner's own text, and goes through every program: what they escape, fold, quote and count.
SIGNS = st.text(
    st.sampled_from("LMé߀日😀\\;,:\"'^=&<>%{}n N\u0301")
    | st.characters(codec="utf-8", categories=("L", "N", "P")),
    min_size=1,
    max_size=8,
).map(lambda text: text.strip() or "L")


@dataclass(frozen=True, slots=True)
class Told:
    """What a program must show, whatever its uid: [starts, ends) as moments in UTC or whole days, and the words."""

    starts: str
    ends: str
    summary: str


@dataclass(frozen=True, slots=True)
class Case:
    """One device's feed: `body` as it is sent, `told` what it must say of the time around the window's middle."""

    share: Share
    home: Home
    language: str
    children: tuple[Child, ...]
    before: InForce
    plan: InForce
    windows: tuple[Window, ...]
    sessions: tuple[Appointment, ...]
    now: datetime

    @property
    def window(self) -> tuple[datetime, datetime]:
        return self.now - 10 * DAY, self.now + 120 * DAY

    @property
    def stays(self) -> tuple[Stay, ...]:
        return self._stays((self.plan,))

    def _stays(self, plans: Sequence[InForce]) -> tuple[Stay, ...]:
        around = years(*self.window)
        return tuple(
            stay
            for child in self.children
            for stay in expand(plans, child, *around, Laid(tuple(self.windows)))
        )

    def body(self, family: int = 0) -> bytes:
        """First another plan is told, then this one: some events are new, some moved, some are cancelled.

        `family`: another for each feed that a program reads together with others, as uids are known by it.
        """
        namespace = receiver_namespace(b"key", UUID(int=family), "A")
        said = ()
        for plans, sessions, now in (
            ((self.before,), (), self.now - HOUR),
            ((self.plan,), self.sessions, self.now),
        ):
            wish = wanted(self.share, self._stays(plans), self.window, self.home, sessions, namespace)
            said = reconcile(said, wish, now)
        return feed(said, self.language, self.now.date())


moments = st.integers(0, 4 * 130).map(lambda quarter: quarter * 6 * HOUR)
times = st.sampled_from([time(0), time(1, 30), time(3), time(7, 45), NOON, time(18), time(23, 59)])


@st.composite
def plans(draw: st.DrawFn) -> InForce:
    rules = draw(
        st.lists(st.sampled_from(["autumn", "christmas", "carnival", "easter", "summer"]), unique=True)
    )
    holidays = tuple(
        HolidayRule(
            name,
            draw(st.sampled_from(Split)),
            draw(st.sampled_from(Home)),
            draw(st.integers(0, 6)),
            draw(times),
        )
        for name in rules
    )
    anchor = FIRST + draw(st.integers(0, 20)) * DAY
    nights = draw(st.text("AB", min_size=2, max_size=28))
    regular = Regular(nights, anchor, draw(st.sampled_from(Home)), draw(times))
    starts_at = datetime.combine(FIRST - 300 * DAY, regular.handover_time, tzinfo=ZONE)
    return InForce(UUID(int=9), Terms(regular, holidays), starts_at)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 3))
    children = tuple(
        Child(UUID(int=number), date(2018, 3, 1), draw(st.sampled_from(Community)))
        for number in range(1, count + 1)
    )
    ids = [child.id for child in children]
    now = datetime.combine(FIRST, NOON, tzinfo=UTC) + draw(st.integers(0, 250)) * DAY
    windows = []
    for _ in range(draw(st.integers(0, 4))):
        starts_at = now + draw(moments)
        only = draw(st.lists(st.sampled_from(ids), unique=True))
        layer = draw(st.sampled_from([Layer.SWAP, Layer.INTERIM_ORDER, Layer.PROTECTIVE_ORDER]))
        ends_at = starts_at + draw(st.integers(1, 20)) * 12 * HOUR
        windows.append(Window(layer, draw(st.sampled_from(Home)), starts_at, ends_at, now, tuple(only)))
    sessions = tuple(
        Appointment(UUID(int=100 + number), at, at + HOUR)
        for number, at in enumerate(now + draw(moments) + HOUR for _ in range(draw(st.integers(0, 2))))
    )
    chosen = draw(st.lists(st.sampled_from(ids), unique=True))
    signs = tuple((child, draw(SIGNS)) for child in ids)
    share = Share(draw(st.sampled_from(Level)), tuple(chosen), signs)
    language = draw(st.sampled_from(["nl", "fr", "de", "en"]))
    plan = draw(plans())
    before = draw(st.sampled_from([plan, draw(plans())]))
    return Case(
        share, draw(st.sampled_from(Home)), language, children, before, plan, tuple(windows), sessions, now
    )


def told(case: Case) -> set[Told]:
    """Minute-true: the moments at which anything changes are tried one by one with `home_at`, not taken from the feed."""
    chosen = [child for child in case.children if not case.share.children or child.id in case.share.children]
    stays = {child.id: [stay for stay in case.stays if stay.child == child.id] for child in chosen}
    if case.share.level is Level.HERE_AWAY:
        return set(_days(case, list(stays.values())))
    own: set[Told] = set(_sessions(case))
    if case.share.level is Level.TIMES:
        word = LABELS[Kind.STAY][case.language]
        return own | {
            Told(*span, word)
            for each in stays.values()
            for span, home, _ in _runs(each, reasons=False)
            if home is case.home
        }
    signs = dict(case.share.labels)
    together: dict[tuple[tuple[str, str], Home, Layer | None], list[str]] = {}
    for child in chosen:
        for one in _runs(stays[child.id], reasons=True):
            together.setdefault(one, []).append(signs[child.id])
    return own | {
        Told(*span, " · ".join(filter(None, (", ".join(names), _word(case, home), _why(case, reason)))))
        for (span, home, reason), names in together.items()
    }


def _word(case: Case, home: Home) -> str:
    return LABELS[Kind.STAY if home is case.home else Kind.AWAY][case.language]


def _why(case: Case, reason: Layer | None) -> str:
    return REASONS[reason][case.language] if reason else ""


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _runs(stays: Sequence[Stay], *, reasons: bool) -> list[tuple[tuple[str, str], Home, Layer | None]]:
    """One child's time in runs that read the same; a program cannot see what is not said."""

    def said(stay: Stay) -> tuple[Home, Layer | None]:
        return stay.home, stay.because.layer if reasons and stay.because.layer in REASONS else None

    found = []
    for (home, reason), run in groupby(stays, key=said):
        spans = list(run)
        found.append(((_utc(spans[0].starts_at), _utc(spans[-1].ends_at)), home, reason))
    return found


def _sessions(case: Case) -> list[Told]:
    word = LABELS[Kind.SESSION][case.language]
    return [Told(_utc(one.starts_at), _utc(one.ends_at), word) for one in case.sessions]


def _days(case: Case, stays: list[list[Stay]]) -> list[Told]:
    first, last = (at.astimezone(ZONE).date() for at in years(*case.window))
    nights: list[tuple[date, str]] = []
    for number in range((last - first).days):
        day = first + number * DAY
        at = datetime.combine(day, time(23, 59, 59), tzinfo=ZONE)
        homes = {home for each in stays if (home := home_at(each, at))}
        nights.append(
            (day, _word(case, case.home if case.home in homes else case.home.other) if homes else "")
        )
    found = []
    for word, run in groupby(nights, key=lambda night: night[1]):
        days = [day for day, _ in run]
        if word:
            found.append(Told(days[0].isoformat(), (days[-1] + DAY).isoformat(), word))
    return found
