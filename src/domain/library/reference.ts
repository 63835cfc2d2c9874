/** A question as content names it from anywhere: `spec.checks`. */
export interface Reference {
  step: string;
  question: string;
}

/** An answer as flags and files name it within its step: `checks`, or `checks.2` for one entry. */
export interface AnswerName {
  question: string;
  /** What stands after the dot: the number of an entry, if the person typed one. */
  entry: string | undefined;
}

/** Parses `spec.checks`. Parts that are missing come back empty, so that they match nothing. */
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
