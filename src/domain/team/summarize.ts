import { listCountedAnswers } from "../insights/answer-stats.ts";
import { listOutcomes } from "../insights/calibration.ts";
import { findCheckKind } from "../insights/check-kind.ts";
import { isComparedClaim, listRoundClaims } from "../insights/claims.ts";
import { findLevel, findProjectEvidence } from "../insights/level.ts";
import type { AppState } from "../insights/next-step.ts";
import { measurePace } from "../insights/pace.ts";
import type { Checklist } from "../library/checklist.ts";
import type { Slice } from "../library/slice.ts";
import type { Step } from "../library/step.ts";
import type { Progress } from "../progress/progress.ts";
import { currentAnswers } from "../progress/run.ts";
import { findFirstPass } from "../project/first-pass.ts";
import { eachOf, findAnswer, type Project } from "../project/project.ts";
import { listRounds } from "../project/rounds.ts";
import { findEarliest } from "../time.ts";
import { findAgentName } from "./agent-names.ts";
import { findBucket } from "./buckets.ts";
import { findMonth } from "./month.ts";
import { countPractice } from "./practice.ts";
import {
  type DecisionKind,
  type ItemLevel,
  itemLevels,
  PACK,
  type ShippedIds,
  SUMMARY_KIND,
  type Summary,
} from "./summary.ts";

/** Whose summary it is, and of which month. */
export interface SummaryOf {
  person: string;
  month: string;
}

type Dated<T> = T & { at: string };

/** Returns the ids of content that is shipped: the library must be loaded without packs. */
export function listShippedIds(library: {
  checklists: readonly Checklist[];
  slices: readonly Slice[];
  steps: readonly Step[];
}): ShippedIds {
  const questions = library.steps.flatMap((step) => step.questions);
  const counted = questions.filter(({ counts }) => counts);
  return {
    items: library.checklists.flatMap(({ items }) => items.map(({ id }) => id)),
    slices: library.slices.map(({ id }) => id),
    causes: counted.flatMap(({ choices = [] }) => choices.map(({ value }) => value)),
  };
}

/** Returns the month in which a person's progress begins; undefined if nothing is saved. */
export function findFirstMonth({ runs, projects, practice = {} }: Progress): string | undefined {
  const begun = [...runs, ...projects, ...Object.values(practice)];
  const first = findEarliest(begun.map(({ startedAt }) => startedAt));
  return first && findMonth(first);
}

/** Summarizes a month of a person in counts. Nothing of what they wrote is in it. */
export function summarizeMonth(
  state: AppState,
  shipped: ShippedIds,
  { person, month }: SummaryOf,
): Summary {
  const { steps, progress, drills = [] } = state;
  const { projects } = progress;
  const inMonth = ({ at }: { at: string }) => findMonth(new Date(at)) === month;
  const decisions = projects.flatMap(listDecisions).filter(inMonth);
  const misses = listCountedAnswers(steps, projects).filter(inMonth);
  const claims = projects.flatMap((project) => listDatedClaims(steps, project)).filter(inMonth);
  const times = projects.flatMap((project) => findFirstPassTime(steps, project)).filter(inMonth);
  const nameId = (known: readonly string[], id: string) => (known.includes(id) ? id : PACK);
  return {
    kind: SUMMARY_KIND,
    version: 1,
    person,
    month,
    items: summarizeItems(state, shipped),
    decisions: countRows(
      decisions.map(({ slice, decision }) => ({ slice: nameId(shipped.slices, slice), decision })),
    ),
    predictions: countPredictions(
      projects.flatMap((project) => listDatedOutcomes(steps, project)).filter(inMonth),
    ),
    misses: countRows(
      misses.map(({ answer, of }) => ({
        cause: nameId(shipped.causes, answer),
        about: findCheckKind(of),
      })),
    ),
    claims: countRows(claims.map(({ agent }) => ({ agent: findAgentName(agent) }))).map(
      ({ agent, count }) => ({
        agent,
        counted: count,
        overclaimed: countOverclaims(claims, agent),
      }),
    ),
    ideaToArtifact: countRows(times.map(({ minutes }) => ({ within: findBucket(minutes) }))),
    ...countPractice(progress, drills, inMonth),
  };
}

/** Returns the level of each shipped item, and the lowest one of those that a pack adds. */
function summarizeItems(
  { checklist, progress, steps }: AppState,
  shipped: ShippedIds,
): Summary["items"] {
  const answers = currentAnswers(progress, checklist);
  const all = checklist.items.map(({ id, shownBy }) => {
    const evidence = findProjectEvidence(shownBy, steps, progress.projects);
    const level: ItemLevel = findLevel(answers[id]?.answer, evidence) ?? "none";
    return { item: shipped.items.includes(id) ? id : PACK, level };
  });
  const own = all.filter(({ item }) => item === PACK).map(({ level }) => level);
  const lowest = itemLevels.find((level) => own.includes(level));
  return [
    ...all.filter(({ item }) => item !== PACK),
    ...(lowest ? [{ item: PACK, level: lowest }] : []),
  ];
}

/** Lists the decisions of a project: each further round, and its end. */
function listDecisions({
  slice,
  rounds,
  closed,
}: Project): Dated<{ slice: string; decision: DecisionKind }>[] {
  const revised = rounds.map(({ endedAt: at }) => ({ slice, decision: "revised" as const, at }));
  if (!closed) return revised;
  return [...revised, { slice, decision: closed.early ? "early" : closed.as, at: closed.at }];
}

/** Lists predictions with their results, dated by the last verdict. */
function listDatedOutcomes(steps: readonly Step[], project: Project) {
  const predicts = steps.find((step) => step.predicts)?.predicts;
  const rounds = listRounds(project);
  return listOutcomes(steps, project).flatMap(({ round, expected, met }) => {
    const then = rounds[round - 1];
    const judged = then && predicts && findAnswer(then, `${predicts.step}.${predicts.question}`);
    const at = Object.values(eachOf(judged))
      .map((verdict) => verdict.at)
      .toSorted()
      .at(-1);
    return at === undefined ? [] : [{ expected, met, at }];
  });
}

function countPredictions(
  outcomes: readonly { expected: number; met: number }[],
): Summary["predictions"] {
  const count = (is: (difference: number) => boolean) =>
    outcomes.filter(({ expected, met }) => is(expected - met)).length;
  return {
    tooHigh: count((difference) => difference > 0),
    exact: count((difference) => difference === 0),
    tooLow: count((difference) => difference < 0),
  };
}

interface ComparedClaim {
  agent: string | undefined;
  isOverclaim: boolean;
}

/** Lists the claims that a verdict confirms or refutes, dated by when their round's were opened. */
function listDatedClaims(steps: readonly Step[], project: Project): Dated<ComparedClaim>[] {
  return listRoundClaims(steps, project).flatMap(({ round, checks }) => {
    const reports = project.reports?.filter((report) => report.round === round) ?? [];
    const [at] = reports.flatMap(({ opened }) => opened?.at ?? []).toSorted();
    if (at === undefined) return [];
    return checks
      .filter(isComparedClaim)
      .map(({ agent, isOverclaim }) => ({ agent, isOverclaim, at }));
  });
}

function countOverclaims(claims: readonly ComparedClaim[], agent: string): number {
  const own = claims.filter((claim) => findAgentName(claim.agent) === agent);
  return own.filter(({ isOverclaim }) => isOverclaim).length;
}

function findFirstPassTime(steps: readonly Step[], project: Project): Dated<{ minutes: number }>[] {
  const at = findFirstPass(steps, project)?.toISOString();
  const { toFirstPass: minutes } = measurePace(steps, project);
  return at === undefined || minutes === undefined ? [] : [{ minutes, at }];
}

/** Counts equal rows, in an order that says nothing about when they came. */
function countRows<T extends Readonly<Record<string, string>>>(
  rows: readonly T[],
): (T & { count: number })[] {
  const counted = new Map<string, T & { count: number }>();
  for (const row of rows) {
    const key = Object.values(row).join(" ");
    counted.set(key, { ...row, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
