import { describe, expect, test } from "vitest";
import {
  findProjectIn,
  freeFileName,
  isInFolder,
  isWindowsPath,
  listForeignInstructions,
  planPage,
} from "../../../src/domain/project/folder.ts";
import { newProject } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const at = noon(2).toISOString();
const known = (round: number) => ({ sha256: "old", round, at });
const file = (sha256: string) => ({ is: "file", sha256 }) as const;
const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const aside = (to: string, because: string) => ({ do: "move", to, because });

describe("planPage", () => {
  test.each([
    { what: "nothing there", found: { is: "absent" } as const, plan: { do: "write" } },
    { what: "the same page", found: file("new"), plan: { do: "keep" } },
    { what: "an empty file", found: file(empty), plan: { do: "replace" } },
    { what: "ours", found: file("old"), known: known(1), plan: { do: "replace" } },
    {
      what: "ours, moved away",
      found: { is: "absent" } as const,
      known: known(1),
      plan: { do: "write" },
    },
    { what: "ours, changed", found: file("x"), known: known(1), plan: { do: "refuse" } },
    { what: "theirs", found: file("x"), plan: { do: "refuse" } },
    { what: "a link or a folder", found: { is: "other" } as const, plan: { do: "refuse" } },
    {
      what: "theirs, with force",
      found: file("x"),
      force: true,
      plan: aside("BRIEF-yours.md", "force"),
    },
    {
      what: "ours of round 1",
      found: file("old"),
      known: known(1),
      round: 2,
      plan: aside("BRIEF-round-1.md", "round"),
    },
    {
      what: "ours of round 1, changed",
      found: file("x"),
      known: known(1),
      round: 2,
      plan: aside("BRIEF-round-1.md", "round"),
    },
    { what: "theirs in round 2", found: file("x"), round: 2, plan: { do: "refuse" } },
  ])("$what", ({ found, known, round = 1, force = false, plan }) => {
    const facts = { found, known, round, force, sha256: "new" };
    expect(planPage("BRIEF.md", facts)).toEqual(plan);
  });
});

test("adds a number to the name of a file if it is taken", () => {
  const taken = ["BRIEF-yours.md", "BRIEF-yours-2.md"];
  expect(freeFileName("BRIEF-yours.md", (name) => taken.includes(name))).toBe("BRIEF-yours-3.md");
  expect(freeFileName("churn", (name) => name === "churn")).toBe("churn-2");
});

test.each([
  ["/work/a", "/work/a", true],
  ["/work/a", "/work/a/b/c", true],
  ["/work/a/", "/work/a/b", true],
  ["/work/a", "/work/ab", false],
  ["/work/a", "/work", false],
  ["/work/a", "/Work/A", false],
  ["/", "/work", true],
  ["", "/work", false],
  ["/work/a", "", false],
  ["C:\\Work\\a", "c:\\work\\A\\b", true],
  ["C:\\Work\\a", "C:/Work/a/b", true],
  ["C:\\Work\\a", "C:\\Work\\ab", false],
])("isInFolder(%j, %j) is %j", (folder, path, expected) => {
  expect(isInFolder(folder, path)).toBe(expected);
});

test.each([
  ["C:\\work", true],
  ["c:/work", true],
  ["\\\\server\\work", true],
  ["./work", false],
  ["a:b", false],
  ["work\\a", false],
])("isWindowsPath(%j) is %j", (path, expected) => {
  expect(isWindowsPath(path)).toBe(expected);
});

test("finds the project with the innermost folder, and an open one first", () => {
  const closed = { as: "killed", at } as const;
  const projects = [
    newProject({ uid: "outer", folder: { path: "/w" } }),
    newProject({ uid: "inner", folder: { path: "/w/a" } }),
    newProject({ uid: "ended", folder: { path: "/w/a" }, closed }),
    newProject({ uid: "alone", folder: { path: "/v" }, closed }),
    newProject({ uid: "none" }),
  ];
  expect(findProjectIn(projects, "/w/b")?.uid).toBe("outer");
  expect(findProjectIn(projects, "/w/a/b")?.uid).toBe("inner");
  expect(findProjectIn(projects, "/v")?.uid).toBe("alone");
  expect(findProjectIn(projects, "/x")).toBeUndefined();
});

test("sends an agent only to instructions that aren't ours", () => {
  const files = { "AGENTS.md": known(1), "BRIEF.md": known(1) };
  expect(listForeignInstructions({})).toEqual(["AGENTS.md", "CLAUDE.md"]);
  expect(listForeignInstructions({ folder: { path: "/w", files } })).toEqual(["CLAUDE.md"]);
});
