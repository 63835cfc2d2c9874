import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runHome } from "../../src/commands/home.ts";
import { emptyProgress } from "../../src/domain/progress/progress.ts";
import { createTestContext } from "../helpers/context.ts";
import { attemptOf } from "../helpers/drills-saved.ts";
import { createFolders } from "../helpers/practice.ts";
import { notYet, started } from "../helpers/reality-check.ts";

/** Runs the program without a command and counts how often the help is printed. */
async function runBare(settings: Parameters<typeof createTestContext>[0]) {
  const world = createTestContext(settings);
  let helps = 0;
  await runHome(world.context, async () => {
    helps += 1;
  });
  return { ...world, helps };
}

test("the first run greets and offers the check", async () => {
  const answers = [{ choose: "check" }, notYet, notYet, notYet, notYet, notYet];
  const { stderr, stdout, helps } = await runBare({ terminal: true, answers });
  expect(stderr()).toMatch(
    /A calm coach[\s\S]*nothing\s+is\s+ever\s+sent\s+anywhere\.[\s\S]*Question 1 of 5/,
  );
  expect(stdout()).toContain("You said yes to 0 of 5");
  expect(helps).toBe(0);
});

test("the first run can list slices", async () => {
  const { stdout, home } = await runBare({ terminal: true, answers: [{ choose: "slices" }] });
  expect(stdout()).toContain("Small things you could build first");
  expect(readdirSync(home)).toEqual([]);
});

test("the first run can show the commands", async () => {
  const { helps, stdout } = await runBare({ terminal: true, answers: [{ choose: "commands" }] });
  expect({ helps, stdout: stdout() }).toEqual({ helps: 1, stdout: "" });
});

test("the first run can start a drill", async () => {
  const { cwd, pack } = createFolders();
  const answers = [{ choose: "drill" }, "stop"] as const;
  const settings = { terminal: true, cwd, options: { content: [pack] }, answers: [...answers] };
  await expect(runBare(settings)).rejects.toMatchObject({
    message: expect.stringContaining("To continue: builder-pm practice"),
  });
});

test("after a drill, a later run shows what it adds up to", async () => {
  const saved = { ...emptyProgress, practice: { one: attemptOf([["not-met", "met", "met"]]) } };
  const { stdout } = await runBare({ saved });
  expect(stdout().replaceAll(/\s+/g, " ")).toContain(
    "Practice: 1 drill, caught 0 of 1 planted defect, doubted 0 of 0 sound checks, trusted 1 of 1",
  );
});

test("Ctrl+C at the greeting says how to continue", async () => {
  await expect(runBare({ terminal: true, answers: ["stop"] })).rejects.toMatchObject({
    message: "Stopped. To start again: builder-pm",
    exitCode: 130,
  });
});

test("without a terminal or answers, prints the help and asks nothing", async () => {
  const { helps, stderr } = await runBare({});
  expect({ helps, stderr: stderr() }).toEqual({ helps: 1, stderr: "" });
});

test.each([true, false])("later runs show the current state (terminal: %s)", async (terminal) => {
  const { helps, stdout } = await runBare({ terminal, saved: started });
  expect(stdout()).toContain("This reality check isn't finished.\n");
  expect(helps).toBe(0);
});
