"""The Belgian Central Authority for children taken to or kept in another country."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="federal_contact_point",
        group=Group.CHILD,
        name={
            "nl": "Federaal Aanspreekpunt van de FOD Justitie",
            "fr": "Point de contact fédéral du SPF Justice",
            "de": "Föderale Kontaktstelle des FÖD Justiz",
            "en": "Federal Contact Point of the FPS Justice",
        },
        numbers=("+32 2 542 67 00",),
        email="rapt-parental@just.fgov.be",
        about={
            "nl": "Voor een kind dat naar een ander land is meegenomen of daar wordt gehouden, en om dat te voorkomen.",
            "fr": "Pour un enfant emmené ou retenu dans un autre pays, et pour l'éviter.",
            "de": "Für ein Kind, das in ein anderes Land gebracht oder dort behalten wird, und um das zu verhindern.",
            "en": "For a child taken to or kept in another country, and to prevent it.",
        },
        hours={
            "nl": "De FOD Justitie noemt het dag en nacht bereikbaar",
            "fr": "Le SPF Justice le dit joignable jour et nuit",
            "de": "Laut FÖD Justiz Tag und Nacht erreichbar",
            "en": "Day and night, says the FPS Justice",
        },
        unsure={
            "nl": "Wij konden niet bevestigen dat het dag en nacht open is. Neemt niemand op? Bel Child Focus.",
            "fr": "Nous n'avons pas pu confirmer qu'il est ouvert jour et nuit. Personne ne répond ? Appelez Child Focus.",
            "de": "Wir konnten nicht bestätigen, dass sie Tag und Nacht offen ist. Niemand nimmt ab? Rufen Sie Child Focus an.",
            "en": "We could not confirm that it is open day and night. Does nobody answer? Call Child Focus.",
        },
        source="justitie.belgium.be: reachable 7 days of 7, 24 hours; a page of diplomatie.belgium.be: during the day",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.REPORTED,
    ),
)
