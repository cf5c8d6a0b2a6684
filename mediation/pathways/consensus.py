"""The consensus model, first stretch: protocol, sessions, agreement, follow-up (belgium.md 1.6, 8-11, 27, 29-31)."""

from mediation.pathways import everywhere
from mediation.pathways.everywhere import ENDED
from mediation.pathways.values import (
    PARENTS,
    Actor,
    Deadline,
    Kind,
    MoveWords,
    Pathway,
    Rules,
    Transition,
)

_STAGES = {
    "protocol_proposed": {
        "nl": "Bemiddelingsprotocol voorgesteld",
        "fr": "Protocole de médiation proposé",
        "de": "Mediationsprotokoll vorgeschlagen",
        "en": "Mediation protocol proposed",
    },
    "protocol_signed": {
        "nl": "Bemiddelingsprotocol ondertekend",
        "fr": "Protocole de médiation signé",
        "de": "Mediationsprotokoll unterzeichnet",
        "en": "Mediation protocol signed",
    },
    "paused": {"nl": "Pauze", "fr": "Pause", "de": "Pause", "en": "Pause"},
    **everywhere.STAGES,
}
_RAIL = (
    "protocol_proposed",
    "protocol_signed",
    "sessions",
    "agreement_draft",
    "agreement_signed",
    "monitoring",
)
_ACTIVE = ("protocol_proposed", "protocol_signed", "sessions", "paused", "agreement_draft")
_MEDIATOR = frozenset({Actor.MEDIATOR})
_SAFE = ("joint_work_safe",)

_RULES: Rules = {
    ("protocol_proposed", "sign_protocol"): Transition(
        "protocol_signed",
        PARENTS | _MEDIATOR,
        needs=("accredited_mediator", "conflict_check_clear", "joint_work_safe"),
        together=True,
        document="protocol_1731",
        deadline=Deadline(14, Kind.MODEL),
    ),
    ("protocol_signed", "begin_sessions"): Transition("sessions", _MEDIATOR, needs=_SAFE),
    ("sessions", "pause"): Transition("paused", _MEDIATOR),
    ("paused", "continue_sessions"): Transition("sessions", _MEDIATOR, needs=_SAFE),
    **everywhere.agreement_rules(Actor.MEDIATOR),
    **everywhere.end_rules(_ACTIVE, PARENTS | _MEDIATOR),
    **everywhere.again_rules((ENDED,)),
    **everywhere.close_rules((*_RAIL, "paused", ENDED), over=(ENDED,)),
    **everywhere.safety_rules(_STAGES),
}

_MOVES = {
    "sign_protocol": MoveWords(
        {
            "nl": "Het bemiddelingsprotocol ondertekenen",
            "fr": "Signer le protocole de médiation",
            "de": "Mediationsprotokoll unterzeichnen",
            "en": "Sign the mediation protocol",
        },
        {
            "nl": "Het protocol legt vast hoe jullie werken. Het geldt zodra beide ouders en de bemiddelaar getekend hebben.",
            "fr": "Le protocole fixe votre manière de travailler. Il vaut dès que les deux parents et le médiateur ont signé.",
            "de": "Das Protokoll hält fest, wie Sie arbeiten. Es gilt, sobald beide Eltern und der Vermittler unterzeichnet haben.",
            "en": "The protocol fixes how you work. It counts once both parents and the mediator have signed.",
        },
    ),
    "pause": MoveWords(
        {
            "nl": "Een pauze nemen",
            "fr": "Faire une pause",
            "de": "Eine Pause machen",
            "en": "Take a pause",
        },
        {
            "nl": "De gesprekken rusten een tijd. Wat al is afgesproken, blijft staan.",
            "fr": "Les séances s'arrêtent un temps. Ce qui est déjà convenu reste acquis.",
            "de": "Die Gespräche ruhen eine Zeit. Was schon abgesprochen ist, bleibt bestehen.",
            "en": "The sessions rest for a while. What is agreed so far stays.",
        },
    ),
    "continue_sessions": MoveWords(
        {
            "nl": "De gesprekken hervatten",
            "fr": "Reprendre les séances",
            "de": "Gespräche fortsetzen",
            "en": "Continue the sessions",
        },
        {
            "nl": "De pauze is voorbij en er kunnen weer gesprekken gepland worden.",
            "fr": "La pause est finie et des séances peuvent à nouveau être fixées.",
            "de": "Die Pause ist vorbei und es können wieder Gespräche geplant werden.",
            "en": "The pause is over and sessions can be planned again.",
        },
    ),
    **everywhere.MOVES,
}

PATHWAY = Pathway(
    id="consensus",
    title={
        "nl": "Consensusmodel",
        "fr": "Modèle de consensus",
        "de": "Konsensmodell",
        "en": "Consensus model",
    },
    rules=_RULES,
    stages=_STAGES,
    moves=_MOVES,
    rail=_RAIL,
)
