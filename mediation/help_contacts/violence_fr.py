"""Écoute violences conjugales, the line in French about violence between partners."""

from datetime import date

from mediation.help_contact import Certainty, Contact, Group

CONTACTS = (
    Contact(
        id="violence_fr",
        group=Group.VIOLENCE,
        name=dict.fromkeys(("nl", "fr", "de", "en"), "Écoute violences conjugales"),
        numbers=("0800 30 030",),
        about={
            "nl": "Over geweld tussen (vroegere) partners. U hoeft uw naam niet te zeggen. Geen noodnummer.",
            "fr": "Sur la violence entre (anciens) partenaires. Sans dire votre nom. Pas un numéro d'urgence.",
            "de": "Über Gewalt zwischen (früheren) Partnern. Ohne Ihren Namen zu sagen. Keine Notrufnummer.",
            "en": "About violence between (former) partners. You need not say your name. Not an emergency number.",
        },
        hours={
            "nl": "Dag en nacht; 's avonds, 's nachts en in het weekend neemt Télé-Accueil over",
            "fr": "Jour et nuit ; le soir, la nuit et le week-end, Télé-Accueil prend le relais",
            "de": "Tag und Nacht; abends, nachts und am Wochenende übernimmt Télé-Accueil",
            "en": "Day and night; in the evening, at night and at weekends Télé-Accueil takes over",
        },
        always=True,
        free=True,
        source="ecouteviolencesconjugales.be, who we are; cvfe.be, 8 March 2018",
        checked_on=date(2026, 11, 24),
        certainty=Certainty.OWN,
        languages=("fr",),
    ),
)
