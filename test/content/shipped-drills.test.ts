import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseContentFile } from "../../src/front-matter/parse.ts";
import { lintLine } from "../../src/linter/engine.ts";
import { compileRules } from "../../src/linter/rules.ts";
import { loadRules } from "../helpers/rules.ts";

const folder = join("content", "drills");
const ruleset = compileRules(await loadRules(join("content", "rules")));
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));

test.each(files)("%s has checks as the program itself asks for them", async (file) => {
  const { fields } = await parseContentFile(readFileSync(join(folder, file)));
  const { checks } = fields as { checks: string[] };
  const found = checks.flatMap((check) => lintLine(check, "criterion", ruleset));
  expect(found.filter(({ severity }) => severity !== "note")).toEqual([]);
});
