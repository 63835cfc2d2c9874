import { expect, test } from "vitest";
import { loadLibrary } from "../../src/content/load.ts";
import { renderGuide, renderTopic } from "../../src/render/text/guide.ts";
import { createTheme } from "../../src/render/theme.ts";
import { root } from "../helpers/context.ts";
import { describeWrongLine, findCommandLines, helpOf } from "../helpers/docs.ts";

const kinds = ["checklists", "slices", "steps", "drills", "rules", "guide"] as const;
const library = await loadLibrary({ folder: `${root}/content` }, kinds);
const { guide } = library;
const ids = guide.map(({ id }) => id);
const options = { theme: createTheme({ color: false }), width: 80 };

/** How many rows of 80 columns a screen takes; a line that is wider goes on in the next row. */
function countRows(screen: string): number {
  return screen
    .trimEnd()
    .split("\n")
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 80)), 0);
}

/** Returns the commands of a page: its lines to paste, and commands in backticks. */
function commandsOf(body: string): string[] {
  const pasted = [...body.matchAll(/^ {4}(.*builder-pm.*)$/gm)].map((match) => match[1] ?? "");
  const lines = pasted.filter((line) => !line.includes('"builder-pm"'));
  const names = [...body.matchAll(/`([^`]+)`/g)].map((match) => `builder-pm ${match[1]}`);
  return [...lines, ...names];
}

test("loads the topics in order", () => {
  expect(library.problems).toEqual([]);
  expect(guide.length).toBeGreaterThan(10);
  expect(new Set(guide.map(({ order }) => order)).size).toBe(guide.length);
});

test("lists the topics on 24 rows and names the source", () => {
  const screen = renderGuide(guide, options);
  expect(countRows(screen)).toBeLessThanOrEqual(24);
  const rows = screen.split("\n").map((line) => line.trim().replace(/ {2,}/, ": "));
  expect(rows).toEqual(expect.arrayContaining(guide.map(({ id, summary }) => `${id}: ${summary}`)));
  const summaries = guide.map(({ summary }) => summary);
  expect(summaries.filter((summary) => summary.length > 64 || summary.endsWith("."))).toEqual([]);
  expect(screen).toMatch(/Source: Niels Kaspers,[\s\S]*\n {2}https:\/\/\S+\n$/);
});

test.each(guide.map((topic) => [topic.id, topic] as const))(
  "fits the page %s on 40 rows",
  (_id, topic) => {
    expect(countRows(renderTopic(topic, options))).toBeLessThanOrEqual(40);
  },
);

test.each(guide)(
  "ends the page $id with a command, and names only existing commands",
  ({ body }) => {
    expect(body.split("\n").at(-1)).toMatch(/^ {4}(?:.*\| )?builder-pm\b/);
    const lines = commandsOf(body).flatMap((line) => findCommandLines(`\`${line}\``));
    expect(lines.length).toBe(commandsOf(body).length);
    expect(lines.map(describeWrongLine).filter(Boolean)).toEqual([]);
    const unknown = lines.filter(
      ([name]) => name !== undefined && !helpOf([name]).startsWith(`Usage: builder-pm ${name}`),
    );
    expect(unknown).toEqual([]);
  },
);

test("names only existing slices, items and topics in commands", () => {
  const lines = guide.flatMap(({ body }) =>
    commandsOf(body).flatMap((line) => findCommandLines(`\`${line}\``)),
  );
  const items = library.checklists.flatMap((checklist) => checklist.items.map(({ id }) => id));
  const slices = library.slices.map(({ id }) => id);
  const after = (...words: string[]) =>
    lines
      .filter((line) => words.every((word, at) => line[at] === word))
      .flatMap((line) => line[words.length] ?? []);
  const named = [...after("slices", "show"), ...after("start")];
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((id) => !slices.includes(id))).toEqual([]);
  expect(after("slices", "--trains").filter((id) => !items.includes(id))).toEqual([]);
  expect(after("guide").filter((id) => !ids.includes(id))).toEqual([]);
});

test("has every topic that a step, a choice or a rule offers", () => {
  const choices = library.steps.flatMap(({ questions }) =>
    questions.flatMap((question) => question.choices ?? []),
  );
  const offered = [library.steps, choices, library.rules].map((kind) =>
    kind.flatMap((entry) => entry.guide ?? []),
  );
  expect(offered.every((topics) => topics.length > 0)).toBe(true);
  expect(offered.flat().filter((id) => !ids.includes(id))).toEqual([]);
});

test("shows how to set up the MCP server, in settings that can be pasted", () => {
  const { body = "" } = guide.find(({ id }) => id === "agent-setup") ?? {};
  const [settings = ""] = /^ {4}\{(?:.*\n)+? {4}.*\}$/m.exec(body) ?? [];
  expect(JSON.parse(settings)).toEqual({
    mcpServers: { "builder-pm": { command: "builder-pm", args: ["mcp"] } },
  });
  expect(settings.split("\n").filter((line) => line.length > 50)).toEqual([]);
});
