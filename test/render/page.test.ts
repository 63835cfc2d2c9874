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
