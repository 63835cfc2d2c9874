import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../../src/render/text/markdown.ts";
import { linesOf, readers, readParagraph } from "../../helpers/readers.ts";
import { countRuns } from "../../helpers/runs.ts";

// What was typed, and how it is printed: what a site would link or replace stands in code.
test.each([
  ["@x", "`@x`"],
  ["@org/team-a, @x-y.z.", "`@org/team-a`, `@x-y.z`."],
  ["cc:@x", "cc:`@x`"],
  ["/@x -@x x.@x", "/`@x` -`@x` x.`@x`"],
  ["(@x) [@x] <@x> '@x' \u00e9@x", "(`@x`) \\[`@x`\\] \\<`@x`\\> '`@x`' \u00e9`@x`"],
  ["@a@x @@x", "`@a@x` \\@`@x`"],
  ["#@x &@x", "\\#`@x` &`@x`"],
  ["https://x.com/@x", "https\\://x.com/`@x`"],
  ["see:#12, (#12) /#12", "see:`#12`, (`#12`) /`#12`"],
  ["#1#2 #1@x #1:x:", "`#1#2` `#1@x` `#1:x:`"],
  ["org/repo#3 see:org/repo#3 repo#3 a/b/c#3", "`org/repo#3` see:`org/repo#3` `repo#3` a/`b/c#3`"],
  ["GH-3, x:gh-3", "`GH-3`, x:`gh-3`"],
  ["&#35;", "&`#35`;"],
  ["done:tada: :tada::x: a:b:", "done`:tada:` `:tada::x:` a`:b:`"],
  [":+1::-1::100:", "`:+1::-1::100:`"],
  ["`@x`", "\\``@x`\\`"],
])("sets what %j would link or replace as code", (typed, printed) => {
  expect(escapeMarkdown(typed)).toBe(printed);
  for (const render of Object.values(readers))
    expect(readParagraph(render(escapeMarkdown(typed)))).toBe(linesOf(typed));
});

test.each([
  "from 10:30:45 to 1:2:3, at 10:30",
  "a:b and key: value",
  "me@a.example",
  "C# and F#, no. 12, #",
  "user@ or @ home",
  "3 x 4 = 12; 50/50",
  "http://a.example/x:y",
  "abc#",
])("sets nothing in %j as code", (typed) => {
  expect(escapeMarkdown(typed)).not.toContain("`");
});

test("a site finds nothing to link or replace outside of code", () => {
  const pieces = fc.constantFrom(
    ..."@#:/-.&<(_`*\\ 1x",
    "@x",
    "#1",
    ":x:",
    "a/b",
    "gh-1",
    "\u00e9",
  );
  const MENTION = /(?:^|\W)@[a-z0-9]/i;
  const NUMBER = /(?:^|[^\w&/.-])(?:#|gh-)\d+(?!\w)/i;
  const NAMED = /:(?:x|a|gh-1|\+1):/;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
      const html = readers.marked(escapeMarkdown(typed.join("")));
      const texts = html.replace(/<code>.*?<\/code>/gs, "<code>").split(/<[^>]*>/);
      for (const text of texts)
        for (const form of [MENTION, NUMBER, NAMED]) expect(text).not.toMatch(form);
    }),
    { numRuns: countRuns(5_000) },
  );
});

test.each(["a/", "a", ":a", ":", "@", "-.", "#1", "@a", "a.", "1"])(
  "a long text of %j shows as it was typed",
  (piece) => {
    const text = piece.repeat(64_000 / piece.length);
    expect(escapeMarkdown(text).replaceAll(/[`\\]/g, "")).toBe(text);
  },
);
