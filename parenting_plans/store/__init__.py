"""Plans, trips, swaps, decisions, handover records and the published agenda of one family, as frozen values.

Every function names the family, which the caller has opened for its viewer; what belongs to another family is not found.
Where two people can act at once, the row count decides: the second gets AlreadyAnswered or ChangedMeanwhile.
"""

from parenting_plans.store.away_days import away_days, away_days_of, save_away_days
from parenting_plans.store.care_offers import care_offer, care_offers_of, save_care_offer
from parenting_plans.store.consents import (
    consent,
    consents_of,
    objection,
    objections_of,
    save_consent,
    save_disowned_consent,
    save_objection,
)
from parenting_plans.store.documents import document, save_document
from parenting_plans.store.entries import entries_of, save_entries
from parenting_plans.store.handovers import record_of, records_of, save_record
from parenting_plans.store.month_shares import end_month_share, month_shares, save_month_share
from parenting_plans.store.orders import order_rows, orders_of, save_order
from parenting_plans.store.plans import (
    discard_draft,
    draft,
    open_proposal,
    proposal,
    proposals_of,
    save_draft,
    save_proposal,
    save_version,
    version,
    versions_of,
)
from parenting_plans.store.reviews import (
    open_review,
    review,
    reviews_of,
    save_new_review,
    save_review,
)
from parenting_plans.store.school_dates import save_school_dates, school_dates
from parenting_plans.store.swaps import save_swap, swap, swaps_of
from parenting_plans.store.travel_decisions import (
    save_travel_decision,
    save_travel_wish,
    travel_decision,
    travel_decisions_of,
    travel_wishes_of,
)
from parenting_plans.store.trips import save_trip, trip, trip_versions_of, trips_of

__all__ = [
    "away_days",
    "away_days_of",
    "care_offer",
    "care_offers_of",
    "consent",
    "consents_of",
    "discard_draft",
    "document",
    "draft",
    "end_month_share",
    "entries_of",
    "month_shares",
    "objection",
    "objections_of",
    "open_proposal",
    "open_review",
    "order_rows",
    "orders_of",
    "proposal",
    "proposals_of",
    "record_of",
    "records_of",
    "review",
    "reviews_of",
    "save_away_days",
    "save_care_offer",
    "save_consent",
    "save_disowned_consent",
    "save_document",
    "save_draft",
    "save_entries",
    "save_month_share",
    "save_new_review",
    "save_objection",
    "save_order",
    "save_proposal",
    "save_record",
    "save_review",
    "save_school_dates",
    "save_swap",
    "save_travel_decision",
    "save_travel_wish",
    "save_trip",
    "save_version",
    "school_dates",
    "swap",
    "swaps_of",
    "travel_decision",
    "travel_decisions_of",
    "travel_wishes_of",
    "trip",
    "trip_versions_of",
    "trips_of",
    "version",
    "versions_of",
]
