import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Event,
  endCodes,
  type QuestionKind,
  questionKinds,
  runEvent,
} from "../helpers/question-events.ts";

const kinds = Object.keys(questionKinds) as QuestionKind[];
const events = Object.keys(endCodes) as Event[];
const cases = [false, true].flatMap((plain) =>
  kinds.flatMap((kind) => events.map((event) => ({ kind, event, plain }))),
);
// The plain prompter doesn't ask the terminal to mark pastes.
const possible = cases.filter(({ event, plain }) => !(plain && event === "200 marked lines"));

test("every way out of a question restores the terminal and keeps the answers", async ({
  task,
}) => {
  const breaches: string[] = [];
  for (const { kind, event, plain } of possible) {
    const home = realpathSync(mkdtempSync(join(tmpdir(), "builder-pm-soak-")));
    const wrong = await tryEvent(home, kind, event, plain).catch((error: unknown) => [
      String(error),
    ]);
    if (wrong.length > 0)
      breaches.push(`${event} at ${kind}${plain ? ", plain" : ""}: ${wrong.join(", ")}`);
    rmSync(home, { recursive: true, force: true });
  }
  Object.assign(task.meta, { words: `${possible.length} tried, ${breaches.length} breaches` });
  expect(breaches).toEqual([]);
});

async function tryEvent(
  home: string,
  kind: QuestionKind,
  event: Event,
  plain: boolean,
): Promise<string[]> {
  const { code, terminal, stopped, before, after } = await runEvent(home, kind, event, { plain });
  const modes = plain ? "" : "hl";
  const count = (progress: typeof after) =>
    JSON.stringify(progress.projects[0]?.answers).split('"text":').length;
  const answered = count(after) - count(before);
  const checks: [isMet: boolean, words: string][] = [
    [code === endCodes[event], `code ${code}`],
    [terminal.after === terminal.before, "the terminal is not as before"],
    [
      event === "closed" || terminal.cursor + terminal.paste === modes,
      "the cursor or the marks for pastes",
    ],
    [
      !stopped || stopped.cursor + stopped.paste === modes,
      "the cursor or the marks for pastes while stopped",
    ],
    [answered === 0, `${answered} answered unseen`],
  ];
  return checks.filter(([isMet]) => !isMet).map(([, words]) => words);
}
