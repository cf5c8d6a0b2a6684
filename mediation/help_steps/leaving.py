"""A parent wants to leave because of violence: help first, and a lawyer before a border."""

from mediation.help_contact import Group
from mediation.help_step import Example, Situation, Step

SITUATION = Situation(
    id="leaving",
    place=4,
    choice=False,
    title={
        "nl": "Geweld of dreiging thuis, of u wilt weg",
        "fr": "Violence ou menaces à la maison, ou vous voulez partir",
        "de": "Gewalt oder Drohungen zu Hause, oder Sie wollen weg",
        "en": "Violence or threats at home, or you want to leave",
    },
    steps=(
        Step(
            {
                "nl": "Nu in gevaar? Bel meteen.",
                "fr": "En danger maintenant ? Appelez tout de suite.",
                "de": "Jetzt in Gefahr? Rufen Sie sofort an.",
                "en": "In danger now? Call at once.",
            },
            call=("police", "emergency"),
        ),
        Step(
            {
                "nl": "Praat met iemand die geweld kent. U beslist zelf wat er gebeurt.",
                "fr": "Parlez à quelqu'un qui connaît la violence. C'est vous qui décidez de la suite.",
                "de": "Sprechen Sie mit jemandem, der Gewalt kennt. Sie entscheiden selbst, was geschieht.",
                "en": "Talk to somebody who knows violence. You decide what happens.",
            },
            group=Group.VIOLENCE,
        ),
        Step(
            {
                "nl": "Wilt u weg met de kinderen, zeker naar een ander land? Vraag eerst raad aan een advocaat. Zonder toestemming van de andere ouder of een rechter kan een rechter de terugkeer bevelen, ook als u voor geweld vluchtte.",
                "fr": "Vous voulez partir avec les enfants, surtout vers un autre pays ? Demandez d'abord conseil à un avocat. Sans l'accord de l'autre parent ou d'un juge, un juge peut ordonner le retour, même si vous avez fui la violence.",
                "de": "Wollen Sie mit den Kindern weg, vor allem in ein anderes Land? Fragen Sie vorher einen Anwalt. Ohne Zustimmung des anderen Elternteils oder eines Gerichts kann ein Gericht die Rückkehr anordnen, auch wenn Sie vor Gewalt geflohen sind.",
                "en": "Do you want to leave with the children, most of all to another country? Ask a lawyer before you leave. Without the consent of the other parent or a court, a court may order a return, even when you fled from violence.",
            },
            group=Group.LAW,
        ),
        Step(
            {
                "nl": "Een advocaat kan de familierechtbank dringend vragen waar de kinderen wonen, hoe u beschermd wordt en of uw adres geheim blijft.",
                "fr": "Un avocat peut demander d'urgence au tribunal de la famille où vivent les enfants, une protection et une adresse secrète.",
                "de": "Ein Anwalt kann beim Familiengericht dringend beantragen, wo die Kinder wohnen, wie Sie geschützt werden und dass Ihre Adresse geheim bleibt.",
                "en": "A lawyer can urgently ask the family court where the children live, for protection, and for an address that stays secret.",
            }
        ),
        Step(
            {
                "nl": "Vraag de politie naar een tijdelijk huisverbod. Dan moet wie een ernstig gevaar is, de woning een tijd verlaten.",
                "fr": "Demandez à la police une interdiction temporaire de résidence. La personne qui est un grave danger doit alors quitter le logement un temps.",
                "de": "Fragen Sie die Polizei nach einem zeitweiligen Wohnungsverbot. Dann muss, wer eine ernste Gefahr ist, die Wohnung eine Zeit lang verlassen.",
                "en": "Ask the police about a temporary ban from the home. Whoever is a serious danger then has to leave it for a time.",
            }
        ),
        Step(
            {
                "nl": "Gebruik een telefoon die alleen u gebruikt en zet het delen van uw plaats uit. Geef papieren en wat kleren aan iemand die u vertrouwt.",
                "fr": "Utilisez un téléphone que vous seul utilisez et coupez le partage de votre position. Confiez des papiers et quelques vêtements à une personne de confiance.",
                "de": "Nutzen Sie ein Telefon, das nur Sie benutzen, und schalten Sie das Teilen Ihres Standorts aus. Geben Sie Papiere und etwas Kleidung einer Person Ihres Vertrauens.",
                "en": "Use a phone that only you use, and switch off the sharing of your location. Leave papers and some clothes with somebody you trust.",
            }
        ),
    ),
    leave=(),
    sources=(
        "Act of 15 May 2012 on the temporary ban from the home",
        "Hague Convention of 25 October 1980, art. 3, 12, 13; Istanbul Convention, art. 31, 51",
        "1712.be; ecouteviolencesconjugales.be; telefonhilfe.be",
    ),
    examples=(
        Example(
            {
                "nl": "“Ik durf niet meer naar huis met de kinderen.”",
                "fr": "« Je n'ose plus rentrer avec les enfants. »",
                "de": "„Ich traue mich mit den Kindern nicht mehr nach Hause.“",
                "en": "“I do not dare to go home with the children any more.”",
            },
            first_call="police",
        ),
    ),
)
