import { withPrefilter } from "./prefilter.ts";
import type { Shape } from "./shape.ts";
import { abstractNoun } from "./shapes/abstract.ts";
import { bareMetric } from "./shapes/bare-metric.ts";
import { noBetNumbers, noDecision } from "./shapes/bet.ts";
import { changeWithoutMeasure, comparative } from "./shapes/comparison.ts";
import { coordinatedClauses } from "./shapes/coordinated-clauses.ts";
import { coordinatedVerbs } from "./shapes/coordinated-verbs.ts";
import { noCase, noVisibleResult } from "./shapes/edge.ts";
import { feltEffect } from "./shapes/felt-effect.ts";
import { gradedComparative } from "./shapes/graded.ts";
import { ambiguousMay, effortVerb, speculation } from "./shapes/hedge.ts";
import { evaluativeAdjective, onlyWorks } from "./shapes/judgment.ts";
import { leadingPronoun } from "./shapes/leading-pronoun.ts";
import { listedAbilities } from "./shapes/listed-abilities.ts";
import { listedResults } from "./shapes/listed-results.ts";
import { noObservableVerb, opinionAfterIs } from "./shapes/observable.ts";
import { listByExample, openEndedList, vagueCategory } from "./shapes/open-list.ts";
import { openQuestion } from "./shapes/open-question.ts";
import {
  enoughWithoutMeasure,
  evaluativeAdverb,
  freeOfTrouble,
  perceptionVerb,
} from "./shapes/opinion.ts";
import { agentlessPassive } from "./shapes/passive.ts";
import { bareStep, ruleForPeople } from "./shapes/people-step.ts";
import { percentWithoutBase } from "./shapes/percent.ts";
import { missingFeature, noEvidence, noPerson } from "./shapes/problem.ts";
import { ambiguousPronoun } from "./shapes/pronoun.ts";
import { emptyTalk } from "./shapes/reason.ts";
import { bareStopRule, openStopRule } from "./shapes/spec.ts";
import { finishedWork, imperativeTask } from "./shapes/task.ts";
import { measureWithoutThreshold, trackingVerb, vagueQuantifier } from "./shapes/threshold.ts";
import { headlessParticiple, workArtifact, workOrder } from "./shapes/work-item.ts";

/** The shapes that a rule can name in its front matter. */
const shapes: Readonly<Record<string, Shape>> = {
  "abstract-noun": abstractNoun,
  "agentless-passive": agentlessPassive,
  "ambiguous-may": ambiguousMay,
  "ambiguous-pronoun": ambiguousPronoun,
  "bare-metric": bareMetric,
  "bare-step": bareStep,
  "change-without-measure": changeWithoutMeasure,
  comparative,
  "coordinated-clauses": coordinatedClauses,
  "coordinated-verbs": coordinatedVerbs,
  "effort-verb": effortVerb,
  "empty-talk": emptyTalk,
  "enough-without-measure": enoughWithoutMeasure,
  "evaluative-adjective": evaluativeAdjective,
  "evaluative-adverb": evaluativeAdverb,
  "felt-effect": feltEffect,
  "finished-work": finishedWork,
  "free-of-trouble": freeOfTrouble,
  "graded-comparative": gradedComparative,
  "headless-participle": headlessParticiple,
  "imperative-task": imperativeTask,
  "leading-pronoun": leadingPronoun,
  "list-by-example": listByExample,
  "listed-abilities": listedAbilities,
  "listed-results": listedResults,
  "measure-without-threshold": measureWithoutThreshold,
  "missing-feature": missingFeature,
  "no-bet-numbers": noBetNumbers,
  "no-case": noCase,
  "no-decision": noDecision,
  "no-evidence": noEvidence,
  "no-observable-verb": noObservableVerb,
  "no-person": noPerson,
  "no-visible-result": noVisibleResult,
  "only-works": onlyWorks,
  "open-ended-list": openEndedList,
  "open-question": openQuestion,
  "open-stop": openStopRule,
  "bare-stop": bareStopRule,
  "opinion-after-is": opinionAfterIs,
  "percent-without-base": percentWithoutBase,
  "perception-verb": perceptionVerb,
  "rule-for-people": ruleForPeople,
  speculation,
  "tracking-verb": trackingVerb,
  "vague-category": vagueCategory,
  "vague-quantifier": vagueQuantifier,
  "work-artifact": workArtifact,
  "work-item": workOrder,
};

/** Earlier names of shapes, which the rules of teams may still use. */
const aliases: Readonly<Record<string, string>> = {
  "by-example": "list-by-example",
  "could-be": "speculation",
  "enough-of-it": "enough-without-measure",
  "free-of-snags": "free-of-trouble",
  "half-promise": "effort-verb",
  "how-it-feels": "perception-verb",
  "judged-by-nobody": "agentless-passive",
  "judged-so": "evaluative-adjective",
  "judging-adverb": "evaluative-adverb",
  "lacks-a-thing": "missing-feature",
  "loose-class": "vague-category",
  "measure-without-line": "measure-without-threshold",
  "most-of-many": "vague-quantifier",
  "nobodys-noun": "abstract-noun",
  "no-permission": "ambiguous-may",
  "nothing-to-see": "no-observable-verb",
  "open-end": "open-ended-list",
  "pronoun-alone": "leading-pronoun",
  "pronoun-of-two": "ambiguous-pronoun",
  tracking: "tracking-verb",
  "two-actions": "coordinated-verbs",
  "two-results": "coordinated-clauses",
  "work-order": "imperative-task",
};

/** The current names of all shapes. */
export const shapeNames: readonly string[] = Object.keys(shapes);

const filtered = new Map(
  Object.entries(shapes).map(([name, shape]) => [name, withPrefilter(name, shape)]),
);

/** Returns the shape with this name, current or earlier, or undefined. */
export function findShape(name: string): Shape | undefined {
  return filtered.get(name) ?? filtered.get(aliases[name] ?? "");
}
