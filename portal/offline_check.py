"""One HTML file that checks certificates of a consent to travel without a network: text, keys and program in one.

The program verifies the signature with what the browser brings (WebCrypto, Ed25519) and says what is signed. It asks for
nothing and sends nothing: its own content security policy refuses every request.
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from html import escape
from importlib.resources import files

from parenting_plans.certificate.checking import Reason
from parenting_plans.certificate.keys import PublicKey, key_set
from portal.languages import Translator, mark

REASONS: dict[Reason, str] = {
    Reason.NOT_A_STATEMENT: mark("This is not the text of a certificate."),
    Reason.TRUNCATED: mark("A part of the text is missing. Scan it once more."),
    Reason.ALGORITHM: mark("It was signed in a way that is never used for certificates. Do not trust it."),
    Reason.UNKNOWN_KEY: mark(
        "It was signed with a key that is not published here. Fetch the page for checking again."
    ),
    Reason.WRONG_KEY: mark("It was signed with another key than it says. Do not trust it."),
    Reason.TAMPERED: mark("The text was changed after it was signed. Do not trust it."),
    Reason.UNREADABLE: mark("It is signed, but its content cannot be read by this version."),
    Reason.REPLAYED: mark("The text is genuine, but it belongs to another certificate than this paper."),
    Reason.FUTURE_DATED: mark("It was signed in the future. Check the clock of this device."),
    Reason.NOT_YET: mark("It is genuine, but its first day is still to come."),
    Reason.EXPIRED: mark("It is genuine, but its last day is over."),
}
LABELS: dict[str, str] = {
    "valid": mark("The signature is genuine, and its days are running."),
    "no_crypto": mark("This browser cannot check the signature. Use a newer one, or check online."),
    "c": mark("Children"),
    "tp": mark("Travels with the children"),
    "cp": mark("Consents"),
    "ad": mark("Adults who may come along"),
    "anyone": mark("No limit"),
    "co": mark("Countries"),
    "tr": mark("Stops on the way in other countries"),
    "yes": mark("Yes"),
    "no": mark("No"),
    "f": mark("First day"),
    "u": mark("Last day (until 23:59 in Brussels)"),
    "re": mark("Back on"),
    "hr": mark("The children live in"),
    "cd": mark("Conditions"),
    "jti": mark("Code"),
}
TITLE, LEAD, FIELD, PAPER, BUTTON, LIMIT = (
    mark("Check a consent to travel, without a network"),
    mark("Scan the square code on the certificate and paste its text here."),
    mark("Text of the square code"),
    mark("Code printed on the paper"),
    mark("Check"),
    mark(
        "This page cannot know whether a consent was withdrawn since. Ask online when you can. Its keys are of %s."
    ),
)


def page_with(keys: Sequence[PublicKey], today: date, say: Translator) -> str:
    """The whole file, in the reader's language, with these keys."""
    folder = files("portal").joinpath("offline")
    script = folder.joinpath("check.js").read_text(encoding="utf-8")
    style = folder.joinpath("check.css").read_text(encoding="utf-8")
    told = {
        "keys": key_set(keys)["keys"],
        "reasons": {reason.value: say.gettext(text) for reason, text in REASONS.items()},
        "labels": {name: say.gettext(text) for name, text in LABELS.items()},
    }
    program = f"const TOLD = {_inert(told)};\n{script}"
    policy = f"default-src 'none'; script-src '{_hash(program)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    text = {
        name: escape(say.gettext(said))
        for name, said in (
            ("title", TITLE),
            ("lead", LEAD),
            ("field", FIELD),
            ("paper", PAPER),
            ("button", BUTTON),
        )
    }
    limit = escape(say.gettext(LIMIT) % today.isoformat())
    return (
        f'<!doctype html>\n<html lang="{say.lang}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text['title']}</title>\n<style>{style}</style>\n<main>\n<h1>{text['title']}</h1>\n<p>{text['lead']}</p>\n"
        f'<p><label for="text">{text["field"]}</label><textarea id="text" rows="6" spellcheck="false"></textarea></p>\n'
        f'<p><label for="serial">{text["paper"]}</label><input id="serial" autocomplete="off" spellcheck="false"></p>\n'
        f'<p><button id="check" type="button">{text["button"]}</button></p>\n'
        f'<div id="answer" role="status"></div>\n<p class="soft">{limit}</p>\n</main>\n<script>{program}</script>\n</html>\n'
    )


def _inert(told: object) -> str:
    """JSON that ends no script, whatever stands in it."""
    return json.dumps(told, ensure_ascii=True).replace("<", "\\u003c").replace("-->", "--\\u003e")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
