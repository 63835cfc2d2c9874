import type { Dice, Sample } from "./guard-text.ts";

/** How people write a password down, by language. {s} is the password. */
const notes: Record<string, readonly string[]> = {
  English: [
    "password: {s}",
    "Password = {s}",
    "pw: {s}",
    "PW:{s}",
    "pwd={s}",
    "The password is {s}",
    "the password for staging is {s}.",
    "Password (staging): {s}",
    "**Password:** {s}",
    "login demo@acme.com, password {q}",
    "user: demo / pw: {s}",
    "passphrase: {s}",
    "wifi password: {s}",
    "DB_PASSWORD={s}",
    "| password | {s} |",
    "passcode - pw: {s}, ask Mira",
  ],
  German: [
    "Passwort: {s}",
    "passwort: {s}",
    "Kennwort: {s}",
    "Das Passwort ist {s}",
    "Das Passwort lautet {s}",
    "PW: {s}",
    "WLAN-Passwort: {s}",
    "Passwort f\u00fcr den Testserver: {s}",
    "Benutzer: demo, Passwort: {s}",
    "Zugangscode: {s}",
    "Kennwort lautet {s}.",
    "Passwort = {s}",
  ],
  French: [
    "mot de passe : {s}",
    "Mot de passe: {s}",
    "Mot de passe\u00a0: {s}",
    "mdp : {s}",
    "mdp: {s}",
    "Le mot de passe est {s}",
    "le mot de passe du wifi : {s}",
    "identifiant : demo, mot de passe : {s}",
    "Mot de passe : \u00ab {s} \u00bb",
    "mot de passe = {s}",
  ],
  Spanish: [
    "contrase\u00f1a: {s}",
    "Contrase\u00f1a: {s}",
    "contrasena: {s}",
    "La contrase\u00f1a es {s}",
    "la contrase\u00f1a del wifi es {s}",
    "clave: {s}",
    "clave de acceso: {s}",
    "usuario: demo, contrase\u00f1a: {s}",
    "contrase\u00f1a = {s}",
    "La clave es {s}.",
  ],
};

/** How configuration and code have a key: {i} is a name, {s} the key (as in gitleaks' samples). */
const assignments = [
  '{i}Token="{s}"',
  "{i}Token={s}",
  '{\n  "{i}_token": "{s}"\n}',
  "<{i}Token>{s}</{i}Token>",
  "<{i}Token>\n    {s}\n</{i}Token>",
  "{i}_token: {s}",
  "{i}_token: '{s}'",
  "{i}_api_key: |\n  {s}",
  'var {i}Secret string = "{s}"',
  "{i}Token := `{s}`",
  '{i}Token .= "{s}"',
  "{i}_secret,{s},",
  '"{i}Token" => "{s}"',
  '{i}_TOKEN ::= "{s}"',
  '{i}_API_KEY ?= "{s}"',
  'export {i}_CLIENT_SECRET="{s}"',
  "API key: {s}",
  "api-key {q}",
  "the API key is {s}",
  "client secret: {s}",
  "API-Schl\u00fcssel: {s}",
  "cl\u00e9 API : {s}",
  "clave de API: {s}",
];

const services = "acme datadog mailchimp okta snyk fastly contentful intercom dropbox".split(" ");
const words = "Sommer Soleil Gato Tiger Orange Berlin Madrid Paris winter dragon monkey".split(" ");

/** Makes a password as people choose them: some random, most of them words with a twist. */
function makePassword(dice: Dice): string {
  const word = dice.pick(words);
  const forms = [
    `${word}${dice.fill("{d4}")}${dice.pick(["", "!", "#"])}`,
    `${word}${dice.fill("{d2}")}${dice.pick(["", "!", "*"])}`,
    `${word.toLowerCase()}${dice.fill("{d1}")}`,
    dice.fill("{A10}"),
    dice.fill("{A8}!{A3}"),
    dice.fill("{A4}-{A4}-{A4}"),
    word.replace("e", "3").replace("a", "@").replace("o", "0"),
    `${word}!${dice.pick(words)}?`,
    ["correct", "horse", word.toLowerCase(), "staple"].join("-"),
    dice.fill("{d6}"),
    dice.pick(["swordfish", "letmein"]),
  ];
  return dice.pick(forms);
}

function makeKey(dice: Dice): string {
  return dice.fill(dice.pick(["{h32}", "{A32}", "{a40}", "{u}", "{w24}", "{h64}", "{A20}"]));
}

/** Makes notes and code with a keyword and a value. */
export function makeKeywords(dice: Dice, each: number): Sample[] {
  const times = Array.from(Array(each).keys());
  const passwords = Object.entries(notes).flatMap(([kind, forms]) =>
    forms.flatMap((form) => times.map(() => ({ kind, form, secret: makePassword(dice) }))),
  );
  const keys = assignments.flatMap((form) =>
    times.map(() => ({ kind: "code and keys", form, secret: makeKey(dice) })),
  );
  return [...passwords, ...keys].map(({ kind, form, secret }) => ({
    source: "keyword",
    kind,
    text: form
      .replaceAll("{i}", dice.pick(services))
      .replace("{q}", () => `"${secret}"`)
      .replace("{s}", () => secret),
    isSecret: true,
  }));
}
