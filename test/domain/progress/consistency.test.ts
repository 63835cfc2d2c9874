import fc from "fast-check";
import { expect, test } from "vitest";
import { findInconsistency, repairProgress } from "../../../src/domain/progress/consistency.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { newProject, progressWith } from "../../helpers/loop.ts";
import { anyFile } from "../../helpers/random.ts";
import { countRuns } from "../../helpers/runs.ts";

/** Lists every text that a value holds, except ids, times, and what is named by a hash. */
function listTexts(value: unknown, key = ""): string[] {
  if (key === "files") return [];
  if (typeof value === "string") return /^(?:u?id|startedAt|endedAt)$/.test(key) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => listTexts(inner, name));
}

test("repairs any file, keeps every text, and leaves what is right as it is", () => {
  let repaired = 0;
  fc.assert(
    fc.property(anyFile, (file) => {
      const after = repairProgress(file);
      expect(findInconsistency(after)).toBeUndefined();
      expect(after === file).toBe(findInconsistency(file) === undefined);
      expect(repairProgress(after)).toBe(after);
      expect(listTexts(after)).toEqual(expect.arrayContaining(listTexts(file)));
      if (after !== file) repaired++;
    }),
    { numRuns: countRuns(500) },
  );
  expect(repaired).toBeGreaterThan(20);
});

const sha256 = "0a".repeat(32);
const at = "2026-11-02T12:00:00.000Z";

/** Returns progress with what is known about a file of each name, by its hash. */
function progressWithHashes(...hashes: string[]): Progress {
  const file = (hash: string) => [`${hash}.md`, { sha256: hash, round: 1, at }];
  const folder = { path: "/w", files: Object.fromEntries(hashes.map(file)) };
  const project = newProject({ folder, versions: [newProject({ folder })] });
  return progressWith(project);
}

test.each([["x"], [sha256.toUpperCase()], [`${sha256}0`], [`${sha256}\n`], [""]])(
  "drops what is named by %j in place of a SHA-256, and nothing else",
  (odd) => {
    const file = progressWithHashes(odd, sha256);
    expect(findInconsistency(file)).toBe('a SHA-256 in "script" isn\'t one');
    expect(repairProgress(file)).toEqual(progressWithHashes(sha256));
    expect(repairProgress(progressWithHashes(sha256))).toEqual(progressWithHashes(sha256));
  },
);

test("finds two entries with one id in a past round, and keeps each with what it says", () => {
  const entries = [
    { id: "a", text: "One" },
    { id: "a", text: "Two" },
  ];
  const round = { answers: { handoff: { faked: { entries, at } } }, endedAt: at };
  const file = progressWith(newProject({ startedAt: at, rounds: [round] }));
  expect(findInconsistency(file)).toBe('two lines in "script" have the same id');
  const [project] = repairProgress(file).projects;
  expect(project?.rounds[0]?.answers.handoff?.faked).toMatchObject({
    entries: [
      { id: "a", text: "One" },
      { id: "a-2", text: "Two" },
    ],
  });
});
