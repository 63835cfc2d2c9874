import { isExtraNamed, listFirstTries, scoreAttempt } from "../insights/practice.ts";
import { type DefectKind, type Drill, defectKinds } from "../library/drill.ts";
import { type Attempt, readDrillVerdict } from "../practice/attempt.ts";
import type { Progress } from "../progress/progress.ts";
import { Pairs, type ShownPair } from "./pairs.ts";
import type { Summary } from "./summary.ts";

/** A kind of defect that can be planted, or `other`. */
export type DefectName = DefectKind | "other";

/** Defects that were planted and caught, sound checks that were doubted, false claims trusted. */
export interface TeamPractice {
  defects: ShownPair;
  kinds: (ShownPair & { name: DefectName })[];
  /** How many people missed one, by kind. Never shown as it is. */
  missedBy: ReadonlyMap<DefectName, ReadonlySet<string>>;
  sound: ShownPair;
  falseClaims: ShownPair;
}

/** Counts the first tries at drills that were finished in a month. */
export function countPractice(
  { practice }: Pick<Progress, "practice">,
  drills: readonly Drill[],
  inMonth: (moment: { at: string }) => boolean,
): Pick<Summary, "practice" | "defects"> {
  const tries = listFirstTries(practice)
    .map(({ attempt }) => attempt)
    .filter(({ finishedAt: at }) => at !== undefined && inMonth({ at }));
  const scores = tries.flatMap((attempt) => scoreAttempt(attempt) ?? []);
  const sum = (name: "sound" | "doubted" | "falseClaims" | "trusted") =>
    scores.reduce((total, score) => total + score[name], 0);
  return {
    practice: {
      drills: tries.length,
      sound: sum("sound"),
      doubted: sum("doubted"),
      falseClaims: sum("falseClaims"),
      trusted: sum("trusted"),
    },
    defects: countDefects(tries.flatMap((attempt) => listPlanted(attempt, drills))),
  };
}

interface PlantedDefect {
  kind: DefectName;
  isCaught: boolean;
}

/**
 * Lists what was planted in a drill, in its checks and beyond them. The kind is known if the drill
 * still has it.
 */
function listPlanted(attempt: Attempt, drills: readonly Drill[]): PlantedDefect[] {
  const drill = drills.find(({ id }) => id === attempt.drill);
  const inChecks: PlantedDefect[] = (attempt.truth ?? []).flatMap(
    ({ verdict }, at): PlantedDefect[] => {
      if (verdict === "met") return [];
      const isSame = drill?.checks[at] === attempt.checks[at];
      const kind: DefectName = (isSame ? drill?.truth[at]?.kind : undefined) ?? "other";
      return [{ kind, isCaught: readDrillVerdict(attempt, at + 1) === "not-met" }];
    },
  );
  const beyond = (attempt.planted ?? []).map((what, at): PlantedDefect => {
    const known = drill?.planted.find((one) => one.what === what)?.kind;
    const kind = defectKinds.find((each) => each === known) ?? "other";
    return { kind, isCaught: isExtraNamed(attempt, at + 1) };
  });
  return [...inChecks, ...beyond];
}

function countDefects(planted: readonly PlantedDefect[]): Summary["defects"] {
  const kinds = [...new Set(planted.map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => {
    const own = planted.filter((defect) => defect.kind === kind);
    return { kind, planted: own.length, caught: own.filter(({ isCaught }) => isCaught).length };
  });
}

/** Adds up practice. Kinds of which a figure would have to be left out count as others. */
export function addUpPractice(summaries: readonly Summary[]): TeamPractice {
  const kinds = new Pairs<DefectName>();
  const verdicts = new Pairs<"sound" | "false">();
  const missedBy = new Map<DefectName, Set<string>>();
  for (const { person, practice, defects } of summaries) {
    for (const { kind, planted, caught } of defects) {
      kinds.add(kind, person, { counted: planted, hits: caught });
      if (caught < planted) missedBy.set(kind, (missedBy.get(kind) ?? new Set()).add(person));
    }
    const { sound, doubted, falseClaims, trusted } = practice;
    verdicts.add("sound", person, { counted: sound, hits: doubted });
    verdicts.add("false", person, { counted: falseClaims, hits: trusted });
  }
  return {
    defects: kinds.showAll(),
    kinds: kinds.showRows("other"),
    missedBy,
    sound: verdicts.show("sound"),
    falseClaims: verdicts.show("false"),
  };
}
