import { expect, test } from "vitest";
import { runAgentInstructions } from "../../../src/commands/agent/instructions.ts";
import { createTestContext } from "../../helpers/context.ts";
import { describeWrongLine, findCommandLines } from "../../helpers/docs.ts";
import { newProject, progressWith, projectAfter } from "../../helpers/loop.ts";

const drafted = newProject({ proposed: { "spec.problem": { lines: ["x"], from: "agent" } } });
const states = [
  { name: "no project", saved: progressWith() },
  { name: "a new project", saved: progressWith(newProject()) },
  { name: "drafts", saved: progressWith(drafted) },
  { name: "a finished spec", saved: progressWith(projectAfter("spec")) },
  { name: "a brief", saved: progressWith(projectAfter("spec", "brief")) },
  {
    name: "a finished project",
    saved: progressWith(projectAfter("spec", "brief", "review", "handoff", "decide")),
  },
];

async function printFor(saved: (typeof states)[number]["saved"]) {
  const { context, stdout } = createTestContext({ saved, env: { CLAUDECODE: "1" } });
  await runAgentInstructions(context, {});
  return stdout();
}

test.each(states)("with $name, names only commands that exist", async ({ saved }) => {
  const text = await printFor(saved);
  const lines = findCommandLines(text);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.map(describeWrongLine).filter(Boolean)).toEqual([]);
});

test.each(states)("with $name, breaks at words in a narrow terminal", async ({ saved }) => {
  const { context, stdout } = createTestContext({ saved, terminal: true, columns: 50 });
  await runAgentInstructions(context, {});
  expect(
    stdout()
      .split("\n")
      .filter((line) => line.length > 50),
  ).toEqual([]);
  const words = (text: string) => text.split(/\s+/).join(" ").trim();
  expect(words(stdout())).toBe(words(await printFor(saved)));
});

test.each(states)("with $name, says what is never the agent's", async ({ saved }) => {
  expect(await printFor(saved)).toContain("- Verdicts, predictions and decisions.");
});

test("says where the project stands", async () => {
  const facts = await Promise.all(
    states.map(async ({ name, saved }) => {
      const [, text = ""] = /stands\n\n(.*?)\n\n## /s.exec(await printFor(saved)) ?? [];
      return `${name}:\n${text}`;
    }),
  );
  expect(facts.join("\n\n")).toMatchInlineSnapshot(`
    "no project:
    - No project is open here. The person starts one in a terminal of their own:
      \`builder-pm start\`. You can show them the starter slices: \`builder-pm slices\`

    a new project:
    - Project: "Monday report" (script), round 1.
    - It has no folder. Work in the current one.
    - Spec: not finished. Open: problem, evidence, bet, path, not-building, constraints, checks, edges and stop.
    - Brief: not ready. The person makes a guess first. Don't build before that.
    - Next for the person, in a terminal of their own: \`builder-pm spec\`

    drafts:
    - Project: "Monday report" (script), round 1.
    - It has no folder. Work in the current one.
    - Spec: not finished. Open: problem, evidence, bet, path, not-building, constraints, checks, edges and stop. Drafts wait for the person: problem.
    - Brief: not ready. The person makes a guess first. Don't build before that.
    - Next for the person, in a terminal of their own: \`builder-pm spec\`

    a finished spec:
    - Project: "Monday report" (script), round 1.
    - It has no folder. Work in the current one.
    - Spec: finished. Only the person changes it.
    - Brief: not ready. The person makes a guess first. Don't build before that.
    - Next for the person, in a terminal of their own: \`builder-pm brief\`

    a brief:
    - Project: "Monday report" (script), round 1.
    - It has no folder. Work in the current one.
    - Spec: finished. Only the person changes it.
    - Brief: ready. Read it before you plan.
    - Next for the person, in a terminal of their own: \`builder-pm log "what happened" --minutes 30\`

    a finished project:
    - No project is open here. The person starts one in a terminal of their own:
      \`builder-pm start\`. You can show them the starter slices: \`builder-pm slices\`"
  `);
});

test("names the project in each command if it isn't the current one", async () => {
  const other = newProject({ id: "other", uid: "uid-2", title: "Other" });
  const saved = { ...progressWith(newProject(), other), current: "uid-1" };
  const { context, stdout } = createTestContext({ saved });
  await runAgentInstructions(context, { project: "other" });
  expect(stdout()).toContain("`builder-pm spec --json --project other`");
  expect(stdout()).toContain("`builder-pm brief --print --project other`");
});

test("holds for the project whose folder this is", async () => {
  const saved = {
    ...progressWith(
      newProject(),
      newProject({ id: "here", uid: "u", folder: { path: "/w/here" } }),
    ),
    current: "uid-1",
  };
  const { context, stdout } = createTestContext({ saved, cwd: "/w/here/src" });
  await runAgentInstructions(context, {});
  expect(stdout()).toContain('- Project: "Monday report" (here), round 1.');
  expect(stdout()).not.toContain("--project");
});
