import { expect, test } from "vitest";
import { mergePractice } from "../../../src/domain/practice/merge-practice.ts";
import { attemptOf, replyOf } from "../../helpers/drills-saved.ts";
import { noon } from "../../helpers/samples.ts";

const at = noon(20).toISOString();
const done = attemptOf([["not-met", "met", "met"]]);
const { finishedAt: _, truth: _truth, planted: _planted, ...open } = done;

test("adds what is new, and says when it came", () => {
  const { practice, changed } = mergePractice({ here: done }, { there: done }, at);
  expect(practice).toEqual({ here: done, there: { ...done, importedAt: at } });
  expect(changed).toBe(1);
});

test("changes nothing if both sides are the same, or the file has none", () => {
  expect(mergePractice({ a: done }, { a: done }, at)).toEqual({
    practice: { a: done },
    changed: 0,
  });
  expect(mergePractice({ a: done }, undefined)).toEqual({ practice: { a: done }, changed: 0 });
});

test("keeps the end that came first, on whichever side", () => {
  const late = {
    ...done,
    finishedAt: noon(8).toISOString(),
    answers: { ...done.answers, "verdict.1": replyOf("not-met", 7) },
  };
  for (const [here, there] of [
    [done, late],
    [late, done],
    [done, open],
    [open, done],
  ] as const) {
    const merged = mergePractice({ a: here }, { a: there }, at).practice?.a;
    expect([merged?.finishedAt, merged?.answers["verdict.1"]?.text]).toEqual([
      done.finishedAt,
      "met",
    ]);
  }
});

test("takes the later of two answers while neither side is finished, and keeps the folder", () => {
  const there = {
    ...open,
    folder: "/elsewhere",
    answers: { ...open.answers, "verdict.1": replyOf("not-met", 9), else: replyOf("old", 1) },
  };
  const merged = mergePractice({ a: open }, { a: there }, at).practice?.a;
  expect(merged?.folder).toBe(open.folder);
  expect(merged?.answers).toEqual({ ...open.answers, "verdict.1": replyOf("not-met", 9) });
});

test("takes what was named from the side where it was answered", () => {
  const named = { ...done, answers: { ...done.answers, "named.1": replyOf("yes", 5) } };
  expect(mergePractice({ a: done }, { a: named }).practice?.a?.answers).toHaveProperty(["named.1"]);
});
