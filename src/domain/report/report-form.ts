/** Which checks of a report, by number, a reader had trouble with. Tells no claim. */
export interface FormProblems {
  /** Those that nothing was found about. */
  missing: number[];
  /** Those whose claim isn't in the form that the brief asks for, so it may be misread. */
  unclear: number[];
}

/** Finds the checks that a report leaves out, or speaks of in other words than the form has. */
export function findFormProblems({
  text,
  checks,
}: {
  text: string;
  checks: readonly { claim?: unknown }[];
}): FormProblems {
  const written = new Set([...text.matchAll(IN_FORM)].map(([, number]) => Number(number)));
  const numbered = checks.map(({ claim }, index) => ({ claim, number: index + 1 }));
  const isMissing = ({ claim }: { claim?: unknown }) => claim === undefined;
  return {
    missing: numbered.filter(isMissing).map(({ number }) => number),
    unclear: numbered
      .filter((check) => !isMissing(check) && !written.has(check.number))
      .map(({ number }) => number),
  };
}

/** Returns true for what stands behind the name of a check in the form of the brief. */
export function isInForm(text: string): boolean {
  return CLAIM_IN_FORM.test(text);
}

const FORM = String.raw`
  (?:(?:met|partly|not met) \((?:ran|read|assumed)\)|
  (?:not tried|cannot tell)(?: \((?:ran|read|assumed)\))?)(?=[.,;: \t]|$)
`.replace(/\n\s*/g, "");
const CLAIM_IN_FORM = new RegExp(String.raw`^[\s*_:]{0,5}${FORM}`, "i");

/** "- C1: met (ran)." as the brief asks for it. What wasn't tried rests on nothing. */
const IN_FORM = new RegExp(
  String.raw`^[ \t]{0,8}(?:[-*+] )?(?:\*\*)?C(\d{1,3})(?:\*\*)?:(?:\*\*)? ${FORM}`,
  "gim",
);
