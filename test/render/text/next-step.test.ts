import { expect, test } from "vitest";
import { renderNextStep } from "../../../src/render/text/next-step.ts";
import { createTheme } from "../../../src/render/theme.ts";

const theme = createTheme({ color: false });
const step = { command: "builder-pm spec", reason: "2 questions still open" };

test.each([
  { width: 80, want: "    builder-pm spec    2 questions still open" },
  { width: 50, want: "    builder-pm spec\n      2 questions still open" },
])("puts the reason where all reasons of a window stand: $width", ({ width, want }) => {
  expect(renderNextStep(step, { theme, width, rows: undefined })).toBe(want);
});
