import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCheck } from "../../src/commands/check/command.ts";
import { runImport } from "../../src/commands/import.ts";
import { runStep } from "../../src/commands/step/command.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { readExported } from "../../src/store/exported.ts";
import { createTestContext } from "../helpers/context.ts";
import { createLoopContext, newProject, takeStep } from "../helpers/loop.ts";
import type { ScriptedAnswer } from "../helpers/prompter.ts";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore, readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const paint = (color: string) => (progress: Progress) => ({ ...progress, color });

/** Opens a store that has saved blue over red, and another one in a folder with the same file. */
async function openTwo() {
  const [home, elsewhere] = [createTempFolder(), createTempFolder()];
  const [file, copy] = [home, elsewhere].map((folder) => join(folder, "progress.json")) as [
    string,
    string,
  ];
  const store = openTestStore(home);
  await store.update(paint("red"));
  const older = readFileSync(file, "utf8");
  await store.update(paint("blue"));
  const paintElsewhere = async (...colors: string[]) => {
    for (const color of colors) await openTestStore(elsewhere).update(paint(color));
    copyFileSync(copy, file);
  };
  return { home, file, copy, store, older, paintElsewhere };
}

type Two = Awaited<ReturnType<typeof openTwo>>;

const replacements: [string, (two: Two) => unknown][] = [
  ["an older revision", ({ file, older }) => writeFileSync(file, older)],
  [
    "the copy of another computer, which had the older revision",
    async ({ copy, older, paintElsewhere }) => {
      writeFileSync(copy, older);
      await paintElsewhere("green", "yellow");
    },
  ],
  ["the copy of a computer that started alone", ({ paintElsewhere }) => paintElsewhere("green")],
  [
    "an edit by hand",
    ({ file }) => writeFileSync(file, readFileSync(file, "utf8").replaceAll("blue", "pink")),
  ],
];

test.each(replacements)("saves nothing over %s, and keeps what it saw", async (_, replace) => {
  const two = await openTwo();
  const seen = await two.store.load();
  await replace(two);
  const bytes = readFileSync(two.file, "utf8");
  const aside = join(two.home, "progress-2026-11-01T12-00-00.json");
  await expect(two.store.update(paint("black"))).rejects.toMatchObject({
    message:
      "Your saved file was replaced while this was open, by a sync tool or by hand, " +
      "so nothing was saved.",
    fix: `To add what this window had saved: builder-pm import ${aside}`,
    exitCode: 4,
  });
  expect(readFileSync(two.file, "utf8")).toBe(bytes);
  expect(readExported(readFileSync(aside, "utf8"), "aside")).toEqual(seen);
});

const goingOn: [string, (two: Two) => unknown][] = [
  [
    "150 saves in another window",
    async ({ home }) => {
      for (let index = 0; index < 150; index++) await openTestStore(home).update(paint(`${index}`));
    },
  ],
  ["an undo", ({ home }) => openTestStore(home).undo()],
  [
    "an undo and a redo",
    async ({ home }) => {
      await openTestStore(home).undo();
      await openTestStore(home).redo();
    },
  ],
  ["a redaction", ({ home }) => openTestStore(home).rewrite(redactBlue)],
  ["a reset", ({ home }) => openTestStore(home).moveAside()],
  [
    "a copy that another computer went on with",
    async ({ file, copy, paintElsewhere }) => {
      copyFileSync(file, copy);
      await paintElsewhere("green", "yellow");
    },
  ],
];

function redactBlue<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll("blue", "gone"));
}

test.each(goingOn)("goes on after %s", async (name, happen) => {
  const two = await openTwo();
  await two.store.load();
  await happen(two);
  expect(await two.store.update(paint("black"))).toMatchObject({ color: "black" });
  const aside = readdirSync(two.home).filter((name) => /^progress-.*\.json$/.test(name));
  expect(aside).toHaveLength(name === "a reset" ? 1 : 0);
});

const typed = "Two corrections in October, and 42 minutes by stopwatch.";

test("an answer to a step is shown and can be brought back by an import", async () => {
  const project = takeStep(newProject(), "spec", { problem: "Priya joins two exports by hand." });
  const problem = "Priya joins three exports by hand.";
  const answers: ScriptedAnswer[] = [{ type: problem }, { type: typed }];
  const test = createLoopContext({ terminal: true, project, answers });
  const older = test.bytes();
  let asked = 0;
  const ask: typeof test.context.ask = (note, work) =>
    test.context.ask(note, (prompter) =>
      work({
        ...prompter,
        text: async (question) => {
          if (++asked === 2) writeFileSync(test.file, older);
          return prompter.text(question);
        },
      }),
    );
  const context = { ...test.context, ask };
  await runStep(context, "spec", { redo: "problem" });
  await expect(runStep(context, "spec", { redo: "evidence" })).rejects.toThrow(
    "was replaced while this was open",
  );
  expect(test.stderr()).toContain("This couldn't be saved. Copy it before you close the window:");
  expect(test.stderr()).toContain(typed);
  const aside = readdirSync(test.home).find((name) => name.startsWith("progress-")) ?? "";
  await runImport(test.context, join(test.home, aside), {});
  expect(test.project().answers.spec?.problem).toMatchObject({ text: problem });
});

test("evidence for an item is shown, and the file stays as it is", async () => {
  const answers: ScriptedAnswer[] = [{ choose: "yes" }, { type: typed }];
  const saved = progressOf(runOf("a", { problem: answered("not-yet") }, { open: true }));
  const { context, file, stderr } = createTestContext({ terminal: true, answers, saved });
  const older = readFileSync(file, "utf8");
  const ask: typeof context.ask = (note, work) =>
    context.ask(note, (prompter) =>
      work({
        ...prompter,
        text: async (question) => {
          writeFileSync(file, older);
          return prompter.text(question);
        },
      }),
    );
  await expect(runCheck({ ...context, ask }, undefined, {})).rejects.toThrow(
    "was replaced while this was open",
  );
  expect(stderr()).toContain(typed);
  expect(readProgress(file)).toEqual(saved);
});
