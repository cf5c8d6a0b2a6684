"""A child was taken to another country, or is kept there, without consent."""

from mediation.help_contact import Group
from mediation.help_step import Example, Situation, Step

SITUATION = Situation(
    id="abroad",
    place=3,
    choice=True,
    title={
        "nl": "Een kind is in een ander land zonder mijn toestemming",
        "fr": "Un enfant est dans un autre pays sans mon accord",
        "de": "Ein Kind ist in einem anderen Land ohne meine Zustimmung",
        "en": "A child is in another country without my consent",
    },
    steps=(
        Step(
            {
                "nl": "Is het kind daar in gevaar? Bel het noodnummer van dat land. In de Europese Unie is dat 112.",
                "fr": "L'enfant y est en danger ? Appelez le numéro d'urgence de ce pays. Dans l'Union européenne, c'est le 112.",
                "de": "Ist das Kind dort in Gefahr? Rufen Sie die Notrufnummer dieses Landes an. In der Europäischen Union ist es 112.",
                "en": "Is the child in danger there? Call that country's emergency number. In the European Union it is 112.",
            },
            call=("emergency",),
        ),
        Step(
            {
                "nl": "Schrijf op wanneer het kind vertrok of terug moest zijn: dag, uur en tijdzone. Dat moment telt voor alles wat volgt. Wacht niet: na een jaar wordt een terugkeer moeilijker.",
                "fr": "Notez quand l'enfant est parti ou devait rentrer : jour, heure et fuseau horaire. Ce moment compte pour toute la suite. N'attendez pas : après un an, un retour devient plus difficile.",
                "de": "Schreiben Sie auf, wann das Kind wegging oder zurück sein sollte: Tag, Uhrzeit und Zeitzone. Dieser Zeitpunkt zählt für alles Weitere. Warten Sie nicht: Nach einem Jahr wird eine Rückkehr schwieriger.",
                "en": "Write down when the child left or was due back: day, hour and time zone. That moment counts for all that follows. Do not wait: after a year a return becomes harder.",
            }
        ),
        Step(
            {
                "nl": "Bel dezelfde dag het Federaal Aanspreekpunt. Daar vraagt u in België de terugkeer van een kind aan.",
                "fr": "Appelez le jour même le Point de contact fédéral. C'est là que l'on demande, en Belgique, le retour d'un enfant.",
                "de": "Rufen Sie noch am selben Tag die Föderale Kontaktstelle an. Dort beantragt man in Belgien die Rückkehr eines Kindes.",
                "en": "Call the Federal Contact Point the same day. In Belgium, that is where you ask for a child's return.",
            },
            call=("federal_contact_point",),
        ),
        Step(
            {
                "nl": "Bel Child Focus. Zij steunen u en kennen bemiddelaars die over grenzen heen werken.",
                "fr": "Appelez Child Focus. Ils vous soutiennent et connaissent des médiateurs qui travaillent par-delà les frontières.",
                "de": "Rufen Sie Child Focus an. Dort bekommen Sie Beistand und erfahren von Mediatoren, die über Grenzen hinweg arbeiten.",
                "en": "Call Child Focus. They support you and know mediators who work across borders.",
            },
            call=("child_focus",),
        ),
        Step(
            {
                "nl": "Meld het bij de politie van uw gemeente, met het feitenblad en de beslissing of het plan. Vraag het nummer van het verslag.",
                "fr": "Signalez-le à la police de votre commune, avec la fiche de faits et la décision ou le plan. Demandez le numéro du procès-verbal.",
                "de": "Melden Sie es der Polizei Ihrer Gemeinde, mit dem Faktenblatt und der Entscheidung oder dem Plan. Fragen Sie nach der Nummer des Protokolls.",
                "en": "Tell the police of your municipality, with the fact sheet and the decision or plan. Ask for the number of the report.",
            }
        ),
        Step(
            {
                "nl": "Bel hier een advocaat en vraag om een advocaat in het andere land. Vaak beslist de rechter in België nog waar het kind woont. De rechter daar beslist over de terugkeer.",
                "fr": "Appelez un avocat ici et demandez un avocat dans l'autre pays. Souvent, le juge belge décide encore où vit l'enfant. Le juge là-bas décide du retour.",
                "de": "Rufen Sie hier einen Anwalt an und fragen Sie nach einem im anderen Land. Oft entscheidet noch das Gericht in Belgien, wo das Kind lebt. Das Gericht dort entscheidet über die Rückkehr.",
                "en": "Call a lawyer here, and ask for one in the other country. Often the court in Belgium still decides where the child lives. The court there decides about the return.",
            },
            group=Group.LAW,
        ),
        Step(
            {
                "nl": "Heeft dat land geen verdrag over terugkeer? Het Federaal Aanspreekpunt zegt het u. Dan kan Buitenlandse Zaken helpen.",
                "fr": "Ce pays n'a pas de traité sur le retour ? Le Point de contact fédéral vous le dit. Alors, les Affaires étrangères peuvent aider.",
                "de": "Hat dieses Land keinen Vertrag über die Rückkehr? Die Föderale Kontaktstelle sagt es Ihnen. Dann können die Auswärtigen Angelegenheiten helfen.",
                "en": "Has that country no treaty on return? The Federal Contact Point tells you. Then Foreign Affairs can help.",
            },
            call=("foreign_affairs",),
        ),
        Step(
            {
                "nl": "Houd contact mogelijk: elke dag een kort, rustig bericht, alleen over het kind. Bemiddeling kan samengaan met de aanvraag tot terugkeer.",
                "fr": "Gardez le contact possible : chaque jour un message court et calme, seulement au sujet de l'enfant. Une médiation peut accompagner la demande de retour.",
                "de": "Halten Sie den Kontakt offen: jeden Tag eine kurze, ruhige Nachricht, nur über das Kind. Eine Mediation kann neben dem Antrag auf Rückkehr laufen.",
                "en": "Keep the channel open: each day a short, calm message, about the child only. Mediation can run beside the request for return.",
            }
        ),
        Step(
            {
                "nl": "Bewaar alles: toestemmingen, tickets, berichten, foto's. Wordt het kind bijna 16? Zeg het meteen: het verdrag over terugkeer geldt tot 16 jaar.",
                "fr": "Conservez tout : accords, billets, messages, photos. L'enfant a bientôt 16 ans ? Dites-le tout de suite : le traité sur le retour vaut jusqu'à 16 ans.",
                "de": "Bewahren Sie alles auf: Zustimmungen, Tickets, Nachrichten, Fotos. Wird das Kind bald 16? Sagen Sie es sofort: Der Vertrag über die Rückkehr gilt bis 16 Jahre.",
                "en": "Keep everything: consents, tickets, messages, photos. Is the child nearly 16? Say so at once: the treaty on return counts until 16.",
            }
        ),
        Step(
            {
                "nl": "Bereid de terugkeer voor: waar het kind woont, de school, en veiligheid voor iedereen.",
                "fr": "Préparez le retour : où vit l'enfant, l'école, et la sécurité de chacun.",
                "de": "Bereiten Sie die Rückkehr vor: wo das Kind wohnt, die Schule, und Sicherheit für alle.",
                "en": "Prepare the return: where the child lives, school, and safety for everyone.",
            }
        ),
    ),
    leave=(
        {
            "nl": "Haal het kind niet zelf terug en betaal niemand om het te doen. Het is gevaarlijk en kan de terugkeer verhinderen.",
            "fr": "N'allez pas chercher l'enfant vous-même et ne payez personne pour le faire. C'est dangereux et cela peut empêcher le retour.",
            "de": "Holen Sie das Kind nicht selbst zurück und bezahlen Sie niemanden dafür. Es ist gefährlich und kann die Rückkehr verhindern.",
            "en": "Do not fetch the child yourself and pay nobody to do it. It is dangerous and can prevent the return.",
        },
        {
            "nl": "Zet niets online voordat u raad hebt gekregen.",
            "fr": "Ne publiez rien en ligne avant d'avoir reçu conseil.",
            "de": "Stellen Sie nichts ins Internet, bevor Sie Rat bekommen haben.",
            "en": "Post nothing online before you have had advice.",
        },
        {
            "nl": "Zeg niets waardoor de andere ouder met het kind verder kan vluchten. Vraag eerst raad.",
            "fr": "Ne dites rien qui puisse faire fuir l'autre parent plus loin avec l'enfant. Demandez d'abord conseil.",
            "de": "Sagen Sie nichts, wodurch der andere Elternteil mit dem Kind weiter fliehen könnte. Holen Sie zuerst Rat.",
            "en": "Say nothing that could make the other parent flee further with the child. Ask for advice first.",
        },
    ),
    sources=(
        "Hague Convention of 25 October 1980, art. 4 (until 16), art. 12 (one year)",
        "Regulation (EU) 2019/1111, art. 9, 22 to 29; Hague Convention of 19 October 1996, art. 7",
        "justitie.belgium.be, international child abduction: return of a child",
        "Missing Children Europe and Child Focus on mediation across borders",
    ),
    examples=(
        Example(
            {
                "nl": "“De vakantie is voorbij en ze komen niet terug uit het buitenland.”",
                "fr": "« Les vacances sont finies et ils ne reviennent pas de l'étranger. »",
                "de": "„Die Ferien sind vorbei, und sie kommen nicht aus dem Ausland zurück.“",
                "en": "“The holiday is over and they do not come back from abroad.”",
            },
            first_call="emergency",
        ),
    ),
)
