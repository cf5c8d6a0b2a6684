"""A child is in danger, or is being taken away at this moment."""

from mediation.help_contact import Group
from mediation.help_step import Example, Situation, Step

SITUATION = Situation(
    id="danger",
    place=1,
    choice=True,
    title={
        "nl": "Een kind is in gevaar, of wordt nu meegenomen",
        "fr": "Un enfant est en danger, ou on l'emmène maintenant",
        "de": "Ein Kind ist in Gefahr oder wird jetzt weggebracht",
        "en": "A child is in danger, or is being taken away now",
    },
    steps=(
        Step(
            {
                "nl": "Bel nu. In België is 101 de snelste weg naar de politie. Bel 112 als iemand gewond is, of vanuit een ander land van de Europese Unie.",
                "fr": "Appelez maintenant. En Belgique, le 101 est la voie la plus rapide vers la police. Appelez le 112 si quelqu'un est blessé, ou depuis un autre pays de l'Union européenne.",
                "de": "Rufen Sie jetzt an. In Belgien ist 101 der schnellste Weg zur Polizei. Wählen Sie 112, wenn jemand verletzt ist oder wenn Sie in einem anderen Land der Europäischen Union sind.",
                "en": "Call now. In Belgium, 101 is the quickest way to the police. Call 112 when somebody is hurt, or from another country of the European Union.",
            },
            call=("police", "emergency"),
        ),
        Step(
            {
                "nl": "Zeg waar het kind is, wie erbij is en wat u nu ziet of weet. Blijf aan de lijn tot u mag ophangen.",
                "fr": "Dites où est l'enfant, qui est avec lui et ce que vous voyez ou savez maintenant. Restez en ligne jusqu'à ce qu'on vous dise de raccrocher.",
                "de": "Sagen Sie, wo das Kind ist, wer bei ihm ist und was Sie jetzt sehen oder wissen. Bleiben Sie am Telefon, bis man Ihnen sagt, dass Sie auflegen können.",
                "en": "Say where the child is, who is there, and what you see or know now. Stay on the line until you are told to hang up.",
            }
        ),
        Step(
            {
                "nl": "Wordt het kind meegenomen? Zeg hoe: vlucht, trein, bus of auto met nummerplaat, en welke grens of luchthaven. Vraag dat de politie daar het meteen hoort.",
                "fr": "On emmène l'enfant ? Dites comment : vol, train, bus ou voiture avec sa plaque, et quelle frontière ou quel aéroport. Demandez que la police là-bas soit avertie tout de suite.",
                "de": "Wird das Kind weggebracht? Sagen Sie wie: Flug, Zug, Bus oder Auto mit Kennzeichen, und welche Grenze oder welcher Flughafen. Bitten Sie, die Polizei dort sofort zu informieren.",
                "en": "Is the child being taken away? Say how: flight, train, bus or car with its number plate, and which border or airport. Ask that the police there hear it at once.",
            }
        ),
        Step(
            {
                "nl": "Heeft een rechter de reis verboden of beslist waar het kind woont? Zeg het meteen en houd de beslissing bij de hand. Alleen politie en rechter kunnen iemand tegenhouden.",
                "fr": "Un juge a interdit le voyage ou décidé où vit l'enfant ? Dites-le tout de suite et gardez la décision à portée de main. Seuls la police et un juge peuvent arrêter quelqu'un.",
                "de": "Hat ein Gericht die Reise verboten oder entschieden, wo das Kind lebt? Sagen Sie es sofort und halten Sie die Entscheidung bereit. Nur Polizei und Gericht können jemanden aufhalten.",
                "en": "Has a court forbidden the journey, or decided where the child lives? Say so at once and keep the decision at hand. Only the police and a court can stop anyone.",
            }
        ),
        Step(
            {
                "nl": "Bel daarna Child Focus. Gaat het om een ander land? Bel ook het Federaal Aanspreekpunt.",
                "fr": "Appelez ensuite Child Focus. Un autre pays est en jeu ? Appelez aussi le Point de contact fédéral.",
                "de": "Rufen Sie danach Child Focus an. Geht es um ein anderes Land? Rufen Sie auch die Föderale Kontaktstelle an.",
                "en": "Then call Child Focus. Is another country involved? Call the Federal Contact Point too.",
            },
            call=("child_focus", "federal_contact_point"),
        ),
        Step(
            {
                "nl": "Bel een advocaat. Die kan de familierechtbank dringend om een beslissing vragen.",
                "fr": "Appelez un avocat. Il peut demander d'urgence une décision au tribunal de la famille.",
                "de": "Rufen Sie einen Anwalt an. Er kann beim Familiengericht dringend eine Entscheidung beantragen.",
                "en": "Call a lawyer, who can ask the family court for an urgent decision.",
            },
            group=Group.LAW,
        ),
    ),
    leave=(
        {
            "nl": "Rijd niet achter de auto aan en haal het kind niet zelf terug.",
            "fr": "Ne suivez pas la voiture et n'allez pas reprendre l'enfant vous-même.",
            "de": "Fahren Sie dem Auto nicht nach und holen Sie das Kind nicht selbst zurück.",
            "en": "Do not follow the car, and do not take the child back yourself.",
        },
        {
            "nl": "Bel of schrijf de andere ouder niet als die daardoor sneller kan vertrekken of gewelddadig kan worden. Vraag het eerst aan de politie.",
            "fr": "N'appelez pas l'autre parent et ne lui écrivez pas si cela peut le faire partir plus vite ou le rendre violent. Demandez d'abord à la police.",
            "de": "Rufen Sie den anderen Elternteil nicht an und schreiben Sie nicht, wenn er dann schneller abreisen oder gewalttätig werden könnte. Fragen Sie zuerst die Polizei.",
            "en": "Do not call or write to the other parent when that could make them leave sooner or become violent. Ask the police first.",
        },
        {
            "nl": "Zet niets online. Het kan het kind in gevaar brengen en het zoeken moeilijker maken. Beslis daarover samen met de politie en Child Focus.",
            "fr": "Ne publiez rien en ligne. Cela peut mettre l'enfant en danger et gêner les recherches. Décidez-en avec la police et Child Focus.",
            "de": "Stellen Sie nichts ins Internet. Es kann das Kind gefährden und die Suche erschweren. Entscheiden Sie darüber mit der Polizei und Child Focus.",
            "en": "Post nothing online. It can put the child in danger and make the search harder. Decide about it with the police and Child Focus.",
        },
    ),
    sources=(
        "police.be, emergency numbers: dial 101 directly for urgent police help",
        "sos112.be, how to call emergency numbers",
        "justitie.belgium.be, international child abduction: risks and prevention",
        "childfocus.be, what if my child is missing: what becomes public is decided together",
    ),
    examples=(
        Example(
            {
                "nl": "“Ze staan met koffers aan de luchthaven.”",
                "fr": "« Ils sont à l'aéroport avec des valises. »",
                "de": "„Sie stehen mit Koffern am Flughafen.“",
                "en": "“They are at the airport with suitcases.”",
            },
            first_call="police",
        ),
        Example(
            {
                "nl": "“Mijn kind belde: er wordt geslagen.”",
                "fr": "« Mon enfant a appelé : il y a des coups. »",
                "de": "„Mein Kind hat angerufen: Es wird geschlagen.“",
                "en": "“My child called: somebody is being hit.”",
            },
            first_call="police",
        ),
    ),
)
