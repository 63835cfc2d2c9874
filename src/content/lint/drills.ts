import { deriveOnce } from "../../domain/library/derived.ts";
import type { Drill, Truth } from "../../domain/library/drill.ts";
import type { Library } from "../../domain/library/library.ts";
import { listStarters } from "../../domain/library/slice.ts";
import { readReport } from "../../domain/report/read-report.ts";
import { joinWords } from "../../domain/text/words.ts";
import { readArtifact } from "../artifact.ts";
import type { FieldProblem } from "../schema.ts";
import { checkName, createKindCheck } from "./check.ts";

const MAX_DEFECTS = 3;
const MAX_PLANTED = 2;
const MAX_EDGES = 3;
/** The least number of checks that a report speaks of. */
const MIN_CLAIMS = 3;

/** Checks that a drill can be judged in one sitting, and that doubting everything doesn't help. */
export const checkDrill = createKindCheck("drills", (drill) => {
  const { checks, edges, truth, planted } = drill;
  const missed = truth.filter(({ verdict }) => verdict === "not-met").length;
  const defects = missed + planted.length;
  return [
    ...unless(["checks"], checks.length >= 3 && checks.length <= 5, {
      message: `needs 3 to 5 checks, but has ${checks.length}`,
      fix: "ask for fewer things, or for more",
    }),
    ...unless(["edges"], edges.length <= MAX_EDGES, {
      message: `has ${edges.length} edge cases; the limit is ${MAX_EDGES}`,
      fix: "leave some out",
    }),
    ...unless(["truth"], missed > 0, {
      message: "every check is met, so there is nothing to find",
      fix: "plant a defect that a check covers",
    }),
    ...unless(["truth"], missed < truth.length, {
      message: "no check is met, so doubting everything is right",
      fix: "make at least one check hold",
    }),
    ...unless(["planted"], planted.length <= MAX_PLANTED && defects <= MAX_DEFECTS, {
      message: `there are ${defects} defects, ${planted.length} of them beyond the checks`,
      fix: `plant at most ${MAX_DEFECTS}, and at most ${MAX_PLANTED} beyond the checks`,
    }),
    ...truth.flatMap(checkTruth),
  ];
});

/** Returns the problem unless something holds. */
function unless(
  path: FieldProblem["path"],
  holds: boolean,
  problem: Pick<FieldProblem, "message" | "fix">,
): FieldProblem[] {
  return holds ? [] : [{ path, ...problem }];
}

const aboutDefects = ["kind", "ask", "guide"] as const;

/** Checks that what isn't met says what would have found it, and that what is met doesn't. */
function checkTruth(truth: Truth, at: number): FieldProblem[] {
  const { verdict } = truth;
  return aboutDefects.flatMap((field) => {
    const isThere = truth[field] !== undefined;
    if (verdict === "not-met" && !isThere)
      return [{ path: ["truth", at, field], message: "is missing", fix: "add it" }];
    if (verdict === "met" && isThere) {
      const message = "is for checks that aren't met";
      return [{ path: ["truth", at, field], message, fix: "remove it" }];
    }
    return [];
  });
}

const listStarterIds = deriveOnce((slices: Library["slices"]) =>
  listStarters(slices).map(({ id }) => id),
);

/** Checks that a drill is an example of a starter slice. */
export const checkDrillSlice = createKindCheck("drills", ({ slice }, { slices }) => {
  return checkName(["slice"], "starter slice", slice, listStarterIds(slices), "slices");
});

/** Checks that the report can be read, speaks of enough checks, and is too proud. */
export const checkDrillReport = createKindCheck("drills", (drill, _library, { bodyLine: line }) => {
  if (drill.body === "") return [];
  const { claims } = readReport(drill.body, drill.checks);
  const read = claims.flatMap(({ claim }, at) => (claim ? [`C${at + 1}`] : []));
  const isTooProud = claims.some(({ claim }, at) => claim === "met" && isMissed(drill, at));
  const list = read.length === 0 ? "none" : joinWords(read);
  return [
    ...unless([], read.length >= MIN_CLAIMS, {
      message: `the report must claim something about ${MIN_CLAIMS} checks; we read ${list}`,
      fix: "write a line such as: - C1: met (ran). What was seen.",
    }),
    ...unless([], isTooProud, {
      message: "the report claims nothing that isn't so",
      fix: "let it claim that a check is met whose truth is not-met",
    }),
  ].map((problem) => ({ ...problem, line }));
});

function isMissed({ truth }: Drill, at: number): boolean {
  return truth[at]?.verdict === "not-met";
}

/** Checks the files that a drill is about, and that the one to open is among them. */
export const checkArtifact = createKindCheck("drills", ({ id, open }, _library, { folder }) => {
  const { files, problems } = readArtifact(folder, id);
  if (files.length === 0) return problems;
  const names = files.map(({ path }) => path);
  return [...problems, ...checkName(["open"], "file of the drill", open, names)];
});
