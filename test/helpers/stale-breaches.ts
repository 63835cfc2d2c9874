import { isPredictionOver } from "../../src/domain/insights/forecast.ts";
import { findInconsistency } from "../../src/domain/progress/consistency.ts";
import type { Progress } from "../../src/domain/progress/progress.ts";
import { countBudget } from "../../src/domain/project/budget.ts";
import { type Project, textsOf } from "../../src/domain/project/project.ts";
import { renderJson } from "../../src/render/json/json.ts";
import { readExported } from "../../src/store/exported.ts";
import { steps } from "./loop.ts";
import type { OpenPrompt } from "./open-prompts.ts";

/**
 * What was saved when a prompt opened, what another process left, what is saved in the end, and
 * what the person saw.
 */
export interface StaleRun {
  prompt: OpenPrompt;
  opened: Progress;
  before: Progress;
  after: Progress;
  shown: string;
}

/** Lists what an open prompt did that it must not: locks bypassed, projects revived, texts lost. */
export function listBreaches({ prompt, opened, before, after, shown }: StaleRun): string[] {
  const saved = JSON.stringify(after);
  const seen = shown.replaceAll(/\s+/g, " ");
  const isLost = (text: string) =>
    !saved.includes(JSON.stringify(text).slice(1, -1)) && !seen.includes(text);
  const lost = (prompt.typed ?? []).filter(isLost);
  const old = new Set(listTexts(opened));
  const gone = listTexts(before).filter((text) => !old.has(text) && isLost(text));
  const known = new Map(before.projects.map((project) => [project.uid, project]));
  const added = after.projects.filter(({ uid }) => !known.has(uid));
  const hasOpen = before.projects.some(({ closed }) => !closed);
  const mayStart = prompt.words[0] === "start" && !hasOpen ? 1 : 0;
  const wrong = findInconsistency(after);
  return [
    ...lost.map((text) => `lost "${text}"`),
    ...gone.map((text) => `lost "${text}" of the other process`),
    ...(wasUpdatedWrongly(prompt, before, after) ? ["updated the reality check"] : []),
    ...(added.length > mayStart ? [`revived ${added.map(({ id }) => id)}`] : []),
    ...(wrong === undefined ? [] : [wrong]),
    ...(canImport(after) ? [] : ["can't be imported"]),
    ...after.projects.flatMap((project) => {
      const was = known.get(project.uid);
      const first = opened.projects.find(({ uid }) => uid === project.uid);
      return was ? listBypassed(prompt, first ?? was, was, project) : [];
    }),
  ];
}

function canImport(progress: Progress): boolean {
  const there = readExported(renderJson(progress), "x.json");
  return JSON.stringify(there) === JSON.stringify(progress);
}

/** Lists the longer texts of all answers. */
function listTexts({ runs, projects }: Progress): string[] {
  const evidence = runs.flatMap(({ answers }) =>
    Object.values(answers).map((each) => each.evidence),
  );
  const texts = projects.flatMap(({ answers }) =>
    Object.values(answers).flatMap((questions) =>
      Object.values(questions).flatMap((v) => textsOf(v)),
    ),
  );
  return [...evidence, ...texts].flatMap((text) => (text && text.length > 12 ? [text] : []));
}

/** A project that isn't finished, or is gone, shows nothing for the reality check. */
function wasUpdatedWrongly({ words }: OpenPrompt, before: Progress, after: Progress): boolean {
  const isFinished = before.projects.some(({ uid, closed }) => uid === "uid-1" && closed);
  const isSame = JSON.stringify(before.runs) === JSON.stringify(after.runs);
  return words[0] !== "check" && !isFinished && !isSame;
}

function listBypassed(
  prompt: OpenPrompt,
  opened: Project,
  before: Project,
  after: Project,
): string[] {
  const [command = ""] = prompt.words;
  const changed = steps.filter(({ id }) => textsIn(before, id) !== textsIn(after, id));
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const { stopped } = countBudget(before);
  const rules: [isBroken: boolean, words: string][] = [
    [before.closed !== undefined && !isSame, "changed a closed project"],
    [changed.some(({ id }) => isBeforeItsTurn(before, id)), "answered before its turn"],
    [
      changed.some(({ id }) => before.locked.includes(id)) &&
        !after.amendments.slice(before.amendments.length).some((change) => change.because !== ""),
      "changed a locked step without a reason",
    ],
    [
      changed.some((step) => isPredictionOver(before, step)),
      "changed a prediction after a verdict",
    ],
    [after.rounds.length !== before.rounds.length, "changed the round"],
    [
      opened.rounds.length !== before.rounds.length && changed.length > 0,
      "answered for another round",
    ],
    [
      !before.closed && after.closed?.early === true && !prompt.isEarly,
      "decided early without being asked",
    ],
    [before.title !== after.title, "changed the title"],
    [
      before.folder !== undefined && before.folder.path !== after.folder?.path,
      "changed the folder",
    ],
    [stopped && after.passes.length > before.passes.length, "went over the budget"],
    [
      stopped &&
        command === "brief" &&
        JSON.stringify(after.finished) !== JSON.stringify(before.finished),
      "wrote a brief over the budget",
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, words]) => words);
}

function textsIn({ answers, drafts, unfinished }: Project, step: string): string {
  const typed = Object.entries({ ...drafts, ...unfinished });
  return JSON.stringify([
    Object.values(answers[step] ?? {}).map((value) => textsOf(value)),
    typed.filter(([name]) => name.startsWith(`${step}.`)),
  ]);
}

function isBeforeItsTurn({ finished }: Project, id: string): boolean {
  const needs = steps.find((step) => step.id === id)?.needs ?? [];
  return needs.some((needed) => finished[needed] === undefined);
}
