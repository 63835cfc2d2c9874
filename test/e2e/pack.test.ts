import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { sampleAnswers } from "../helpers/loop.ts";
import { runProgram } from "../helpers/program.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

/**
 * Creates a home with the sample pack in `team`, and functions to run the program with and without
 * it.
 */
function openHome() {
  const home = createTempFolder();
  cpSync(join(root, "test/fixtures/pack-support"), join(home, "team"), { recursive: true });
  const env = { BUILDER_PM_CONTENT: "team" };
  return {
    run: (...words: string[]) => runProgram(words, { home, env }),
    pipe: (input: unknown, ...words: string[]) =>
      runProgram(words, { home, env, input: JSON.stringify(input) }),
    without: (...words: string[]) => runProgram(words, { home }),
    withOption: (...words: string[]) => runProgram([...words, "--content", "team"], { home }),
    read: () => readProgress(join(home, "saved", "progress.json")),
  };
}

const demo = {
  person: "Lea, on Monday 15 June, with 140 open tickets",
  outcome: "stopped",
  where: ["At the date"],
};

test("a team's own item, slice, step and rule work for the whole loop", async () => {
  const { run, pipe, without, withOption, read } = openHome();
  const answers = ["problem", "slice", "spec", "review", "engineer"].flatMap((id) => [
    "--answer",
    `${id}=yes`,
  ]);
  expect((await run("check", ...answers, "--answer", "customer=not-yet")).code).toBe(0);
  expect((await run("status", "--json")).stdout).toContain(
    '"command": "builder-pm start support-queue"',
  );
  expect((await run("start", "support-queue")).stderr).toContain(
    "You have 180 minutes (3 hours) and 3 passes.",
  );
  expect((await pipe(sampleAnswers.spec, "spec", "--answers", "-")).code).toBe(0);
  const brief = await run("brief", "--answer", "prediction=3");
  expect(brief.stdout).toContain(
    "- Whether the export holds personal data after the names are gone",
  );
  expect((await pipe(sampleAnswers.review, "review", "--answers", "-")).stderr).toContain(
    "Next: builder-pm demo",
  );
  const status = await run("status");
  expect(status.stdout).toMatch(
    /I read what customers wrote, not a summary of\s+it\.\s+\(from\s+team\)/,
  );
  expect(status.stdout).toMatch(/Project: A daily page .*\(from\s+team\)/);
  expect(status.stdout).toContain("[ ] Demo (from team)");
  const page = await pipe(demo, "demo", "--answers", "-");
  expect(page.stdout).toMatch(/^# A daily page.*: demo\n\nLea, on Monday 15 June.* Stopped\./);
  expect((await pipe(sampleAnswers.handoff, "handoff", "--answers", "-")).code).toBe(0);

  const lost = await without("status");
  expect(lost).toMatchObject({ code: 0, stderr: "", stdout: expect.not.stringContaining("team") });
  expect(lost.stdout).toContain("yes to 5 of 5");
  expect((await without("demo")).code).toBe(2);
  expect((await pipe(sampleAnswers.decide, "decide", "--answers", "-")).code).toBe(0);
  expect((await without("export", "--project", "support-queue")).stdout).toMatch(
    /## Answers to questions that were removed\n[\s\S]*- demo, where: At the date/,
  );
  expect(read().projects[0]).toMatchObject({ slice: "support-queue", closed: { as: "done" } });
  expect((await withOption("demo", "--print")).stdout).toBe(page.stdout);
  expect((await withOption("status")).stdout).toContain("yes to 5 of 6");
});

test("lints with a team's words and shows its guide pages", async () => {
  const { run, pipe } = openHome();
  const line = "- The macro for refunds shows 3 lines, the order number first.";
  const found = await runProgram(
    ["lint", "-", "--content", join(root, "test/fixtures/pack-support")],
    { input: line },
  );
  expect(found.stdout).toContain("Only the support team knows what this word means. (queue-words)");
  expect((await run("guide")).stdout).toMatch(
    /What you may copy out of the ticket system, and what not \(from\s+team\)/,
  );
  expect((await run("slices", "show", "automation")).stdout).toMatch(/^From +team$/m);
  expect((await pipe({}, "slices", "--json")).stdout).toContain('"from": "team"');
});
