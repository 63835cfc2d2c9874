import type { Shape } from "./shape.ts";
import { changeWithoutMeasure, comparative } from "./shapes/comparison.ts";
import { twoActions, twoResults } from "./shapes/compound.ts";
import { halfPromise } from "./shapes/effort.ts";
import { judgedSo, onlyWorks } from "./shapes/judgement.ts";
import { nothingToSee, opinionAfterIs } from "./shapes/nothing.ts";
import { judgedByNobody } from "./shapes/passive.ts";
import { lacksAThing, noEvidence, noPerson } from "./shapes/problem.ts";
import { pronounAlone, pronounOfTwo } from "./shapes/pronoun.ts";
import { measureWithoutLine, mostOfMany, percentWithoutBase, tracking } from "./shapes/threshold.ts";
import { finishedWork, workOrder } from "./shapes/work.ts";

/** The shapes that a rule can name in its front matter. */
export const shapes: Readonly<Record<string, Shape>> = {
  "change-without-measure": changeWithoutMeasure,
  comparative,
  "finished-work": finishedWork,
  "half-promise": halfPromise,
  "judged-by-nobody": judgedByNobody,
  "judged-so": judgedSo,
  "lacks-a-thing": lacksAThing,
  "measure-without-line": measureWithoutLine,
  "most-of-many": mostOfMany,
  "no-evidence": noEvidence,
  "no-person": noPerson,
  "nothing-to-see": nothingToSee,
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
