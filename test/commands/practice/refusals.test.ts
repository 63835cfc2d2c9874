import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runPractice } from "../../../src/commands/practice/command.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { createTestContext } from "../../helpers/context.ts";
import { createFolders, finish, practice } from "../../helpers/practice.ts";
import { createTempFolder } from "../../helpers/temp.ts";

test.each([
  [
    "verdict.1=mett",
    '"mett" isn\'t an answer to "verdict.1". Nothing was saved.',
    /Did you mean met/,
  ],
  ["verdict.9=met", 'This drill has no question "verdict.9". Nothing was saved.', /verdict\.1/],
  ["sure.1=4", '"4" isn\'t an answer to "sure.1". Nothing was saved.', /Use 1, 2 or 3/],
  [
    "named.1=yes",
    '"named.1" is asked once every check has a verdict and "else" an answer. Nothing was saved.',
    /--answer "else="/,
  ],
  ["named.1=mayb", '"mayb" isn\'t an answer to "named.1". Nothing was saved.', /yes or no/],
  ["verdict.1", '"verdict.1" has no name or no answer.', /--answer name=text/],
])("refuses the answer %s", async (word, message, fix) => {
  const folders = createFolders();
  await expect(practice(folders, { answer: ["sure.2=1", word] })).rejects.toMatchObject({
    message,
    fix: expect.stringMatching(fix),
    exitCode: 2,
  });
});

test("refuses to change a judgment once the truth was shown", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: finish });
  await expect(
    practice(folders, { answer: ["verdict.1=not-met"] }, { saved: saved as Progress }),
  ).rejects.toMatchObject({
    message:
      "You've seen what was planted in this drill, so \"verdict.1\" can't be answered anymore.",
    fix: "To see it again: builder-pm practice open-queue\nTo try again, add --again.",
  });
});

test("asks which drill answers are for, unless one was started", async () => {
  const folders = createFolders();
  const give = (saved?: Progress) => {
    const { context } = createTestContext({
      ...{ cwd: folders.cwd, options: { content: [folders.pack] } },
      ...(saved ? { saved } : {}),
    });
    return runPractice(context, undefined, { answer: ["verdict.2=met"] });
  };
  await expect(give()).rejects.toMatchObject({
    message: "Which drill are these answers for? Nothing was saved.",
    exitCode: 2,
  });
  const { saved } = await practice(folders, { answer: ["verdict.1=met"] });
  await give(saved);
});

test("refuses answers in the shell of a coding agent, and writes nothing", async () => {
  const folders = createFolders();
  await expect(
    practice(folders, { answer: finish }, { env: { CLAUDECODE: "1" } }),
  ).rejects.toMatchObject({ message: "Only the person can do this, in a terminal of their own." });
  expect(existsSync(folders.folder)).toBe(false);
});

test("without a terminal, writes the folder and names the flags", async () => {
  const folders = createFolders();
  await expect(practice(folders)).rejects.toMatchObject({
    exitCode: 2,
    fix: expect.stringContaining("builder-pm practice open-queue --answer verdict.1=met"),
  });
  expect(existsSync(folders.folder)).toBe(true);
});

test("keeps a folder that isn't its own", async () => {
  const folders = createFolders();
  mkdirSync(folders.folder);
  writeFileSync(join(folders.folder, "notes.txt"), "mine");
  await expect(practice(folders, { json: true })).rejects.toMatchObject({
    message: `"${folders.folder}" already exists, and isn't the folder of this drill.`,
    fix: "Choose another folder: builder-pm practice open-queue --folder practice-open-queue-2",
    exitCode: 2,
  });
  const other = await practice(folders, { json: true, folder: "elsewhere" });
  expect(JSON.parse(other.stdout).drill.folder).toBe(join(folders.cwd, "elsewhere"));
});

test("leaves a file as someone changed it, and writes a missing one again", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { json: true });
  writeFileSync(join(folders.folder, "requests.csv"), "mine");
  rmSync(join(folders.folder, "REPORT.md"));
  const { stderr } = await practice(folders, { json: true }, { saved: saved as Progress });
  expect(stderr).toContain("Changed since they were written, and left as they are: requests.csv.");
  expect(readFileSync(join(folders.folder, "requests.csv"), "utf8")).toBe("mine");
  expect(existsSync(join(folders.folder, "REPORT.md"))).toBe(true);
});

test("says that a drill was changed since it was started", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: ["verdict.1=met"] });
  writeFileSync(join(folders.pack, "drills/open-queue/requests.csv"), "date,owner,note\n");
  await expect(practice(folders, {}, { saved: saved as Progress })).rejects.toMatchObject({
    message: 'The drill "open-queue" has changed since you started it.',
  });
  const again = await practice(
    folders,
    { again: true, folder: "new", json: true },
    { saved: saved as Progress },
  );
  expect(JSON.parse(again.stdout).checks[0].answered).toBe(false);
});

test("reads a finished drill that was changed since, without the steps", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: finish });
  writeFileSync(join(folders.pack, "drills/open-queue/requests.csv"), "date,owner,note\n");
  const { stdout } = await practice(
    folders,
    { answer: ["named.1=no"] },
    { saved: saved as Progress },
  );
  expect(stdout).toContain("The drill was changed or removed since");
  expect(stdout).toContain("Missed: it isn't met.");
  expect(stdout).not.toContain("Where:");
});

test("says that a drill was removed, and still counts it", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: finish });
  const empty = { ...folders, pack: createTempFolder() };
  await expect(practice(empty, {}, { saved: saved as Progress })).rejects.toMatchObject({
    message: 'The drill "Who waits in our queue" (open-queue) isn\'t in the content anymore.',
  });
  const list = await practice(empty, { list: true, json: true }, { saved: saved as Progress });
  expect(JSON.parse(list.stdout).totals.drills).toBe(1);
});

test.each([
  ["a 20 MB file", "big.txt", "x".repeat(20 * 1024 * 1024), "takes 20.0 MB; the limit is 1 MB"],
  ["a link out", "index.html", "<a href='https://example.com'>", "has no policy at the start"],
])("refuses a drill with %s, and writes nothing", async (_name, file, text, problem) => {
  const folders = createFolders();
  writeFileSync(join(folders.pack, "drills/open-queue", file), text);
  await expect(practice(folders)).rejects.toMatchObject({
    message: expect.stringContaining(problem),
    fix: `See what to fix: builder-pm content lint ${folders.pack}`,
    exitCode: 3,
  });
  expect(existsSync(folders.folder)).toBe(false);
});

test("starts nothing in a folder where files were changed", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: finish });
  writeFileSync(join(folders.folder, "requests.csv"), "mine");
  await expect(
    practice(folders, { again: true, json: true }, { saved: saved as Progress }),
  ).rejects.toMatchObject({
    message: `In "${folders.folder}", these files were changed: requests.csv.`,
    exitCode: 2,
  });
});

test("writes nothing into a folder that an imported file names", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: ["verdict.1=met"] });
  const target = createTempFolder();
  writeFileSync(join(target, "mine.txt"), "mine");
  const imported = Object.entries(saved?.practice ?? {}).map(([uid, attempt]) => [
    uid,
    { ...attempt, folder: target, importedAt: attempt.startedAt },
  ]);
  const progress = { ...saved, practice: Object.fromEntries(imported) } as Progress;
  const { stdout } = await practice(folders, { json: true }, { saved: progress });
  expect(JSON.parse(stdout).drill.folder).toBe(folders.folder);
  expect(readdirSync(target)).toEqual(["mine.txt"]);
});
