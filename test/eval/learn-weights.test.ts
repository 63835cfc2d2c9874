import { expect, test } from "vitest";
import { classify } from "../../src/domain/learned/classifier.ts";
import { learnWeights } from "./learn-weights.ts";

const examples = [
  { words: ["lamp", "red"], answer: "edges" },
  { words: ["lamp", "blue"], answer: "edges" },
  { words: ["lamp", "green"], answer: "edges" },
  { words: ["door", "red"], answer: "checks" },
  { words: ["door", "blue"], answer: "checks" },
  { words: ["door", "green"], answer: "checks" },
].map(({ words, answer }) => ({ answer, features: featuresOf(words) }));

function featuresOf(words: readonly string[]) {
  return new Map(words.map((word) => [`word ${word}`, 1]));
}

test("learns which words tell answers apart, from words seen three times", () => {
  const learned = learnWeights(examples);
  expect(learned.classes).toBe("- checks edges");
  expect(Object.keys(learned.signs)).toEqual(["always", "word door", "word lamp"]);
  const { likely, known } = classify(featuresOf(["lamp", "pink"]), learned);
  expect([...likely].toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe("edges");
  expect(known).toBe(0.5);
});

test("writes the weights of few features as numbers", () => {
  const { signs } = learnWeights(examples);
  const [none = 0, checks = 0, edges = 0] = signs["word lamp"] ?? [];
  expect(signs["word lamp"]).toBeInstanceOf(Array);
  expect(Number(edges)).toBeGreaterThan(Number(none));
  expect(Number(none)).toBeGreaterThan(Number(checks));
});

test("learns the same from the same examples", () => {
  expect(learnWeights(examples)).toEqual(learnWeights(examples));
});
