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
  const [step = "", question = ""] = reference.split(".");
  return { step, question };
}

/** Parses `checks` or `checks.2`. */
export function parseAnswerName(name: string): AnswerName {
  const dot = name.indexOf(".");
  if (dot < 0) return { question: name, entry: undefined };
  return { question: name.slice(0, dot), entry: name.slice(dot + 1) };
}
