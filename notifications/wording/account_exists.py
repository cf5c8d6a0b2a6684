"""Somebody asked for an account with an address that has one. The page they saw was the same as for a new address."""

from notifications.wording import Wording

WORDING = Wording(
    kind="account_exists",
    subject={
        "nl": "Over uw account",
        "fr": "À propos de votre compte",
        "de": "Zu Ihrem Konto",
        "en": "About your account",
    },
    body={
        "nl": "Hallo,\n\nIemand vroeg een nieuw account met dit adres, maar u hebt er al een. Meld u daarmee aan:\n{link}\n\n"
        "Was u het niet? Dan hoeft u niets te doen.\n",
        "fr": "Bonjour,\n\nQuelqu'un a demandé un nouveau compte avec cette adresse, mais vous en avez déjà un. Connectez-vous avec celui-ci :\n{link}\n\n"
        "Ce n'était pas vous ? Alors vous n'avez rien à faire.\n",
        "de": "Guten Tag,\n\njemand hat mit dieser Adresse ein neues Konto verlangt, aber Sie haben schon eines. Melden Sie sich damit an:\n{link}\n\n"
        "Das waren nicht Sie? Dann brauchen Sie nichts zu tun.\n",
        "en": "Hello,\n\nSomebody asked for a new account with this address, but you have one already. Sign in with it:\n{link}\n\n"
        "It was not you? Then you need not do anything.\n",
    },
    path="/sign-in",
)
