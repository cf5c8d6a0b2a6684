"""A code that shows that an address is read by who gave it."""

from notifications.wording import Wording

WORDING = Wording(
    kind="email_code",
    subject={"nl": "Uw code", "fr": "Votre code", "de": "Ihr Code", "en": "Your code"},
    body={
        "nl": "Hallo,\n\nUw code is {code}\n\nHij werkt maar even. Geef hem aan niemand. Hebt u geen code gevraagd? Dan hoeft u niets te doen.\n",
        "fr": "Bonjour,\n\nVotre code est {code}\n\nIl ne fonctionne que peu de temps. Ne le donnez à personne. Vous n'avez pas demandé de code ? Alors vous n'avez rien à faire.\n",
        "de": "Guten Tag,\n\nIhr Code ist {code}\n\nEr gilt nur kurze Zeit. Geben Sie ihn niemandem. Sie haben keinen Code verlangt? Dann brauchen Sie nichts zu tun.\n",
        "en": "Hello,\n\nYour code is {code}\n\nIt works for a short time only. Give it to nobody. You did not ask for a code? Then you need not do anything.\n",
    },
    facts=("code",),
    examples=({"code": "012345"},),
)
