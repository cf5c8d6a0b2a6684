"""Écoute-Enfants, the line in French for children and young people."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="young_fr",
        group=Group.YOUNG,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "Écoute-Enfants"),
        numbers=("103",),
        about={
            "nl": "Iemand die naar je luistert, zonder dat je je naam zegt.",
            "fr": "Quelqu'un qui t'écoute, sans que tu dises ton nom.",
            "de": "Jemand, der dir zuhört, ohne dass du deinen Namen sagst.",
            "en": "Somebody who listens to you, without your saying your name.",
        },
        hours=None,
        unsure={
            "nl": "De uren konden wij niet bevestigen.",
            "fr": "Nous n'avons pas pu confirmer les heures.",
            "de": "Die Zeiten konnten wir nicht bestätigen.",
            "en": "We could not confirm the hours.",
        },
        free=True,
        source="schoolinschakeling.brussels on Écoute-Enfants (anonymous, free, number 103)",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.REPORTED,
        languages=("fr",),
    ),
)
