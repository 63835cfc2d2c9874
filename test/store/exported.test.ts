import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { UserError } from "../../src/errors.ts";
import { renderJson } from "../../src/render/json/json.ts";
import { readExported } from "../../src/store/exported.ts";
import { newProject, progressWith } from "../helpers/loop.ts";
import { anyProgress } from "../helpers/random.ts";
import { progressOf, runOf } from "../helpers/samples.ts";

const read = (content: unknown) => readExported(JSON.stringify(content), "x.json");

test("whatever is saved comes back from its export as it was, and steps that can be taken back stay behind", () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const saved = { ...progress, undo: { past: [{ at: "x" }] } };
      expect(readExported(renderJson(saved), "x.json")).toEqual(progress);
    }),
    { numRuns: 300 },
  );
});

test("a copy of the saved file itself comes back without the steps that can be taken back", () => {
  expect(read({ ...emptyProgress, undo: { past: [] } })).toEqual(emptyProgress);
});

const deep = JSON.stringify({ version: 1, runs: [], projects: [], x: 0 }).replace(
  "0",
  "[".repeat(200_000) + "]".repeat(200_000),
);
const project = newProject();
const refused: [string, string, string][] = [
  ["an empty file", " \n", "it is empty"],
  ["a report", "# Builder PM progress\n", "it looks like a report, which is for people to read"],
  ["half a file", '{"version": 1, "runs": [', "it is not complete JSON"],
  ["a list", "[]", "it does not say which version it is"],
  ["null", "null", "it does not say which version it is"],
  [
    "the JSON of another command",
    '{"version":1,"checklist":"x"}',
    '"runs" is not what it should be',
  ],
  ["a version of no kind", '{"version":0,"runs":[]}', '"version" is not what it should be'],
  ["only invisible characters", "\u200b\u2060\ufeff\u00a0", "it is empty"],
  ["lists in lists, 200,000 deep", deep, "it is nested too deep"],
  ...["__proto__", "constructor", "prototype"].map((name): [string, string, string] => [
    name,
    `{"version":1,"runs":[{"id":"a","answers":{"${name}":{}}}],"projects":[]}`,
    `"runs.0.answers.${name}" cannot be kept`,
  ]),
  [
    "a wrong time",
    JSON.stringify(progressOf(runOf("a", { x: { answer: "yes", answeredAt: "May" } }))),
    '"runs.0.answers',
  ],
  [
    "a command for an id",
    JSON.stringify(progressWith({ ...project, id: "$(rm)" })),
    '"$(rm)" in it is no name',
  ],
  [
    "one run twice",
    JSON.stringify(progressOf(runOf("a", {}), runOf("a", {}))),
    'it holds "a" twice',
  ],
  [
    "one project twice",
    JSON.stringify(progressWith(project, { ...project, id: "b" })),
    'it holds "uid-1" twice',
  ],
  [
    "one id twice",
    JSON.stringify(progressWith(project, { ...project, uid: "b" })),
    'it holds "script" twice',
  ],
];

describe("a file that is not an export is refused with one sentence and the way out", () => {
  test.each(refused)("%s", (_, content, reason) => {
    expect(() => readExported(content, "x.json")).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`"x.json" cannot be brought back: ${reason}`),
        fix: "Make a file to bring back with: builder-pm export --json -o progress.json",
        exitCode: 1,
      }),
    );
  });

  test("one with a mistake in its JSON is refused with the place and what to change", () => {
    expect(() => readExported('{\n  "version": 1,\n  “runs”: []\n}', "x.json")).toThrow(
      expect.objectContaining({
        message:
          '"x.json" cannot be brought back: it isn\'t valid JSON (line 3, column 3): ' +
          "\u201c is a curly quote. Nothing was changed.",
        fix: 'Replace every curly quote with a straight one: "',
        exitCode: 1,
      }),
    );
  });

  test("one of a newer version is told apart", () => {
    expect(() => read({ version: 2, stories: [] })).toThrow(
      expect.objectContaining({
        message: '"x.json" was exported by a newer builder-pm. Nothing was changed.',
        fix: "Bring it back with that newer builder-pm, or with a later one.",
      }),
    );
  });

  test("whatever the file holds, it is read or refused, and never anything else", () => {
    const mangled = fc
      .tuple(anyProgress, fc.nat(), fc.string({ maxLength: 4 }))
      .map(([progress, place, words]) =>
        JSON.stringify(progress).replace(/./gs, (mark, at) => (at === place % 900 ? words : mark)),
      );
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json(), fc.string({ unit: "binary" })), (content) => {
        try {
          readExported(content, "x.json");
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
