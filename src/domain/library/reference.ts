/** A question of any step: `spec.checks`. */
export interface Reference {
  step: string;
  question: string;
}

/** A question of the current step, as options and files name it: `checks`, or `checks.2`. */
export interface AnswerName {
  question: string;
  /** The part after the dot: the number of an entry, if the person typed one. */
  entry: string | undefined;
}

/** Parses `spec.checks`. Returns empty strings for missing parts, which match nothing. */
export function parseReference(reference: string): Reference {
  // A page of a hundred projects asks this so often that splitting would take noticeably longer.
  const dot = reference.indexOf(".");
  if (dot < 0) return { step: reference, question: "" };
  const end = reference.indexOf(".", dot + 1);
  return {
    step: reference.slice(0, dot),
    question: reference.slice(dot + 1, end < 0 ? reference.length : end),
  };
}

/** Parses `checks` or `checks.2`. */
export function parseAnswerName(name: string): AnswerName {
  const dot = name.indexOf(".");
  if (dot < 0) return { question: name, entry: undefined };
  return { question: name.slice(0, dot), entry: name.slice(dot + 1) };
}
