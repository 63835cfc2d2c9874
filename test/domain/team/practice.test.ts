import { expect, test } from "vitest";
import type { Drill } from "../../../src/domain/library/drill.ts";
import type { Attempt } from "../../../src/domain/practice/attempt.ts";
import { countPractice } from "../../../src/domain/team/practice.ts";
import { teamContent } from "../../helpers/team.ts";

const [first] = teamContent.drills;
if (!first) throw new Error("There is no drill.");

/** A drill with a sound check and two planted defects. */
const drill: Drill = {
  ...first,
  id: "demo",
  checks: ["A", "B", "C"],
  truth: [
    { verdict: "met", where: "x", how: ["x"] },
    { verdict: "not-met", where: "x", how: ["x"], kind: "rounding" },
    { verdict: "not-met", where: "x", how: ["x"], kind: "time-zone" },
  ],
};

function tryAt(finishedAt: string, verdicts: string[], checks = drill.checks): Attempt {
  const reply = (text: string) => ({ text, at: finishedAt, via: "asked" as const });
  return {
    ...{ drill: "demo", title: "Demo", sha256: "", folder: "", startedAt: finishedAt, finishedAt },
    checks,
    truth: drill.truth.map(({ verdict }) => ({ verdict, claim: "met" as const })),
    answers: Object.fromEntries(
      verdicts.map((verdict, at) => [`verdict.${at + 1}`, reply(verdict)]),
    ),
  };
}

const inNovember = ({ at }: { at: string }) => at.startsWith("2026-11");

test("counts the defects of first tries by kind", () => {
  const practice = {
    a: tryAt("2026-11-02T08:00:00Z", ["not-met", "not-met", "met"]),
    again: tryAt("2026-11-03T08:00:00Z", ["met", "not-met", "not-met"]),
  };
  expect(countPractice({ practice }, [drill], inNovember)).toEqual({
    practice: { drills: 1, sound: 1, doubted: 1, falseClaims: 2, trusted: 1 },
    defects: [
      { kind: "rounding", planted: 1, caught: 1 },
      { kind: "time-zone", planted: 1, caught: 0 },
    ],
  });
});

test("counts nothing if the first try was in another month", () => {
  const practice = {
    a: tryAt("2026-10-02T08:00:00Z", ["met", "met", "met"]),
    again: tryAt("2026-11-03T08:00:00Z", ["met", "not-met", "not-met"]),
  };
  const { practice: counts, defects } = countPractice({ practice }, [drill], inNovember);
  expect({ drills: counts.drills, defects }).toEqual({ drills: 0, defects: [] });
});

test("a defect of a drill that was changed or removed is of another kind", () => {
  const practice = { a: tryAt("2026-11-02T08:00:00Z", ["met", "met", "not-met"], ["A", "Z", "C"]) };
  expect(countPractice({ practice }, [drill], inNovember).defects).toEqual([
    { kind: "other", planted: 1, caught: 0 },
    { kind: "time-zone", planted: 1, caught: 1 },
  ]);
  expect(countPractice({ practice }, [], inNovember).defects).toEqual([
    { kind: "other", planted: 2, caught: 1 },
  ]);
});

test("counts a defect beyond the checks, named or not", () => {
  const kind = "scope-creep" as const;
  const planted = [{ what: "A phone number", where: "x", how: ["x"], kind, ask: "x", guide: "x" }];
  const count = (said: Record<string, string>) => {
    const one = tryAt("2026-11-02T08:00:00Z", ["met", "not-met", "not-met"]);
    const replies = Object.entries(said).map(([name, text]) => [
      name,
      { text, at: one.finishedAt, via: "asked" },
    ]);
    const answers = { ...one.answers, ...Object.fromEntries(replies) };
    const a = { ...one, planted: ["A phone number"], answers };
    const { defects } = countPractice({ practice: { a } }, [{ ...drill, planted }], inNovember);
    return defects.find(({ kind }) => kind === "scope-creep");
  };
  const scope = { kind: "scope-creep", planted: 1 };
  expect(count({ else: "A phone number", "named.1": "yes" })).toEqual({ ...scope, caught: 1 });
  expect(count({ else: "The colors", "named.1": "no" })).toEqual({ ...scope, caught: 0 });
  expect(count({ else: "", "named.1": "yes" })).toEqual({ ...scope, caught: 0 });
});
