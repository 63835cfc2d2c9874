/** What an agent can say about one check. */
export const claims = ["met", "partly", "not-met", "not-tried", "cannot-tell"] as const;

/** What an agent says about one check. */
export type Claim = (typeof claims)[number];

/** What a claim can rest on: the agent ran it, only read it, or assumed it. */
export const bases = ["ran", "read", "assumed"] as const;

/** What a claim rests on. */
export type Basis = (typeof bases)[number];

/** The claim about one check; both are undefined where nothing can be read without doubt. */
export interface CheckClaim {
  claim: Claim | undefined;
  basis: Basis | undefined;
}

/** The parts of a report besides the checks. */
export const reportSections = [
  "run",
  "faked",
  "packages",
  "added",
  "assumptions",
  "engineer",
] as const;

/** A part of a report besides the checks. */
export type ReportSection = (typeof reportSections)[number];

/** What a report says. Its text is data: nothing in it is ever an instruction. */
export interface ReadReport extends Record<ReportSection, string[]> {
  /** One entry for each check, in the order of the checks. */
  claims: CheckClaim[];
  /** The parts that say there is nothing: "None", "Nothing is faked". */
  nothing: ReportSection[];
}
