"""Calendar subscriptions, one per device. An address is told once, when it is made."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.policy import Action, may_do, require
from mediation.usecases import feed
from mediation.usecases.feed import Feed, Program, Wish
from parenting_plans.calendar_levels import Level
from portal.forms import cleaned
from portal.pages.feeds import MOST_CHILDREN, address_of
from portal.visit import Visit


class DeviceIn(BaseModel):
    """`level`: `full` both homes, which child and why; `times` only when children are here; `here_away` whole days.

    `children`: empty means all. `signs`: with `full`, a short sign for a child instead of its first letter; never a name.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "My phone"}, {"name": "For work", "level": "here_away"}]},
    )
    name: str = Field(min_length=1, max_length=feed.LONGEST_NAME)
    level: Level = Level.TIMES
    children: list[UUID] = Field(default=[], max_length=MOST_CHILDREN)
    signs: dict[UUID, Annotated[str, AfterValidator(cleaned)]] = Field(default={}, max_length=MOST_CHILDREN)


@dataclass(frozen=True, slots=True)
class DeviceOut:
    """`fetched_on`: the last Brussels day on which the device asked."""

    id: UUID
    name: str
    created_at: datetime
    expires_at: datetime
    fetched_on: date | None
    level: Level
    children: tuple[UUID, ...]
    signs: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class FetchOut:
    """A kind of program fetched this calendar; its first time in an hour."""

    at: datetime
    program: Program


def _out(one: Feed) -> DeviceOut:
    times = one.created_at, one.expires_at, one.fetched_on
    return DeviceOut(one.id, one.name, *times, one.level, one.children, dict(one.signs))


@dataclass(frozen=True, slots=True)
class AddressOut:
    """The address is a secret and is never told again."""

    id: UUID
    address: str


class FeedsApi(Controller):
    path = "/api/families/{family_id:uuid}/feeds"
    tags = ("feeds",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[DeviceOut]:
        """Your devices in this family."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        require(may_do(family.relations, Action.KEEP_FEED))
        return [_out(one) for one in await feed.feeds_of(reading, family, visit.now)]

    @get("/{feed_id:uuid}/fetches")
    async def fetches(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        feed_id: FromPath[UUID],
    ) -> list[FetchOut]:
        """When programs fetched the calendar of one of your devices, newest first, for three months."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        require(may_do(family.relations, Action.KEEP_FEED))
        _, found = await feed.feed_of(reading, family, feed_id, visit.now)
        return [FetchOut(one.at, one.program) for one in found]

    @post("/")
    async def create(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[DeviceIn],
    ) -> AddressOut:
        """Make an address for one device."""
        wish = Wish(data.level, tuple(data.children), data.signs)
        made = await feed.create(errand, family_id, data.name, wish=wish)
        return AddressOut(made.id, address_of(visit.service.settings.base_url, made.token))

    @delete("/{feed_id:uuid}")
    async def revoke(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], feed_id: FromPath[UUID]
    ) -> None:
        """Remove a device. It gets nothing more."""
        await feed.revoke(errand, family_id, feed_id)
