"use strict";
// The same checks in the same order as `entente consent check`; see parenting_plans/certificate/checking.py.
const APART = 300; // seconds that clocks may differ
const LONGEST = 8000;
const OPENING = "eyJhbGci"; // {"alg
const SIGNATURE = 86; // signs of 64 bytes
const CODE = { I: "1", L: "1", O: "0" }; // signs that are easily taken for another

const bytes = (part) => {
  const plain = atob(part.replace(/-/g, "+").replace(/_/g, "/") + "===".slice((part.length + 3) % 4));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};
// Six bits a sign leave some over at the end; two spellings of the same bytes would let a sign be changed unseen.
const one_spelling = (part) =>
  btoa(String.fromCharCode(...bytes(part))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") === part;
const read = (part) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes(part)));
const plain = (serial) => serial.toUpperCase().replace(/[\s-]/g, "").replace(/[ILO]/g, (sign) => CODE[sign]);

async function fits(key, content, signature) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.x };
  const known = await crypto.subtle.importKey("jwk", jwk, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, known, signature, new TextEncoder().encode(content));
}

function header_of(text) {
  if (text.length > LONGEST || !/^[A-Za-z0-9_.-]+$/.test(text)) return "not_a_statement";
  if (!text.startsWith(OPENING)) return OPENING.startsWith(text) ? "truncated" : "not_a_statement";
  const parts = text.split(".");
  if (parts.length > 3) return "not_a_statement";
  if (parts.length < 3 || !parts[1]) return "truncated";
  let header;
  try {
    header = read(parts[0]);
  } catch {
    return "not_a_statement";
  }
  if (header.alg !== "Ed25519") return "algorithm";
  if (["jwk", "jku", "x5c", "x5u"].some((name) => name in header)) return "wrong_key";
  if (Object.keys(header).sort().join() !== "alg,kid,typ" || header.typ !== "travel") return "not_a_statement";
  if (parts[2].length !== SIGNATURE) return parts[2].length < SIGNATURE ? "truncated" : "tampered";
  return header;
}

async function checked(typed, serial) {
  const text = typed.replace(/\s+/g, "");
  const header = header_of(text);
  if (typeof header === "string") return [header, null];
  const key = TOLD.keys.find((one) => one.kid === header.kid);
  if (!key) return ["unknown_key", null];
  const [first, second, third] = text.split(".");
  const content = `${first}.${second}`;
  if (!one_spelling(third)) return ["tampered", null];
  if (!(await fits(key, content, bytes(third)))) {
    for (const other of TOLD.keys) {
      if (other !== key && (await fits(other, content, bytes(third)))) return ["wrong_key", null];
    }
    return ["tampered", null];
  }
  let said;
  try {
    said = read(second);
  } catch {
    return ["unreadable", null];
  }
  if (said.v !== 1) return ["unreadable", null];
  const now = Date.now() / 1000;
  if (serial.trim() && plain(serial) !== said.jti) return ["replayed", said];
  if (said.iat > now + APART) return ["future_dated", said];
  if (now < said.nbf) return ["not_yet", said];
  return [now >= said.exp ? "expired" : "valid", said];
}

function rows(said) {
  const words = TOLD.labels;
  const grouped = said.jti.match(/.{1,5}/g).join("-");
  return [
    [words.c, said.c.map(([given, own, born]) => `${given} ${own}`.trim() + ` (${born})`).join(", ")],
    [words.tp, said.tp],
    [words.cp, said.cp],
    [words.ad, "ad" in said ? said.ad.join(", ") || words.no : words.anyone],
    [words.co, said.co.join(", ")],
    [words.tr, said.tr ? words.yes : words.no],
    [words.f, said.f],
    [words.u, said.u],
    [words.re, said.re],
    [words.hr, said.hr],
    [words.cd, said.cd],
    [words.jti, grouped],
  ].filter(([, value]) => value);
}

function show(state, said) {
  const place = document.getElementById("answer");
  place.replaceChildren();
  place.className = state === "valid" ? "good" : "care";
  const line = document.createElement("p");
  line.id = "state";
  line.dataset.state = state;
  line.textContent = TOLD.reasons[state] ?? TOLD.labels[state];
  place.append(line);
  if (!said) return;
  const list = document.createElement("dl");
  for (const [label, value] of rows(said)) {
    const [term, data] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = label;
    data.textContent = value;
    list.append(term, data);
  }
  place.append(list);
}

document.getElementById("check").addEventListener("click", async () => {
  try {
    const found = await checked(document.getElementById("text").value, document.getElementById("serial").value);
    show(...found);
  } catch {
    show("no_crypto", null);
  }
});
