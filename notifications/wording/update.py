"""Something happened that concerns the receiver. What it is stands behind the sign-in only."""

from notifications.wording import Wording

SUBJECT = {
    "nl": "U hebt een update",
    "fr": "Vous avez du nouveau",
    "de": "Es gibt etwas Neues",
    "en": "You have an update",
}
BODY = {
    "nl": "Hallo,\n\nEr is een update voor u. Meld u aan om ze te lezen:\n{link}\n\nAntwoord niet op dit bericht.\n",
    "fr": "Bonjour,\n\nIl y a du nouveau pour vous. Connectez-vous pour le lire :\n{link}\n\nNe répondez pas à ce message.\n",
    "de": "Guten Tag,\n\nes gibt etwas Neues für Sie. Melden Sie sich an, um es zu lesen:\n{link}\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
    "en": "Hello,\n\nThere is an update for you. Sign in to read it:\n{link}\n\nPlease do not answer this message.\n",
}


def discreet(kind: str) -> Wording:
    """Word a kind exactly as every other one, so that neither text nor link tells what it is about."""
    return Wording(kind=kind, subject=SUBJECT, body=BODY)


WORDING = discreet("update")
