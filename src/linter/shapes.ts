import type { Shape } from "./shape.ts";
import { abstractNoun } from "./shapes/abstract.ts";
import { changeWithoutMeasure, comparative } from "./shapes/comparison.ts";
import { twoActions, twoResults } from "./shapes/compound.ts";
import { couldBe, effortVerb, noPermission } from "./shapes/effort.ts";
import { byExample, looseClass, openEnd } from "./shapes/ending.ts";
import { judgedSo, onlyWorks } from "./shapes/judgement.ts";
import { nothingToSee, opinionAfterIs } from "./shapes/nothing.ts";
import { enoughOfIt, freeOfSnags, howItFeels, judgingAdverb } from "./shapes/opinion.ts";
import { judgedByNobody } from "./shapes/passive.ts";
import { missingFeature, noEvidence, noPerson } from "./shapes/problem.ts";
import { pronounAlone, pronounOfTwo } from "./shapes/pronoun.ts";
import {
  measureWithoutLine,
  mostOfMany,
  percentWithoutBase,
  tracking,
} from "./shapes/threshold.ts";
import { finishedWork, workOrder } from "./shapes/work.ts";

/** The shapes that a rule can name in its front matter. */
export const shapes: Readonly<Record<string, Shape>> = {
  "by-example": byExample,
  "change-without-measure": changeWithoutMeasure,
  comparative,
  "could-be": couldBe,
  "enough-of-it": enoughOfIt,
  "finished-work": finishedWork,
  "free-of-snags": freeOfSnags,
  "half-promise": effortVerb,
  "how-it-feels": howItFeels,
  "judged-by-nobody": judgedByNobody,
  "judged-so": judgedSo,
  "judging-adverb": judgingAdverb,
  "lacks-a-thing": missingFeature,
  "loose-class": looseClass,
  "measure-without-line": measureWithoutLine,
  "most-of-many": mostOfMany,
  "no-evidence": noEvidence,
  "no-person": noPerson,
  "nobodys-noun": abstractNoun,
  "no-permission": noPermission,
  "nothing-to-see": nothingToSee,
  "open-end": openEnd,
  "only-works": onlyWorks,
  "opinion-after-is": opinionAfterIs,
  "percent-without-base": percentWithoutBase,
  "pronoun-alone": pronounAlone,
  "pronoun-of-two": pronounOfTwo,
  tracking,
  "two-actions": twoActions,
  "two-results": twoResults,
  "work-order": workOrder,
};
