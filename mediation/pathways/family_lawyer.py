"""One lawyer for both parents, first stretch: conflict check, consent of each, sessions, agreement (belgium.md 2.4)."""

from mediation.pathways import everywhere
from mediation.pathways.everywhere import ENDED
from mediation.pathways.values import PARENTS, STAY, Actor, MoveWords, Pathway, Rules, Transition, When

_STAGES = {
    "conflict_check": {
        "nl": "Belangenconflictcheck",
        "fr": "Vérification des conflits d'intérêts",
        "de": "Prüfung auf Interessenkonflikte",
        "en": "Conflict-of-interest check",
    },
    "lawyer_screening": {
        "nl": "Past deze weg?",
        "fr": "Cette voie convient-elle ?",
        "de": "Passt dieser Weg?",
        "en": "Does this route fit?",
    },
    "separate_info": {
        "nl": "Uitleg aan elke ouder apart",
        "fr": "Information à chaque parent séparément",
        "de": "Information an jeden Elternteil einzeln",
        "en": "Each parent informed alone",
    },
    "engaged": {
        "nl": "Samen aangesteld",
        "fr": "Désigné ensemble",
        "de": "Gemeinsam beauftragt",
        "en": "Engaged together",
    },
    "declined": {
        "nl": "Niet aangenomen",
        "fr": "Mission non acceptée",
        "de": "Auftrag nicht angenommen",
        "en": "Not taken on",
    },
    "withdrawn": {"nl": "Teruggetrokken", "fr": "Retrait", "de": "Mandat niedergelegt", "en": "Withdrawn"},
    "barred": {
        "nl": "Opdracht van de gezinsadvocaat beëindigd",
        "fr": "Mission de l'avocat de la famille terminée",
        "de": "Auftrag des Familienanwalts beendet",
        "en": "The family lawyer's work is over",
    },
    **everywhere.STAGES,
}
_RAIL = (
    "conflict_check",
    "lawyer_screening",
    "separate_info",
    "engaged",
    "sessions",
    "agreement_draft",
    "agreement_signed",
    "monitoring",
)
_BEFORE = ("conflict_check", "lawyer_screening", "separate_info")
_OVER = (ENDED, "declined", "barred")
_LAWYER = frozenset({Actor.FAMILY_LAWYER})
# The same letter whatever the cause: a conflict, a worry or a full diary. Parents cannot tell them apart.
_DECLINE = Transition("declined", _LAWYER, document="neutral_letter", when=When.ALWAYS)
# The lawyer must, each parent may; both get the same notice the same minute and no reason is kept.
_WITHDRAW = Transition("withdrawn", PARENTS | _LAWYER, document="withdrawal_notice", when=When.ALWAYS)

_RULES: Rules = {
    ("conflict_check", "clear_conflicts"): Transition(
        "lawyer_screening", _LAWYER, needs=("conflict_check_clear",), document="signed_conflict_check"
    ),
    ("lawyer_screening", "find_suitable"): Transition(
        "separate_info", _LAWYER, needs=("both_screened", "joint_work_safe")
    ),
    ("separate_info", "inform_parent_a"): Transition(
        STAY, _LAWYER, records=("lawyer_informed_a",), document="info_sheet"
    ),
    ("separate_info", "inform_parent_b"): Transition(
        STAY, _LAWYER, records=("lawyer_informed_b",), document="info_sheet"
    ),
    ("separate_info", "consent"): Transition(
        "engaged",
        PARENTS,
        needs=("conflict_check_clear", "seven_days_to_think", "joint_work_safe"),
        together=True,
        document="joint_engagement_letter",
    ),
    **{(stage, "decline"): _DECLINE for stage in _BEFORE},
    **everywhere.end_rules(_BEFORE, PARENTS),
    ("engaged", "begin_sessions"): Transition("sessions", _LAWYER, needs=("joint_work_safe",)),
    **everywhere.agreement_rules(Actor.FAMILY_LAWYER),
    **{(stage, "withdraw"): _WITHDRAW for stage in _RAIL if stage not in _BEFORE},
    ("withdrawn", "bar"): Transition(
        "barred", frozenset({Actor.SYSTEM}), document="bar_record", records=("barred",), when=When.ALWAYS
    ),
    **everywhere.again_rules(_OVER),
    **everywhere.close_rules((*_RAIL, *_OVER), over=_OVER),
    **everywhere.safety_rules(_STAGES),
}

_MOVES = {
    "clear_conflicts": MoveWords(
        {
            "nl": "Geen belangenconflict",
            "fr": "Pas de conflit d'intérêts",
            "de": "Kein Interessenkonflikt",
            "en": "No conflict of interest",
        },
        {
            "nl": "De advocaat bevestigt dat hij en zijn kantoor voor geen van beide ouders eerder optraden.",
            "fr": "L'avocat confirme que ni lui ni son cabinet n'ont agi auparavant pour l'un des parents.",
            "de": "Der Anwalt bestätigt, dass er und seine Kanzlei früher für keinen der Elternteile tätig waren.",
            "en": "The lawyer confirms that neither they nor their office acted for either parent before.",
        },
    ),
    "decline": MoveWords(
        {
            "nl": "De opdracht niet aannemen",
            "fr": "Ne pas accepter la mission",
            "de": "Auftrag nicht annehmen",
            "en": "Do not take this on",
        },
        {
            "nl": "Beide ouders krijgen dezelfde neutrale brief, zonder reden.",
            "fr": "Les deux parents reçoivent la même lettre neutre, sans motif.",
            "de": "Beide Eltern erhalten denselben neutralen Brief, ohne Grund.",
            "en": "Both parents get the same neutral letter, without a reason.",
        },
    ),
    "find_suitable": MoveWords(
        {
            "nl": "Deze weg past",
            "fr": "Cette voie convient",
            "de": "Dieser Weg passt",
            "en": "This route fits",
        },
        {
            "nl": "De advocaat en de deskundige vinden deze weg geschikt voor het gezin.",
            "fr": "L'avocat et l'expert trouvent que cette voie convient à la famille.",
            "de": "Anwalt und Sachverständiger finden diesen Weg für die Familie geeignet.",
            "en": "The lawyer and the expert find this route suitable for the family.",
        },
    ),
    "inform_parent_a": MoveWords(
        {
            "nl": "Uitleg aan ouder A gegeven",
            "fr": "Parent A informé",
            "de": "Elternteil A informiert",
            "en": "Parent A was informed",
        },
        {
            "nl": "Ouder A kreeg alleen uitleg over rol, grenzen, kosten, openheid en het recht op een eigen advocaat.",
            "fr": "Le parent A a été informé seul du rôle, des limites, du coût, de la transparence et du droit à son propre avocat.",
            "de": "Elternteil A wurde allein über Rolle, Grenzen, Kosten, Offenheit und das Recht auf einen eigenen Anwalt informiert.",
            "en": "Parent A was told alone about role, limits, cost, openness and the right to an own lawyer.",
        },
    ),
    "inform_parent_b": MoveWords(
        {
            "nl": "Uitleg aan ouder B gegeven",
            "fr": "Parent B informé",
            "de": "Elternteil B informiert",
            "en": "Parent B was informed",
        },
        {
            "nl": "Ouder B kreeg alleen uitleg over rol, grenzen, kosten, openheid en het recht op een eigen advocaat.",
            "fr": "Le parent B a été informé seul du rôle, des limites, du coût, de la transparence et du droit à son propre avocat.",
            "de": "Elternteil B wurde allein über Rolle, Grenzen, Kosten, Offenheit und das Recht auf einen eigenen Anwalt informiert.",
            "en": "Parent B was told alone about role, limits, cost, openness and the right to an own lawyer.",
        },
    ),
    "consent": MoveWords(
        {
            "nl": "Instemmen met de gezinsadvocaat",
            "fr": "Accepter l'avocat de la famille",
            "de": "Dem Familienanwalt zustimmen",
            "en": "Agree to the family lawyer",
        },
        {
            "nl": "Elke ouder beslist apart, ten vroegste zeven dagen na de uitleg. Zwijgen is geen ja.",
            "fr": "Chaque parent décide séparément, au plus tôt sept jours après l'information. Le silence n'est pas un oui.",
            "de": "Jeder Elternteil entscheidet einzeln, frühestens sieben Tage nach der Information. Schweigen ist kein Ja.",
            "en": "Each parent decides separately, at the earliest seven days after the talk. Silence is not a yes.",
        },
    ),
    "withdraw": MoveWords(
        {
            "nl": "De opdracht beëindigen",
            "fr": "Mettre fin à la mission",
            "de": "Auftrag beenden",
            "en": "End the engagement",
        },
        {
            "nl": "Beide ouders krijgen tegelijk hetzelfde bericht, zonder reden. De advocaat mag nadien voor geen van beiden optreden.",
            "fr": "Les deux parents reçoivent en même temps le même avis, sans motif. L'avocat ne peut ensuite agir pour aucun des deux.",
            "de": "Beide Eltern erhalten gleichzeitig dieselbe Nachricht, ohne Grund. Der Anwalt darf danach für keinen von beiden tätig sein.",
            "en": "Both parents get the same notice at once, without a reason. The lawyer may then act for neither of them.",
        },
    ),
    "bar": MoveWords(
        {
            "nl": "Uitsluiting vastleggen",
            "fr": "Enregistrer l'exclusion",
            "de": "Ausschluss festhalten",
            "en": "Record the bar",
        },
        {
            "nl": "De advocaat, het kantoor en de deskundige mogen in deze zaak nooit meer voor een van de ouders optreden.",
            "fr": "L'avocat, le cabinet et l'expert ne peuvent plus jamais agir pour l'un des parents dans cette affaire.",
            "de": "Anwalt, Kanzlei und Sachverständiger dürfen in dieser Sache nie mehr für einen der Elternteile tätig sein.",
            "en": "The lawyer, the office and the expert may never again act for either parent in this matter.",
        },
    ),
    **everywhere.MOVES,
}

PATHWAY = Pathway(
    id="family_lawyer",
    title={
        "nl": "Eén gezinsadvocaat",
        "fr": "Un seul avocat de la famille",
        "de": "Ein gemeinsamer Familienanwalt",
        "en": "One family lawyer",
    },
    rules=_RULES,
    stages=_STAGES,
    moves=_MOVES,
    rail=_RAIL,
)
