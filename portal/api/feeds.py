"""Calendar subscriptions, one per device. An address is told once, when it is made."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from litestar import Controller, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.policy import Action, may_do, require
from mediation.usecases import feed
from portal.pages.feeds import address_of
from portal.visit import Visit


class DeviceIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "My phone"}]})
    name: str = Field(min_length=1, max_length=feed.LONGEST_NAME)


@dataclass(frozen=True, slots=True)
class DeviceOut:
    """`fetched_on`: the last Brussels day on which the device asked."""

    id: UUID
    name: str
    created_at: datetime
    expires_at: datetime
    fetched_on: date | None


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
        found = await feed.feeds_of(reading, visit.person.id, family.id, visit.now)
        return [DeviceOut(one.id, one.name, one.created_at, one.expires_at, one.fetched_on) for one in found]

    @post("/")
    async def create(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[DeviceIn],
    ) -> AddressOut:
        """Make an address for one device."""
        made = await feed.create(errand, family_id, data.name)
        return AddressOut(made.id, address_of(visit.service.settings.base_url, made.token))

    @delete("/{feed_id:uuid}")
    async def revoke(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], feed_id: FromPath[UUID]
    ) -> None:
        """Remove a device. It gets nothing more."""
        await feed.revoke(errand, family_id, feed_id)
