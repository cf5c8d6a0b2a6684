"""Every door and everyone who may knock: who finds something there, and that for anyone else there is nothing at all.

The doors come from the app itself, so that a new one fails here until somebody says whose it is.
"""

import json
import re
from typing import Any

import pytest

from mediation.usecases import mandate
from tests.security.house import Browser, Door, House, doors, examples, plain, unlike

PARENTS = frozenset({"Ana", "Ben"})
LEADS = frozenset({"Mia", "Leo"})  # a mediator and a family lawyer whose mandate is in force
OTHER_LEADS = frozenset({"Max", "Zoe", "Ida", "Lia"})  # ended, run out, another family's, only asked as yet
WELFARE = frozenset({"Nora", "Sol", "Kim"})
CENTRE = WELFARE | {"Otto"}
SIGNED_IN = PARENTS | LEADS | OTHER_LEADS | CENTRE | {"Sam", "Root"}
ALL = SIGNED_IN | {"nobody"}
FAMILY = PARENTS | LEADS | CENTRE
CLOSELY = frozenset({"Ana", "Mia", "Otto", "Sam", "nobody"})  # here "not yours" is held against "not there"
ANA, ASKED, MIA = frozenset({"Ana"}), frozenset({"Lia"}), frozenset({"Mia"})

F, A = "/f/{family_id}", "/api/families/{family_id}"
WHO: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "GET /",
            "GET /help",
            "GET /api/help-contacts",
            "GET /safety",
            "GET /accessibility",
            "GET /leaving",
            "GET /check",
            "POST /check",
            "GET /check/travel",
            "POST /check/travel",
            "GET /check/travel/offline",
            "GET /.well-known/entente-travel-keys.json",
            "POST /api/check/plan",
            "POST /api/check/travel",
            "GET /exit",
            "GET /health/live",
            "GET /health/ready",
            "GET /sign-in",
            "GET /sign-in/code",
            "GET /sign-up",
            "GET /sign-up/{sign_up_id}",
            "GET /invitation/{token}",
            "GET /agenda/{rest}",
            "HEAD /agenda/{rest}",
            "GET /static/{file_path}",
            "HEAD /static/{file_path}",
            "GET /api",
            "GET /api/openapi.json",
            "POST /sign-in",
            "POST /sign-up",
            "POST /sign-up/{sign_up_id}",
            "POST /sign-out",
        ),
        ALL,
    ),
    **dict.fromkeys(
        (
            "GET /begin",
            "POST /begin",
            "GET /go/{place}",
            "POST /confirm",
            "GET /api/school-calendars",
            "GET /settings",
            "GET /settings/second-factor",
            "POST /settings/second-factor",
            "POST /settings/second-factor/remove",
            "POST /settings/language",
            "POST /settings/password",
            "POST /settings/tokens",
            "GET /api/families",
            "POST /api/families",
        ),
        SIGNED_IN,
    ),
    # Nobody finds these without what leads there: a link's cookie, a half-open sign-in, or a name that exists.
    **dict.fromkeys(
        ("GET /invitation", "POST /invitation", "POST /sign-in/code", "GET /api/{path}"),
        frozenset(),
    ),
    # The family: parents, and as far as it concerns them those they chose and the centre.
    **dict.fromkeys(
        (
            f"GET {F}/today",
            f"GET {F}/family",
            f"POST {F}/family/children",
            f"POST {F}/family/invitation",
            f"POST {F}/family/professional",
            f"POST {F}/family/professional/{{mandate_id}}/agree",
            f"POST {F}/family/professional/{{mandate_id}}/end",
            f"GET {F}/questions",
            f"POST {F}/questions",
            f"GET {F}/handovers",
            f"GET {F}/handovers/{{at}}",
            f"POST {F}/handovers/{{at}}",
            f"GET {F}/calendar/record",
            f"POST {F}/calendar/record/share",
            f"POST {F}/calendar/record/stop",
            f"GET {A}/handovers/record",
            f"POST {A}/handovers/record/sharing",
            f"POST {A}/handovers/record/sharing/end",
            f"GET {F}/calendar/devices",
            f"GET {F}/calendar/devices/how",
            f"POST {F}/calendar/devices",
            f"POST {A}/children",
            f"POST {A}/invitation",
            f"POST {A}/screening",
            f"POST {A}/mandates",
            f"POST {A}/mandates/{{mandate_id}}/agreement",
            f"GET {A}/feeds",
            f"POST {A}/feeds",
            f"GET {A}/handovers/notes",
            f"POST {A}/handovers/notes",
        ),
        PARENTS,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/calendar/devices/{{feed_id}}",
            f"POST {F}/calendar/devices/{{feed_id}}/remove",
            f"GET {A}/feeds/{{feed_id}}/fetches",
            f"DELETE {A}/feeds/{{feed_id}}",
        ),
        ANA,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/steps",
            f"GET {F}/calendar",
            f"GET {F}/calendar/school",
            f"GET {F}/calendar/week",
            f"GET {F}/calendar/year",
            f"GET {F}/calendar/balance",
            f"GET {F}/plan",
            f"GET {F}/plan/version/{{version_id}}",
            f"GET {F}/plan/version/{{version_id}}/plan.pdf",
            f"GET {F}/plan/reviews",
            f"GET {F}/plan/sign/{{version_id}}",
            f"POST {F}/steps/{{move}}",
            f"GET {A}",
            f"GET {A}/pathway",
            f"POST {A}/pathway/{{move}}",
            f"GET {A}/stays",
            f"GET {A}/nights",
            f"GET {A}/handovers",
            f"GET {A}/plan/versions",
            f"GET {A}/plan/versions/{{version_id}}",
            f"GET {A}/plan/versions/{{version_id}}/canonical",
            f"GET {A}/plan/versions/{{version_id}}/document",
            f"GET {A}/plan/versions/{{version_id}}/changes",
            f"GET {A}/plan/versions/{{version_id}}/findings",
            f"GET {A}/plan/reviews",
            f"GET {A}/plan/proposals",
            f"GET {A}/plan/clauses",
        ),
        FAMILY,
    ),
    # Whoever works with the family may note what worries them; only the centre reads it.
    **dict.fromkeys((f"GET {F}/worries", f"POST {F}/worries", f"POST {A}/worries"), PARENTS | LEADS),
    **dict.fromkeys(
        ("GET /statements", "GET /statements/{statement_id}", "POST /statements/{statement_id}"), CENTRE
    ),
    # What is not agreed yet is for those who work on it (row 12 of the matrix): of the centre, its legal discipline.
    **dict.fromkeys(
        (f"GET {F}/plan/proposal/{{proposal_id}}", f"GET {A}/plan/proposals/{{proposal_id}}"),
        PARENTS | LEADS | {"Otto"},
    ),
    # Talking over single clauses is for the same; only parents answer, and a court's word is recorded by professionals.
    **dict.fromkeys(
        (
            f"GET {F}/plan/clauses",
            f"GET {F}/plan/clauses/{{code}}",
            f"GET {A}/plan/talks",
            f"GET {A}/plan/talks/{{code}}",
        ),
        PARENTS | LEADS | {"Otto"},
    ),
    **dict.fromkeys(
        (
            f"GET {F}/plan/clauses/{{code}}/propose",
            f"POST {F}/plan/clauses/{{code}}/propose",
            f"POST {F}/plan/clauses/{{code}}/offers/{{offer_id}}/withdraw",
            f"POST {A}/plan/talks/{{code}}/offers",
            f"POST {A}/plan/talks/{{code}}/offers/{{offer_id}}/withdrawal",
            f"GET {F}/plan/apart",
            f"GET {F}/plan/apart/{{section}}",
            f"GET {A}/plan/apart",
            f"GET {A}/plan/apart/{{section}}",
        ),
        PARENTS | LEADS,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/plan/clauses/{{code}}/decision",
            f"POST {F}/plan/clauses/{{code}}/decision",
            f"POST {A}/plan/talks/{{code}}/decisions",
        ),
        LEADS | {"Otto"},
    ),
    **dict.fromkeys(
        (
            f"POST {F}/plan/clauses/together",
            f"POST {F}/plan/clauses/{{code}}/offers/{{offer_id}}/accept",
            f"POST {F}/plan/clauses/{{code}}/offers/{{offer_id}}/refuse",
            f"POST {A}/plan/talks/proposal",
            f"POST {A}/plan/talks/{{code}}/offers/{{offer_id}}/acceptance",
            f"POST {A}/plan/talks/{{code}}/offers/{{offer_id}}/refusal",
            f"GET {F}/plan/apart/{{section}}/answers/{{code}}",
            f"POST {F}/plan/apart/{{section}}/answers/{{code}}",
            f"POST {F}/plan/apart/{{section}}/submit",
            f"POST {F}/plan/apart/{{section}}/back",
            f"POST {F}/plan/apart/{{section}}/again",
            f"POST {F}/plan/apart/{{section}}/draft",
            f"PUT {A}/plan/apart/{{section}}/answers/{{code}}",
            f"POST {A}/plan/apart/{{section}}/submission",
            f"POST {A}/plan/apart/{{section}}/withdrawal",
            f"POST {A}/plan/apart/{{section}}/round",
            f"POST {A}/plan/apart/{{section}}/draft",
        ),
        PARENTS,
    ),
    # The plan is written by parents alone.
    **dict.fromkeys(
        (
            f"POST {F}/plan",
            f"GET {F}/plan/review",
            f"POST {F}/plan/review",
            f"GET {F}/plan/draft/{{code}}",
            f"POST {F}/plan/draft/{{code}}",
            f"GET {F}/plan/child/{{child_id}}",
            f"GET {A}/plan/children/{{child_id}}",
            f"GET {F}/plan/pattern",
            f"POST {F}/plan/pattern",
            f"POST {F}/plan/proposal/{{proposal_id}}/accept",
            f"POST {F}/plan/proposal/{{proposal_id}}/withdraw",
            f"POST {F}/plan/proposal/{{proposal_id}}/draft",
            f"POST {F}/plan/version/{{version_id}}/draft",
            f"POST {F}/plan/sign/{{version_id}}",
            f"POST {F}/plan/reviews/{{review_id}}/answer",
            f"POST {F}/plan/reviews/{{review_id}}/postpone",
            f"GET {A}/plan/draft",
            f"GET {A}/plan/findings",
            f"GET {A}/plan/draft/{{code}}",
            f"PUT {A}/plan/draft/{{code}}",
            f"PUT {A}/plan/start",
            f"POST {A}/plan/proposals",
            f"POST {A}/plan/proposals/{{proposal_id}}/acceptance",
            f"POST {A}/plan/proposals/{{proposal_id}}/withdrawal",
            f"POST {A}/plan/proposals/{{proposal_id}}/draft",
            f"POST {A}/plan/versions/{{version_id}}/draft",
            f"POST {A}/plan/versions/{{version_id}}/signature",
            f"POST {A}/plan/reviews/{{review_id}}/answer",
            f"POST {A}/plan/reviews/{{review_id}}/postponement",
        ),
        PARENTS,
    ),
    # Trips are between the parents.
    **dict.fromkeys(
        (
            f"GET {F}/trips",
            f"GET {F}/trips/ask",
            f"POST {F}/trips/ask",
            f"GET {F}/trips/{{trip_id}}",
            f"GET {F}/trips/{{trip_id}}/change",
            f"POST {F}/trips/{{trip_id}}/change",
            f"POST {F}/trips/{{trip_id}}/cancel",
            f"POST {F}/trips/{{trip_id}}/left",
            f"POST {F}/trips/{{trip_id}}/back",
            f"GET {F}/trips/{{trip_id}}/consent",
            f"POST {F}/trips/{{trip_id}}/consent",
            f"POST {F}/trips/{{trip_id}}/object",
            f"POST {F}/trips/{{trip_id}}/consents/{{consent_id}}/withdraw",
            f"GET {F}/trips/consents/{{consent_id}}/certificate",
            f"POST {F}/trips/consents/{{consent_id}}/certificate",
            f"GET {F}/trips/consents/{{consent_id}}/certificate/document.pdf",
            f"GET {A}/consents/{{consent_id}}/certificate",
            f"POST {A}/consents/{{consent_id}}/certificate",
            f"GET {A}/consents/{{consent_id}}/certificate/document",
            f"GET {A}/trips",
            f"POST {A}/trips",
            f"GET {A}/trips/{{trip_id}}",
            f"PUT {A}/trips/{{trip_id}}",
            f"POST {A}/trips/{{trip_id}}/cancellation",
            f"POST {A}/trips/{{trip_id}}/departure",
            f"POST {A}/trips/{{trip_id}}/return",
            f"POST {A}/trips/{{trip_id}}/consents",
            f"POST {A}/trips/{{trip_id}}/objections",
            f"GET {A}/consents",
            f"GET {A}/consents/{{consent_id}}",
            f"POST {A}/consents/{{consent_id}}/withdrawal",
            f"POST {A}/consents/{{consent_id}}/disowning",
            f"POST {A}/consents",
            f"POST {F}/trips/{{trip_id}}/consents/{{consent_id}}/disown",
            f"POST {F}/trips/{{trip_id}}/confirm",
            f"GET {F}/trips/{{trip_id}}/late",
            f"POST {F}/trips/{{trip_id}}/late",
            f"GET {A}/trips/{{trip_id}}/journey",
            f"POST {A}/trips/{{trip_id}}/journey/delays",
            f"POST {A}/trips/{{trip_id}}/journey/words",
            f"GET {F}/travel/consent",
            f"POST {F}/travel/consent",
            f"POST {F}/travel/consents/{{consent_id}}/disown",
            f"POST {F}/travel/wish",
            f"POST {A}/travel/wishes",
        ),
        PARENTS,
    ),
    # The proof of a delay is for the centre, and for who handed it in.
    f"GET {F}/trips/{{trip_id}}/late/{{delay_id}}/proof": frozenset({"Ana"}) | CENTRE,
    # So is an address that was handed to the centre alone.
    f"GET {F}/trips/{{trip_id}}/address": frozenset({"Ana"}) | CENTRE,
    f"GET {A}/trips/{{trip_id}}/address": frozenset({"Ana"}) | CENTRE,
    **dict.fromkeys(
        (
            f"GET {F}/travel/consents/{{consent_id}}/withdraw",
            f"POST {F}/travel/consents/{{consent_id}}/withdraw",
        ),
        frozenset(),  # the consent of the house is for one trip: it is found under that trip alone
    ),
    # Whose wish it is.
    f"POST {F}/travel/wish/{{wish_id}}/end": frozenset({"Ben"}),
    f"POST {A}/travel/wishes/{{wish_id}}/end": frozenset({"Ben"}),
    # The record of travel is for all around the family; a court's decision is noted by professionals.
    **dict.fromkeys((f"GET {F}/travel", f"GET {A}/travel"), FAMILY),
    **dict.fromkeys(
        (
            f"GET {F}/travel/decisions/note",
            f"POST {F}/travel/decisions/note",
            f"POST {A}/travel/decisions",
        ),
        LEADS | CENTRE,
    ),
    **dict.fromkeys(
        (
            f"POST {F}/travel/decisions/{{decision_id}}/end",
            f"POST {A}/travel/decisions/{{decision_id}}/end",
        ),
        (LEADS | CENTRE) - {"Nora"},
    ),
    f"GET {F}/trips/{{trip_id}}/consents/{{consent_id}}/withdraw": frozenset({"Ben"}),  # whose consent it is
    # Swaps, offers to care, and camps and hospital days are between the parents.
    **dict.fromkeys(
        (
            f"GET {F}/swaps",
            f"GET {F}/swaps/ask",
            f"POST {F}/swaps/ask",
            f"POST {F}/swaps/review",
            f"GET {F}/swaps/{{swap_id}}",
            *(
                f"POST {F}/swaps/{{swap_id}}/{what}"
                for what in ("accept", "refuse", "withdraw", "undo", "let-go")
            ),
            f"GET {F}/care",
            f"POST {F}/care",
            f"POST {F}/care/review",
            f"GET {F}/care/{{care_id}}",
            *(f"POST {F}/care/{{care_id}}/{what}" for what in ("accept", "decline", "withdraw")),
            f"GET {A}/swaps",
            f"POST {A}/swaps",
            f"POST {A}/swaps/preview",
            f"GET {A}/swaps/{{swap_id}}",
            *(
                f"POST {A}/swaps/{{swap_id}}/{what}"
                for what in ("acceptance", "refusal", "withdrawal", "undoing", "letting-go")
            ),
            f"GET {A}/care",
            f"POST {A}/care",
            f"POST {A}/care/preview",
            f"GET {A}/care/{{care_id}}",
            *(f"POST {A}/care/{{care_id}}/{what}" for what in ("acceptance", "refusal", "withdrawal")),
            f"GET {F}/away-days",
            f"POST {F}/away-days",
            f"POST {F}/away-days/review",
            f"GET {F}/away-days/{{away_id}}",
            *(f"POST {F}/away-days/{{away_id}}/{what}" for what in ("end", "remove")),
            f"GET {A}/away-days",
            f"POST {A}/away-days",
            f"POST {A}/away-days/preview",
            f"GET {A}/away-days/{{away_id}}",
            *(f"POST {A}/away-days/{{away_id}}/{what}" for what in ("end", "removal")),
        ),
        PARENTS,
    ),
    # That a court decision applies is for all around the family; noting one is for professionals, and its document for
    # those whom row 30 of the matrix opens it (a mediator when it was given to her, as here).
    **dict.fromkeys((f"GET {F}/orders", f"GET {A}/orders"), FAMILY),
    **dict.fromkeys(
        (
            f"GET {F}/orders/note",
            f"POST {F}/orders/note",
            f"POST {F}/orders/review",
            f"POST {A}/orders",
            f"POST {A}/orders/preview",
        ),
        LEADS | CENTRE,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/orders/{{order_id}}",
            f"GET {F}/orders/{{order_id}}/correct",
            f"POST {F}/orders/{{order_id}}/review",
            f"POST {F}/orders/{{order_id}}/correct",
            f"POST {F}/orders/{{order_id}}/end",
            f"GET {A}/orders/{{order_id}}",
            f"POST {A}/orders/{{order_id}}/corrections",
            f"POST {A}/orders/{{order_id}}/end",
        ),
        (LEADS | CENTRE) - {"Nora"},
    ),
    # A child's documents: parents keep the register, those around the family see it, a court's word is a professional's.
    **dict.fromkeys(
        (
            f"GET {F}/documents",
            f"GET {F}/documents/{{document_id}}",
            f"GET {A}/documents",
            f"GET {A}/documents/{{document_id}}",
            f"POST {F}/documents/{{document_id}}/events",
            f"POST {F}/documents/{{document_id}}/events/{{event_id}}/retract",
            f"POST {A}/documents/{{document_id}}/events/{{event_id}}/retraction",
        ),
        FAMILY,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/documents/note",
            f"POST {F}/documents/note",
            f"POST {F}/documents/requests",
            f"GET {F}/documents/{{document_id}}/details",
            f"POST {F}/documents/{{document_id}}/details",
            *(
                f"{method} {F}/documents/{{document_id}}/{what}"
                for method in ("GET", "POST")
                for what in ("hand-over", "release", "keeper")
            ),
            f"POST {A}/documents",
            f"POST {A}/documents/requests",
            f"POST {A}/documents/{{document_id}}/events",
            f"POST {F}/documents/{{document_id}}/receipts/{{receipt_id}}/withdraw",
            f"POST {A}/documents/{{document_id}}/receipts/{{receipt_id}}/withdrawal",
            *(f"POST {A}/documents/{{document_id}}/{what}" for what in ("handovers", "releases", "keepers")),
        ),
        PARENTS,
    ),
    # The number: who entered it, and those to whom row 03 of the matrix opens it.
    **dict.fromkeys(
        (f"POST {F}/documents/{{document_id}}/number", f"POST {A}/documents/{{document_id}}/number"),
        ANA | LEADS | {"Otto"},
    ),
    **dict.fromkeys(
        (
            *(
                f"POST {F}/documents/{{document_id}}/receipts/{{receipt_id}}/{what}"
                for what in ("sign", "confirm", "refuse")
            ),
            *(
                f"POST {A}/documents/{{document_id}}/receipts/{{receipt_id}}/{what}"
                for what in ("signature", "confirmation", "refusal")
            ),
        ),
        PARENTS | CENTRE,
    ),
    "GET /documents-in-hand": CENTRE,
    # The sheet for the police: a parent's own, and the centre's.
    **dict.fromkeys((f"GET {F}/sheet", f"POST {F}/sheet", f"POST {A}/fact-sheet"), PARENTS | CENTRE),
    # Appointments: those invited see them, whoever holds the mandate books, and one's own alone can be moved.
    **dict.fromkeys((f"GET {F}/appointments", f"GET {A}/sessions"), PARENTS | LEADS),
    **dict.fromkeys(
        (
            f"GET {F}/appointments/book",
            f"POST {F}/appointments/book",
            f"POST {A}/sessions",
            f"GET {F}/overview",
        ),
        LEADS,
    ),
    **dict.fromkeys(
        (
            f"GET {F}/appointments/{{session_id}}",
            f"POST {F}/appointments/{{session_id}}/move",
            f"POST {F}/appointments/{{session_id}}/cancel",
            f"POST {A}/sessions/{{session_id}}/times",
            f"POST {A}/sessions/{{session_id}}/cancellation",
        ),
        MIA,
    ),
    "GET /my-day": LEADS | OTHER_LEADS,
    **dict.fromkeys(
        (
            "GET /my-day/asked/{mandate_id}",
            "POST /my-day/asked/{mandate_id}/accept",
            "POST /my-day/asked/{mandate_id}/decline",
            "POST /api/mandates/{mandate_id}/answer",
        ),
        ASKED,
    ),
    # The centre's desk and the start of families.
    **dict.fromkeys(
        (
            "GET /desk",
            "GET /desk/{alert_id}",
            "POST /desk/{alert_id}/claim",
            "POST /desk/{alert_id}/release",
            "POST /desk/{alert_id}/decision",
            "POST /desk/{alert_id}/second",
            "POST /desk/{alert_id}/reopen",
            "GET /api/alerts",
            "GET /api/alerts/{alert_id}",
            "POST /api/alerts/{alert_id}/claim",
            "POST /api/alerts/{alert_id}/release",
            "POST /api/alerts/{alert_id}/decision",
            "POST /api/alerts/{alert_id}/second",
            "POST /api/alerts/{alert_id}/decline",
            "POST /api/alerts/{alert_id}/reopen",
            "GET /rules",
            "GET /rules/{rule_id}",
            "GET /openings",
            "GET /openings/{family_id}",
            "POST /openings/{family_id}/advice",
            "POST /openings/{family_id}/moves/{move}",
            "GET /api/openings",
            "GET /api/openings/{family_id}/screening",
            "POST /api/openings/{family_id}/advice",
        ),
        CENTRE,
    ),
    # School calendars are kept by the administrator and the centre's coordinator.
    **dict.fromkeys(
        (
            "GET /school-calendars",
            "GET /school-calendars/{community}/{begins}/{holiday}",
            "POST /school-calendars/{community}/{begins}/{holiday}/review",
            "POST /school-calendars/{community}/{begins}/{holiday}",
            "GET /api/school-calendars/{community}/{begins}/{holiday}",
            "POST /api/school-calendars/{community}/{begins}/{holiday}/preview",
            "PUT /api/school-calendars/{community}/{begins}/{holiday}",
            "POST /api/school-calendars/{community}/{begins}/{holiday}/withdrawal",
            # So are the numbers for urgent help.
            "GET /help-numbers",
            "GET /help-numbers/{contact}",
            "POST /help-numbers/{contact}/review",
            "POST /help-numbers/{contact}",
        ),
        frozenset({"Kim", "Root"}),
    ),
    **dict.fromkeys(
        (
            "POST /openings/{family_id}/answers",
            "POST /openings/{family_id}/lift",
            "POST /api/openings/{family_id}/answers",
            "POST /api/openings/{family_id}/lift",
        ),
        WELFARE,
    ),
    **dict.fromkeys(
        ("POST /settings/devices/{device_id}/end", "POST /settings/tokens/{token_id}/revoke"), ANA
    ),
}
LAST = (  # they take away the ground under the rest
    f"POST {F}/family/professional/{{mandate_id}}/end",
    "POST /api/mandates/{mandate_id}/answer",
    "POST /my-day/asked/{mandate_id}/accept",
    "POST /my-day/asked/{mandate_id}/decline",
    "POST /sign-out",
    "GET /exit",
)
QUERY = dict.fromkeys(
    (f"GET {A}/{what}" for what in ("stays", "nights", "handovers")), "?from=2027-03-01&to=2027-03-20"
)
# Where a form is read before the family is, a form that is whole, so that the door and not the form decides.
FORM: dict[str, dict[str, str]] = {
    f"POST {F}/plan": {"effective_on": "2027-04-01"},
    f"POST {F}/plan/sign/{{version_id}}": {"digest": "0" * 64},
    f"POST {F}/plan/reviews/{{review_id}}/answer": {"answer": "stays"},
    f"POST {F}/plan/reviews/{{review_id}}/postpone": {"to": "2027-04-01"},
    f"POST {F}/calendar/record/share": {"month": "2027-03-01"},
    f"POST {F}/calendar/record/stop": {"month": "2027-03-01"},
    f"POST {F}/plan/clauses/together": {"effective_on": "2027-04-01"},
    "POST /openings/{family_id}/lift": {"home": "A"},
}


def in_order(house: House) -> list[Door]:
    """Looking first, doing after, and last what takes away the ground under the rest."""
    last = {name: number for number, name in enumerate(LAST, 1)}
    return sorted(
        house.doors(), key=lambda door: (last.get(door.name, 0), door.method not in {"GET", "HEAD"})
    )


def address(door: Door, ids: dict[str, str]) -> str:
    if door.method == "DELETE":
        ids = {**ids, "feed_id": ids["other_feed_id"]}  # the page removes the first one
    return door.at(ids) + QUERY.get(door.name, "")


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_every_door_has_somebody(app: Any) -> None:
    there = {door.name for door in doors(app)}
    assert there - WHO.keys() == set(), "say whose these are"
    assert WHO.keys() - there == set(), "these are gone"


async def _bodies(browser: Browser, child: str) -> dict[str, Any]:
    """The examples of the API's own description, about a child of this family."""
    text = (await browser.client.get("/api/openapi.json")).text
    return examples(json.loads(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", child, text)))


def _opens(door: Door, status: int, location: str) -> bool:
    return status not in {401, 404} and status < 500 and not (status == 303 and location == "/sign-in")


def _shut(door: Door, who: str, status: int, location: str) -> bool:
    to_the_front = (status, location) == (303, "/sign-in")
    if who != "nobody":
        return status == 404 or (to_the_front and door.path == "/sign-in/code")
    if not WHO[door.name]:
        return status == 404 or to_the_front
    return status == 401 if door.is_api else to_the_front


@pytest.mark.parametrize(("who", "dialect"), [*((who, "sqlite") for who in sorted(ALL)), ("Sam", "postgres")])
async def test_who_finds_what(who: str, house: House) -> None:
    browser = await house.browser(who)
    bodies = await _bodies(browser, str(house.ours.couple.children[0]))
    wrong = []
    for door in in_order(house):
        body = bodies.get(door.name) if door.is_api else FORM.get(door.name)
        answer = await browser.send(door.method, address(door, house.ours.ids), body)
        location = answer.headers.get("location", "")
        if who in WHO[door.name]:
            if not _opens(door, answer.status_code, location):
                wrong.append((door.name, answer.status_code, answer.text[:200] if door.is_api else ""))
            continue
        if not _shut(door, who, answer.status_code, location):
            wrong.append((door.name, answer.status_code, "should be shut"))
        if who not in CLOSELY:
            continue
        nowhere = unlike(house.ours.ids)
        if who in FAMILY:  # at home here, but not with this thing
            nowhere["family_id"] = house.ours.ids["family_id"]
        missing = await browser.send(door.method, address(door, nowhere), body)
        if (missing.status_code, plain(missing.text, nowhere)) != (
            answer.status_code,
            plain(answer.text, house.ours.ids),
        ):
            wrong.append((door.name, answer.status_code, "tells that it is there"))
        same = [name for name in answer.headers if name not in {"set-cookie", "content-length"}]
        if [answer.headers[name] for name in same] != [missing.headers.get(name) for name in same]:
            wrong.append((door.name, answer.status_code, "tells in a header that it is there"))
    assert not wrong, "\n".join(map(str, wrong))


def swapped(door: Door, house: House) -> list[dict[str, str]]:
    """Ana's own ids, with each thing inside the family in turn replaced by the one of Sam's family."""
    ours, theirs = house.ours.ids, house.theirs.ids
    inside = [
        name
        for name in door.named
        if name.endswith("_id") and name not in {"family_id", "rule_id", "sign_up_id"}
    ]
    if door.method == "DELETE":
        inside = ["other_feed_id"]
    return [{**ours, name: theirs[name]} for name in inside]


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
async def test_what_belongs_to_another_family_is_not_there_under_ones_own_path(house: House) -> None:
    """BOLA: every id in every path, by those who may use that path for their own (safety.md 2.3)."""
    bodies = await _bodies(await house.browser("nobody"), str(house.ours.couple.children[0]))
    wrong = []
    for who in ("Ana", "Ben", "Mia"):
        browser = await house.browser(who)
        for door in in_order(house):
            if "family_id" not in door.named and not door.path.startswith("/settings"):
                continue
            body = bodies.get(door.name) if door.is_api else FORM.get(door.name)
            for ids in swapped(door, house):
                nowhere = {**unlike(ids), "family_id": ids["family_id"]}
                answer = await browser.send(door.method, address(door, ids), body)
                missing = await browser.send(door.method, address(door, nowhere), body)
                if who in WHO[door.name] and answer.status_code != 404:
                    wrong.append((who, door.name, answer.status_code))
                if plain(answer.text, ids) != plain(missing.text, nowhere):
                    wrong.append((who, door.name, "tells that it is there"))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_child_of_another_family_cannot_be_named_in_a_body(house: House) -> None:
    other = str(house.theirs.couple.children[0])
    browser = await house.browser("Ana")
    bodies = await _bodies(browser, other)
    for door in in_order(house):
        if door.is_api and door.named[:1] == ("family_id",) and other in json.dumps(bodies.get(door.name)):
            answer = await browser.send(door.method, address(door, house.ours.ids), bodies[door.name])
            assert answer.status_code in {403, 404, 409, 422}, (door.name, answer.status_code)
            assert other not in answer.text


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_mandate_ends_at_the_next_request(house: House) -> None:
    family, mia = house.ours.couple.family_id, house.people["Mia"]
    browser, path = await house.browser("Mia"), f"/f/{family}/overview"
    assert (await browser.send("GET", path)).status_code == 200
    async with house.world.database.reading() as reading:
        [held] = [one for one in await mandate.mandates_of(reading, family) if one.person_id == mia.id]
    await house.world.run(mia, mandate.end, family, held.id)
    assert (await browser.send("GET", path)).status_code == 404
