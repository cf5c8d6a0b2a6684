"""The fixed words of the fact sheet for the police, in nl, fr, de and en."""

from collections.abc import Mapping

from parenting_plans.values import Words


def words(nl: str, fr: str, de: str, en: str) -> Words:
    return {"nl": nl, "fr": fr, "de": de, "en": en}


TITLE = words(
    "Feitenblad voor de politie",
    "Fiche de faits pour la police",
    "Faktenblatt für die Polizei",
    "Fact sheet for the police",
)
MADE = words(
    "Klaargemaakt op {moment} (Belgische tijd, {offset}) door {name}, ouder.",
    "Préparée le {moment} (heure belge, {offset}) par {name}, parent.",
    "Vorbereitet am {moment} (belgische Zeit, {offset}) von {name}, Elternteil.",
    "Prepared on {moment} (Belgian time, {offset}) by {name}, parent.",
)
MADE_BY_CENTRE = words(
    "Klaargemaakt op {moment} (Belgische tijd, {offset}) door het multidisciplinaire centrum.",
    "Préparée le {moment} (heure belge, {offset}) par le centre multidisciplinaire.",
    "Vorbereitet am {moment} (belgische Zeit, {offset}) vom multidisziplinären Zentrum.",
    "Prepared on {moment} (Belgian time, {offset}) by the multidisciplinary centre.",
)
ABOUT = words(
    "Gemaakt met Entente, een dienst voor gescheiden ouders. Dit is geen officieel document. Naast elk feit staat waar het vandaan komt. Uit het dossier: vroeger genoteerd in deze dienst; niemand heeft het met de originelen vergeleken. Alle uren zijn Belgische uren, tenzij er een andere plaats bij staat.",
    "Faite avec Entente, un service pour parents séparés. Ce n'est pas un document officiel. À côté de chaque fait figure son origine. Du dossier : noté auparavant dans ce service ; personne ne l'a comparé aux originaux. Toutes les heures sont belges, sauf si un autre lieu est indiqué.",
    "Erstellt mit Entente, einem Dienst für getrennte Eltern. Dies ist kein amtliches Dokument. Neben jeder Angabe steht, woher sie kommt. Aus der Akte: früher in diesem Dienst notiert; niemand hat es mit den Originalen verglichen. Alle Uhrzeiten sind belgische, sofern kein anderer Ort dabeisteht.",
    "Made with Entente, a service for separated parents. This is not an official document. Beside each fact stands where it comes from. From the record: noted earlier in this service; nobody compared it with the originals. All times are Belgian times, unless another place is named.",
)
SUBJECT = words("Onderwerp", "Sujet", "Thema", "Subject")
FACT = words("Wat bekend is", "Ce qui est connu", "Was bekannt ist", "What is known")
SOURCE = words("Bron", "Source", "Quelle", "Source")
RECORDED = words("uit het dossier", "du dossier", "aus der Akte", "from the record")
SAID = words("gezegd door de ouder", "dit par le parent", "Angabe des Elternteils", "said by the parent")
SAID_BY_CENTRE = words(
    "gezegd door het centrum", "dit par le centre", "Angabe des Zentrums", "said by the centre"
)
NOTHING = words(
    "In het dossier staat niets.",
    "Rien dans le dossier.",
    "In der Akte steht nichts.",
    "Nothing is on record.",
)
SIGNS = words(
    "Tekens die hier niet kunnen worden getekend, staan als [U+nummer].",
    "Les signes qui ne peuvent être affichés ici sont écrits [U+numéro].",
    "Zeichen, die hier nicht gezeichnet werden können, stehen als [U+Nummer].",
    "Signs that cannot be drawn here stand as [U+number].",
)
PHOTO = words(
    "Recente foto van {name}: hier kleven of apart geven",
    "Photo récente de {name} : à coller ici ou à remettre à part",
    "Neues Foto von {name}: hier aufkleben oder getrennt geben",
    "Recent photo of {name}: attach it here or hand it over",
)

HAPPENED = words("Wat er gebeurde", "Ce qui s'est passé", "Was geschehen ist", "What happened")
CHILDREN = words("Kinderen", "Enfants", "Kinder", "Children")
PARENTS = words("Ouders", "Parents", "Eltern", "Parents")
AGREED = words(
    "Waar de kinderen horen te zijn",
    "Où les enfants doivent être",
    "Wo die Kinder sein sollen",
    "Where the children should be",
)
TRAVEL = words(
    "Reizen en toestemmingen", "Voyages et accords", "Reisen und Zustimmungen", "Trips and consents"
)
DOCUMENTS = words("Documenten", "Documents", "Dokumente", "Documents")
HANDOVERS = words("Laatste overdrachten", "Dernières remises", "Letzte Übergaben", "Last handovers")

SITUATION = words("Situatie", "Situation", "Lage", "Situation")
SITUATIONS: Mapping[str, Words] = {
    "danger": words(
        "Een kind is in gevaar, of wordt nu meegenomen",
        "Un enfant est en danger, ou on l'emmène maintenant",
        "Ein Kind ist in Gefahr oder wird jetzt weggebracht",
        "A child is in danger, or is being taken away now",
    ),
    "not_returned": words(
        "Een kind is niet teruggebracht",
        "Un enfant n'a pas été ramené",
        "Ein Kind wurde nicht zurückgebracht",
        "A child was not brought back",
    ),
    "abroad": words(
        "Een kind is in een ander land zonder toestemming",
        "Un enfant est dans un autre pays sans accord",
        "Ein Kind ist in einem anderen Land ohne Zustimmung",
        "A child is in another country without consent",
    ),
}
LAST_CONTACT_AT = words("Laatste contact op", "Dernier contact le", "Letzter Kontakt am", "Last contact on")
TEXTS: Mapping[str, Words] = {
    "what": words("Wat, wanneer, waar", "Quoi, quand, où", "Was, wann, wo", "What, when, where"),
    "last_contact": words(
        "Laatste contact: hoe en met wie",
        "Dernier contact : comment et avec qui",
        "Letzter Kontakt: wie und mit wem",
        "Last contact: how and with whom",
    ),
    "last_seen": words("Laatst gezien", "Vu en dernier lieu", "Zuletzt gesehen", "Last seen"),
    "with_whom": words(
        "Wie bij het kind is", "Qui est avec l'enfant", "Wer beim Kind ist", "Who is with the child"
    ),
    "destination": words(
        "Mogelijke bestemming", "Destination possible", "Mögliches Ziel", "Possible destination"
    ),
    "car": words(
        "Auto (merk, kleur, nummerplaat)",
        "Voiture (marque, couleur, plaque)",
        "Auto (Marke, Farbe, Kennzeichen)",
        "Car (make, colour, number plate)",
    ),
    "phones": words(
        "Telefoonnummers die gebruikt worden",
        "Numéros de téléphone utilisés",
        "Benutzte Telefonnummern",
        "Telephone numbers in use",
    ),
    "health": words(
        "Gezondheid, medicijnen, zorg",
        "Santé, médicaments, soins",
        "Gesundheit, Medikamente, Pflege",
        "Health, medicine, care",
    ),
    "family_name": words("Familienaam", "Nom de famille", "Familienname", "Family name"),
    "reach_me": words(
        "Telefoon van wie dit blad klaarmaakte",
        "Téléphone de la personne qui a préparé la fiche",
        "Telefon der Person, die das Blatt vorbereitet hat",
        "Telephone of who prepared this sheet",
    ),
}
LOOKS = words(
    "Uiterlijk en kleren van {name}",
    "Apparence et vêtements de {name}",
    "Aussehen und Kleidung von {name}",
    "Looks and clothes of {name}",
)
BORN = words(
    "geboren op {day} ({age})",
    "date de naissance : {day} ({age})",
    "geboren am {day} ({age})",
    "born on {day} ({age})",
)
PARENT = words("Ouder", "Parent", "Elternteil", "Parent")
PREPARED_THIS = words(
    "{name} (maakte dit blad klaar)",
    "{name} (a préparé cette fiche)",
    "{name} (hat dieses Blatt vorbereitet)",
    "{name} (prepared this sheet)",
)

PLAN = words("Plan van de ouders", "Plan des parents", "Plan der Eltern", "Parents' plan")
PLAN_SAYS = words(
    "Versie {number}, door beide ouders ondertekend op {signed}, geldt vanaf {starts}. Of een rechter dit plan bekrachtigde, staat hier niet.",
    "Version {number}, signée par les deux parents le {signed}, valable à partir du {starts}. Le dossier ne dit pas si un juge l'a homologuée.",
    "Fassung {number}, von beiden Eltern unterzeichnet am {signed}, gilt ab {starts}. Ob ein Gericht den Plan homologiert hat, steht hier nicht.",
    "Version {number}, signed by both parents on {signed}, counts from {starts}. Whether a court approved it is not on record.",
)
NO_PLAN = words(
    "Er is geen ondertekend plan dat nu geldt.",
    "Aucun plan signé n'est en vigueur.",
    "Es gilt kein unterzeichneter Plan.",
    "No signed plan is in force.",
)
NOW = words(
    "{name} nu, volgens plan en rechter",
    "{name} maintenant, selon le plan et le juge",
    "{name} jetzt, nach Plan und Gericht",
    "{name} now, by plan and court",
)
NOW_SAYS = words(
    "bij {parent}, van {since} tot {until}",
    "chez {parent}, du {since} au {until}",
    "bei {parent}, von {since} bis {until}",
    "with {parent}, from {since} to {until}",
)
ORDER = words("Beslissing van de rechter", "Décision du juge", "Entscheidung des Gerichts", "Court decision")
ORDER_SAYS = words(
    "Van {decided}; geldt van {since} tot {until}. {homes}",
    "Du {decided} ; vaut du {since} au {until}. {homes}",
    "Vom {decided}; gilt von {since} bis {until}. {homes}",
    "Of {decided}; counts from {since} to {until}. {homes}",
)
HOME = words(
    "{child} bij {parent}.", "{child} chez {parent}.", "{child} bei {parent}.", "{child} with {parent}."
)
NEXT_DECISION = words(
    "een volgende beslissing", "une décision suivante", "zur nächsten Entscheidung", "another decision"
)

BAN = words(
    "Rechter: reizen verboden",
    "Juge : voyage interdit",
    "Gericht: Reisen verboten",
    "Court: travel forbidden",
)
PERMISSION = words(
    "Rechter: reizen toegestaan",
    "Juge : voyage autorisé",
    "Gericht: Reisen erlaubt",
    "Court: travel permitted",
)
DECISION_SAYS = words(
    "Beslist op {decided}. Kinderen: {children}. Reizen van: {about}. Landen: {countries}. Van {first} tot {last}.",
    "Décidé le {decided}. Enfants : {children}. Voyages de : {about}. Pays : {countries}. Du {first} au {last}.",
    "Entschieden am {decided}. Kinder: {children}. Reisen von: {about}. Länder: {countries}. Vom {first} bis {last}.",
    "Decided on {decided}. Children: {children}. Journeys of: {about}. Countries: {countries}. From {first} to {last}.",
)
COURT = words(
    "{court}, nummer {reference}.",
    "{court}, numéro {reference}.",
    "{court}, Nummer {reference}.",
    "{court}, number {reference}.",
)
BOTH = words("beide ouders", "les deux parents", "beiden Eltern", "both parents")
EVERY_COUNTRY = words("alle", "tous", "alle", "all")
NO_LAST_DAY = words(
    "een volgende beslissing", "une décision suivante", "zur nächsten Entscheidung", "another decision"
)

TRIP = words("Reis van {parent}", "Voyage de {parent}", "Reise von {parent}", "Trip of {parent}")
WITHOUT_PARENT = words(
    "Reis zonder ouder, gevraagd door {parent}",
    "Voyage sans parent, demandé par {parent}",
    "Reise ohne Elternteil, gefragt von {parent}",
    "Trip without a parent, asked by {parent}",
)
TRIP_SAYS = words(
    "{children}. Gepland: {leaves} tot {returns}. Landen: {countries}.",
    "{children}. Prévu : du {leaves} au {returns}. Pays : {countries}.",
    "{children}. Geplant: {leaves} bis {returns}. Länder: {countries}.",
    "{children}. Planned: {leaves} to {returns}. Countries: {countries}.",
)
RETURN_UNKNOWN = words(
    "terugkeer niet gezegd", "retour non indiqué", "Rückkehr nicht gesagt", "return not said"
)
LEFT = words(
    "Vertrokken op {moment}, zegt {parent}.",
    "Parti le {moment}, dit {parent}.",
    "Abgereist am {moment}, sagt {parent}.",
    "Left on {moment}, says {parent}.",
)
LATE = words(
    "Op {said} gezegd: later terug, op {moment}.",
    "Dit le {said} : retour plus tard, le {moment}.",
    "Am {said} gesagt: später zurück, am {moment}.",
    "Said on {said}: back later, on {moment}.",
)
NOT_BACK = words(
    "Niemand noteerde dat de kinderen terug zijn.",
    "Personne n'a noté que les enfants sont rentrés.",
    "Niemand hat notiert, dass die Kinder zurück sind.",
    "Nobody noted that the children are back.",
)
LEG = words(
    "{number}: {start} {leaves} – {end} {arrives}.",
    "{number} : {start} {leaves} – {end} {arrives}.",
    "{number}: {start} {leaves} – {end} {arrives}.",
    "{number}: {start} {leaves} – {end} {arrives}.",
)
HEADING: Mapping[bool, Words] = {
    False: words("Heen", "Aller", "Hin", "Out"),
    True: words("Terug", "Retour", "Zurück", "Back"),
}
CARRIER = words(
    "Vervoer: {carrier}.", "Transport : {carrier}.", "Verkehrsmittel: {carrier}.", "Transport: {carrier}."
)
BACK_BY = words(
    "Terugreis: {details}.", "Retour : {details}.", "Rückreise: {details}.", "Way back: {details}."
)
ADDRESS = words(
    "Adres ter plaatse: {address}.",
    "Adresse sur place : {address}.",
    "Adresse vor Ort: {address}.",
    "Address there: {address}.",
)
ADDRESS_SEALED = words(
    "Het adres is bij het centrum in bewaring. De politie kan het daar vragen.",
    "L'adresse est confiée au centre. La police peut la demander là.",
    "Die Adresse liegt beim Zentrum. Die Polizei kann sie dort erfragen.",
    "The centre keeps the address. The police can ask for it there.",
)
TRIP_PHONE = words(
    "Telefoon op reis: {phone}.",
    "Téléphone en voyage : {phone}.",
    "Telefon auf der Reise: {phone}.",
    "Telephone on the trip: {phone}.",
)
ADULTS = words(
    "Gaan mee: {names}.", "Accompagnent : {names}.", "Es reisen mit: {names}.", "Come along: {names}."
)
UNCOVERED = words(
    "Niet alles van deze reis is door een toestemming gedekt.",
    "Tout ce voyage n'est pas couvert par un accord.",
    "Nicht alles an dieser Reise ist durch eine Zustimmung gedeckt.",
    "Not all of this trip is covered by a consent.",
)
BANNED = words(
    "Een rechter verbiedt deze reis.",
    "Un juge interdit ce voyage.",
    "Ein Gericht verbietet diese Reise.",
    "A court forbids this trip.",
)
CONSENT = words(
    "Toestemming van {parent}", "Accord de {parent}", "Zustimmung von {parent}", "Consent of {parent}"
)
CONSENT_SAYS = words(
    "Gegeven op {given}. Kinderen: {children}. Landen: {countries}. Van {first} tot en met {last}, 23:59 in Brussel.",
    "Donné le {given}. Enfants : {children}. Pays : {countries}. Du {first} au {last} compris, 23 h 59 à Bruxelles.",
    "Gegeben am {given}. Kinder: {children}. Länder: {countries}. Vom {first} bis einschließlich {last}, 23:59 in Brüssel.",
    "Given on {given}. Children: {children}. Countries: {countries}. From {first} to {last} inclusive, 23:59 in Brussels.",
)
RETURN_ON = words("Terugkeer op {day}.", "Retour le {day}.", "Rückkehr am {day}.", "Return on {day}.")
LIVES_IN = words(
    "Gewone verblijfplaats: {country}.",
    "Résidence habituelle : {country}.",
    "Gewöhnlicher Aufenthalt: {country}.",
    "Habitual residence: {country}.",
)
CONDITIONS = words("Voorwaarden: {said}", "Conditions : {said}", "Bedingungen: {said}", "Conditions: {said}")
WITHDRAWN = words(
    "Ingetrokken; telt niet meer vanaf {moment}.",
    "Retiré ; ne vaut plus à partir du {moment}.",
    "Zurückgezogen; gilt nicht mehr ab {moment}.",
    "Withdrawn; counts no more from {moment}.",
)
OBJECTION = words(
    "Bezwaar van {parent}", "Objection de {parent}", "Einwand von {parent}", "Objection of {parent}"
)
OBJECTION_SAYS = words("Gemaakt op {made}.", "Faite le {made}.", "Erhoben am {made}.", "Made on {made}.")
OBJECTION_ENDED = words(
    "Ingetrokken op {moment}.", "Retirée le {moment}.", "Zurückgezogen am {moment}.", "Withdrawn on {moment}."
)
WISH = words("Wens van {parent}", "Souhait de {parent}", "Wunsch von {parent}", "Wish of {parent}")
WISH_SAYS = words(
    "Sinds {made}: niet naar het buitenland zonder mijn schriftelijke toestemming.",
    "Depuis le {made} : pas à l'étranger sans mon accord écrit.",
    "Seit {made}: nicht ins Ausland ohne meine schriftliche Zustimmung.",
    "Since {made}: not abroad without my written consent.",
)

DOCUMENT = words("{kind} van {child}", "{kind} de {child}", "{kind} von {child}", "{kind} of {child}")
NUMBER = words("Nummer {number}", "Numéro {number}", "Nummer {number}", "Number {number}")
NUMBER_END = words(
    "Nummer {number} (alleen het einde is hier te lezen)",
    "Numéro {number} (seule la fin est lisible ici)",
    "Nummer {number} (nur das Ende ist hier zu lesen)",
    "Number {number} (only its end can be read here)",
)
ISSUER = words(
    "uitgegeven door {issuer}", "délivré par {issuer}", "ausgestellt von {issuer}", "issued by {issuer}"
)
VALID_TO = words("geldig tot {day}", "valable jusqu'au {day}", "gültig bis {day}", "valid until {day}")
STANDINGS: Mapping[str, Words] = {
    "applied": words("aangevraagd", "demandé", "beantragt", "applied for"),
    "in_use": words("in gebruik", "en usage", "in Gebrauch", "in use"),
    "expired": words("vervallen", "expiré", "abgelaufen", "expired"),
    "lost": words("verloren", "perdu", "verloren", "lost"),
    "stolen": words("gestolen", "volé", "gestohlen", "stolen"),
    "invalid": words("ongeldig verklaard", "déclaré non valable", "für ungültig erklärt", "declared invalid"),
    "over": words(
        "vervangen of ingeleverd", "remplacé ou rendu", "ersetzt oder abgegeben", "replaced or handed in"
    ),
}
HELD = words("ligt bij: {holder}", "se trouve chez : {holder}", "liegt bei: {holder}", "is with: {holder}")
HOLDERS: Mapping[str, Words] = {
    "centre": words("het centrum", "le centre", "dem Zentrum", "the centre"),
    "notary": words("een notaris", "un notaire", "einem Notar", "a notary"),
    "lawyer": words("een advocaat", "un avocat", "einem Anwalt", "a lawyer"),
    "registry": words("de griffie", "le greffe", "der Kanzlei", "the court registry"),
    "child": words("het kind zelf", "l'enfant même", "dem Kind selbst", "the child"),
    "unknown": words("niet gezegd", "non indiqué", "nicht gesagt", "not said"),
}
REQUEST = words(
    "Documenten van {child}", "Documents de {child}", "Dokumente von {child}", "Documents of {child}"
)
REQUEST_SAYS = words(
    "Op {day} aan de overheid gevraagd: geen Belgisch document zonder uitdrukkelijke toestemming.",
    "Demandé aux autorités le {day} : aucun document belge sans accord exprès.",
    "Am {day} bei den Behörden beantragt: kein belgisches Dokument ohne ausdrückliche Zustimmung.",
    "Asked of the authorities on {day}: no Belgian document without express consent.",
)

HANDOVER_SAYS = words(
    "{child}, van {giver} naar {receiver}: {outcome}",
    "{child}, de {giver} à {receiver} : {outcome}",
    "{child}, von {giver} zu {receiver}: {outcome}",
    "{child}, from {giver} to {receiver}: {outcome}",
)
OUTCOMES: Mapping[str, Words] = {
    "took_place": words("ging door", "a eu lieu", "fand statt", "took place"),
    "late": words("te laat", "en retard", "verspätet", "late"),
    "missed": words("ging niet door", "n'a pas eu lieu", "fand nicht statt", "did not take place"),
}
ABSENT: Mapping[str, Words] = {
    "giver": words(
        "{giver} was er niet", "{giver} n'était pas là", "{giver} war nicht da", "{giver} was not there"
    ),
    "receiver": words(
        "{receiver} was er niet",
        "{receiver} n'était pas là",
        "{receiver} war nicht da",
        "{receiver} was not there",
    ),
    "both": words("niemand was er", "personne n'était là", "niemand war da", "nobody was there"),
}
NOTED_BY = words(
    "(genoteerd door {parent})", "(noté par {parent})", "(notiert von {parent})", "(noted by {parent})"
)
