"""One temporary SQLite file per test; every test disposes its engine."""

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from risk.tables import RiskAlertRow, RiskDecisionRow, RiskFindingRow, RiskWatchRow

TABLES = [row.__table__ for row in (RiskWatchRow, RiskAlertRow, RiskFindingRow, RiskDecisionRow)]


@pytest.fixture
async def sessions(tmp_path):
    """Opens transactions; each commits at its end, as portal/database.py does."""
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{tmp_path}/risk.db", connect_args={"isolation_level": None}
    )
    event.listen(
        engine.sync_engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON")
    )
    event.listen(
        engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE")
    )
    async with engine.begin() as connection:
        await connection.run_sync(lambda sync: SQLModel.metadata.create_all(sync, tables=TABLES))
    maker = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
    yield maker.begin
    await engine.dispose()
