"""Stages and moves that every pathway shares: stop for safety, end, start again, close, sign and follow up."""

from collections.abc import Iterable, Mapping

from mediation.pathways.values import (
    CENTRE,
    DIVERTED,
    PARENTS,
    PROFESSIONALS,
    SAFETY_DIVERT,
    STAY,
    Actor,
    Deadline,
    Kind,
    MoveWords,
    Rules,
    Stage,
    Transition,
    When,
)
from parenting_plans.values import Words

ENDED: Stage = "ended_no_agreement"
CLOSED: Stage = "closed"


def safety_rules(stages: Iterable[Stage]) -> Rules:
    """From any stage anyone may stop joint work for safety, a parent privately; only the centre reopens it."""
    divert = Transition(STAY, PARENTS | PROFESSIONALS, records=(DIVERTED,), when=When.ALWAYS)
    resume = Transition(
        STAY,
        CENTRE,
        needs=("joint_work_safe",),
        clears=(DIVERTED,),
        document="review_note",
        when=When.DIVERTED,
    )
    return {
        (stage, move): rule for stage in stages for move, rule in (("divert", divert), ("resume", resume))
    }


def end_rules(stages: Iterable[Stage], who: frozenset[Actor]) -> Rules:
    """Any of `who` may end at any time (art. 1729 Judicial Code). Nothing is asked and no reason is kept."""
    end = Transition(ENDED, who, document="notice_of_end", when=When.ALWAYS)
    return {(stage, "end"): end for stage in stages}


def close_rules(stages: Iterable[Stage], *, over: Iterable[Stage]) -> Rules:
    """The coordinator closes: what is `over` at once, the rest when both ask or the youngest child is 18."""
    who = frozenset({Actor.COORDINATOR})
    asked = Transition(
        CLOSED, who, needs=("closing_asked", "handed_over"), document="closing_letter", when=When.ALWAYS
    )
    at_once = Transition(CLOSED, who, needs=("handed_over",), document="closing_letter", when=When.ALWAYS)
    past = set(over)
    return {(stage, "close"): at_once if stage in past else asked for stage in stages}


def again_rules(stages: Iterable[Stage]) -> Rules:
    """A new start goes past the private questions again; the information talk needs no repeating."""
    again = Transition(
        "safety_screen",
        PARENTS | CENTRE,
        clears=("lawyer_informed_a", "lawyer_informed_b"),
        leads_into="opening",
    )
    return {(stage, "start_again"): again for stage in stages}


def agreement_rules(leader: Actor) -> Rules:
    """From the sessions to a signed plan and its follow-up, led by the mediator or the family lawyer."""
    half_a_year = Deadline(182, Kind.MODEL)
    return {
        ("sessions", "draft_agreement"): Transition(
            "agreement_draft", PARENTS, together=True, document="draft_plan"
        ),
        ("agreement_draft", "back_to_sessions"): Transition(
            "sessions", PARENTS | {leader}, needs=("joint_work_safe",)
        ),
        ("agreement_draft", "sign_agreement"): Transition(
            "agreement_signed",
            PARENTS | {leader, Actor.SYSTEM},
            needs=("plan_signed",),
            document="signed_plan",
        ),
        ("agreement_signed", "start_monitoring"): Transition(
            "monitoring", frozenset({leader, Actor.SYSTEM, Actor.COORDINATOR}), needs=("plan_signed",)
        ),
        ("monitoring", "review_plan"): Transition(
            "agreement_draft", PARENTS, together=True, document="review_note", deadline=half_a_year
        ),
    }


STAGES: Mapping[Stage, Words] = {
    "sessions": {"nl": "Gesprekken", "fr": "Séances", "de": "Gespräche", "en": "Sessions"},
    "agreement_draft": {
        "nl": "Ontwerp van afspraken",
        "fr": "Projet d'accord",
        "de": "Entwurf der Absprachen",
        "en": "Draft agreement",
    },
    "agreement_signed": {
        "nl": "Door beide ouders ondertekend",
        "fr": "Signé par les deux parents",
        "de": "Von beiden Eltern unterzeichnet",
        "en": "Signed by both parents",
    },
    "monitoring": {"nl": "Opvolging", "fr": "Suivi", "de": "Begleitung", "en": "Follow-up"},
    ENDED: {
        "nl": "Gestopt zonder akkoord",
        "fr": "Terminé sans accord",
        "de": "Ohne Einigung beendet",
        "en": "Ended without agreement",
    },
    CLOSED: {"nl": "Afgesloten", "fr": "Clôturé", "de": "Abgeschlossen", "en": "Closed"},
}

SAFETY_WORDS: Mapping[Stage, Words] = {
    SAFETY_DIVERT: {
        "nl": "Samenwerking gestopt voor de veiligheid",
        "fr": "Travail commun arrêté par sécurité",
        "de": "Gemeinsame Arbeit aus Sicherheitsgründen gestoppt",
        "en": "Joint work stopped for safety",
    }
}

MOVES: Mapping[str, MoveWords] = {
    "divert": MoveWords(
        {
            "nl": "Het centrum om hulp vragen",
            "fr": "Demander l'aide du centre",
            "de": "Das Zentrum um Hilfe bitten",
            "en": "Ask the centre for help",
        },
        {
            "nl": "Alleen het centrum ziet dit. Het neemt apart contact op en gezamenlijke stappen wachten.",
            "fr": "Seul le centre le voit. Il prend contact séparément et les étapes communes attendent.",
            "de": "Nur das Zentrum sieht das. Es meldet sich einzeln und gemeinsame Schritte warten.",
            "en": "Only the centre sees this. It makes contact separately and joint steps wait.",
        },
    ),
    "resume": MoveWords(
        {
            "nl": "Samenwerking hervatten",
            "fr": "Reprendre le travail commun",
            "de": "Gemeinsame Arbeit wieder aufnehmen",
            "en": "Reopen joint work",
        },
        {
            "nl": "Twee professionals vinden samenwerken weer veilig. De ouders gaan verder waar ze waren.",
            "fr": "Deux professionnels jugent le travail commun à nouveau sûr. Les parents reprennent où ils étaient.",
            "de": "Zwei Fachpersonen halten gemeinsame Arbeit wieder für sicher. Die Eltern machen weiter, wo sie waren.",
            "en": "Two professionals find joint work safe again. The parents go on where they were.",
        },
    ),
    "end": MoveWords(
        {"nl": "Stoppen", "fr": "Arrêter", "de": "Beenden", "en": "Stop"},
        {
            "nl": "U mag altijd stoppen. Niemand vraagt waarom en er wordt geen reden bewaard.",
            "fr": "Vous pouvez toujours arrêter. Personne ne demande pourquoi et aucune raison n'est gardée.",
            "de": "Sie dürfen jederzeit aufhören. Niemand fragt nach dem Grund und es wird keiner gespeichert.",
            "en": "You may always stop. Nobody asks why and no reason is kept.",
        },
    ),
    "start_again": MoveWords(
        {"nl": "Opnieuw beginnen", "fr": "Recommencer", "de": "Neu beginnen", "en": "Start again"},
        {
            "nl": "Elke ouder beantwoordt eerst opnieuw alleen de privévragen. Daarna kiezen jullie een weg.",
            "fr": "Chaque parent répond d'abord seul aux questions privées. Ensuite, vous choisissez une voie.",
            "de": "Jeder Elternteil beantwortet zuerst allein die privaten Fragen. Danach wählen Sie einen Weg.",
            "en": "Each parent first answers the private questions alone. Then you choose a route.",
        },
    ),
    "close": MoveWords(
        {
            "nl": "Dossier afsluiten",
            "fr": "Clôturer le dossier",
            "de": "Akte schließen",
            "en": "Close the file",
        },
        {
            "nl": "Het dossier gaat dicht en de bewaartermijnen beginnen te lopen.",
            "fr": "Le dossier est clôturé et les durées de conservation commencent.",
            "de": "Die Akte wird geschlossen und die Aufbewahrungsfristen beginnen.",
            "en": "The file is closed and the retention periods begin.",
        },
    ),
    "begin_sessions": MoveWords(
        {
            "nl": "De gesprekken beginnen",
            "fr": "Commencer les séances",
            "de": "Mit den Gesprächen beginnen",
            "en": "Begin the sessions",
        },
        {
            "nl": "Vanaf nu kunnen er gesprekken gepland worden.",
            "fr": "À partir de maintenant, des séances peuvent être fixées.",
            "de": "Ab jetzt können Gespräche geplant werden.",
            "en": "From now on sessions can be planned.",
        },
    ),
    "draft_agreement": MoveWords(
        {
            "nl": "Afspraken op papier zetten",
            "fr": "Mettre l'accord par écrit",
            "de": "Absprachen aufschreiben",
            "en": "Write down the agreement",
        },
        {
            "nl": "Zodra beide ouders ja zeggen, worden de afspraken uitgeschreven, ook als het er nog maar enkele zijn.",
            "fr": "Dès que les deux parents disent oui, l'accord est mis par écrit, même s'il est encore partiel.",
            "de": "Sobald beide Eltern Ja sagen, werden die Absprachen aufgeschrieben, auch wenn es erst einige sind.",
            "en": "Once both parents say yes, what is agreed is written down, even if it is only a part.",
        },
    ),
    "back_to_sessions": MoveWords(
        {
            "nl": "Verder praten",
            "fr": "Reprendre la discussion",
            "de": "Weiter sprechen",
            "en": "Talk further",
        },
        {
            "nl": "Het ontwerp blijft bewaard en de gesprekken gaan verder.",
            "fr": "Le projet est conservé et les séances continuent.",
            "de": "Der Entwurf bleibt erhalten und die Gespräche gehen weiter.",
            "en": "The draft is kept and the sessions go on.",
        },
    ),
    "sign_agreement": MoveWords(
        {
            "nl": "De handtekeningen noteren",
            "fr": "Enregistrer les signatures",
            "de": "Unterschriften festhalten",
            "en": "Record the signatures",
        },
        {
            "nl": "Het plan is door beide ouders ondertekend en verzegeld.",
            "fr": "Le plan est signé par les deux parents et scellé.",
            "de": "Der Plan ist von beiden Eltern unterzeichnet und versiegelt.",
            "en": "The plan is signed by both parents and sealed.",
        },
    ),
    "start_monitoring": MoveWords(
        {
            "nl": "De opvolging starten",
            "fr": "Commencer le suivi",
            "de": "Begleitung beginnen",
            "en": "Start the follow-up",
        },
        {
            "nl": "De kalender volgt nu het ondertekende plan.",
            "fr": "Le calendrier suit maintenant le plan signé.",
            "de": "Der Kalender folgt jetzt dem unterzeichneten Plan.",
            "en": "The calendar now follows the signed plan.",
        },
    ),
    "review_plan": MoveWords(
        {
            "nl": "Het plan herbekijken",
            "fr": "Revoir le plan",
            "de": "Plan überprüfen",
            "en": "Review the plan",
        },
        {
            "nl": "Zodra beide ouders ja zeggen, komt er een nieuw ontwerp. Het huidige plan blijft intussen gelden.",
            "fr": "Dès que les deux parents disent oui, un nouveau projet commence. Le plan actuel reste valable entre-temps.",
            "de": "Sobald beide Eltern Ja sagen, beginnt ein neuer Entwurf. Der jetzige Plan gilt inzwischen weiter.",
            "en": "Once both parents say yes, a new draft begins. The present plan holds meanwhile.",
        },
    ),
}
