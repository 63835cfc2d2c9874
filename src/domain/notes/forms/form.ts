/** What the form of a sentence may say, as far as a question asks for it. */
export type Form =
  | "pain"
  | "fact"
  | "change"
  | "stop"
  | "cut"
  | "rule"
  | "check"
  | "case"
  | "steps";
