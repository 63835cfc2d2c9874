import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runStatus } from "../../../src/commands/status.ts";
import type { Progress } from "../../../src/domain/progress/progress.ts";
import { createTestContext } from "../../helpers/context.ts";
import { progressWith, projectAfter } from "../../helpers/loop.ts";
import { all, createFolders, finish, practice } from "../../helpers/practice.ts";
import { answered, progressOf, runOf } from "../../helpers/samples.ts";

/** Takes out of the sample drill what is planted beyond its checks. */
function createPlainFolders() {
  const folders = createFolders();
  const file = join(folders.pack, "drills", "open-queue.md");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^planted:\n(?: .*\n)+/m, ""));
  return folders;
}

const both = [
  { name: "with an extra defect", create: createFolders },
  { name: "without one", create: createPlainFolders },
];

test.each(both)("a drill $name refuses the same answers before the end", async ({ create }) => {
  const refusals = [
    ["named.1=yes"],
    ["named.1=mayb", ...finish],
    [...finish, "sure.2=9", "named.1=yes"],
    [...finish, "nam=yes"],
  ].map(async (answer) => {
    const { message, fix } = await practice(create(), { answer }).catch((error) => error);
    return [message, fix];
  });
  expect(await Promise.all(refusals)).toEqual([
    [
      '"named.1" is asked once every check has a verdict and "else" an answer. Nothing was saved.',
      'Answer them first, or in the same command. If nothing else is wrong: --answer "else="',
    ],
    [expect.stringContaining('"mayb" isn\'t an answer to "named.1"'), "Use yes or no."],
    [expect.stringContaining('"9" isn\'t an answer to "sure.2"'), "Did you mean 1? Use 1, 2 or 3."],
    [
      'This drill has no question "nam". Nothing was saved.',
      expect.stringContaining("verdict.1, sure.1, saw.1"),
    ],
  ]);
});

test.each(both)("a drill $name takes named.1 with its last answer", async ({ create }) => {
  const { stdout, saved } = await practice(create(), { answer: [...finish, "named.1=yes"] });
  expect(stdout).toContain("You wrote: a phone number");
  const [attempt] = Object.values((saved as Progress).practice ?? {});
  expect(attempt?.finishedAt).toBeDefined();
  expect(attempt?.answers["named.1"]?.text).toBe(attempt?.planted?.length ? "yes" : undefined);
});

test("after the last answer by flag, asks whether the extra defect was named", async () => {
  const folders = createFolders();
  const { stdout, saved } = await practice(folders, { answer: finish });
  expect(stdout).toMatch(
    /Did you name this\? To answer, with yes or no:\n +builder-pm practice open-queue --answer named\.1=yes/,
  );
  expect(stdout).not.toContain("Defects beyond the checks you named");
  const answer = ["named.1=no"];
  const end = await practice(folders, { answer }, { saved: saved as Progress });
  expect(end.stdout).not.toContain("Did you name this?");
  expect(end.stdout).toContain("Defects beyond the checks you named: 0 of 1");
});

test("says that nothing was planted beyond the checks", async () => {
  const { stdout } = await practice(createPlainFolders(), { answer: finish });
  const words = stdout.replace(/\s+/g, " ");
  expect(words).toContain(
    "You wrote: a phone number Nothing was planted beyond the checks. What you wrote may be " +
      "real, or about a check above: not every flaw is planted. It just isn't scored.",
  );
});

test("says which check a remark is about, and doesn't call it unplanted", async () => {
  const remark = "else=the total leaves out a row of the export";
  const { stdout } = await practice(createPlainFolders(), { answer: [...all, remark] });
  const words = stdout.replace(/\s+/g, " ");
  expect(words).toContain("Nothing was planted beyond the checks. C1 is about this too, it seems.");
  expect(words).not.toContain("it may be real");
});

test("a defect that was named, and answered with no by mistake, can still be claimed", async () => {
  const folders = createFolders();
  const { stdout, saved } = await practice(folders, { answer: [...finish, "named.1=no"] });
  expect(stdout).toMatch(
    /If you did name it:\n +builder-pm practice open-queue --answer named\.1=yes/,
  );
  const end = await practice(folders, { answer: ["named.1=yes"] }, { saved: saved as Progress });
  expect(end.stdout).toContain("Defects beyond the checks you named: 1 of 1");
});

test("the list says how many other defects were named, apart from the planted ones", async () => {
  const folders = createFolders();
  const { saved } = await practice(folders, { answer: [...finish, "named.1=yes"] });
  const { stdout } = await practice(folders, { list: true }, { saved: saved as Progress });
  expect(stdout).toContain("caught 0 of 1 planted defect");
  expect(stdout).toContain("  You named 1 of 1 defect beyond the checks.\n");
});

test.each(["desk", join("desk", "sub")])(
  "writes a drill beside the work folder of a project, started in %s",
  async (inside) => {
    const { pack, cwd } = createFolders();
    const here = join(cwd, "..", inside);
    mkdirSync(here, { recursive: true });
    const saved = progressWith({ ...projectAfter("spec"), folder: { path: cwd } });
    const { saved: after } = await practice(
      { pack, cwd: here, folder: "" },
      { answer: finish },
      { saved },
    );
    const [attempt] = Object.values((after as Progress).practice ?? {});
    expect(attempt?.folder).toBe(join(dirname(cwd), "practice-open-queue"));
  },
);

test("whoever wrote nothing isn't asked what they named, and gets no credit for it", async () => {
  const folders = createFolders();
  const answer = [...finish.filter((word) => !word.startsWith("else=")), "else="];
  const { stdout, saved } = await practice(folders, { answer });
  expect(stdout).not.toContain("Did you name this?");
  expect(stdout).toContain("Defects beyond the checks you named: 0 of 1");
  const claim = { answer: ["named.1=yes"] };
  const end = await practice(folders, claim, { saved: saved as Progress });
  expect(end.stdout).toContain("Defects beyond the checks you named: 0 of 1");
});

test("the end of a drill names the drill that the status recommends", async () => {
  const levels = {
    customer: "yes",
    problem: "yes",
    slice: "yes",
    spec: "not-yet",
    review: "partly",
  } as const;
  const answers = Object.fromEntries(
    Object.entries(levels).map(([id, answer]) => [id, answered(answer)]),
  );
  const saved = progressOf({ ...runOf("run", answers), checklist: "reality-check" });
  const folders = createFolders();
  const settings = { saved, terminal: true };
  const end = await practice(folders, { answer: finish }, settings);
  expect(end.stdout + end.stderr).toContain("The next drill: builder-pm practice churn-board");
  const status = createTestContext({ saved: end.saved as Progress });
  await runStatus(status.context);
  expect(status.stdout()).toContain("builder-pm practice churn-board");
});
