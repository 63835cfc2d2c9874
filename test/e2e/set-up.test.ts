import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { cleanEnv, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const hasGit = existsSync(join(root, ".git"));

/** Copies parts of the package into a folder of their own, without `dist`. */
function copyPackage(...parts: string[]) {
  const folder = createTempFolder();
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const run = (...words: string[]) =>
    waitForEnd(spawn(process.execPath, words, { cwd: folder, env: cleanEnv(folder) }));
  return { folder, run };
}

test.skipIf(!hasGit)("the program is executable in git", () => {
  const listed = execFileSync("git", ["ls-files", "--stage", "bin"], { cwd: root, encoding: "utf8" });
  expect(listed).toMatch(/^100755 \S+ 0\tbin\/builder-pm\.cjs\n$/);
});

test.each([
  { name: "after npm ci --ignore-scripts", tools: true, command: "npm run build" },
  { name: "after NODE_ENV=production npm ci", tools: false, command: "npm ci --include=dev" },
])("without a build, one sentence says what to run $name", async ({ tools, command }) => {
  const { folder, run } = copyPackage("bin", "package.json");
  if (tools) mkdirSync(join(folder, "node_modules", "rolldown"), { recursive: true });
  const stderr = `builder-pm is not built yet: in the folder "${folder}", run ${command}\n`;
  for (const words of [[], ["slices"], ["--help"], ["doctor", "--json"]]) {
    const ended = await run(join(folder, "bin", "builder-pm.cjs"), ...words);
    expect(ended).toEqual({ code: 1, stdout: "", stderr });
  }
});

test("an error inside the build is reported as it is", async () => {
  const { folder, run } = copyPackage("bin", "package.json");
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "cli.cjs"), 'throw new Error("broken inside");');
  const { code, stderr } = await run(join(folder, "bin", "builder-pm.cjs"), "slices");
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("broken inside") });
});

test.each([
  { name: "installing goes on", words: ["--if-installed"], code: 0 },
  { name: "building fails", words: [], code: 1 },
])("without the build tools, $name, with one sentence", async ({ words, code }) => {
  const { run } = copyPackage("build.mjs", "package.json");
  const fix = "npm ci --include=dev --include=optional";
  expect(await run("build.mjs", ...words)).toEqual({
    ...{ code, stdout: "" },
    stderr: `builder-pm was not built because its build tools are missing: run ${fix}\n`,
  });
});
