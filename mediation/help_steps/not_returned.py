"""A child was not brought back as agreed, and may still be in Belgium."""

from mediation.help_step import Example, Situation, Step

SITUATION = Situation(
    id="not_returned",
    place=2,
    choice=True,
    title={
        "nl": "Een kind is niet teruggebracht",
        "fr": "Un enfant n'a pas été ramené",
        "de": "Ein Kind wurde nicht zurückgebracht",
        "en": "A child was not brought back",
    },
    steps=(
        Step(
            {
                "nl": "Denkt u dat het kind nu in gevaar is? Bel meteen.",
                "fr": "Vous pensez que l'enfant est en danger maintenant ? Appelez tout de suite.",
                "de": "Glauben Sie, dass das Kind jetzt in Gefahr ist? Rufen Sie sofort an.",
                "en": "Do you think that the child is in danger now? Call at once.",
            },
            call=("police", "emergency"),
        ),
        Step(
            {
                "nl": "Kijk nog eens na wat was afgesproken: dag, uur, plaats, een ruil, een bericht dat het later wordt. Vaak is er een gewone reden.",
                "fr": "Relisez ce qui était convenu : jour, heure, lieu, un échange, un message de retard. Souvent, la raison est banale.",
                "de": "Sehen Sie noch einmal nach, was vereinbart war: Tag, Uhrzeit, Ort, ein Tausch, eine Nachricht über Verspätung. Oft gibt es einen gewöhnlichen Grund.",
                "en": "Look again at what was agreed: day, hour, place, a swap, a message that it gets late. Often there is an ordinary reason.",
            }
        ),
        Step(
            {
                "nl": "Alleen als het veilig is: stuur één kort en rustig bericht. “We hadden 18 uur afgesproken. Is alles in orde? Wanneer komen jullie?” Geen verwijt, geen dreiging.",
                "fr": "Seulement si c'est sûr : envoyez un seul message, court et calme. « Nous avions convenu 18 h. Tout va bien ? Quand arrivez-vous ? » Pas de reproche, pas de menace.",
                "de": "Nur wenn es sicher ist: Schicken Sie eine kurze, ruhige Nachricht. „Wir hatten 18 Uhr vereinbart. Ist alles in Ordnung? Wann kommt ihr?“ Kein Vorwurf, keine Drohung.",
                "en": "Only if it is safe: send one short, calm message. “We agreed on 18:00. Is everything all right? When will you be here?” No blame, no threat.",
            }
        ),
        Step(
            {
                "nl": "Bent u bang dat de andere ouder vlucht of gewelddadig wordt? Schrijf en bel dan niet. Vraag eerst raad aan Child Focus of de politie.",
                "fr": "Vous craignez que l'autre parent fuie ou devienne violent ? N'écrivez pas et n'appelez pas. Demandez d'abord conseil à Child Focus ou à la police.",
                "de": "Fürchten Sie, dass der andere Elternteil flieht oder gewalttätig wird? Dann schreiben Sie nicht und rufen Sie nicht an. Fragen Sie zuerst Child Focus oder die Polizei.",
                "en": "Do you fear that the other parent flees or becomes violent? Then do not write or call. First ask Child Focus or the police for advice.",
            },
            call=("child_focus",),
        ),
        Step(
            {
                "nl": "Geen antwoord, of een antwoord dat u ongerust maakt? Meld bij de politie van uw gemeente dat het kind niet terug is. Zeg dag en uur. Dringend? Bel 101.",
                "fr": "Pas de réponse, ou une réponse qui vous inquiète ? Signalez à la police de votre commune que l'enfant n'est pas rentré. Dites le jour et l'heure. C'est urgent ? Appelez le 101.",
                "de": "Keine Antwort, oder eine, die Sie beunruhigt? Melden Sie der Polizei Ihrer Gemeinde, dass das Kind nicht zurück ist. Nennen Sie Tag und Uhrzeit. Dringend? Rufen Sie 101 an.",
                "en": "No answer, or one that worries you? Tell the police of your municipality that the child is not back. Say the day and the hour. Urgent? Call 101.",
            },
            call=("police",),
        ),
        Step(
            {
                "nl": "Neem mee: een recente foto, de beslissing van de rechter of het ondertekende plan, en het feitenblad hieronder. Vraag het nummer van het verslag.",
                "fr": "Emportez : une photo récente, la décision du juge ou le plan signé, et la fiche de faits ci-dessous. Demandez le numéro du procès-verbal.",
                "de": "Nehmen Sie mit: ein neues Foto, die Entscheidung des Gerichts oder den unterzeichneten Plan, und das Faktenblatt unten. Fragen Sie nach der Nummer des Protokolls.",
                "en": "Take along: a recent photo, the court's decision or the signed plan, and the fact sheet below. Ask for the number of the report.",
            }
        ),
        Step(
            {
                "nl": "Zeggen dat een kind niet terug is, is nog geen klacht tegen de andere ouder. Praat eerst met Child Focus of een advocaat: een klacht kan een terugkeer helpen of hinderen.",
                "fr": "Dire qu'un enfant n'est pas rentré n'est pas encore une plainte contre l'autre parent. Parlez d'abord avec Child Focus ou un avocat : une plainte peut aider ou gêner un retour.",
                "de": "Zu sagen, dass ein Kind nicht zurück ist, ist noch keine Klage gegen den anderen Elternteil. Sprechen Sie zuerst mit Child Focus oder einem Anwalt: Eine Klage kann eine Rückkehr fördern oder erschweren.",
                "en": "To say that a child is not back is not yet a complaint against the other parent. Talk with Child Focus or a lawyer first: a complaint can help or hinder a return.",
            }
        ),
        Step(
            {
                "nl": "Houd contact mogelijk: elke dag een kort, vriendelijk bericht over het kind. Bewaar alle berichten, tickets en toestemmingen.",
                "fr": "Gardez le contact possible : chaque jour un message court et aimable au sujet de l'enfant. Conservez tous les messages, billets et accords.",
                "de": "Halten Sie den Kontakt offen: jeden Tag eine kurze, freundliche Nachricht über das Kind. Bewahren Sie alle Nachrichten, Tickets und Zustimmungen auf.",
                "en": "Keep the channel open: each day a short, friendly message about the child. Keep all messages, tickets and consents.",
            }
        ),
        Step(
            {
                "nl": "Kan het kind naar een ander land gaan? Bel het Federaal Aanspreekpunt. Vraag uw gemeente om geen paspoort te geven zonder uw schriftelijke toestemming.",
                "fr": "L'enfant peut-il partir dans un autre pays ? Appelez le Point de contact fédéral. Demandez à la commune de ne délivrer aucun passeport sans votre accord écrit.",
                "de": "Könnte das Kind in ein anderes Land kommen? Rufen Sie die Föderale Kontaktstelle an. Bitten Sie Ihre Gemeinde, ohne Ihre schriftliche Zustimmung keinen Pass auszustellen.",
                "en": "Could the child go to another country? Call the Federal Contact Point. Ask your municipality to issue no passport without your written consent.",
            },
            call=("federal_contact_point",),
        ),
    ),
    leave=(
        {
            "nl": "Haal het kind niet zelf terug, en laat niemand anders dat doen.",
            "fr": "N'allez pas reprendre l'enfant vous-même, et ne laissez personne d'autre le faire.",
            "de": "Holen Sie das Kind nicht selbst zurück, und lassen Sie es niemand anderen tun.",
            "en": "Do not take the child back yourself, and let nobody else do it.",
        },
        {
            "nl": "Dreig niet en schrijf geen verwijten. Wat u schrijft, kan later door een rechter worden gelezen.",
            "fr": "Ne menacez pas et n'écrivez pas de reproches. Ce que vous écrivez peut être lu plus tard par un juge.",
            "de": "Drohen Sie nicht und schreiben Sie keine Vorwürfe. Was Sie schreiben, kann später ein Gericht lesen.",
            "en": "Do not threaten and write no reproaches. What you write may be read by a court later.",
        },
        {
            "nl": "Zet niets online voordat u raad hebt gekregen.",
            "fr": "Ne publiez rien en ligne avant d'avoir reçu conseil.",
            "de": "Stellen Sie nichts ins Internet, bevor Sie Rat bekommen haben.",
            "en": "Post nothing online before you have had advice.",
        },
    ),
    sources=(
        "childfocus.be, what if my child is missing: report to the police near you, then 116 000",
        "justitie.belgium.be, international child abduction: risks and prevention (passport, Federal Contact Point)",
        "Child Focus and University of Antwerp, Bouncing Back (2017): a complaint is a step to talk over",
    ),
    examples=(
        Example(
            {
                "nl": "“Om 18 uur moest mijn kind thuis zijn, en niemand neemt op.”",
                "fr": "« Mon enfant devait rentrer à 18 h et personne ne répond. »",
                "de": "„Um 18 Uhr sollte mein Kind da sein, und niemand nimmt ab.“",
                "en": "“My child was due at 18:00 and nobody answers.”",
            },
            first_call="police",
        ),
    ),
)
