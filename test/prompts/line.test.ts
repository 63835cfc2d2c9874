import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyLine, insertText, type Line, pressKey } from "../../src/prompts/line.ts";
import { paintLine } from "../../src/prompts/line-painter.ts";
import { measure } from "../../src/render/layout.ts";
import { makeVisible } from "../../src/render/visible.ts";

const LEFT = "\u001b[D";
const keysOf: Record<string, string> = {
  left: LEFT,
  right: "\u001b[C",
  home: "\u001b[H",
  end: "\u001b[F",
  delete: "\u001b[3~",
  backspace: "\u007f",
  "word left": "\u001b[1;5D",
  "word right": "\u001b[1;5C",
  "Ctrl+W": "\u0017",
  "Ctrl+U": "\u0015",
  "Ctrl+K": "\u000b",
  F1: "\u001bOP",
};

function lineOf(text: string): Line {
  return { text: text.replace("|", ""), cursor: text.indexOf("|") };
}

function show({ text, cursor }: Line): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test.each([
  { before: "ab|c", key: "left", after: "a|bc" },
  { before: "|abc", key: "left", after: "|abc" },
  { before: "abc|", key: "right", after: "abc|" },
  { before: "cafe\u0301|", key: "left", after: "caf|e\u0301" },
  { before: "a\u{1f469}\u200d\u{1f4bb}|b", key: "backspace", after: "a|b" },
  { before: "|\u{1f1e9}\u{1f1ea}b", key: "delete", after: "|b" },
  { before: "one two|", key: "home", after: "|one two" },
  { before: "|one two", key: "end", after: "one two|" },
  { before: "one two |", key: "word left", after: "one |two " },
  { before: "|one two", key: "word right", after: "one| two" },
  { before: "one two|", key: "Ctrl+W", after: "one |" },
  { before: "one| two", key: "Ctrl+U", after: "| two" },
  { before: "one| two", key: "Ctrl+K", after: "one|" },
  { before: "one| two", key: "F1", after: "one| two" },
])("turns $before into $after for $key", ({ before, key, after }) => {
  expect(show(pressKey(lineOf(before), keysOf[key] ?? ""))).toBe(after);
});

/** Returns what a row of a terminal shows after a text with backspaces was written to it. */
function applyToRow(row: string, written: string): string {
  const cells = Array.from(row);
  let column = cells.length;
  for (const character of written) {
    if (character === "\b") column--;
    else cells[column++] = character;
  }
  return `${cells.slice(0, column).join("")}|${cells.slice(column).join("")}`;
}

test("paints the text and the cursor of a line after any keys", () => {
  const press = fc.constantFrom(...Object.values(keysOf), "x", "two words");
  fc.assert(
    fc.property(fc.array(press, { maxLength: 20 }), (pressed) => {
      let line = emptyLine;
      let row = "|";
      for (const key of pressed) {
        const next = /^[a-z ]+$/.test(key) ? insertText(line, key) : pressKey(line, key);
        if (next.text.length > 70) return;
        const layout = { column: 2, width: 80, measure, visible: makeVisible };
        const afterCursor = row.length - 1 - row.indexOf("|");
        const written = paintLine(line, next, layout);
        row = applyToRow(row.replace("|", ""), "\b".repeat(afterCursor) + written);
        line = next;
      }
      expect(row.trimEnd()).toBe(show(line).trimEnd());
    }),
  );
});

test("writes a line of several rows again below if it changes before its end", () => {
  const before = { text: "word ".repeat(30), cursor: 5 };
  const after = insertText(before, "new ");
  const layout = { column: 0, width: 80, measure, visible: makeVisible };
  expect(paintLine(before, after, layout)).toBe(`\n${after.text}`);
  expect(paintLine(before, pressKey(before, LEFT), layout)).toBe("");
});
