import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { loadLibrary } from "../../../src/content/load.ts";
import type { Topic } from "../../../src/domain/library/guide.ts";
import { renderGuide, renderTopic, renderTopicAsMarkdown } from "../../../src/render/text/guide.ts";
import { createTheme } from "../../../src/render/theme.ts";
import { root } from "../../helpers/context.ts";
import { show } from "../../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 100 };

const topic: Topic = {
  id: "talks",
  title: "Short talks",
  summary: "How to begin one, and how to leave",
  order: 10,
  source: {
    title: 'Ana Lima, "On talks", 4 May 2026',
    link: "https://example.org/an/address/nobody/may/break",
  },
  body: `**Bring one page.** It says what is faked,
and what \`handoff\` asks.

Two kinds:

1. Short ones, where both of you can
   stand.
2. Long ones.

Say these:

- a question
  that takes a minute
- a name

Try it:

    builder-pm park "an idea that came up in the talk"`,
};
const other: Topic = {
  id: "faq",
  title: "Questions",
  summary: "Short answers",
  order: 20,
  body: "None.",
};

test("renders the list of topics", () => {
  expect(show(renderGuide([topic, other], narrow))).toMatchInlineSnapshot(`
    "|  Short pages, a minute or two each
    |
    |  talks  How to begin one, and how to
    |         leave
    |  faq    Short answers
    |
    |  Source: Ana Lima, "On talks", 4 May
    |  2026
    |  https://example.org/an/address/nobody/may/break
    |"
  `);
  expect(show(renderGuide([topic, other], wide))).toMatchInlineSnapshot(`
    "|  Short pages, a minute or two each
    |
    |  talks  How to begin one, and how to leave
    |  faq    Short answers
    |
    |  Source: Ana Lima, "On talks", 4 May 2026
    |  https://example.org/an/address/nobody/may/break
    |"
  `);
  expect(renderGuide([], wide)).toBe(
    "  Short pages, a minute or two each\n\n  There are no pages yet.\n",
  );
});

test("renders a topic without markdown, and doesn't break commands or addresses", () => {
  expect(show(renderTopic(topic, narrow))).toMatchInlineSnapshot(`
    "|Short talks
    |
    |Bring one page. It says what is faked,
    |and what handoff asks.
    |
    |Two kinds:
    |
    |1. Short ones, where both of you can
    |   stand.
    |2. Long ones.
    |
    |Say these:
    |
    |- a question that takes a minute
    |- a name
    |
    |Try it:
    |
    |    builder-pm park "an idea that came up in the talk"
    |
    |Source: Ana Lima, "On talks", 4 May 2026
    |https://example.org/an/address/nobody/may/break
    |"
  `);
  expect(show(renderTopic(topic, wide))).toMatchInlineSnapshot(`
    "|Short talks
    |
    |Bring one page. It says what is faked, and what handoff asks.
    |
    |Two kinds:
    |
    |1. Short ones, where both of you can stand.
    |2. Long ones.
    |
    |Say these:
    |
    |- a question that takes a minute
    |- a name
    |
    |Try it:
    |
    |    builder-pm park "an idea that came up in the talk"
    |
    |Source: Ana Lima, "On talks", 4 May 2026
    |https://example.org/an/address/nobody/may/break
    |"
  `);
});

test("renders a topic as markdown with one line per paragraph", () => {
  expect(show(renderTopicAsMarkdown(topic))).toMatchInlineSnapshot(`
    "|# Short talks
    |
    |**Bring one page.** It says what is faked, and what \`handoff\` asks.
    |
    |Two kinds:
    |
    |1. Short ones, where both of you can stand.
    |2. Long ones.
    |
    |Say these:
    |
    |- a question that takes a minute
    |- a name
    |
    |Try it:
    |
    |    builder-pm park "an idea that came up in the talk"
    |
    |Source: Ana Lima, "On talks", 4 May 2026, <https://example.org/an/address/nobody/may/break>
    |"
  `);
});

test("makes everything in a page safe for a terminal", () => {
  expect(renderTopicAsMarkdown({ ...other, body: "Red \u001b[31malert" })).toBe(
    "# Questions\n\nRed \u241b[31malert\n",
  );
});

const { guide } = await loadLibrary({ folder: `${root}/content` }, ["guide"]);
const screens = [
  renderGuide.bind(null, guide),
  ...guide.map((shipped) => renderTopic.bind(null, shipped)),
];

test.each([40, 50, 80, 100])(
  "fits shipped pages in %d columns, except commands and addresses",
  (width) => {
    const lines = screens.flatMap((render) => render({ theme, width }).split("\n"));
    expect(lines.length).toBeGreaterThan(guide.length * 20);
    const mayBeWide = /^ {4}\S|https:/;
    expect(lines.filter((line) => stringWidth(line) > width && !mayBeWide.test(line))).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd() || /\*\*|`/.test(line))).toEqual([]);
  },
);

test("color doesn't change any text", () => {
  for (const render of screens) {
    const text = render({ theme: createTheme({ color: true }), width: 80 });
    expect(text).toContain("\u001b[");
    expect(text.replace(/\u001b\[\d+m/g, "")).toBe(render({ theme, width: 80 }));
  }
});
