"""A sign-in from a device that was not known. It tells neither where nor with what."""

from notifications.wording import Wording

WORDING = Wording(
    kind="sign_in_notice",
    subject={
        "nl": "Nieuwe aanmelding",
        "fr": "Nouvelle connexion",
        "de": "Neue Anmeldung",
        "en": "New sign-in",
    },
    body={
        "nl": "Hallo,\n\nIemand heeft zich op een ander toestel met uw account aangemeld. Was u het? Dan hoeft u niets te doen.\n\n"
        "Was u het niet? Meld u aan, beëindig de andere aanmeldingen en kies een nieuw wachtwoord:\n{link}\n",
        "fr": "Bonjour,\n\nQuelqu'un s'est connecté à votre compte sur un autre appareil. C'était vous ? Alors vous n'avez rien à faire.\n\n"
        "Ce n'était pas vous ? Connectez-vous, fermez les autres connexions et choisissez un nouveau mot de passe :\n{link}\n",
        "de": "Guten Tag,\n\njemand hat sich auf einem anderen Gerät mit Ihrem Konto angemeldet. Waren Sie es? Dann brauchen Sie nichts zu tun.\n\n"
        "Waren Sie es nicht? Melden Sie sich an, beenden Sie die anderen Anmeldungen und wählen Sie ein neues Passwort:\n{link}\n",
        "en": "Hello,\n\nSomebody signed in to your account on another device. Was it you? Then you need not do anything.\n\n"
        "It was not you? Sign in, end the other sign-ins and choose a new password:\n{link}\n",
    },
    path="/settings",
)
