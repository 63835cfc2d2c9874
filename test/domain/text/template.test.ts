import { expect, test } from "vitest";
import { fillTemplate } from "../../../src/domain/text/template.ts";

const values: Record<string, string> = {
  "spec.path": "One way.",
  "spec.list": "- a\n- b",
  "spec.none": "",
};
const fill = (template: string) => fillTemplate(template, (name) => values[name] ?? "");

test.each([
  {
    what: "a line without an answer goes",
    template: "Before\n{{spec.none}}\nAfter",
    page: "Before\nAfter",
  },
  {
    what: "a heading without any goes",
    template: "# A\n\n## B\n\n{{spec.none}}\n\n## C\n\nd",
    page: "# A\n\n## C\n\nd",
  },
  {
    what: "a heading stays for words that need no answer",
    template: "## B\n\nWords.\n\nSeen:\n\n{{spec.none}}",
    page: "## B\n\nWords.",
  },
  {
    what: "a heading that needs an answer itself goes with its words",
    template: "# A\n\n## {{spec.none}}\n\nWords.\n\n{{spec.path}}",
    page: "# A",
  },
  {
    what: "a heading goes with a lead-in to nothing",
    template: "# A\n\n## B\n\nSeen:\n\n{{spec.none}}",
    page: "# A",
  },
  {
    what: "a placeholder may have three parts",
    template: "{{last.spec.path}}{{spec.path}}",
    page: "One way.",
  },
  {
    what: "its lead-in goes with it",
    template: "One.\n\nThis was seen:\n\n{{spec.none}}\n\nTwo.",
    page: "One.\n\nTwo.",
  },
  {
    what: "a lead-in to words stays",
    template: "One:\n\nTwo.\n\n{{spec.none}}",
    page: "One:\n\nTwo.",
  },
  {
    what: "a lead-in to a list stays",
    template: "Seen:\n\n{{spec.list}}",
    page: "Seen:\n\n- a\n- b",
  },
  {
    what: "a list stays inside its entry",
    template: "- Seen: {{spec.list}}",
    page: "- Seen: - a\n  - b",
  },
])("$what", ({ template, page }) => {
  expect(fill(template)).toBe(page);
});
