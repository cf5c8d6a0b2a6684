"""How each child's time is divided over a period, and what that may make parents think about. Counted, never judged."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import ChildInFamily, Family
from mediation.usecases import calendar
from parenting_plans import schedule
from parenting_plans.balance import Balance, balance
from parenting_plans.remarks import Remark, remarks


@dataclass(frozen=True, slots=True)
class ChildBalance:
    """`planned` counts the calendar of the period, cut at both ends; `remarks` are information."""

    child: ChildInFamily
    planned: Balance
    remarks: tuple[Remark, ...]


async def balances(
    session: AsyncSession, family: Family, first: date, last: date, now: datetime
) -> tuple[ChildBalance, ...]:
    """Child by child over the days `first` to `last`, both inclusive; empty without a plan. Raises NotYours, Refused."""
    versions = await calendar.seen_by(session, family)
    start, end = calendar.window(first, last)
    laid = await calendar.laid(session, family.id, now)
    found = []
    for child in family.children:
        stays = schedule.expand(versions, child.for_schedule, start, end, laid)
        if stays:
            found.append(ChildBalance(child, balance(stays), remarks(stays, child.for_schedule)))
    return tuple(found)
