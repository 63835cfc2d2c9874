import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { createContentChecks } from "../../src/commands/content/checks.ts";
import { lintContent } from "../../src/content/lint.ts";
import { readManual } from "../../src/content/manual.ts";
import { kinds } from "../../src/content/schema.ts";
import { ChecklistFields, Item } from "../../src/domain/library/checklist-fields.ts";
import { DrillFields, Planted, Truth } from "../../src/domain/library/drill.ts";
import { GuideFields } from "../../src/domain/library/guide.ts";
import { RuleFields } from "../../src/domain/library/rule.ts";
import { SliceFields } from "../../src/domain/library/slice-fields.ts";
import { Choice, Question, StepFields } from "../../src/domain/library/step-fields.ts";
import { root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

const manual = readFileSync("content/README.md", "utf8");
const examples = [
  ...manual.matchAll(/^A complete example,\s+`([\w/-]+\.md)`.*?```markdown\n(.*?)^```$/gms),
];

test("has complete examples without problems", async () => {
  const dir = createTempFolder();
  for (const [, name = "", text = ""] of examples) {
    mkdirSync(join(dir, dirname(name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  for (const kind of kinds) {
    const { example, files } = readManual(join(root, "content"), kind);
    for (const [path, text] of files) {
      const file = join(dir, kind, example.id, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  expect(examples.map(([, name = ""]) => dirname(name))).toEqual(kinds);
  const report = await lintContent({
    shipped: { folder: join(root, "content") },
    more: createContentChecks,
    dir,
  });
  expect(report).toEqual({ files: kinds.length, problems: [] });
});

const fields = {
  checklists: { "": ChecklistFields, "items.": Item },
  slices: { "": SliceFields },
  steps: { "": StepFields, "questions.": Question, "questions.choices.": Choice },
  drills: { "": DrillFields, "truth.": Truth, "planted.": Planted },
  rules: { "": RuleFields },
  guide: { "": GuideFields },
};

test.each(kinds)("explains exactly the fields of %s", (kind) => {
  const known = Object.entries(fields[kind]).flatMap(([list, { entries }]) =>
    Object.keys(entries).map((name) => `${list}${name}`),
  );
  expect([...readManual(join(root, "content"), kind).words.keys()].toSorted()).toEqual(
    known.toSorted(),
  );
});
