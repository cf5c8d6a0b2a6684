"""School holidays of the children's Communities: their dates, how sure they are, and when siblings are off together."""

from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import school_days
from parenting_plans.holidays import ORDER
from portal.visit import Visit


class CalendarSchool(Controller):
    path = "/f/{family_id:uuid}/calendar/school"

    @get()
    async def school(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        years = await school_days.school_years(reading, family, visit.now)
        return visit.show("calendar/school.html", family=family, years=years, holidays=ORDER)
