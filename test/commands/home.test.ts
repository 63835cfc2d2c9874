import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runHome } from "../../src/commands/home.ts";
import { createTestContext } from "../helpers/context.ts";
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
  expect(stdout()).toContain("This reality check isn't finished: 1 of 5 answered.");
  expect(helps).toBe(0);
});
