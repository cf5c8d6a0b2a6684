"""The Belgian ministry that helps where no treaty on return applies."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="foreign_affairs",
        group=Group.CHILD,
        name={
            "nl": "FOD Buitenlandse Zaken",
            "fr": "SPF Affaires étrangères",
            "de": "FÖD Auswärtige Angelegenheiten",
            "en": "FPS Foreign Affairs",
        },
        numbers=("+32 2 501 81 11",),
        about={
            "nl": "Consulaire hulp, vooral als een land geen verdrag over de terugkeer van kinderen heeft.",
            "fr": "Aide consulaire, surtout si un pays n'a pas de traité sur le retour d'enfants.",
            "de": "Konsularische Hilfe, vor allem wenn ein Land keinen Vertrag über die Rückgabe von Kindern hat.",
            "en": "Consular help, most of all where a country has no treaty on the return of children.",
        },
        hours=None,
        unsure={
            "nl": "Wij konden dit nummer en de uren niet bevestigen. Op diplomatie.belgium.be staat elke ambassade.",
            "fr": "Nous n'avons pas pu confirmer ce numéro ni les heures. Chaque ambassade figure sur diplomatie.belgium.be.",
            "de": "Wir konnten diese Nummer und die Zeiten nicht bestätigen. Auf diplomatie.belgium.be steht jede Botschaft.",
            "en": "We could not confirm this number or the hours. Every embassy is listed on diplomatie.belgium.be.",
        },
        source="diplomatie.belgium.be, Act on consular assistance 2018 (a child taken abroad); no source found for the number",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.UNCONFIRMED,
    ),
)
