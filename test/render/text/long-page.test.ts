import { expect, test } from "vitest";
import { renderLongPageHint } from "../../../src/render/text/long-page.ts";
import { createTheme } from "../../../src/render/theme.ts";

const theme = createTheme({ color: false });
const hint = (text: string, rows?: number) =>
  renderLongPageHint({ text, command: "builder-pm spec -o spec.html" }, { theme, width: 40, rows });

test("says how to read a page that is longer than the window", () => {
  expect(hint("A line.\n".repeat(10), 10)).toBe(
    "\nThis page is longer than the window. To\nread it in a browser:\n" +
      "  builder-pm spec -o spec.html\n",
  );
  expect(hint(`${"word ".repeat(20)}\n`.repeat(4), 10)).not.toBe("");
});

test("says nothing of a page that fits, or where there is no window", () => {
  expect(hint("A line.\n".repeat(9), 10)).toBe("");
  expect(hint("A line.\n".repeat(100))).toBe("");
});
