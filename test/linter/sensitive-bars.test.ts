import { expect, test } from "vitest";
import { compileSensitive, findSensitive, selectPatterns } from "../../src/linter/sensitive.ts";
import { makeClean } from "../eval/guard-clean.ts";
import { makeKeywords } from "../eval/guard-keywords.ts";
import { makePersonalData } from "../eval/guard-people.ts";
import { makeTokens } from "../eval/guard-secrets.ts";
import { createDice, type Sample } from "../eval/guard-text.ts";
import { hostilePieces } from "../helpers/hostile-pieces.ts";
import { loadRules } from "../helpers/rules.ts";
import { countRuns } from "../helpers/runs.ts";

const patterns = compileSensitive(await loadRules("content/rules"));
const dice = createDice(7);

/** Returns the share of texts, in percent, in which something is found. */
function countFlagged(samples: readonly Sample[]): number {
  expect(samples.length).toBeGreaterThan(0);
  const flagged = samples.filter(({ text }) => findSensitive(text, patterns).length > 0);
  return (100 * flagged.length) / samples.length;
}

const secrets = [
  ...makeTokens(dice, 2),
  ...makeKeywords(dice, 8),
  ...makePersonalData(dice, 3),
] as const;

test.each([
  ["token", 95],
  ["login", 95],
])("finds what has the form of a %s", (source, bar) => {
  expect(countFlagged(secrets.filter((sample) => sample.source === source))).toBeGreaterThan(bar);
});

test.each([
  ["English", 90],
  ["German", 90],
  ["French", 90],
  ["Spanish", 90],
  ["code and keys", 90],
  ["e-mail", 99],
  ["phone with +", 97],
  ["phone with 00", 97],
  ["card", 95],
  ["IBAN compact", 99],
  ["IBAN spaced", 99],
])("finds enough of the kind %s", (kind, bar) => {
  expect(countFlagged(secrets.filter((sample) => sample.kind === kind))).toBeGreaterThan(bar);
});

test("what is found in a text alone has a pattern that matches it in a list of texts", () => {
  const others = ["14 rows in May", "Ask the team", "6"];
  const texts = secrets.map(({ text }) => text);
  const differing = texts.filter((text) => {
    const list = [others[0], text, ...others.slice(1)].map((each) => `- ${each}`).join("\n");
    const found = findSensitive(text, selectPatterns(list, patterns));
    return JSON.stringify(found) !== JSON.stringify(findSensitive(text, patterns));
  });
  expect(differing).toEqual([]);
});

const clean = makeClean(dice, 8).filter(({ kind }) => kind !== "change log");

test.each([
  ["UUID", 0],
  ["SHA", 0],
  ["date", 0],
  ["price", 0],
  ["version", 0],
  ["commit subject", 0.1],
  ["hard product text", 5],
])("hardly ever takes a clean text for a secret: %s", (kind, bar) => {
  expect(countFlagged(clean.filter((sample) => sample.kind === kind))).toBeLessThanOrEqual(bar);
});

const pieces = hostilePieces.slice(0, countRuns(hostilePieces.length));

test.each(pieces)("reads 256 kB of %j with every pattern", (piece) => {
  // An expression that backtracks would take longer than a test may.
  const text = piece.repeat(Math.ceil(256_000 / piece.length));
  expect(findSensitive(text, patterns).length).toBeLessThan(text.length);
});
