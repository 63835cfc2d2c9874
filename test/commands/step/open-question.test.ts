import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askCandidates } from "../../../src/commands/step/candidates.ts";
import { proposeAnswers } from "../../../src/domain/project/proposed.ts";
import type { Prompter } from "../../../src/prompts/prompter.ts";
import {
  createLoopContext,
  newProject,
  sampleAnswers,
  stepOf,
  takeStep,
} from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

test("a line that ends in a question isn't picked, and says so", async () => {
  const file = join(createTempFolder(), "notes.md");
  const limits = ["- It may use the export only", "- business days or calendar days?? ASK"];
  writeFileSync(file, ["# Limits", "", "## Constraints", ...limits].join("\n"));
  const { constraints: _, ...others } = sampleAnswers.spec ?? {};
  const loop = createLoopContext({
    terminal: true,
    project: takeStep(newProject(), "spec", others),
    answers: [{ mark: [] }],
  });
  await loop.run("spec", { from: file });
  expect(loop.stderr()).toContain('"business days or calendar days?? ASK" is a question.');
  expect(loop.stdout()).toContain("ASK (from your notes; worth a second look: a\n");

  const { shown, picked } = await showCandidates(limits.map((line) => line.slice(2)));
  expect(shown).toEqual([
    "It may use the export only",
    "business days or calendar days?? ASK (a question: answer it, or leave it out)",
  ]);
  expect(picked).toEqual(["It may use the export only"]);
});

/** Shows lines that notes filled in, and another one that may be picked. */
async function showCandidates(filled: readonly string[]) {
  let shown: string[] = [];
  let picked: readonly string[] = [];
  const multi: Prompter["multi"] = async ({ choices, initial = [] }) => {
    shown = choices.map(({ label, hint }) => (hint ? `${label} (${hint})` : label));
    picked = initial;
    return [...initial];
  };
  const unused = () => Promise.reject(new Error("asks nothing else"));
  const found = stepOf("spec").questions.find(({ id }) => id === "constraints");
  if (!found) throw new Error("no constraints");
  await askCandidates(found, {
    prompter: { multi, select: unused, text: unused, close: () => {} },
    ...{ say: () => {}, showEntries: () => {}, keep: () => {}, showExample: undefined },
    ...{ settle: async (text) => ({ text, marks: [] }), today: new Date(0), prompt: undefined },
    ...{ initial: filled.map((text) => ({ text, marks: [] })), draft: undefined, max: undefined },
    ...{ candidates: [], leftover: ["a bell"], canGoBack: false },
  });
  return { shown: shown.slice(0, filled.length), picked };
}

test("names what notes fill in and the screen of answers leaves out", async () => {
  const filled = new Map([
    ["problem", ["Priya joins 2 files by hand, 42 minutes."]],
    ["checks", ["It takes 5 minutes"]],
  ]);
  const project = proposeAnswers(newProject(), "spec", filled, "notes");
  const loop = createLoopContext({ terminal: true, project, answers: ["stop"] });
  await loop.run("spec").catch(() => undefined);
  expect(loop.stderr()).toContain(
    "Filled in for you\n" +
      "  Your notes say something about these too, and you'll be asked: Checks.\n\n  Problem\n",
  );
});
