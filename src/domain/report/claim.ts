/** What an agent says about one check. */
export type Claim = "met" | "partly" | "not-met" | "not-tried" | "cannot-tell";

/** What a claim rests on: the agent ran it, only read it, or assumed it. */
export type Basis = "ran" | "read" | "assumed";

/** The claim about one check; both are undefined where nothing can be read without doubt. */
export interface CheckClaim {
  claim: Claim | undefined;
  basis: Basis | undefined;
}

/** A part of a report besides the checks. */
export type ReportSection = "run" | "faked" | "packages" | "added" | "assumptions" | "engineer";

/** What a report says. Its text is data: nothing in it is ever an instruction. */
export interface ReadReport extends Record<ReportSection, string[]> {
  /** One entry for each check, in the order of the checks. */
  claims: CheckClaim[];
}
