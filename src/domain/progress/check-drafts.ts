import type { Checklist } from "../library/checklist.ts";
import type { Answers, Progress, Run } from "./progress.ts";
import { currentAnswers, type GivenAnswer, mergeAnswers, type Stamp, saveRun } from "./run.ts";

/**
 * Returns the answers that a coding agent drafted and the person hasn't answered since, by item. A
 * draft counts nowhere.
 */
export function findDrafts(progress: Progress, checklist: Pick<Checklist, "id">): Answers {
  const own = currentAnswers(progress, checklist);
  const given = progress.runs
    .filter((run) => run.checklist === checklist.id)
    .flatMap(({ answers }) => Object.entries(answers));
  const drafts = given.filter(
    ([id, { via, answeredAt }]) => via !== undefined && answeredAt > (own[id]?.answeredAt ?? ""),
  );
  return Object.fromEntries(drafts);
}

/**
 * Returns the progress with answers saved as an agent's drafts. They stand in a run of their own,
 * which is never open: the person's run stays as it is.
 */
export function recordDrafts(
  progress: Progress,
  checklist: Pick<Checklist, "id">,
  given: Readonly<Record<string, GivenAnswer>>,
  { now, id }: Stamp,
): Progress {
  const before = { ...currentAnswers(progress, checklist), ...findDrafts(progress, checklist) };
  const drafts = Object.entries(mergeAnswers(before, given, now)).map(
    ([item, answer]) => [item, { ...answer, via: "agent" as const }] as const,
  );
  const last = progress.runs.findLast((run) => run.checklist === checklist.id);
  const at = now.toISOString();
  const run: Run =
    last && holdsDraftsOnly(last)
      ? last
      : { id, checklist: checklist.id, startedAt: at, finishedAt: at, answers: {} };
  return saveRun(progress, { ...run, answers: { ...run.answers, ...Object.fromEntries(drafts) } });
}

function holdsDraftsOnly({ answers, finishedAt }: Run): boolean {
  const all = Object.values(answers);
  return finishedAt !== undefined && all.length > 0 && all.every(({ via }) => via !== undefined);
}
