import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, listEntry } from "../../../src/render/text/markdown.ts";
import { renderPlainText } from "../../../src/render/text/plain-text.ts";
import { makeVisible } from "../../../src/render/visible.ts";

test("headings, ticks, lists and bold lose their marks, and lines stay as long as they are", () => {
  const long = "word ".repeat(40).trim();
  const page =
    "# Title\n\n## Part\n\n**1 of 5 done**\n\n" +
    `- [x] One\n  - Yes\n- [ ] Two\n- **C1** ${long}\n`;
  expect(renderPlainText(page)).toBe(
    `Title\n\nPart\n\n1 of 5 done\n\n[x] One\n  - Yes\n[ ] Two\n- C1 ${long}\n`,
  );
});

test("what a person typed reads as it was typed", () => {
  const typed = fc.string({
    unit: fc.constantFrom(..."*_#`\\-[]x. 1)<>|~&$@:\n\u0007".split("")),
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
