import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, test } from "vitest";
import { parseFrontMatter } from "../src/front-matter/parse.ts";
import { splitFrontMatter } from "../src/front-matter/split.ts";
import { describeWrongLine, findCommandLines } from "./helpers/docs.ts";

const packageJson = JSON.parse(readFileSync("package.json", "utf8"));
const names = readdirSync("skills");

/** The front matter of a skill, as agentskills.io/specification has it. */
const Skill = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(64)),
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  license: v.optional(v.string()),
  compatibility: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  metadata: v.optional(v.record(v.string(), v.string())),
  "allowed-tools": v.optional(v.string()),
});

test.each(names)("the skill %s follows the Agent Skills standard", async (name) => {
  const { matter, body } = splitFrontMatter(readFileSync(`skills/${name}/SKILL.md`));
  const fields = v.parse(Skill, await parseFrontMatter(matter));
  expect(fields.name).toBe(name);
  expect(body.split("\n").length).toBeLessThan(500);
});

test.each(names)("the commands in the skill %s exist", (name) => {
  const lines = findCommandLines(readFileSync(`skills/${name}/SKILL.md`, "utf8"));
  expect(lines).toContainEqual(["agent", "instructions"]);
  expect(lines.map(describeWrongLine).filter(Boolean)).toEqual([]);
});

test("the package contains the skill, and the plugin has the version of the package", () => {
  const plugin = JSON.parse(readFileSync(".claude-plugin/plugin.json", "utf8"));
  expect(packageJson.files).toContain("skills");
  expect(plugin).toMatchObject({
    name: packageJson.name,
    version: packageJson.version,
    license: packageJson.license,
    author: { name: expect.any(String) },
  });
  expect(names).toEqual([plugin.name]);
});
