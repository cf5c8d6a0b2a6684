"""Drafts, proposals and versions of one family's plan."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered, ChangedMeanwhile, ProposalMissing, VersionMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import DraftRow, ProposalRow, SignatureRow, VersionRow
from parenting_plans.values import Draft, Home, Proposal, ProposalStatus, Signature, Version


async def draft(session: AsyncSession, family_id: UUID, author: Home) -> Draft | None:
    """A parent's own draft. There is no way to ask for both: nobody but its author reads a draft."""
    row = await _draft_row(session, family_id, author)
    if row is None:
        return None
    return Draft(row.family_id, Home(row.author), row.agreed, row.effective_on, row.changed_at)


async def save_draft(session: AsyncSession, draft: Draft) -> None:
    """Store the draft in place of its author's last one."""
    row = await _draft_row(session, draft.family_id, draft.author)
    if row is None:
        row = DraftRow(
            family_id=draft.family_id, author=draft.author.value, agreed={}, changed_at=draft.changed_at
        )
    row.agreed = {code: dict(answers) for code, answers in draft.agreed.items()}
    row.effective_on = draft.effective_on
    row.changed_at = draft.changed_at
    await add(session, row)


async def _draft_row(session: AsyncSession, family_id: UUID, author: Home) -> DraftRow | None:
    mine = select(DraftRow).where(DraftRow.family_id == family_id, DraftRow.author == author.value)
    return next(iter(await every(session, mine)), None)


async def discard_draft(session: AsyncSession, family_id: UUID, author: Home) -> None:
    """Forget the author's draft; nothing happens when there is none."""
    mine = col(DraftRow.family_id) == family_id, col(DraftRow.author) == author.value
    await session.exec(delete(DraftRow).where(*mine))


async def proposals_of(session: AsyncSession, family_id: UUID) -> tuple[Proposal, ...]:
    """All proposals, oldest first."""
    rows = select(ProposalRow).where(ProposalRow.family_id == family_id)
    ordered = rows.order_by(col(ProposalRow.proposed_at), col(ProposalRow.id))
    return tuple(_proposal_from(row) for row in await every(session, ordered))


async def proposal(session: AsyncSession, family_id: UUID, proposal_id: UUID) -> Proposal:
    """Raises ProposalMissing."""
    wanted = select(ProposalRow).where(ProposalRow.id == proposal_id, ProposalRow.family_id == family_id)
    row = await one(session, wanted, ProposalMissing)
    return _proposal_from(row)


async def open_proposal(session: AsyncSession, family_id: UUID) -> Proposal | None:
    """The one that waits for an answer."""
    found = select(ProposalRow).where(
        ProposalRow.family_id == family_id, ProposalRow.status == ProposalStatus.OPEN.value
    )
    return next((_proposal_from(row) for row in await every(session, found)), None)


async def save_proposal(session: AsyncSession, proposal: Proposal) -> None:
    """Store a new open proposal (ChangedMeanwhile: another one is open), or its closing (AlreadyAnswered: too late).

    To counter, store the closed one first.
    """
    if proposal.status is ProposalStatus.OPEN:
        await add(session, _proposal_row(proposal))
        return
    waiting = (
        col(ProposalRow.id) == proposal.id,
        col(ProposalRow.family_id) == proposal.family_id,
        col(ProposalRow.status) == ProposalStatus.OPEN.value,
    )
    answer = update(ProposalRow).where(*waiting)
    answer = answer.values(status=proposal.status.value, answered_at=proposal.answered_at)
    await change(session, answer, AlreadyAnswered)


async def versions_of(session: AsyncSession, family_id: UUID) -> tuple[Version, ...]:
    """All versions with their signatures, by number."""
    rows = select(VersionRow).where(VersionRow.family_id == family_id).order_by(col(VersionRow.number))
    versions = await every(session, rows)
    signed = await _signatures(session, [row.id for row in versions])
    return tuple(_version_from(row, signed[row.id]) for row in versions)


async def families_with_plans(session: AsyncSession, after: UUID | None, limit: int) -> tuple[UUID, ...]:
    """Families with a sealed version, by id, from the one after `after`: for counting over all of them."""
    rows = select(VersionRow.family_id).where(col(VersionRow.sealed_at).is_not(None)).distinct()
    if after is not None:
        rows = rows.where(col(VersionRow.family_id) > after)
    return tuple((await session.exec(rows.order_by(col(VersionRow.family_id)).limit(limit))).all())


async def sealed_versions(session: AsyncSession, families: Sequence[UUID]) -> dict[UUID, tuple[Version, ...]]:
    """The sealed versions of several families, by number, without their signatures."""
    rows = select(VersionRow).where(
        col(VersionRow.family_id).in_(families), col(VersionRow.sealed_at).is_not(None)
    )
    found: dict[UUID, tuple[Version, ...]] = {}
    for row in await every(session, rows.order_by(col(VersionRow.number))):
        found[row.family_id] = (*found.get(row.family_id, ()), _version_from(row, ()))
    return found


async def version(session: AsyncSession, family_id: UUID, version_id: UUID) -> Version:
    """Raises VersionMissing."""
    wanted = select(VersionRow).where(VersionRow.id == version_id, VersionRow.family_id == family_id)
    row = await one(session, wanted, VersionMissing)
    return _version_from(row, (await _signatures(session, [row.id]))[row.id])


async def save_version(session: AsyncSession, version: Version) -> None:
    """Store a new version without signatures, or the newest signature on it (and the seal, when it is the second).

    Raises ChangedMeanwhile when its number is taken or somebody signed since it was read, so that the second of two
    who sign at once reads again and seals.
    """
    if not version.signatures:
        await add(session, _version_row(version))
        return
    before = len(version.signatures) - 1
    as_read = (
        col(VersionRow.id) == version.id,
        col(VersionRow.family_id) == version.family_id,
        col(VersionRow.signatures) == before,
    )
    signed = update(VersionRow).where(*as_read).values(signatures=before + 1, sealed_at=version.sealed_at)
    await change(session, signed, ChangedMeanwhile)
    newest = version.signatures[-1]
    row = SignatureRow(
        version_id=version.id, home=newest.home.value, signed_at=newest.signed_at, digest=newest.digest
    )
    await add(session, row, otherwise=AlreadyAnswered)


async def _signatures(session: AsyncSession, versions: list[UUID]) -> dict[UUID, tuple[Signature, ...]]:
    found: dict[UUID, tuple[Signature, ...]] = defaultdict(tuple)
    rows = select(SignatureRow).where(col(SignatureRow.version_id).in_(versions))
    for row in await every(session, rows.order_by(col(SignatureRow.signed_at), col(SignatureRow.home))):
        found[row.version_id] += (Signature(Home(row.home), row.signed_at, row.digest),)
    return found


def _proposal_from(row: ProposalRow) -> Proposal:
    return Proposal(
        id=row.id,
        family_id=row.family_id,
        by=Home(row.by_home),
        agreed=row.agreed,
        effective_on=row.effective_on,
        status=ProposalStatus(row.status),
        proposed_at=row.proposed_at,
        answered_at=row.answered_at,
        counters=row.counters,
    )


def _proposal_row(proposal: Proposal) -> ProposalRow:
    return ProposalRow(
        id=proposal.id,
        family_id=proposal.family_id,
        by_home=proposal.by.value,
        agreed={code: dict(answers) for code, answers in proposal.agreed.items()},
        effective_on=proposal.effective_on,
        status=proposal.status.value,
        proposed_at=proposal.proposed_at,
        answered_at=proposal.answered_at,
        counters=proposal.counters,
    )


def _version_from(row: VersionRow, signatures: tuple[Signature, ...]) -> Version:
    return Version(
        id=row.id,
        family_id=row.family_id,
        number=row.number,
        agreed=row.agreed,
        effective_on=row.effective_on,
        digest=row.digest,
        signatures=signatures,
        accepted_at=row.accepted_at,
        sealed_at=row.sealed_at,
        languages=tuple(row.languages or ()),
    )


def _version_row(version: Version) -> VersionRow:
    return VersionRow(
        id=version.id,
        family_id=version.family_id,
        number=version.number,
        agreed={code: dict(answers) for code, answers in version.agreed.items()},
        effective_on=version.effective_on,
        digest=version.digest,
        accepted_at=version.accepted_at,
        languages=list(version.languages) or None,
    )
