"""Awel, the line in Dutch for children and young people."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="young_nl",
        group=Group.YOUNG,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "Awel"),
        numbers=("102",),
        about={
            "nl": "Je kunt er alles vertellen, zonder je naam te zeggen. Ook via chat.",
            "fr": "Tu peux tout leur dire, sans dire ton nom. Aussi par chat.",
            "de": "Du kannst dort alles erzählen, ohne deinen Namen zu sagen. Auch per Chat.",
            "en": "You can tell them anything, without saying your name. Also by chat.",
        },
        hours=None,
        unsure={
            "nl": "De uren konden wij niet bevestigen.",
            "fr": "Nous n'avons pas pu confirmer les heures.",
            "de": "Die Zeiten konnten wir nicht bestätigen.",
            "en": "We could not confirm the hours.",
        },
        free=True,
        source="childhelplineinternational.org on Awel (free, anonymous); press reports on the number 102",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.REPORTED,
        languages=("nl",),
    ),
)
