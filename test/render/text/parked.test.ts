import { expect, test } from "vitest";
import { renderParkedBefore, renderParkedHere } from "../../../src/render/text/parked.ts";
import { createTheme } from "../../../src/render/theme.ts";

const options = { theme: createTheme({ color: false }), width: 80 };

test("lists what was parked in a project", () => {
  expect(renderParkedHere(["Send the report", "A chart by shop"], options)).toBe(
    "\n  Parked while you worked on this:\n  - Send the report\n  - A chart by shop\n",
  );
});

test("lists what was parked before, and how to start the newest", () => {
  expect(
    renderParkedBefore({ ideas: ["Send the report", "A chart"], isBeside: false }, options),
  ).toBe(
    [
      "\n  Ideas you parked",
      "  - Send the report",
      "  - A chart",
      "",
      "  To start one:",
      '    builder-pm start "Send the report"\n\n',
    ].join("\n"),
  );
});

test("lists five ideas, and says where the others are", () => {
  const ideas = ["one", "two", "three", "four", "five", "six", "seven"].map(
    (word) => `Idea ${word}`,
  );
  const text = renderParkedBefore({ ideas, isBeside: false }, options);
  expect(text).toContain("  - Idea five\n  2 older ideas: builder-pm export\n");
  expect(text).not.toContain("six");
});

test.each([
  ["Send it!", 'builder-pm start "Send it!"'],
  ["Charts", 'builder-pm start "Charts" --own'],
  ['The "best" $5', 'builder-pm start "The \\"best\\" \\$5"'],
  ["-5% churn", 'builder-pm start " -5% churn"'],
])("starts %s with %s", (idea, command) => {
  const show = (isBeside: boolean) => renderParkedBefore({ ideas: [idea], isBeside }, options);
  expect(show(false)).toContain(`    ${command}\n`);
  expect(show(true)).toContain(`    ${command} --anyway\n`);
});

test("offers no idea as a start from which a part was taken out", () => {
  const redacted = "Ask [redacted on Nov 30, 2026] about it";
  const both = renderParkedBefore({ ideas: [redacted, "A chart"], isBeside: false }, options);
  expect(both).toContain(`  - ${redacted}\n`);
  expect(both).toContain('    builder-pm start "A chart"\n');
  const alone = renderParkedBefore({ ideas: [redacted], isBeside: false }, options);
  expect(alone).toContain(`  - ${redacted}\n`);
  expect(alone).not.toContain("builder-pm start");
});
