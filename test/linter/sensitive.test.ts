import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { compileSensitive, findSensitive, hideValue } from "../../src/linter/sensitive.ts";
import { loadRules } from "../helpers/rules.ts";

const rules = (await loadRules("content/rules")).filter(({ kinds }) => kinds.includes("sensitive"));
const patterns = compileSensitive(rules);
const find = (text: string) =>
  findSensitive(text, patterns).map(({ finds, value }) => `${finds}: ${value}`);

/** Joined at run time, so that secret scanners don't take anything in this file for a real key. */
const random = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5";

const found: [string, string][] = [
  ["an email address", "mira.lopez+test@acme.com"],
  ["an email address", "j\u00f6rg@b\u00fcro.example.de"],
  ["an email address", "o'neil@mail.acme.co.uk".slice(2)],
  ["a phone number", "+49 171 2345678"],
  ["a phone number", "+49 (0) 30 123456-78"],
  ["a phone number", "+1 415 555 0132"],
  ["a phone number", "+14155550132"],
  ["a phone number", "0049 171 2345678"],
  ["a phone number", "(415) 555-0132"],
  ["a phone number", "415-555-0132"],
  ["a phone number", "415.555.0132"],
  ["a phone number", "020 7946 0958"],
  ["a phone number", "07700 900123"],
  ["a phone number", "0171 2345678"],
  ["a phone number", "030/1234567"],
  ["a phone number", "06 12 34 56 78"],
  ["a phone number", "Tel.: 5550132"],
  ["a phone number", "phone number: 555 0132"],
  ["a card number", "4111 1111 1111 1111"],
  ["a card number", "4111-1111-1111-1111"],
  ["a card number", "5555555555554444"],
  ["a card number", "2223003122003222"],
  ["a card number", "6011111111111117"],
  ["a card number", "3782 822463 10005"],
  ["a private key", "-----BEGIN RSA PRIVATE KEY"],
  ["a private key", "-----BEGIN OPENSSH PRIVATE KEY"],
  ["a private key", "-----BEGIN PRIVATE KEY"],
  ["an access key", `AKIA${"IOSFODNN7EXAMPLE"}`],
  ["an access key", `AIza${random.slice(0, 35)}`],
  ["an access key", `sk_live_${random.slice(0, 24)}`],
  ["an access key", `sk-ant-${random}`],
  ["an access key", `sk-${random}${random}`],
  ["a token", `ghp_${random}`],
  ["a token", `github_pat_${random}`],
  ["a token", `glpat-${random.slice(0, 20)}`],
  ["a token", `npm_${random}`],
  ["a token", `xoxb-${"1234567890-abcdef"}`],
  ["a token", `eyJhbGciOiJI.eyJzdWIiOiIx.${random}`],
  ["a token", `hooks.slack.com/services/T00000000/B00000000/${random}`],
  ["a token", `Bearer ${random}`],
  ["a password", "password: Sommer2026!"],
  ["a password", "the password is correct-horse-9".slice(4)],
  ["a key", `api_key = "${random.slice(0, 12)}`],
  ["a password", "postgres://admin:hunter2@db.acme.com"],
];

describe("finds, alone and in a sentence", () => {
  test.each(found)("%s: %s", (finds, value) => {
    expect(find(value)).toEqual([`${finds}: ${value}`]);
    expect(find(`On 2 June we used ${value}, and it worked.`)).toEqual([`${finds}: ${value}`]);
    expect(find(`(${value})\n- 14 rows`)).toEqual([`${finds}: ${value}`]);
  });
});

const clean = [
  "2026-11-22",
  "22.11.2026",
  "11/22/2026",
  "1-800",
  "2026-06-15T09:30:00.000Z",
  "2026-06-15T09:30:00+02:00",
  "06.07.2026 08:15",
  "2026-06-15 10:30:45",
  "20260615103000",
  "1718444000123",
  "from 09:00 to 17:30",
  "KW 24/2026",
  "Phone: 2026-06-15 it broke",
  "Tel: 15.06.2026",
  "version 10.0.19045.3803",
  "v1.22.333-rc.4",
  "node 20.19.2",
  "order 4500012345",
  "order 2026-0615-4471",
  "ORD-415-555-0132",
  "#4155550132",
  "INC0012345678",
  "JIRA-12345678",
  "Amazon 302-4567890-1234567",
  "ISBN 978-3-16-148410-0",
  "EAN 4006381333931",
  "order 0000123456",
  "row 001234567",
  "$1,234,567.89",
  "1 234 567 890 rows",
  "+1 200 000 000 EUR",
  "+12 000 000 visits",
  "+35%",
  "415 of 555 rows, 0132 left",
  "4111 1111 1111 1112",
  "1234 5678 9012 3456",
  "4111111111111111234",
  "id 4111111111111111-7",
  "0.4111111111111111",
  "192.168.100.200",
  "255.255.255.0",
  "10.20.30.40:8080",
  "lat 52.520008, lon 13.404954",
  "-33.8688197, 151.2092955",
  "550e8400-e29b-41d4-a716-446655440000",
  "20789461-4960-4123-8111-415555013200",
  "sha 4155550132abcdef4155550132",
  "@mira",
  "@acme/design",
  "pkg@1.2.3",
  "logo@2x.png",
  "git@github.com:acme/x.git",
  "name@example.com",
  "a@b.test",
  "me@localhost",
  "5 @ 3.50",
  "AKIA is a prefix",
  "sk-learn-and-many-other-words-in-a-row",
  "a token: expires soon",
  "The password is required.",
  "Password: at least 12 characters",
  "secret: see the vault",
  "token = tokenise(text)",
  "PUBLIC KEY-----",
  "-----BEGIN CERTIFICATE-----",
  "https://acme.com:8080/a@b",
  "Bearer of bad news and more to come",
  "42 minutes by stopwatch on 2 November, and two corrections, 5 and 19 October",
  "ghp_short",
  "C1 to C5, 3 of 5 met",
];

test.each(clean)("ignores: %s", (text) => {
  expect(find(text)).toEqual([]);
  expect(find(`On 2 June, ${text} was there.`)).toEqual([]);
});

test.each(rules.flatMap(({ examples }) => examples.bad))("finds the example: %s", (text) => {
  expect(find(String(text))).toHaveLength(1);
});

test.each(rules.flatMap(({ examples }) => examples.ok))("ignores the example: %s", (text) => {
  expect(find(String(text))).toEqual([]);
});

test("finds each value in a text once", () => {
  expect(find(`Write to a.b@acme.com or c@acme.com; password: ghp_${random}`)).toEqual([
    `a token: ghp_${random}`,
    "an email address: a.b@acme.com",
    "an email address: c@acme.com",
  ]);
});

test.each([
  ["priya@acme.com", "p...@acme.com"],
  ["me@acme.com", "...@acme.com"],
  ["4111 1111 1111 1111", "4111..."],
  ["+49 171 2345678", "+49..."],
  ["postgres://admin:hunter2@db.acme.com", "post..."],
  ["abc", "..."],
])("masks %s as %s", (value, hidden) => {
  expect(hideValue(value)).toBe(hidden);
});

test("never shows more than a quarter of a secret", () => {
  fc.assert(
    fc.property(fc.constantFrom(...found), ([finds, value]) => {
      const shown = hideValue(value).replace("...", "");
      expect(hideValue(value)).not.toContain(value);
      if (finds !== "an email address") expect(shown.length).toBeLessThanOrEqual(value.length / 4);
    }),
  );
});

test("a term of a team hides no part of a secret, in any order of the rules", async () => {
  const { rules } = await loadLibrary({ folder: "content" }, ["rules"]);
  const [shipped] = rules.filter(({ kinds }) => kinds.includes("sensitive"));
  if (!shipped) throw new Error("There is no such rule.");
  const team = { ...shipped, id: "team", patterns: [], terms: ["acme"] };
  const found = findSensitive("Write to priya@acme.com", compileSensitive([team, ...rules]));
  expect(found.map(({ value }) => value)).toContain("priya@acme.com");
});
