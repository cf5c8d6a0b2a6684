"""EQUAL: equal residence before a Belgian judge."""

from parenting_plans.purposes import Purpose

PURPOSE = Purpose(
    id="EQUAL",
    title={
        "nl": "Gelijkmatig verdeeld verblijf",
        "fr": "Hébergement égalitaire",
        "de": "Gleichmäßig aufgeteilte Unterbringung",
        "en": "Equal residence",
    },
    why={
        "nl": "Vraagt een ouder gelijk verblijf, dan onderzoekt de rechter dat eerst. Deze afspraak zegt wat jullie zelf kozen en waarom dat bij de kinderen past.",
        "fr": "Quand un parent demande l'hébergement égalitaire, le juge l'examine en priorité. Cet accord dit ce que vous avez choisi et pourquoi cela convient aux enfants.",
        "de": "Verlangt ein Elternteil gleichmäßige Unterbringung, prüft das Gericht das zuerst. Diese Absprache sagt, was Sie selbst gewählt haben und warum das zu den Kindern passt.",
        "en": "When a parent asks for equal residence, the judge looks at that first. This agreement says what you chose yourselves and why it suits the children.",
    },
    source="art. 374 §2 old Civil Code",
)
