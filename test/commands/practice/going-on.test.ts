import { expect, test } from "vitest";
import { runPractice } from "../../../src/commands/practice/command.ts";
import { scoreAttempt, summarizePractice } from "../../../src/domain/insights/practice.ts";
import type { Drill } from "../../../src/domain/library/drill.ts";
import { renderDrills } from "../../../src/render/text/practice.ts";
import { createTheme } from "../../../src/render/theme.ts";
import { createTestContext } from "../../helpers/context.ts";
import { attemptOf } from "../../helpers/drills-saved.ts";
import { createFolders, DRILL } from "../../helpers/practice.ts";
import type { ScriptedAnswer } from "../../helpers/prompter.ts";
import { readProgress } from "../../helpers/store.ts";

test("someone who went back and stopped there is asked for that answer again", async () => {
  const folders = createFolders();
  const settings = { terminal: true, cwd: folders.cwd, options: { content: [folders.pack] } };
  const stopped: ScriptedAnswer[] = [
    ...[{ choose: "met" }, { choose: "3" }, { type: "2" }, { choose: "met" }],
    ...[{ choose: "back", asked: "How sure" }, "stop" as const],
  ];
  const first = createTestContext({ ...settings, answers: stopped });
  await expect(runPractice(first.context, DRILL, {})).rejects.toMatchObject({ exitCode: 130 });
  const saved = readProgress(first.file);
  expect(textOf(saved)).toBe("met");
  const again: ScriptedAnswer[] = [
    { choose: "not-met", asked: "Is this check met?", startsOn: "met" },
    { choose: "2", asked: "How sure", startsOn: "2" },
    "stop",
  ];
  const second = createTestContext({ ...settings, saved, answers: again });
  await expect(runPractice(second.context, DRILL, {})).rejects.toMatchObject({ exitCode: 130 });
  const after = readProgress(second.file);
  expect(textOf(after)).toBe("not-met");
  expect(Object.values(after.practice ?? {})[0]).not.toHaveProperty("reopened");
});

test("once all drills are done, offers one only to do again", () => {
  const drill = { id: "queue", title: "Open requests", minutes: 4 } as Drill;
  const first = scoreAttempt(attemptOf([["not-met", "met", "not-met"]]));
  const summary = summarizePractice({});
  const options = { theme: createTheme({ color: false }), width: 80 };
  const listed = [{ drill, first, isOpen: false }];
  expect(renderDrills({ listed, summary }, options)).toMatch(
    /do one again, though only the first try counts:\n +builder-pm practice queue --again\n*$/,
  );
});

/** Returns the second verdict of the only try. */
function textOf({ practice }: ReturnType<typeof readProgress>): string | undefined {
  return Object.values(practice ?? {})[0]?.answers["verdict.2"]?.text;
}
