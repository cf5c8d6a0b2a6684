"""Child Focus: the Belgian line of the European number for missing children."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="child_focus",
        group=Group.CHILD,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "Child Focus"),
        numbers=("116 000",),
        about={
            "nl": "Advies en steun bij een vermist of meegenomen kind, ook als u er alleen bang voor bent.",
            "fr": "Conseil et soutien quand un enfant a disparu ou a été emmené, aussi si vous le craignez seulement.",
            "de": "Rat und Beistand, wenn ein Kind vermisst oder weggebracht wird, auch wenn Sie es nur befürchten.",
            "en": "Advice and support when a child is missing or was taken away, also when you only fear it.",
        },
        hours={"nl": "Dag en nacht", "fr": "Jour et nuit", "de": "Tag und Nacht", "en": "Day and night"},
        always=True,
        free=True,
        source="childfocus.be: what if my child is missing; the free number 116 000, day and night",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.OWN,
    ),
)
