import { expect, test } from "vitest";
import { createLoopContext, newProject, sampleAnswers, takeStep } from "../../helpers/loop.ts";

const problem =
  "6 agents answer e-mails by hand.\n*Priya* says 9-ish minutes, about $18k & 220 a week.";
const project = takeStep(newProject(), "spec", { ...sampleAnswers.spec, problem });

async function print(terminal: boolean): Promise<string> {
  const { run, stdout } = createLoopContext({ terminal, project });
  await run("spec", { print: true });
  return stdout();
}

test("a page in a terminal shows what was typed, with its line breaks", async () => {
  const page = await print(true);
  expect(page).toContain(
    "- **Problem:** 6 agents answer e-mails by hand.\n" +
      "  *Priya* says 9-ish minutes, about $18k & 220 a week.\n",
  );
  expect(page).toContain("# Monday report: spec\n");
});

test("a page in a file is markdown, in which a line break can't be seen", async () => {
  expect(await print(false)).toContain(
    "- **Problem:** 6 agents answer e-mails by hand.  \n" +
      "  \\*Priya\\* says 9-ish minutes, about \\$18k & 220 a week.\n",
  );
});

test("a brief is the same everywhere, because nothing in it is escaped", async () => {
  const typed = "*Priya* types C:\\_old\\*.csv";
  const briefed = takeStep(
    takeStep(newProject(), "spec", { ...sampleAnswers.spec, problem: typed }),
    "brief",
    { prediction: 3 },
  );
  for (const terminal of [true, false]) {
    const { run, stdout } = createLoopContext({ terminal, project: briefed });
    await run("brief", { print: true });
    expect(stdout()).toContain(`> ${typed}\n`);
  }
});
