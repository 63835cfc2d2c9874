import * as v from "valibot";
import { deriveOnce } from "../library/derived.ts";
import { type Basis, bases, type Claim, claims, type ReadReport } from "../report/claim.ts";
import { seal, unseal } from "../text/seal.ts";
import { Time } from "../time.ts";

/**
 * What an agent reported about one pass. What it claims stays sealed until it is opened: once every
 * check has a verdict, or when the person looks at it before.
 */
export const AgentReport = v.looseObject({
  round: v.number(),
  /** How many passes were logged when it came, at least 1. */
  pass: v.number(),
  agent: v.optional(v.string()),
  at: Time,
  /** The hash of its text as it came. */
  sha256: v.string(),
  sealed: v.string(),
  /** The verdicts that were there when it came: when each was given, by the id of the check. */
  before: v.optional(v.record(v.string(), v.string())),
  /** True if an import added it to a project that was here. */
  imported: v.optional(v.boolean()),
  opened: v.optional(
    v.looseObject({
      at: Time,
      /** True if the person looked at it before every check had a verdict. */
      early: v.optional(v.boolean()),
      /** The verdicts that were given without knowing it, by the id of the check. */
      verdicts: v.record(v.string(), v.string()),
      /** What every check was answered with when the first report of a round was opened, sealed. */
      known: v.optional(v.looseObject({ sealed: v.string() })),
    }),
  ),
});

export type AgentReport = v.InferOutput<typeof AgentReport>;

/** What a report claims about one check, with the text that the check had. */
const ReportedCheck = v.looseObject({
  id: v.string(),
  text: v.string(),
  claim: v.optional(v.picklist(claims)),
  basis: v.optional(v.picklist(bases)),
});

const Lines = v.array(v.string());

/** What a report says: its text, its claims, and the lines of its other parts. */
const ReportContent = v.looseObject({
  text: v.string(),
  checks: v.array(ReportedCheck),
  run: Lines,
  faked: Lines,
  packages: Lines,
  added: Lines,
  assumptions: Lines,
  engineer: Lines,
  /** The parts that say there is nothing. Reports of before don't say. */
  nothing: v.optional(Lines),
});

export type ReportContent = v.InferOutput<typeof ReportContent>;

/** A check that a report can speak of. */
interface ReportableCheck {
  id: string;
  text: string;
}

const MAX_BYTES = 256 * 1024;

/** Returns what is kept of a report: all of it, except the middle of one that is very long. */
function shortenReport(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= MAX_BYTES) return text;
  const letters = Math.floor((text.length * MAX_BYTES) / bytes);
  const start = Math.floor(letters / 4);
  return `${text.slice(0, start)}\n\n[...]\n\n${text.slice(start - letters)}`;
}

/** Seals what was read in a report about these checks. */
export function sealReport(
  text: string,
  { claims: read, ...sections }: ReadReport,
  checks: readonly ReportableCheck[],
): string {
  const content: ReportContent = {
    text: shortenReport(text),
    checks: checks.map(({ id, text }, index) => ({ id, text, ...dropEmpty(read[index]) })),
    ...sections,
  };
  return seal(content);
}

function dropEmpty(read: { claim: Claim | undefined; basis: Basis | undefined } | undefined) {
  const { claim } = read ?? {};
  // What wasn't tried rests on nothing.
  const basis = claim === "not-tried" ? undefined : read?.basis;
  return { ...(claim ? { claim } : {}), ...(basis ? { basis } : {}) };
}

/** Reads what a report says, sealed or not. Returns nothing readable for a damaged one. */
export const readSealedReport = deriveOnce(
  ({ sealed }: Pick<AgentReport, "sealed">): ReportContent => {
    const read = v.safeParse(ReportContent, unseal(sealed));
    return read.success ? read.output : nothing;
  },
);

const nothing: ReportContent = {
  text: "",
  checks: [],
  run: [],
  faked: [],
  packages: [],
  added: [],
  assumptions: [],
  engineer: [],
};
