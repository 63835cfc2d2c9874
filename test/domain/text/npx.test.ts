import { expect, test } from "vitest";
import { addNpx } from "../../../src/domain/text/npx.ts";

test.each([
  "*builder-pm check",
  "Next: *builder-pm review (judge the first pass)",
  "To continue: *builder-pm",
  "Saved. To continue:\n  *builder-pm spec --project a-2",
  '    *builder-pm park "send the report"\n\nText',
  "Try: *builder-pm check    One command: *builder-pm help check",
  "  *builder-pm spec --print | *builder-pm lint - --spec",
  "Usage: *builder-pm [command] [options]",
  "Change `*builder-pm spec` first",
  "another one: *builder-pm --help",
  "Did you mean this? *builder-pm check",
])("puts npx before the command in %j", (marked) => {
  const text = marked.replaceAll("*", "");
  expect(addNpx(text)).toBe(marked.replaceAll("*", "npx "));
  expect(addNpx(addNpx(text))).toBe(addNpx(text));
});

test.each([
  "builder-pm is a calm coach.",
  "Another builder-pm (process 7) is saving.",
  "Saved by a newer version of builder-pm: 4 kB.",
  "install builder-pm again",
  "This is a bug in builder-pm: x",
  "builder-pm needs Node 20.17 or newer",
  "/home/ana/builder-pm/progress.json",
  "The folder builder-pm holds it",
])("leaves %j as it is", (text) => {
  expect(addNpx(text)).toBe(text);
});
