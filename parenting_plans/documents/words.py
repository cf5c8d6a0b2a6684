"""The fixed words of the sealed plan, in nl, fr, de and en."""

from parenting_plans.values import Words

TITLE: Words = {"nl": "Ouderschapsplan", "fr": "Plan parental", "de": "Elternplan", "en": "Parenting plan"}
VERSION: Words = {
    "nl": "Versie {number}",
    "fr": "Version {number}",
    "de": "Fassung {number}",
    "en": "Version {number}",
}
BETWEEN: Words = {
    "nl": "Overeengekomen tussen {parents} over {children}.",
    "fr": "Convenu entre {parents} au sujet de {children}.",
    "de": "Vereinbart zwischen {parents} über {children}.",
    "en": "Agreed between {parents} about {children}.",
}
COUNTS: Words = {
    "nl": "Dit plan geldt vanaf {moment}.",
    "fr": "Ce plan s'applique à partir du {moment}.",
    "de": "Dieser Plan gilt ab {moment}.",
    "en": "This plan counts from {moment}.",
}
AGREED: Words = {
    "nl": "Wat we hebben afgesproken",
    "fr": "Ce que nous avons convenu",
    "de": "Was wir vereinbart haben",
    "en": "What we agreed",
}
LANGUAGE: Words = {"nl": "Nederlands", "fr": "Français", "de": "Deutsch", "en": "English"}
LEADS: Words = {
    "nl": "deze tekst geldt bij verschil",
    "fr": "ce texte fait foi",
    "de": "dieser Text ist maßgebend",
    "en": "this text is authoritative",
}
FOLLOWS: Words = {"nl": "vertaling", "fr": "traduction", "de": "Übersetzung", "en": "translation"}
SIGNATURES: Words = {"nl": "Handtekeningen", "fr": "Signatures", "de": "Unterschriften", "en": "Signatures"}
PARENT: Words = {"nl": "Ouder", "fr": "Parent", "de": "Elternteil", "en": "Parent"}
SIGNED: Words = {"nl": "Ondertekend op", "fr": "Signé le", "de": "Unterzeichnet am", "en": "Signed on"}
SEALED: Words = {
    "nl": "Verzegeld op {moment}. Sindsdien kan niemand deze tekst wijzigen.",
    "fr": "Scellé le {moment}. Depuis, personne ne peut modifier ce texte.",
    "de": "Versiegelt am {moment}. Seitdem kann niemand diesen Text ändern.",
    "en": "Sealed on {moment}. Since then nobody can change this text.",
}
BRUSSELS: Words = {
    "nl": "Alle uren zijn uren in België.",
    "fr": "Toutes les heures sont celles de la Belgique.",
    "de": "Alle Uhrzeiten gelten in Belgien.",
    "en": "All times are times in Belgium.",
}
FINGERPRINT: Words = {
    "nl": "Vingerafdruk van wat is ondertekend (SHA-256)",
    "fr": "Empreinte de ce qui est signé (SHA-256)",
    "de": "Fingerabdruck des Unterzeichneten (SHA-256)",
    "en": "Fingerprint of what is signed (SHA-256)",
}
CHECK: Words = {
    "nl": "Dit document controleren",
    "fr": "Vérifier ce document",
    "de": "Dieses Dokument prüfen",
    "en": "Check this document",
}
HOW: Words = {
    "nl": "Ga naar {address} en typ deze code. De pagina zegt alleen of het document geldig is.",
    "fr": "Allez à l'adresse {address} et tapez ce code. La page dit seulement si le document est valable.",
    "de": "Gehen Sie auf {address} und geben Sie diesen Code ein. Die Seite sagt nur, ob das Dokument gültig ist.",
    "en": "Go to {address} and type this code. The page says only whether the document is valid.",
}
QR: Words = {
    "nl": "QR-code met het adres van de controlepagina",
    "fr": "Code QR avec l'adresse de la page de vérification",
    "de": "QR-Code mit der Adresse der Prüfseite",
    "en": "QR code with the address of the checking page",
}
NOT_A_JUDGMENT: Words = {
    "nl": "Dit is een akkoord tussen beide ouders. Het is geen vonnis; een rechter kan het bekrachtigen.",
    "fr": "Ceci est un accord entre les deux parents. Ce n'est pas un jugement ; un juge peut l'homologuer.",
    "de": "Dies ist eine Vereinbarung der Eltern. Sie ist kein Urteil; ein Gericht kann sie homologieren.",
    "en": "This is an agreement between both parents. It is not a judgment; a judge can approve it.",
}
SIGNS: Words = {
    "nl": "Tekens die hier niet getoond kunnen worden, staan als [U+nummer].",
    "fr": "Les signes qui ne peuvent être affichés ici sont écrits [U+numéro].",
    "de": "Zeichen, die hier nicht darstellbar sind, stehen als [U+Nummer].",
    "en": "Signs that cannot be shown here are written as [U+number].",
}
EMPTY: Words = {
    "nl": "Hierover is niets gezegd.",
    "fr": "Rien n'est dit à ce sujet.",
    "de": "Dazu wurde nichts gesagt.",
    "en": "Nothing is said about this.",
}
EVERY = {name: words for name, words in globals().items() if name.isupper() and isinstance(words, dict)}
