"""Court decisions: parents see that one applies; professionals note, correct and end one from its document."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.usecases import order as orders
from parenting_plans.orders import Decision, Measure, Order, OrderKind
from parenting_plans.values import Home
from portal.forms import Typed, instant, submitted
from portal.pages.changes_shown import called, shown
from portal.pages.swaps_forms import NearTime, kept
from portal.pages.trips_forms import Near
from portal.visit import Visit, again, wanted

LIST, FORM, REVIEW, ONE = (
    "orders/orders.html",
    "orders/form.html",
    "orders/review.html",
    "orders/one.html",
)


class DecisionForm(BaseModel):
    kind: OrderKind
    measure: Measure
    reference: str = ""
    decided_on: Annotated[date, Near]
    starts_at: NearTime
    ends_at: NearTime | None = None
    number: int = 0  # of the row that was shown, for a correction


class GivenForm(BaseModel):
    given: bool = False


class EndForm(BaseModel):
    ended_at: NearTime
    number: int


class Orders(Controller):
    path = "/f/{family_id:uuid}/orders"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        desk = await orders.desk(reading, family)
        return visit.show(LIST, desk=desk, now=visit.now, **called(family))

    @get("/note")
    async def note_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        page = await _form(reading, family_id, visit)
        start = {f"home_{child}": "" for child in page["children"]}
        return visit.show(FORM, **page, values=start)

    @post("/review")
    async def review(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """Show which days would change. Nothing is kept and nobody is told."""
        typed = submitted(await visit.request.form())
        return await _review(reading, family_id, visit, typed, None)

    @post("/note")
    async def note(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(FORM, typed, partial(_form, errand.session, family_id, visit)):
            given = wanted(GivenForm, typed).given
            await orders.record(errand, family_id, _decision(typed), given=given)
        return visit.go(f"/f/{family_id}/orders", "recorded")

    @get("/{order_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ONE, **await _one(reading, family_id, order_id, visit))

    @get("/{order_id:uuid}/correct")
    async def correct_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _correcting(reading, family_id, order_id, visit)
        return visit.show(FORM, **page, values=_values(page["order"]))

    @post("/{order_id:uuid}/review")
    async def review_correction(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> Response[str]:
        typed = submitted(await visit.request.form())
        return await _review(reading, family_id, visit, typed, order_id)

    @post("/{order_id:uuid}/correct")
    async def correct(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(FORM, typed, partial(_correcting, errand.session, family_id, order_id, visit)):
            number = wanted(DecisionForm, typed).number
            await orders.correct(errand, family_id, order_id, number, _decision(typed))
        return visit.go(f"/f/{family_id}/orders/{order_id}", "recorded")

    @post("/{order_id:uuid}/end")
    async def end(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_one, errand.session, family_id, order_id, visit)):
            form = wanted(EndForm, typed)
            await orders.end(errand, family_id, order_id, form.number, instant(form.ended_at))
        return visit.go(f"/f/{family_id}/orders/{order_id}", "ended")


async def _family(session: AsyncSession, family_id: UUID, visit: Visit) -> Family:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.RECORD_ORDER))
    return family


async def _form(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    return {**called(await _family(session, family_id, visit)), "order": None}


async def _one(session: AsyncSession, family_id: UUID, order_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await _family(session, family_id, visit)
    rows = await orders.one(session, family, order_id)
    return {**called(family), "order": rows[-1], "rows": rows[::-1], "now": visit.now}


async def _correcting(session: AsyncSession, family_id: UUID, order_id: UUID, visit: Visit) -> dict[str, Any]:
    return await _one(session, family_id, order_id, visit)


async def _review(
    session: AsyncSession, family_id: UUID, visit: Visit, typed: Typed, order_id: UUID | None
) -> Response[str]:
    async def page() -> dict[str, Any]:
        if order_id is None:
            return await _form(session, family_id, visit)
        return await _correcting(session, family_id, order_id, visit)

    context = await page()
    if typed.get("step") == "edit":
        return visit.show(FORM, **context, values=typed)
    async with again(FORM, typed, page):
        effect = await orders.preview(session, context["family"], _decision(typed), visit.now, order_id)
    changes = shown(effect, context["family"])
    return visit.show(REVIEW, **context, changes=changes, kept=kept(typed))


def _decision(typed: Mapping[str, Any]) -> Decision:
    """What the form says; a child without a home is not in the decision. Raises Refused with every slip."""
    form = wanted(DecisionForm, typed)
    homes = {
        name.removeprefix("home_"): value
        for name, value in typed.items()
        if name.startswith("home_") and value in list(Home)
    }
    return Decision(
        kind=form.kind,
        measure=form.measure,
        homes=tuple((UUID(child), Home(home)) for child, home in homes.items() if _is_id(child)),
        reference=form.reference,
        decided_on=form.decided_on,
        starts_at=instant(form.starts_at),
        ends_at=instant(form.ends_at) if form.ends_at else None,
    )


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _values(order: Order) -> dict[str, Any]:
    """The form filled in with the decision as it was noted last."""
    said = order.decision
    values: dict[str, Any] = {f"home_{child}": home.value for child, home in said.homes}
    fields: tuple[tuple[str, date | datetime | str | None], ...] = (
        ("kind", said.kind.value),
        ("measure", said.measure.value),
        ("reference", said.reference),
        ("decided_on", said.decided_on),
        ("starts_at", said.starts_at),
        ("ends_at", said.ends_at),
    )
    return values | dict(fields)
