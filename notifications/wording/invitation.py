"""A link to join, for somebody who may share a mailbox: it names neither who invites nor to what."""

from notifications.wording import Wording

WORDING = Wording(
    kind="invitation",
    subject={
        "nl": "U hebt een uitnodiging",
        "fr": "Vous avez une invitation",
        "de": "Sie haben eine Einladung",
        "en": "You have an invitation",
    },
    body={
        "nl": "Hallo,\n\nIemand nodigt u uit om samen een agenda te gebruiken. Lees eerst waarover het gaat en beslis dan:\n{link}\n\n"
        "De link openen verbindt u tot niets. Verwacht u geen uitnodiging? Dan hoeft u niets te doen.\n",
        "fr": "Bonjour,\n\nQuelqu'un vous invite à utiliser un agenda partagé. Lisez d'abord de quoi il s'agit, puis décidez :\n{link}\n\n"
        "Ouvrir le lien ne vous engage à rien. Vous n'attendez pas d'invitation ? Alors vous n'avez rien à faire.\n",
        "de": "Guten Tag,\n\njemand lädt Sie ein, gemeinsam eine Agenda zu nutzen. Lesen Sie zuerst, worum es geht, und entscheiden Sie dann:\n{link}\n\n"
        "Den Link zu öffnen verpflichtet Sie zu nichts. Sie erwarten keine Einladung? Dann brauchen Sie nichts zu tun.\n",
        "en": "Hello,\n\nSomebody invites you to use a shared agenda. First read what it is about, then decide:\n{link}\n\n"
        "Opening the link commits you to nothing. You expect no invitation? Then you need not do anything.\n",
    },
    facts=("path",),
    examples=({"path": "/invitation/3q2-7w_Zx0"},),
)
