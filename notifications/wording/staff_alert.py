"""Something waits for the people on duty at the centre. It may be read over a shoulder like any other message."""

from notifications.wording import Wording

WORDING = Wording(
    kind="staff_alert",
    subject={
        "nl": "Er wacht iets op u",
        "fr": "Quelque chose vous attend",
        "de": "Etwas wartet auf Sie",
        "en": "Something waits for you",
    },
    body={
        "nl": "Hallo,\n\nEr wacht iets op u. Meld u aan om het te bekijken:\n{link}\n\nAntwoord niet op dit bericht.\n",
        "fr": "Bonjour,\n\nQuelque chose vous attend. Connectez-vous pour le voir :\n{link}\n\nNe répondez pas à ce message.\n",
        "de": "Guten Tag,\n\netwas wartet auf Sie. Melden Sie sich an, um es zu sehen:\n{link}\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
        "en": "Hello,\n\nSomething waits for you. Sign in to see it:\n{link}\n\nPlease do not answer this message.\n",
    },
)
