import { expect, test } from "vitest";
import {
  createLoopContext,
  newProject,
  projectAfter,
  sampleAnswers,
  takeStep,
} from "../../helpers/loop.ts";

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

test("a brief in a narrow window has no lines that were broken for a wide one", async () => {
  const { run, stdout } = createLoopContext({
    ...{ terminal: true, columns: 50, project: projectAfter("spec", "brief") },
  });
  await run("brief", { print: true });
  const rows = stdout().split("\n");
  const [first = "", ...others] = rows;
  expect(first).toBe("# Monday report: brief");
  expect(others.filter((row) => row.length > 50)).toEqual([]);
  const text = stdout().slice(
    stdout().indexOf("Give each check"),
    stdout().indexOf("    # Report\n"),
  );
  // Each row but the last of the paragraph has no room for the first word of the next one.
  const paragraph = text
    .trim()
    .split("\n")
    .filter((row) => row !== "");
  const hasRoom = (row: string, next = "") => row.length + 1 + next.search(/ |$/) <= 50;
  const short = paragraph.slice(0, -1).filter((row, index) => hasRoom(row, paragraph[index + 1]));
  expect(short).toEqual([]);
  expect(stdout()).toContain("\n    ## Checks\n");
});
