import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, listEntry } from "../../../src/render/text/markdown.ts";
import { renderPlainText, unescapeMarkdown } from "../../../src/render/text/plain-text.ts";
import { makeVisible } from "../../../src/render/visible.ts";

test("removes the marks of headings, lists and bold, and keeps long lines", () => {
  const long = "word ".repeat(40).trim();
  const page = `# Title\n\n## Part\n\n**1 of 5**\n\n- One\n  - Yes\n- **C1** ${long}\n`;
  expect(renderPlainText(page)).toBe(`Title\n\nPart\n\n1 of 5\n\n- One\n  - Yes\n- C1 ${long}\n`);
});

test("shows what a person typed as they typed it", () => {
  const typed = fc.string({
    unit: fc.constantFrom(
      "https://a.example",
      " `a *b*` ",
      ..."*_#`\\-[]x. 1)<>|~&$@:\n\u0007".split(""),
    ),
    maxLength: 20,
  });
  fc.assert(
    fc.property(typed, (text) => {
      const lines = makeVisible(text)
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      fc.pre(lines.length > 0);
      expect(renderPlainText(listEntry(`Yes: ${escapeMarkdown(text)}`))).toBe(
        `- Yes: ${lines.join("\n  ")}`,
      );
    }),
    { numRuns: 500 },
  );
});

test("shows in a terminal what was typed, and leaves headings, lists and bold", () => {
  const typed = "*1* R\\D #12  \n1. shoes\n- a_b";
  const page = `## Part\n\n${listEntry(`**Problem:** ${escapeMarkdown(typed)}`)}\n`;
  expect(unescapeMarkdown(page)).toBe(
    "## Part\n\n- **Problem:** *1* R\\D #12\n  1. shoes\n  - a_b\n",
  );
});
