"""What sealing leaves behind: the words of the document, the hash of its code, and the first review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.tables import FamilyRow
from parenting_plans import clauses, plan, reviews, store, verification
from parenting_plans.clause import Clause, Names
from parenting_plans.documents import sealed_plan
from parenting_plans.reviews import Term
from parenting_plans.values import ZONE, Agreed, Version, Words
from parenting_plans.wording import LANGUAGES

NOTHING: Words = dict.fromkeys(LANGUAGES, "")


@dataclass(frozen=True, slots=True)
class Ids:
    """The key from which codes are derived, and a fresh id for the review that is begun."""

    key: bytes
    review_id: UUID


async def complete(session: AsyncSession, version: Version, ids: Ids, now: datetime) -> None:
    """Keep what the document says and begin the reviews of this version; those of an earlier one end.

    Does nothing for a version that has its document. The caller has locked the family.
    """
    if version.sealed_at is None or await store.document(session, version.family_id, version.id) is not None:
        return
    said = await _said(session, version)
    code = verification.code_for(ids.key, version.id)
    await store.save_document(session, version.family_id, version.id, verification.hash_of(code), said)
    await _begin_reviews(session, version, ids.review_id, now)


async def complete_older(
    session: AsyncSession, family_id: UUID, version_id: UUID, ids: Ids, now: datetime
) -> None:
    """The same for a version that was sealed before there were documents. Locks the family."""
    await session.get(FamilyRow, family_id, with_for_update=True)
    await complete(session, await store.version(session, family_id, version_id), ids, now)


async def _begin_reviews(session: AsyncSession, version: Version, review_id: UUID, now: datetime) -> None:
    sealed = [one for one in await store.versions_of(session, version.family_id) if one.sealed_at]
    if sealed[-1].id != version.id:
        return
    earlier = await store.reviews_of(session, version.family_id)
    begun = reviews.begun(
        review_term(sealed),
        earlier,
        family_id=version.family_id,
        version_id=version.id,
        id=review_id,
        today=now.astimezone(ZONE).date(),
    )
    for one in earlier:
        if one.closed_at is None:
            await store.save_review(session, reviews.overtake(one, now), now)
    await store.save_new_review(session, begun)


def review_term(versions: Iterable[Version]) -> Term:
    """From when the reviews of a family are counted. `versions`: all, oldest first."""
    return reviews.term_of((one.agreed, one.sealed_at) for one in versions if one.sealed_at is not None)


async def _said(session: AsyncSession, version: Version) -> dict[str, object]:
    parents = await families.parents_of(session, version.family_id)
    children = await families.children_of(session, version.family_id)
    names = {parent.home.value: parent.name for parent in parents}
    names |= {str(child.id): child.given_name for child in children}
    tongues = {parent.home: parent.language for parent in parents}
    languages = version.languages or tuple(dict.fromkeys(tongues[home] for home in sorted(tongues)))
    return sealed_plan.said(
        languages, names, plan.in_force((version,))[0].starts_at, lines(version.agreed, names)
    )


def lines(agreed: Agreed, names: Mapping[str, str]) -> tuple[sealed_plan.Line, ...]:
    """Every agreement of a plan in order, in all languages."""
    return tuple(
        sealed_plan.Line(clause.code, clause.title, _sentence(clause, agreed, names))
        for clause in clauses.load()
        if clause.code in agreed
    )


def _sentence(clause: Clause, agreed: Agreed, names: Names) -> Words:
    answers = agreed[clause.code]
    return NOTHING if not answers or clause.problems(answers) else clause.sentence(answers, names)
