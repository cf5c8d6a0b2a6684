"""Every table there is, in one metadata: importing this module loads the tables of all packages."""

from sqlmodel import SQLModel

import mediation.journal_tables
import mediation.tables
import notifications.tables
import parenting_plans.tables
import portal.tables
import risk.tables

PACKAGES = (
    mediation.tables,
    mediation.journal_tables,
    notifications.tables,
    parenting_plans.tables,
    portal.tables,
    risk.tables,
)
METADATA = SQLModel.metadata
