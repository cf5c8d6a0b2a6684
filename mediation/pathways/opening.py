"""Before a route is chosen: intake, each parent's private questions, advice, information, informed choice (belgium.md 1.6, 1-7)."""

from mediation.pathways import everywhere
from mediation.pathways.everywhere import CLOSED, ENDED
from mediation.pathways.values import (
    CENTRE,
    PARENTS,
    STAY,
    Actor,
    Deadline,
    Kind,
    MoveWords,
    Pathway,
    Rules,
    Transition,
    When,
)

_STAGES = {
    "intake": {"nl": "Kennismaking", "fr": "Entretien d'accueil", "de": "Aufnahmegespräch", "en": "Intake"},
    "safety_screen": {
        "nl": "Privévragen",
        "fr": "Questions privées",
        "de": "Private Fragen",
        "en": "Private questions",
    },
    "triage": {"nl": "Eerste advies", "fr": "Orientation", "de": "Orientierung", "en": "First advice"},
    "information": {
        "nl": "Infosessie",
        "fr": "Séance d'information",
        "de": "Informationssitzung",
        "en": "Information talk",
    },
    "route_choice": {
        "nl": "Keuze van de weg",
        "fr": "Choix de la voie",
        "de": "Wahl des Weges",
        "en": "Choice of route",
    },
    ENDED: everywhere.STAGES[ENDED],
    CLOSED: everywhere.STAGES[CLOSED],
}
_OPEN = ("intake", "safety_screen", "triage", "information", "route_choice")
_INFORMERS = CENTRE | {Actor.MEDIATOR}

_RULES: Rules = {
    ("intake", "begin_screening"): Transition(
        "safety_screen",
        PARENTS | CENTRE | {Actor.SYSTEM},
        document="intake_form",
        deadline=Deadline(3, Kind.MODEL, working_days=True),
        when=When.ALWAYS,  # no joint work yet, so a private stop has nothing to hold up and nothing to show
    ),
    ("safety_screen", "clear_screening"): Transition(
        "triage", CENTRE, needs=("both_screened", "joint_work_safe"), document="screening_result"
    ),
    ("triage", "advise_route"): Transition(
        "information",
        frozenset({Actor.COORDINATOR}),
        needs=("two_disciplines",),
        document="triage_note",
        deadline=Deadline(5, Kind.MODEL, working_days=True),
    ),
    ("information", "attest_parent_a"): Transition(
        STAY, _INFORMERS, records=("informed_a",), document="attestation"
    ),
    ("information", "attest_parent_b"): Transition(
        STAY, _INFORMERS, records=("informed_b",), document="attestation"
    ),
    ("information", "open_choice"): Transition(
        "route_choice",
        _INFORMERS | {Actor.SYSTEM},
        needs=("both_informed",),
        deadline=Deadline(14, Kind.MODEL),
    ),
    ("route_choice", "choose_consensus"): Transition(
        "protocol_proposed",
        PARENTS,
        needs=("both_informed",),
        together=True,
        document="choice_form",
        leads_into="consensus",
    ),
    ("route_choice", "choose_family_lawyer"): Transition(
        "conflict_check",
        PARENTS,
        needs=("both_informed",),
        together=True,
        document="choice_form",
        leads_into="family_lawyer",
    ),
    **everywhere.end_rules(_OPEN, PARENTS),
    **everywhere.again_rules((ENDED,)),
    **everywhere.close_rules((*_OPEN, ENDED), over=(ENDED,)),
    **everywhere.safety_rules(_STAGES),
}

_MOVES = {
    "begin_screening": MoveWords(
        {
            "nl": "De privévragen openen",
            "fr": "Ouvrir les questions privées",
            "de": "Private Fragen öffnen",
            "en": "Open the private questions",
        },
        {
            "nl": "Elke ouder beantwoordt alleen enkele vragen. De andere ouder kan de antwoorden nooit lezen.",
            "fr": "Chaque parent répond seul à quelques questions. L'autre parent ne peut jamais lire les réponses.",
            "de": "Jeder Elternteil beantwortet allein einige Fragen. Der andere Elternteil kann die Antworten nie lesen.",
            "en": "Each parent answers some questions alone. The other parent can never read the answers.",
        },
    ),
    "clear_screening": MoveWords(
        {
            "nl": "Samen werken kan",
            "fr": "Le travail commun est possible",
            "de": "Gemeinsame Arbeit ist möglich",
            "en": "Joint work is possible",
        },
        {
            "nl": "Het centrum heeft beide vragenlijsten bekeken en ziet geen bezwaar tegen samenwerken.",
            "fr": "Le centre a examiné les deux questionnaires et ne voit pas d'obstacle au travail commun.",
            "de": "Das Zentrum hat beide Fragebögen angesehen und sieht kein Hindernis für gemeinsame Arbeit.",
            "en": "The centre has looked at both questionnaires and sees no obstacle to joint work.",
        },
    ),
    "advise_route": MoveWords(
        {
            "nl": "Een weg aanraden",
            "fr": "Conseiller une voie",
            "de": "Einen Weg raten",
            "en": "Advise a route",
        },
        {
            "nl": "Minstens twee disciplines geven advies over de weg. De ouders kiezen zelf.",
            "fr": "Au moins deux disciplines donnent leur avis sur la voie. Les parents choisissent eux-mêmes.",
            "de": "Mindestens zwei Fachrichtungen geben Rat zum Weg. Die Eltern wählen selbst.",
            "en": "At least two disciplines advise on the route. The parents choose themselves.",
        },
    ),
    "attest_parent_a": MoveWords(
        {
            "nl": "Aanwezigheid van ouder A bevestigen",
            "fr": "Attester la présence du parent A",
            "de": "Teilnahme von Elternteil A bescheinigen",
            "en": "Confirm that parent A attended",
        },
        {
            "nl": "Ouder A heeft de infosessie gevolgd, samen of apart, en krijgt een attest.",
            "fr": "Le parent A a suivi la séance d'information, ensemble ou séparément, et reçoit une attestation.",
            "de": "Elternteil A war bei der Informationssitzung, gemeinsam oder getrennt, und erhält eine Bescheinigung.",
            "en": "Parent A attended the information talk, together or separately, and gets a certificate.",
        },
    ),
    "attest_parent_b": MoveWords(
        {
            "nl": "Aanwezigheid van ouder B bevestigen",
            "fr": "Attester la présence du parent B",
            "de": "Teilnahme von Elternteil B bescheinigen",
            "en": "Confirm that parent B attended",
        },
        {
            "nl": "Ouder B heeft de infosessie gevolgd, samen of apart, en krijgt een attest.",
            "fr": "Le parent B a suivi la séance d'information, ensemble ou séparément, et reçoit une attestation.",
            "de": "Elternteil B war bei der Informationssitzung, gemeinsam oder getrennt, und erhält eine Bescheinigung.",
            "en": "Parent B attended the information talk, together or separately, and gets a certificate.",
        },
    ),
    "open_choice": MoveWords(
        {"nl": "De keuze openen", "fr": "Ouvrir le choix", "de": "Wahl eröffnen", "en": "Open the choice"},
        {
            "nl": "Beide ouders zijn geïnformeerd en kunnen nu een weg kiezen.",
            "fr": "Les deux parents sont informés et peuvent maintenant choisir une voie.",
            "de": "Beide Eltern sind informiert und können jetzt einen Weg wählen.",
            "en": "Both parents are informed and can now choose a route.",
        },
    ),
    "choose_consensus": MoveWords(
        {
            "nl": "Kiezen voor het consensusmodel",
            "fr": "Choisir le modèle de consensus",
            "de": "Das Konsensmodell wählen",
            "en": "Choose the consensus model",
        },
        {
            "nl": "Een erkend bemiddelaar helpt jullie zelf afspraken te maken. Het geldt zodra jullie allebei kiezen.",
            "fr": "Un médiateur agréé vous aide à trouver vous-mêmes un accord. Cela vaut dès que vous choisissez tous les deux.",
            "de": "Ein zugelassener Vermittler hilft Ihnen, selbst Absprachen zu treffen. Es gilt, sobald Sie beide wählen.",
            "en": "An accredited mediator helps you reach your own agreement. It counts once you both choose it.",
        },
    ),
    "choose_family_lawyer": MoveWords(
        {
            "nl": "Kiezen voor één gezinsadvocaat",
            "fr": "Choisir un seul avocat de la famille",
            "de": "Einen gemeinsamen Familienanwalt wählen",
            "en": "Choose one family lawyer",
        },
        {
            "nl": "Eén advocaat werkt voor jullie beiden samen, niet voor de ene tegen de andere. Het geldt zodra jullie allebei kiezen.",
            "fr": "Un seul avocat travaille pour vous deux, pas pour l'un contre l'autre. Cela vaut dès que vous choisissez tous les deux.",
            "de": "Ein Anwalt arbeitet für Sie beide, nicht für den einen gegen den anderen. Es gilt, sobald Sie beide wählen.",
            "en": "One lawyer works for you both, not for one against the other. It counts once you both choose it.",
        },
    ),
    **{move: everywhere.MOVES[move] for move in ("end", "start_again", "close", "divert", "resume")},
}

PATHWAY = Pathway(
    id="opening",
    title={"nl": "De start", "fr": "Le début", "de": "Der Anfang", "en": "The beginning"},
    rules=_RULES,
    stages=_STAGES,
    moves=_MOVES,
    rail=_OPEN,
)
