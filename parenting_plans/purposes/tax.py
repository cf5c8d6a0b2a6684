"""TAX: fiscal co-parenting."""

from parenting_plans.purposes import Purpose

PURPOSE = Purpose(
    id="TAX",
    title={
        "nl": "Fiscaal co-ouderschap",
        "fr": "Coparenté fiscale",
        "de": "Steuerliche Mitelternschaft",
        "en": "Fiscal co-parenting",
    },
    why={
        "nl": "Ouders kunnen het belastingvoordeel voor hun kinderen delen als het verblijf gelijk verdeeld is. Het akkoord moet dat uitdrukkelijk zeggen en geregistreerd of gehomologeerd zijn.",
        "fr": "Les parents peuvent partager l'avantage fiscal pour leurs enfants si l'hébergement est égalitaire. L'accord doit le dire expressément et être enregistré ou homologué.",
        "de": "Eltern können den Steuervorteil für ihre Kinder teilen, wenn die Unterbringung gleichmäßig aufgeteilt ist. Die Vereinbarung muss das ausdrücklich sagen und registriert oder homologiert sein.",
        "en": "Parents can share the tax benefit for their children when residence is equally shared. The agreement must say so expressly and be registered or homologated.",
    },
    source="art. 132bis Income Tax Code 1992; Circular 2022/C/63 of 30 June 2022",
)
