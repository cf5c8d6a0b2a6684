"""Adding a professional from the command line."""

from datetime import UTC, datetime

from mediation.tables import PersonRow
from portal import passwords
from portal.languages import words
from portal.sign_in import by_email
from portal.visit import Service


class NotAdded(Exception):
    """Why the person was not added, in words."""


async def add(
    service: Service, email: str, name: str, profession: str, language: str, accreditation: str, password: str
) -> None:
    try:
        await _add(service, email, name, profession, language, accreditation, password)
    finally:
        service.passwords.close()
        await service.database.close()


async def _add(
    service: Service, email: str, name: str, profession: str, language: str, accreditation: str, password: str
) -> None:
    problems = passwords.problems_of(password, (email, name))
    if problems:
        raise NotAdded(" ".join(words("en").say(problem) for problem in problems))
    password_hash = await service.passwords.hash(password)
    async with service.database.writing() as session:
        if await by_email(session, email) is not None:
            raise NotAdded("Someone already signs in with this address.")
        session.add(
            PersonRow(
                email=email.strip().lower(),
                name=name,
                language=language,
                profession=profession,
                accreditation=accreditation,
                password_hash=password_hash,
                created_at=datetime.now(UTC),
            )
        )
