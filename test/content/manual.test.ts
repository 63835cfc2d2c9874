import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GuideFields } from "../../src/domain/guide.ts";
import { RuleFields } from "../../src/domain/rule.ts";
import { Question, StepFields } from "../../src/domain/step.ts";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { createTestContext, root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

const manual = readFileSync("content/README.md", "utf8");
const examples = [...manual.matchAll(/^A complete example,\s+`([\w/-]+\.md)`.*?```markdown\n(.*?)^```$/gms)];

test("every complete example of the manual loads beside the shipped content, and its rule holds its own examples", async () => {
  const folder = createTempFolder();
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  for (const [, name = "", text = ""] of examples) writeFileSync(join(folder, "content", name), text);
  const { context } = createTestContext({ root: folder });
  const library = await context.loadLibrary("checklists", "slices", "steps", "rules", "guide");
  expect(library.problems).toEqual([]);
  expect(examples.map(([, name = ""]) => name.split("/")[0])).toEqual([
    "checklists",
    "slices",
    "steps",
    "rules",
    "guide",
  ]);
  const ruleset = compileRules(library.rules);
  const rule = library.rules.find(({ id }) => examples.some(([, name]) => name === `rules/${id}.md`));
  const found = rule?.examples.bad.map((bad) =>
    typeof bad === "string" ? lintLine(bad, "criterion", ruleset) : lintLine(bad.text, "problem", ruleset),
  );
  expect(found?.map((findings) => findings.map((finding) => finding.rule))).toEqual([[rule?.id], [rule?.id]]);
});

test.each([
  ["Steps", [...Object.keys(StepFields.entries), ...Object.keys(Question.entries)]],
  ["Rules", Object.keys(RuleFields.entries)],
  ["Guide", Object.keys(GuideFields.entries)],
])("the manual names every field of %s", (heading, fields) => {
  const [, section = ""] = manual.split(`\n## ${heading}\n`);
  const [tables = ""] = section.split("A complete example");
  const named = [...tables.matchAll(/^\| ([\w, ]+) \|/gm)].flatMap((match) => match[1]?.split(", ") ?? []);
  expect(fields.filter((field) => !named.includes(field))).toEqual([]);
});
