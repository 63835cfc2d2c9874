import { expect, test } from "vitest";
import {
  listFirstTries,
  scoreAttempt,
  summarizePractice,
} from "../../../src/domain/insights/practice.ts";
import { describePractice, describeSureness } from "../../../src/render/text/practice-line.ts";
import { attemptOf, type Judged, replyOf } from "../../helpers/drills-saved.ts";
import { noon } from "../../helpers/samples.ts";

test.each<{ name: string; judged: Judged; counts: string }>([
  { name: "caught", judged: ["not-met", "met", "not-met"], counts: "caught 1/1, false claims 0/1" },
  { name: "missed", judged: ["not-met", "met", "met"], counts: "caught 0/1, false claims 1/1" },
  {
    name: "missed, which nobody claimed",
    judged: ["not-met", "not-met", "met"],
    counts: "caught 0/1, false claims 0/0",
  },
  {
    name: "planted, and the person can't tell",
    judged: ["not-met", "met", "cannot-tell"],
    counts: "caught 0/1, false claims 0/1, cannot tell 1",
  },
  { name: "sound", judged: ["met", "met", "met"], counts: "doubted 0/1" },
  { name: "doubted", judged: ["met", "met", "not-met"], counts: "doubted 1/1" },
  {
    name: "sound, and the person can't tell",
    judged: ["met", undefined, "cannot-tell"],
    counts: "doubted 0/1, cannot tell 1",
  },
])("counts a check that is $name", ({ judged, counts }) => {
  const score = scoreAttempt(attemptOf([judged]));
  const { planted, caught, sound, doubted, falseClaims, trusted, cannotTell } = score ?? {};
  const parts = [
    ...(planted ? [`caught ${caught}/${planted}`, `false claims ${trusted}/${falseClaims}`] : []),
    ...(sound ? [`doubted ${doubted}/${sound}`] : []),
    ...(cannotTell ? [`cannot tell ${cannotTell}`] : []),
  ];
  expect(parts.join(", ")).toBe(counts);
});

test("counts what a person was sure of, unless they couldn't tell", () => {
  const attempt = attemptOf([
    ["met", "met", "met", "3"],
    ["not-met", "met", "met", "3"],
    ["not-met", "met", "not-met", "2"],
    ["met", "met", "cannot-tell", "3"],
  ]);
  expect(scoreAttempt(attempt)?.sure).toEqual({ judged: 2, right: 1 });
});

test("counts what is planted beyond the checks apart", () => {
  const answers = {
    "verdict.1": replyOf("met"),
    "named.1": replyOf("no"),
    "named.2": replyOf("yes"),
  };
  const attempt = attemptOf([["met", "met", "met"]], { planted: ["A", "B", "C"], answers });
  expect(scoreAttempt(attempt)).toMatchObject({ planted: 0, extras: { planted: 3, named: 1 } });
});

test("doesn't score a try that isn't finished", () => {
  const { finishedAt: _, ...open } = attemptOf([["met", "met", "met"]]);
  expect(scoreAttempt(open)).toBeUndefined();
});

test("counts only the try at each drill that was finished first", () => {
  const late = attemptOf([["not-met", "met", "not-met"]], { finishedAt: noon(9).toISOString() });
  const early = attemptOf([["not-met", "met", "met"]], {
    startedAt: noon(4).toISOString(),
    finishedAt: noon(5).toISOString(),
  });
  const other = attemptOf([["met", "met", "met"]], { drill: "other" });
  const practice = { late, early, other };
  expect(listFirstTries(practice).map(({ uid }) => uid)).toEqual(["other", "early"]);
  expect(summarizePractice(practice)).toMatchObject({ drills: 2, planted: 1, caught: 0, sound: 1 });
});

test("says everything in one line", () => {
  const sum = summarizePractice({
    one: attemptOf([
      ["not-met", "met", "not-met", "3"],
      ["not-met", "met", "met", "3"],
      ["met", "met", "not-met"],
    ]),
  });
  expect(describePractice(sum)).toBe(
    "Practice: 1 drill, caught 1 of 2 planted defects, doubted 1 of 1 sound check, " +
      "trusted 1 of 2 false claims.",
  );
  expect(describeSureness(sum)).toBe("Of the 2 verdicts you were sure of, 1 was right.");
});

test("says nothing before the first drill", () => {
  expect([undefined, {}].map(summarizePractice).map(describePractice)).toEqual([
    undefined,
    undefined,
  ]);
});
