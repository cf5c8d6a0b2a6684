"""The emergency centre: ambulance, fire brigade and police, in the whole European Union."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="emergency",
        group=Group.URGENT,
        name={
            "nl": "Noodcentrale",
            "fr": "Centrale d'urgence",
            "de": "Notrufzentrale",
            "en": "Emergency centre",
        },
        numbers=("112",),
        about={
            "nl": "Ziekenwagen, brandweer en politie, in de hele Europese Unie. Kunt u niet spreken of horen? Gebruik in België de app 112 BE.",
            "fr": "Ambulance, pompiers et police, dans toute l'Union européenne. Vous ne pouvez pas parler ou entendre ? Utilisez l'app 112 BE en Belgique.",
            "de": "Krankenwagen, Feuerwehr und Polizei, in der ganzen Europäischen Union. Sie können nicht sprechen oder hören? Nutzen Sie in Belgien die App 112 BE.",
            "en": "Ambulance, fire brigade and police, in the whole European Union. Cannot speak or hear? In Belgium, use the app 112 BE.",
        },
        hours={"nl": "Dag en nacht", "fr": "Jour et nuit", "de": "Tag und Nacht", "en": "Day and night"},
        always=True,
        free=True,
        source="police.be, emergency numbers; 112.be, people who are deaf or cannot speak (app 112 BE)",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.OWN,
    ),
)
