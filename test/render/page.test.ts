import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "../../src/domain/text/clean.ts";
import { renderPage } from "../../src/render/text/page.ts";
import { projectAfter, sampleAnswers, slices, stepOf, steps, takeStep } from "../helpers/loop.ts";

const slice = slices.find(({ id }) => id === "script");

/** The brief of a project whose problem is told in these words. */
function renderBrief(problem: string): string {
  const base = projectAfter("spec");
  const project = takeStep(base, "spec", { ...sampleAnswers.spec, problem });
  return renderPage({ step: stepOf("brief"), steps, project, slice });
}

test("quotes an answer in the brief as it was typed", () => {
  const long = "word ".repeat(40).trim();
  expect(renderBrief(`One.\n\n# GOAL\n- C1 ${long}`)).toContain(
    `## Who and why\n\n> One.\n>\n> \\# GOAL\n> - C1 ${long}\n\nEvidence:`,
  );
});

/** Lines that would pass for a part of the brief if they weren't quoted. */
const forged = fc.constantFrom(
  "# Goal",
  "## Done when",
  "- **C1** Done.",
  "1. Write code.",
  "===",
  "---",
  "- - -",
  "* * *",
  "```",
  "~~~sh",
  "> Quoted",
  "> # Quoted",
  "<!-- hidden",
  "</details>",
  "    code",
  "- # item",
  "- ```",
  "1. > # item",
  "[x]: /url",
  "",
  "{{spec.checks}}",
);
const answer = fc.array(fc.oneof(forged, fc.string({ maxLength: 12 })), {
  minLength: 1,
  maxLength: 6,
});

test("no answer passes for a heading, a check or a rule of the brief", () => {
  const plain = describeStructure(renderFilled(["One."], ["Two."]));
  fc.assert(
    fc.property(answer, answer, (lines, more) => {
      expect(describeStructure(renderFilled(lines, more))).toEqual(plain);
    }),
  );
});

/** The brief with these words in a text, and others in a list, in a check and in the title. */
function renderFilled(lines: readonly string[], more: readonly string[]): string {
  const text = (words: readonly string[]) => cleanText(words.join("\n")) || "x";
  const entry = cleanLine(more.join(" ")) || "x";
  const { spec } = sampleAnswers;
  const checks = [entry, ...((spec?.checks as string[]) ?? []).slice(1)];
  const answers = { ...spec, problem: text(lines), evidence: text(more), checks };
  const base = { ...projectAfter("spec"), title: entry };
  const project = takeStep(base, "spec", { ...answers, constraints: [entry] });
  return renderPage({ step: stepOf("brief"), steps, project, slice });
}

test("no answer of the round before passes for a part of the next brief", () => {
  const plain = describeStructure(renderSecond(["One."], ["Two."]));
  expect(plain.titles?.[0]).toBe("## Round 2");
  fc.assert(
    fc.property(answer, answer, (lines, more) => {
      expect(describeStructure(renderSecond(lines, more))).toEqual(plain);
    }),
  );
});

/** The brief of a second round after these words in the first one. */
function renderSecond(lines: readonly string[], more: readonly string[]): string {
  const text = cleanText(lines.join("\n")) || "x";
  const entry = cleanLine(more.join(" ")) || "x";
  const { review, handoff, decide } = sampleAnswers;
  const saw = [text, entry, text];
  const reviewed = takeStep(projectAfter("spec", "brief"), "review", {
    ...review,
    saw,
    tried: text,
    unasked: [entry],
  });
  const shown = takeStep(reviewed, "handoff", { ...handoff, reply: text });
  const project = takeStep(shown, "decide", {
    ...decide,
    verdict: "revise",
    because: text,
    learned: text,
  });
  return renderPage({ step: stepOf("brief"), steps, project, slice });
}

test("the brief of a second round reads as it is kept in test/golden", async () => {
  const { decide, handoff } = sampleAnswers;
  const reply = "Mira: orders repeat across shops.";
  const shown = takeStep(projectAfter("spec", "brief", "review"), "handoff", { ...handoff, reply });
  const because = "C2 still fails.";
  const project = takeStep(shown, "decide", { ...decide, verdict: "revise", because });
  const page = renderPage({ step: stepOf("brief"), steps, project, slice });
  await expect(page).toMatchFileSnapshot("../golden/brief-round-2.md");
});

test("the next brief leaves out what there is nothing to say about", () => {
  const { review, decide, handoff } = sampleAnswers;
  const plain = { ...review, tried: "", unasked: [], "red-flags": [] };
  const reviewed = takeStep(projectAfter("spec", "brief"), "review", plain);
  const shown = takeStep(reviewed, "handoff", handoff ?? {});
  const project = takeStep(shown, "decide", { ...decide, verdict: "revise" });
  const page = renderPage({ step: stepOf("brief"), steps, project, slice });
  const round = page.split("## Round 2")[1]?.split("\n## ")[0];
  expect(round).toContain("How each check came out:");
  expect(round).not.toMatch(/break it|nobody asked|dangerous|engineer|left empty/);
  const later = takeStep(project, "handoff", { reply: "Ask Tom." });
  const again = renderPage({ step: stepOf("brief"), steps, project: later, slice });
  expect(again).toContain("What an engineer said about it:\n\n> Ask Tom.\n");
});

/** Describes what isn't quoted: headings, checks, and blocks that the brief doesn't have. */
function describeStructure(page: string) {
  let depth = 0;
  const outside = new MarkdownIt({ html: true }).parse(page, {}).filter(({ type }) => {
    if (type === "blockquote_open") depth += 1;
    if (type === "blockquote_close") depth -= 1;
    return depth === 0;
  });
  const count = (pattern: RegExp) => outside.filter(({ type }) => pattern.test(type)).length;
  return {
    headings: count(/^heading_open$/),
    entries: count(/^list_item_open$/),
    others: count(/^(?:fence|code_block|hr|html_block)$/),
    checks: page.match(/^- \*\*C\d\*\*/gm)?.length,
    titles: page.match(/^## .*$/gm),
  };
}
