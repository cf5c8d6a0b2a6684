"""Telefonhilfe, the listening line in German."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="listening_de",
        group=Group.VIOLENCE,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "Telefonhilfe"),
        numbers=("108",),
        about={
            "nl": "Iemand die luistert, bij zorgen en in een crisis. U hoeft uw naam niet te zeggen.",
            "fr": "Quelqu'un qui écoute, en cas de soucis ou de crise. Sans dire votre nom.",
            "de": "Jemand, der zuhört, bei Sorgen und in Krisen. Ohne Ihren Namen zu sagen.",
            "en": "Somebody who listens, with worries and in a crisis. You need not say your name.",
        },
        hours={"nl": "Dag en nacht", "fr": "Jour et nuit", "de": "Tag und Nacht", "en": "Day and night"},
        always=True,
        free=True,
        source="telefonhilfe.be, about us; brf.be on the free number",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.OWN,
        languages=("de",),
    ),
)
