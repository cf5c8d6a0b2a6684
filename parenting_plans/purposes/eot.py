"""EOT: divorce by mutual consent in Belgium."""

from parenting_plans.purposes import Purpose

PURPOSE = Purpose(
    id="EOT",
    title={
        "nl": "Echtscheiding door onderlinge toestemming",
        "fr": "Divorce par consentement mutuel",
        "de": "Ehescheidung im gegenseitigen Einverständnis",
        "en": "Divorce by mutual consent",
    },
    why={
        "nl": "Wie in België door onderlinge toestemming scheidt, legt de afspraken over de kinderen schriftelijk vast. Zonder deze afspraak kan de rechter vragen om het akkoord aan te vullen.",
        "fr": "En Belgique, qui divorce par consentement mutuel met par écrit les accords sur les enfants. Sans cet accord, le juge peut demander de compléter le texte.",
        "de": "Wer in Belgien im gegenseitigen Einverständnis geschieden wird, hält die Absprachen über die Kinder schriftlich fest. Ohne diese Absprache kann das Gericht verlangen, den Text zu ergänzen.",
        "en": "Whoever divorces by mutual consent in Belgium puts the agreements on the children in writing. Without this agreement the judge may ask for more.",
    },
    source="art. 1288 Jud. Code, 2° and 3°",
)
