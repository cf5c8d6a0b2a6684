"""The police in Belgium when it is urgent."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="police",
        group=Group.URGENT,
        name={"nl": "Politie", "fr": "Police", "de": "Polizei", "en": "Police"},
        numbers=("101",),
        about={
            "nl": "Dringende hulp van de politie, in België.",
            "fr": "L'aide urgente de la police, en Belgique.",
            "de": "Dringende Hilfe der Polizei, in Belgien.",
            "en": "Urgent help from the police, in Belgium.",
        },
        hours={"nl": "Dag en nacht", "fr": "Jour et nuit", "de": "Tag und Nacht", "en": "Day and night"},
        always=True,
        source="police.be, emergency numbers: dial 101 directly for urgent police help; sos112.be, how to call",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.OWN,
    ),
)
