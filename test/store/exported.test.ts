import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { UserError } from "../../src/errors.ts";
import { renderJson } from "../../src/render/json/json.ts";
import { readExported } from "../../src/store/exported.ts";
import { newProject, progressWith } from "../helpers/loop.ts";
import { anyProgress } from "../helpers/random.ts";
import { countRuns } from "../helpers/runs.ts";
import { progressOf, runOf } from "../helpers/samples.ts";

const read = (content: unknown) => readExported(JSON.stringify(content), "x.json");

test("reads any export as it was saved, without undo steps", () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const saved = { ...progress, undo: { past: [{ at: "x" }] } };
      expect(readExported(renderJson(saved), "x.json")).toEqual(progress);
    }),
    { numRuns: countRuns(300) },
  );
});

test("reads a copy of the saved file without its undo steps", () => {
  expect(read({ ...emptyProgress, undo: { past: [] } })).toEqual(emptyProgress);
});

const nested = "[".repeat(200_000) + "]".repeat(200_000);
const deep = `{"version":1,"runs":[],"projects":[],"x":${nested}}`;
const project = newProject();
const invalid: [string, string, string][] = [
  ["an empty file", " \n", "it is empty"],
  ["half a file", '{"version": 1, "runs": [', "it isn't valid JSON"],
  ["a list", "[]", "it isn't an export from builder-pm (it has no version)"],
  ["null", "null", "it isn't an export from builder-pm (it has no version)"],
  ["the JSON of another command", '{"version":1,"checklist":"x"}', '"runs" is missing or invalid'],
  ["a version that never existed", '{"version":0,"runs":[]}', '"version" is missing or invalid'],
  ["only invisible characters", "\u200b\u2060\ufeff\u00a0", "it is empty"],
  ["200,000 nested lists", deep, "it is nested too deep"],
  ...["__proto__", "constructor", "prototype"].map((name): [string, string, string] => [
    name,
    `{"version":1,"runs":[{"id":"a","answers":{"${name}":{}}}],"projects":[]}`,
    `the name "runs.0.answers.${name}" is not allowed`,
  ]),
  [
    "a wrong time",
    JSON.stringify(progressOf(runOf("a", { x: { answer: "yes", answeredAt: "May" } }))),
    '"runs.0.answers',
  ],
  [
    "a command for an id",
    JSON.stringify(progressWith({ ...project, id: "$(rm)" })),
    '"$(rm)" is not a valid id',
  ],
  [
    "one run twice",
    JSON.stringify(progressOf(runOf("a", {}), runOf("a", {}))),
    'it contains "a" twice',
  ],
  [
    "one project twice",
    JSON.stringify(progressWith(project, { ...project, id: "b" })),
    'it contains "uid-1" twice',
  ],
  [
    "one id twice",
    JSON.stringify(progressWith(project, { ...project, uid: "b" })),
    'it contains "script" twice',
  ],
];

test.each([
  ["notes without a heading", "Stale articles {draft}\n\n- 340 articles\n", "a page or notes"],
  ["an HTML page", "<!doctype html>\n<style>p{margin:0}</style>\n", "a web page"],
])("rejects %s, without advice to edit it as JSON", (_, content, what) => {
  expect(() => readExported(content, "x.json")).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`it is ${what}, but only a JSON export can be imported`),
      fix: expect.stringMatching(/^Export it again with: /),
    }),
  );
});

test("rejects a summary, and says what it is for", () => {
  const summary = JSON.stringify({ kind: "builder-pm summary", version: 1 });
  expect(() => readExported(summary, "x.json")).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("it is one month in counts, for a team's page"),
      fix: expect.stringMatching(/builder-pm team FOLDER\n[\s\S]*export --json/),
    }),
  );
});

describe("rejects", () => {
  test.each(invalid)("%s", (_, content, reason) => {
    expect(() => readExported(content, "x.json")).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`"x.json" can't be imported: ${reason}`),
        fix: "Export it again with: builder-pm export --json -o progress.json",
        exitCode: 1,
      }),
    );
  });

  test("a page or notes, and says where notes go", () => {
    expect(() => readExported("# Builder PM progress\n", "x.json")).toThrow(
      expect.objectContaining({
        message: expect.stringContaining("it is a page or notes"),
        fix: expect.stringMatching(/--json[\s\S]*builder-pm start --from notes\.md$/),
      }),
    );
  });

  test("a mistake in the JSON, with its place and a fix", () => {
    expect(() => readExported('{\n  "version": 1,\n  “runs”: []\n}', "x.json")).toThrow(
      expect.objectContaining({
        message:
          "\"x.json\" can't be imported: it isn't valid JSON (line 3, column 3): " +
          "\u201c is a curly quote. Nothing was changed.",
        fix: 'Replace every curly quote with a straight one: "',
        exitCode: 1,
      }),
    );
  });

  test("a file of a newer version", () => {
    expect(() => read({ version: 3, stories: [] })).toThrow(
      expect.objectContaining({
        message: '"x.json" was exported by a newer version of builder-pm. Nothing was changed.',
        fix: "Update builder-pm, then import it again.",
      }),
    );
  });

  test("any other file, always with a UserError", () => {
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
      { numRuns: countRuns(500) },
    );
  });
});
