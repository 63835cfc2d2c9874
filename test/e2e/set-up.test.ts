import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { bin, cleanEnv, runProgram, waitForEnd } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";

const hasGit = existsSync(join(root, ".git"));

/** Copies parts of the package into a new folder, without `dist`. */
function copyPackage(...parts: string[]) {
  const folder = createTempFolder();
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const run = (...words: string[]) =>
    waitForEnd(spawn(process.execPath, words, { cwd: folder, env: cleanEnv(folder) }));
  return { folder, run };
}

test.skipIf(!hasGit)("the program is executable in git", () => {
  const words = ["ls-files", "--stage", "bin"];
  const listed = execFileSync("git", words, { cwd: root, encoding: "utf8" });
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

test("reports an error inside the build unchanged", async () => {
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
    code,
    stdout: "",
    stderr: `builder-pm was not built because its build tools are missing: run ${fix}\n`,
  });
});

const noHome = "There is no home folder to save your progress in.";
const noHomeFix = "Set BUILDER_PM_HOME to the full path of a folder, then run the command again.";
const isRoot = process.getuid?.() === 0;

/** Runs the program as an account without an entry in /etc/passwd, with these variables. */
function runUnknown(words: string[], env: Record<string, string> = {}) {
  const { PATH = "" } = cleanEnv("");
  const settings = { uid: 54_321, gid: 54_321, cwd: "/", env: { PATH, ...env } };
  return waitForEnd(spawn(process.execPath, [bin, ...words], settings));
}

// Only root may run a program as another account.
const asRoot = test.skipIf(!isRoot);

asRoot.each([
  [["--help"]],
  [["slices"]],
  [["slices", "show", "script"]],
  [["guide"]],
  [["completion", "bash"]],
  [["lint", join(root, "package.json")]],
])("%s works without a home folder or an account", async (words) => {
  const { code, stdout, stderr } = await runUnknown(words);
  expect([0, 1]).toContain(code);
  expect(stdout).not.toBe("");
  expect(stderr).not.toContain("home folder");
});

asRoot.each([
  { words: ["status"], env: {} },
  { words: ["start", "script"], env: {} },
  { words: ["doctor"], env: {} },
  { words: ["check", "--answer", "problem=yes"], env: { HOME: "" } },
  { words: ["status"], env: { HOME: "relative" } },
  { words: ["status"], env: { BUILDER_PM_HOME: "~/pm" } },
])("$words says that there is no home folder with $env", async ({ words, env }) => {
  const ended = await runUnknown(words, env);
  expect(ended).toEqual({ code: 4, stdout: "", stderr: `${noHome}\n${noHomeFix}\n` });
});

asRoot("without a home and an account, doctor --json says so in JSON", async () => {
  const { code, stdout, stderr } = await runUnknown(["doctor", "--json"]);
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(JSON.parse(stderr)).toEqual({ code: 4, message: noHome, fix: noHomeFix });
});

asRoot("without a home and an account, BUILDER_PM_HOME is enough to save", async () => {
  const folder = createTempFolder();
  chmodSync(folder, 0o777);
  const env = { BUILDER_PM_HOME: join(folder, "pm") };
  expect(await runUnknown(["start", "script"], env)).toMatchObject({ code: 0 });
  expect(await runUnknown(["status"], env)).toMatchObject({ code: 0 });
});

test("expands ~ in a quoted home folder", async () => {
  const home = createTempFolder();
  const env = { BUILDER_PM_HOME: "~/pm" };
  expect(await runProgram(["start", "script"], { home, env })).toMatchObject({ code: 0 });
  expect(readdirSync(home)).toEqual(["pm"]);
});
