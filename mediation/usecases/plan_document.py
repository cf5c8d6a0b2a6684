"""The sealed document: for those who may read the plan, and for whoever holds the paper only whether it still counts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family
from mediation.usecases import plan
from parenting_plans import plan as plans
from parenting_plans import signing, store, verification
from parenting_plans.documents import sealed_plan
from parenting_plans.errors import VersionMissing
from parenting_plans.store import due

NOBODYS = UUID(int=0)


async def pages(
    session: AsyncSession, family: Family, version_id: UUID, key: bytes, address: str
) -> dict[str, Any]:
    """What is put on the pages of a sealed version's document. Raises VersionMissing while there is none.

    `key` is the one of the links; `address` is that of the page on which the code is typed.
    """
    version = (await plan.desk(session, family)).version(version_id)
    said = await store.document(session, family.id, version.id)
    if said is None:
        raise VersionMissing
    return sealed_plan.pages(version, said, verification.code_for(key, version.id), address)


async def still_counts(session: AsyncSession, typed: str, now: datetime) -> bool:
    """Whether a code belongs to a plan that both signed and that no later one has replaced. Says nothing else to anyone.

    A plan whose stored text is no longer what was signed is not valid.
    The same statements run whatever was typed, so that the time it takes tells nothing either.
    """
    found = await due.by_code(session, verification.hash_of(typed))
    family_id, version_id = found or (NOBODYS, NOBODYS)
    versions = await store.versions_of(session, family_id)
    whole = any(one.id == version_id and signing.is_unaltered(one) for one in versions)
    return whole and verification.still_counts(plans.in_force(versions), version_id, now)
