import { expect, test } from "vitest";
import {
  listLevels,
  parseSkillRecord,
  planSkill,
  writeSkillRecord,
} from "../../../src/domain/agent/skill-folder.ts";

const record = { sha256: "old", folders: [".claude"] };

test.each([
  { found: { is: "absent" }, known: undefined, plan: "write" },
  { found: { is: "absent" }, known: record, plan: "write" },
  { found: { is: "other" }, known: record, plan: "theirs" },
  { found: { is: "file", sha256: "new" }, known: undefined, plan: "same" },
  { found: { is: "file", sha256: "old" }, known: record, plan: "replace" },
  { found: { is: "file", sha256: "old" }, known: undefined, plan: "theirs" },
  { found: { is: "file", sha256: "mine" }, known: record, plan: "theirs" },
] as const)("$found with $known is $plan", ({ found, known, plan }) => {
  expect(planSkill(found, known, "new")).toBe(plan);
});

test("a manifest is read as it was written", () => {
  expect(parseSkillRecord(writeSkillRecord(record))).toEqual(record);
});

test.each([
  {
    base: "/w",
    path: "/w/.claude/skills/x",
    levels: [".claude", ".claude/skills", ".claude/skills/x"],
  },
  { base: "C:\\w", path: "C:\\w\\.claude\\x", levels: [".claude", ".claude/x"] },
  { base: "/", path: "/a", levels: ["a"] },
])("lists the levels from $base to $path", ({ base, path, levels }) => {
  expect(listLevels(base, path)).toEqual(levels);
});
