"""1712, the Flemish line about violence."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="violence_nl",
        group=Group.VIOLENCE,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "1712"),
        numbers=("1712",),
        about={
            "nl": "Over geweld, misbruik en kindermishandeling. U hoeft uw naam niet te zeggen. Geen noodnummer.",
            "fr": "Sur la violence, les abus et la maltraitance d'enfants. Sans dire votre nom. Pas un numéro d'urgence.",
            "de": "Über Gewalt, Missbrauch und Kindesmisshandlung. Ohne Ihren Namen zu sagen. Keine Notrufnummer.",
            "en": "About violence, abuse and child abuse. You need not say your name. Not an emergency number.",
        },
        hours={
            "nl": "Op werkdagen van 9 tot 17 uur; ook via chat",
            "fr": "Les jours ouvrables de 9 à 17 h ; aussi par chat",
            "de": "An Werktagen von 9 bis 17 Uhr; auch per Chat",
            "en": "On working days from 9:00 to 17:00; also by chat",
        },
        unsure={
            "nl": "De uren konden wij niet bevestigen.",
            "fr": "Nous n'avons pas pu confirmer les heures.",
            "de": "Die Zeiten konnten wir nicht bestätigen.",
            "en": "We could not confirm the hours.",
        },
        free=True,
        source="1712.be, about 1712; hours and cost from press reports of 2019",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.REPORTED,
        languages=("nl",),
    ),
)
