"""NL: the parenting plan that Dutch law asks for."""

from parenting_plans.purposes import Purpose

PURPOSE = Purpose(
    id="NL",
    title={
        "nl": "Ouderschapsplan in Nederland",
        "fr": "Plan parental aux Pays-Bas",
        "de": "Elternplan in den Niederlanden",
        "en": "Parenting plan in the Netherlands",
    },
    why={
        "nl": "In Nederland is een ouderschapsplan verplicht bij een scheiding met minderjarige kinderen. Het zegt hoe jullie zorgen, elkaar informeren en kosten delen, en hoe de kinderen betrokken zijn.",
        "fr": "Aux Pays-Bas, un plan parental est obligatoire lors d'une séparation avec des enfants mineurs. Il dit comment vous prenez soin, vous informez et partagez les frais, et comment les enfants ont participé.",
        "de": "In den Niederlanden ist bei einer Scheidung mit minderjährigen Kindern ein Elternplan Pflicht. Er sagt, wie Sie sorgen, einander informieren und Kosten teilen, und wie die Kinder einbezogen waren.",
        "en": "In the Netherlands a parenting plan is obligatory in a divorce with children under 18. It says how you care, inform each other and share costs, and how the children were involved.",
    },
    source="art. 815 Rv (Netherlands)",
)
