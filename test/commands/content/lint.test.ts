import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runContentLint } from "../../../src/commands/content/lint.ts";
import { createTestContext, root } from "../../helpers/context.ts";
import { runProgram } from "../../helpers/program.ts";
import { createTempFolder } from "../../helpers/temp.ts";

const support = join(root, "test/fixtures/pack-support");

/** Creates a copy of the sample pack with one problem. */
function createBrokenPack(): string {
  const folder = createTempFolder();
  cpSync(support, folder, { recursive: true });
  writeFileSync(join(folder, "slices/chat.txt"), "");
  return folder;
}

test("exits with 0 for valid content and prints the number of files", async () => {
  const { context, stdout, stderr } = createTestContext();
  await runContentLint(context, support);
  expect([context.exitCode, stdout(), stderr()]).toEqual([
    0,
    "",
    "Checked 7 files: no problems found.\n",
  ]);
});

test("prints each problem with a fix and exits with 3", async () => {
  const folder = createBrokenPack();
  const { context, stdout, stderr } = createTestContext();
  await runContentLint(context, folder);
  expect(context.exitCode).toBe(3);
  expect(stdout()).toBe(
    `${join(folder, "slices/chat.txt")}:1:1: ignored: not a markdown file\n` +
      "    move it into the folder of its kind as a .md file, or remove it\n",
  );
  expect(stderr()).toBe("Checked 7 files: 1 problem.\n");
});

test("prints the problems as JSON with --json", async () => {
  const folder = createBrokenPack();
  const { context, stdout, stderr } = createTestContext({
    words: ["content", "lint", folder, "--json"],
  });
  await runContentLint(context, folder);
  expect(JSON.parse(stdout())).toMatchObject({
    version: 1,
    files: 7,
    problems: [{ line: 1, column: 1, field: "" }],
  });
  expect([context.exitCode, stderr()]).toEqual([3, ""]);
});

const shippedFiles = readdirSync(join(root, "content"), { recursive: true, encoding: "utf8" });
const shippedCount = shippedFiles.filter((file) => /^[^\\/]+[\\/][^\\/]+\.md$/.test(file)).length;

test.each([
  { options: { content: [support] }, env: {}, files: 7 },
  { options: {}, env: { BUILDER_PM_CONTENT: support }, files: 7 },
  { options: {}, env: {}, files: shippedCount },
])(
  "checks the packs or the built-in content by default: $files files",
  async ({ options, env, files }) => {
    const { context, stderr } = createTestContext({ options, env });
    await runContentLint(context, undefined);
    const whose = files === shippedCount ? " of builder-pm's own content" : "";
    expect(stderr()).toBe(`Checked ${files} files${whose}: no problems found.\n`);
  },
);

test("says of a folder without content that no file was checked", async () => {
  const { context, stderr } = createTestContext();
  await runContentLint(context, createTempFolder());
  expect(stderr()).toBe("No file was checked.\n");
});

test("doesn't send someone who named a missing folder to --content", async () => {
  const { context } = createTestContext();
  await expect(runContentLint(context, "nosuch")).rejects.toMatchObject({
    message: "The content folder \"nosuch\" can't be used: it doesn't exist.",
    fix: "Check the path.",
  });
});

test.each([
  { named: "team", from: ".", bad: join("team/slices/bad.md") },
  { named: "team/", from: ".", bad: join("team/slices/bad.md") },
  { named: "./team", from: ".", bad: join("team/slices/bad.md") },
  { named: ".", from: "team", bad: join("slices/bad.md") },
])("checks the folder given as $named, and no other", async ({ named, from, bad }) => {
  const home = createTempFolder();
  for (const folder of ["team", "team2"]) {
    mkdirSync(join(home, folder, "slices"), { recursive: true });
    writeFileSync(join(home, folder, "slices/bad.md"), "no front matter");
  }
  const env = { BUILDER_PM_CONTENT: from === "." ? "team2" : "../team2" };
  const ended = await runProgram(["content", "lint", named, "--json"], {
    home: join(home, from),
    env,
  });
  expect(ended.code).toBe(3);
  const report = JSON.parse(ended.stdout);
  expect(report.problems.map(({ file }: { file: string }) => file)).toEqual([bad]);
  expect(report.files).toBe(1);
});
