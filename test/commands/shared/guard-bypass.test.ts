import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { runExport } from "../../../src/commands/export.ts";
import { runStep } from "../../../src/commands/step/command.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import { createTestContext } from "../../helpers/context.ts";
import { invisible } from "../../helpers/invisible.ts";
import { progressWith, projectAfter, sampleAnswers, takeStep } from "../../helpers/loop.ts";
import { createTempFolder } from "../../helpers/temp.ts";

/** Joined at run time, so that no scanner takes it for a real token. */
const token = ["ghp", "16C7e42F292c6912E7710c838347Ae178B4a"].join("_");

/** Returns a finished round with a text in the spec and in the handoff. */
function createProjectWith(text: string, folder?: string): Project {
  const spec = takeStep(projectAfter(), "spec", {
    ...sampleAnswers.spec,
    constraints: ["Reads orders.csv only", "PLACE"],
  });
  const handoff = { ...sampleAnswers.handoff, faked: ["Sends to PLACE"] };
  const reviewed = ["brief", "review"].reduce(
    (project, step) => takeStep(project, step, sampleAnswers[step] ?? {}),
    spec,
  );
  const written = takeStep(reviewed, "handoff", handoff);
  // Put in afterwards, because entering an answer removes some invisible characters.
  const project = JSON.parse(
    JSON.stringify(written).replaceAll("PLACE", JSON.stringify(text).slice(1, -1)),
  );
  return folder ? { ...project, folder: { path: folder } } : project;
}

/** Everything that prints or writes for someone else. */
const outputs: Record<string, (project: Project, packs?: string[]) => Promise<unknown>> = {
  "the brief": (project, packs) => runWith(project, packs, "brief", { print: true }),
  "the brief as a file": (project, packs) =>
    runWith({ ...project, folder: { path: createTempFolder() } }, packs, "brief", {}),
  "the handoff": (project, packs) => runWith(project, packs, "handoff", { print: true }),
  "the handoff as JSON": (project, packs) => runWith(project, packs, "handoff", { json: true }),
  ...Object.fromEntries(
    ["markdown", "text", "json"].map((format) => [
      `the export as ${format}`,
      (project: Project, packs?: string[]) =>
        runExport(createGuarded(project, packs).context, { format }),
    ]),
  ),
};

function createGuarded(project: Project, packs: string[] = [], json = false) {
  const words = json ? ["--json"] : [];
  return createTestContext({
    saved: progressWith(project),
    options: { content: packs },
    words,
  });
}

async function runWith(
  project: Project,
  packs: string[] | undefined,
  step: string,
  options: { print?: boolean; json?: boolean },
): Promise<void> {
  const test = createGuarded(project, packs, options.json);
  try {
    await runStep(test.context, step, options);
  } finally {
    expect(test.stdout()).not.toContain("16C7");
  }
}

const positions: Record<string, (secret: string, character: string) => string> = {
  "in its first letters": (secret, character) => secret.slice(0, 2) + character + secret.slice(2),
  "in its middle": (secret, character) => secret.slice(0, 20) + character + secret.slice(20),
  "around it": (secret, character) => character + secret + character,
};

const places = Object.entries(invisible).flatMap(([name, character]) =>
  Object.entries(positions).map(([where, put]) => ({ name, where, text: put(token, character) })),
);
const names = Object.keys(outputs);

/** In `npm test`, each place is tried in one output; in `npm run soak`, in all of them. */
const tries = places.flatMap((place, at) =>
  names
    .filter((_name, index) => inject("fullRuns") || at % names.length === index)
    .map((output) => ({ ...place, output })),
);

test.each(tries)("$name $where hides nothing in $output", async ({ text, output }) => {
  await expect(outputs[output]?.(createProjectWith(`Use ${text} to read`))).rejects.toThrow(
    "seems to contain a token: ghp_...",
  );
});

test.each(names)("without a secret, prints %s", async (output) => {
  await outputs[output]?.(createProjectWith("Reads refunds.csv only"));
});

const rule = (more: string) => `---
title: Nothing to see
order: 900
says: It says.
question: It asks?
examples: { bad: [], ok: [] }
severity: note
${more}
---
`;
const step = (more: string) => `---
title: Ours
summary: ours
order: 20
questions:
  - { id: prediction, ask: How many?, type: number }
  - { id: faked, ask: What is faked?, type: list, optional: true }
${more}
---

{{spec.constraints}} {{handoff.faked}}
`;

/** What a team's folder could try, by file. */
const packs: Record<string, Record<string, string>> = {
  "a rule of another kind": { "rules/sensitive.md": rule("kinds: [criterion]") },
  "a rule without patterns": { "rules/sensitive.md": rule("kinds: [sensitive]") },
  "a rule with only exceptions": {
    "rules/sensitive.md": rule("kinds: [sensitive]\nexceptions: [ghp]"),
  },
  "a rule with a pattern that finds nothing": {
    "rules/sensitive.md": rule("kinds: [sensitive]\npatterns: ['(?!)']"),
  },
  "a rule with a term": { "rules/sensitive.md": rule("kinds: [sensitive]\nterms: [ghp]") },
  "a broken rule": { "rules/sensitive.md": "---\nkinds: [" },
  "steps that aren't shared": { "steps/brief.md": step(""), "steps/handoff.md": step("") },
  "steps with shared off": {
    "steps/brief.md": step("shared: false"),
    "steps/handoff.md": step("shared: false"),
  },
  "a step that writes": {
    "steps/brief.md": step("writes: BRIEF.md"),
    "steps/handoff.md": step(""),
  },
};

function createPackFolder(files: Record<string, string>): string {
  const folder = createTempFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe.each(Object.entries(packs))("with %s in a team's folder", (_, files) => {
  test.each(names)("still checks %s", async (output) => {
    const attempt = outputs[output]?.(createProjectWith(`Use ${token}`), [createPackFolder(files)]);
    await expect(attempt).rejects.toThrow("seems to contain a token: ghp_...");
  });
});

test("finds the terms that a team's folder adds, in any case and with any dash", async () => {
  const folder = createPackFolder({
    "rules/ours.md": rule("kinds: [sensitive]\nterms: [blue heron, Vogelsang*]"),
  });
  const project = createProjectWith("For BLUE\u2011Heron and Vogelsangs");
  await expect(outputs["the brief"]?.(project, [folder])).rejects.toThrow(
    /a term that your team keeps to itself: BLU?[^\n]*\n[^\n]*a term that your team keeps/,
  );
});

test("finds a secret that no answer holds, and says that it's on the page", async () => {
  const folder = createPackFolder({
    "steps/brief.md": `${step("shared: true")}\nAsk with ${token} first.\n`,
  });
  const attempt = outputs["the brief"]?.(createProjectWith("Reads refunds.csv"), [folder]);
  await expect(attempt).rejects.toThrow("The page seems to contain a token: ghp_...");
});

test("finds a secret in a field that this version doesn't know", async () => {
  const saved = { ...progressWith(projectAfter("spec")), later: [{ apiKey: token }] };
  const { context, stdout } = createTestContext({ saved: JSON.stringify(saved) });
  await expect(runExport(context, { format: "json" })).rejects.toThrow("The page seems to contain");
  expect(stdout()).toBe("");
});

test("names a template from a team's folder", async () => {
  const folder = createPackFolder({ "steps/brief.md": step("shared: true") });
  const test = createGuarded(createProjectWith("Reads refunds.csv"), [folder]);
  await runStep(test.context, "brief", { print: true });
  expect(test.stderr()).toContain(`The template of this page is from the folder "${folder}".`);
});
