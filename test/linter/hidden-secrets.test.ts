import { expect, test } from "vitest";
import { foldText } from "../../src/domain/text/fold.ts";
import { findOnPage } from "../../src/linter/printed-page.ts";
import { compileSensitive, findSensitive } from "../../src/linter/sensitive.ts";
import { loadRules } from "../helpers/rules.ts";

const rules = (await loadRules("content/rules")).filter(({ kinds }) => kinds.includes("sensitive"));
const patterns = compileSensitive(rules);
const find = (text: string) =>
  findSensitive(text, patterns).map(({ finds, value }) => `${finds}: ${value}`);

test("no character without a shape is left in a folded text", () => {
  const shapeless = /[\p{DI}\p{Cf}\p{Co}\p{Cn}\u2800\ufffc\u{1d159}\u{13441}\u{13442}\u{16fe4}]/u;
  const codes = Array.from({ length: 0x110000 }, (_, code) => code);
  const all = codes
    .map((code) => String.fromCodePoint(code))
    .filter((each) => shapeless.test(each));
  expect(foldText(`a${all.join("")}b`).text).toBe("ab");
});

test.each([
  ["p\u0430ssword: Sommer2026!", "a password"],
  ["\u0440\u0430\u0455\u0455\u0441\u043e\u0501\u0435: Sommer2026!", "a password"],
  ["\u03c1\u03b1ssw\u03bfrd: Sommer2026!", "a password"],
  ["\u1d18\u1d00\ua731\ua731\u1d21\u1d0f\u0280\u1d05: Sommer2026!", "a password"],
  ["p\u0430\u0301ssword: Sommer2026!", "a password"],
  ["s\u0435cret \u043a\u0435\u0443: aB3dE5fG7hJ9", "a key"],
  ["\u0430\u0440\u0456 \u043a\u0435\u0443 = aB3dE5fG7hJ9", "a key"],
])("letters that look Latin hide no word: %s", (text, finds) => {
  expect(find(text)).toEqual([`${finds}: ${text}`]);
});

test("Russian and Greek texts are no secrets", () => {
  expect(
    find(
      "\u041f\u0430\u0440\u043e\u043b\u044c: \u043d\u0435 \u043c\u0435\u043d\u0435\u0435 8 \u0441\u0438\u043c\u0432\u043e\u043b\u043e\u0432",
    ),
  ).toEqual([]);
  expect(find("\u039f \u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2: 2026-06-15")).toEqual([]);
});

test.each([
  "\u041d\u0435\u0432\u0430",
  "\u039d\u03ad\u03b1 \u039f\u03b4\u03cc\u03c2",
  "Gr\u00fcn-Stra\u00dfe",
])("a team's term is found in any case: %s", (term) => {
  const [rule] = rules;
  if (!rule) throw new Error("there is no rule");
  const ofTeam = compileSensitive([{ ...rule, patterns: [], terms: [term] }]);
  for (const text of [term, term.toLowerCase(), term.toUpperCase()])
    expect(findSensitive(`(${text}) x`, ofTeam).map(({ value }) => value)).toEqual([text]);
  expect(findSensitive(`x${term}x`, ofTeam)).toEqual([]);
});

test.each([
  "4111.1111.1111.1111",
  "4111/1111/1111/1111",
  "4111  1111  1111  1111",
  "4111_1111_1111_1111",
  "4111 1111  1111-1111",
  "3782.822463.10005",
  "3056/930902/5904",
  "4111\u00b71111\u00b71111\u00b71111",
])("finds the card number %s", (text) => {
  expect(find(`Paid with ${text} today`)).toEqual([`a card number: ${text}`]);
});

test.each([
  "DE89.3704.0044.0532.0130.00",
  "DE89/3704/0044/0532/0130/00",
  "DE89  3704  0044  0532  0130  00",
])("finds the account number %s", (text) => {
  expect(find(`Pay to ${text} today`)).toEqual([`an account number: ${text}`]);
});

// Each holds a run of characters with valid check digits.
test.each([
  "4f1c2a7e-9d3b-4e6a-be39-700000000041",
  "be507000-4000-4001-8c1d-4f1c2a7e9d3b",
  "41234567-1234-4108-a1d2-4f1c2a7e9d3b",
])("takes the id %s for no account or card number", (id) => {
  expect(find(`{ "uid": "${id}" }`)).toEqual([]);
});

test("a semicolon is a sign, too", () => {
  expect(find("password; Sommer2026!")).toEqual(["a password: password; Sommer2026!"]);
});

// The word and the value, and what is found of them.
test.each([
  ["password:\n\nSommer2026!", "a password: Sommer2026!"],
  ["Password:\n\n\n  hunter2x", "a password: hunter2x"],
  ["- password:\n- Sommer2026!", "a password: Sommer2026!"],
  ["- Password\n- Sommer2026!", "a password: Sommer2026!"],
  ["a) password\nb) Sommer2026!", "a password: Sommer2026!"],
  ["1. The admin password\n2. Sommer2026!", "a password: Sommer2026!"],
  ["> * **Password**\n> * Sommer2026!", "a password: Sommer2026!"],
  ["| Password |\n|---|\n| Sommer2026! |", "a password: Sommer2026!"],
  ["Password\nSommer2026!", "a password: Sommer2026!"],
  ["- API key\n- aB3dE5fG7hJ9kL1mN3", "a key: aB3dE5fG7hJ9kL1mN3"],
])("finds the value of %j", (text, found) => {
  expect(find(text)).toEqual([found]);
  expect(find(`# Notes\n\n${text}\n- 14 rows`)).toEqual([found]);
});

test.each([
  "- email\n- password\n- Address2\n- phone",
  "Fields:\n- password:\n- address2:\n- token:\n- order_id2:",
  "## Password:\n\nOverview\n\nPeople forget it.",
  "The user resets the password\n\nC1: 14 rows of orders.csv",
  "- Show the password\n- Takes 10 minutes or less",
  "The token\n\n2026-06-15",
  "secret:\n\n- at least 12 characters",
  "password:\n\n| 2026 | 2027 |",
])("finds nothing in %j", (text) => {
  expect(find(text)).toEqual([]);
});

test("a value in the entry after its word is found on every page, with its place", () => {
  const written = ["The admin password", "Sommer2026!"].map((text) => ({ text }));
  const entries = written.map(({ text }, index) => ({ id: `spec-${index}`, text }));
  const pages = [
    JSON.stringify({ entries }),
    "- The admin password\n- Sommer2026\\!\n",
    "<html><ul><li>The admin password</li>\n<li>Sommer2026!</li></ul></html>",
  ];
  for (const page of pages) {
    const [found, ...others] = findOnPage(page, written, patterns);
    expect(found).toMatchObject({ finds: "a password", writtenIn: [{ text: "Sommer2026!" }] });
    expect(others).toEqual([]);
  }
});
