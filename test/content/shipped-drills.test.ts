import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defectKinds } from "../../src/domain/library/drill.ts";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";

const folder = join("content", "drills");
const ruleset = compileRules(await loadRules(join("content", "rules")));
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));

interface Planned {
  checks: string[];
  truth: { verdict: "met" | "not-met"; kind?: string }[];
  planted?: { kind: string }[];
}

const drills = await Promise.all(
  files.map(async (file) => {
    const { fields } = await parseContentFile(readFileSync(join(folder, file)));
    const { checks, truth, planted = [] } = fields as Planned;
    const defects = [...truth.filter(({ verdict }) => verdict === "not-met"), ...planted];
    return {
      ...{ checks: checks.length, planted: defects.length - planted.length },
      ...{ extras: planted.length, sound: truth.map(({ verdict }) => verdict === "met") },
      kinds: defects.map(({ kind }) => kind),
    };
  }),
);

/** Lists the different values that drills with this many checks have. */
function valuesOf(checks: number, read: (drill: (typeof drills)[number]) => number): number[] {
  return [...new Set(drills.filter((drill) => drill.checks === checks).map(read))].sort();
}

test("the number of checks doesn't tell how many defects there are", () => {
  expect(valuesOf(4, ({ planted }) => planted)).toEqual([2, 3]);
  expect(valuesOf(5, ({ planted }) => planted)).toEqual([1, 2, 3]);
  for (const checks of [4, 5]) expect(valuesOf(checks, ({ extras }) => extras)).toEqual([0, 1]);
  const firstSound = drills.filter(({ sound }) => sound[0]);
  expect(firstSound.length).toBeGreaterThanOrEqual(drills.length / 2);
});

test("each drill has 3 to 5 checks, one that holds, and 1 to 3 defects", () => {
  for (const { checks, sound, kinds } of drills) {
    expect([3, 4, 5]).toContain(checks);
    expect(sound).toContain(true);
    expect([1, 2, 3]).toContain(kinds.length);
  }
});

test("each family of defects is planted at least twice, wherever it is in a drill", () => {
  const all = drills.flatMap(({ kinds }) => kinds);
  const wanted = defectKinds.filter((kind) => kind !== "wrong-number");
  expect(wanted.filter((kind) => all.filter((each) => each === kind).length < 2)).toEqual([]);
});

test.each(files)("%s has checks as the program itself asks for them", async (file) => {
  const { fields } = await parseContentFile(readFileSync(join(folder, file)));
  const { checks } = fields as { checks: string[] };
  const found = checks.flatMap((check) => lintLine(check, "criterion", ruleset));
  expect(found.filter(({ severity }) => severity !== "note")).toEqual([]);
});
