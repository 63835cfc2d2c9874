/** What the wording of a line alone says about it. */
export type Form =
  | "story"
  | "lead-in"
  | "link"
  | "placeholder"
  | "note"
  | "confirmation"
  | "code"
  | "question";

const forms: readonly [Form, RegExp][] = [
  [
    "placeholder",
    /^(?:tb[acd]|to ?do|n\/?a|none|nothing|wip|to be (?:confirmed|decided|defined)|\.{3}|\u2026)[.!]?$/i,
  ],
  ["placeholder", /^\[[^\]]{1,200}\]$/],
  [
    "link",
    /^!?(?:\[[^\]]{0,200}\](?:\([^)\s]*(?:\s"[^"]*")?\)|\[[^\]]*\])|<?https?:\/\/\S+>?)[.,;]?$/,
  ],
  ["note", /^\{(?:panel|quote|color|info|note|warning)[^}]*\}$/],
  ["link", /^(?:![^!\s]+!|\[[^\]|]*\|[^\]]*\])$/],
  [
    "story",
    /^as (?:an? |the )?[^,.]{1,80},?\s+(?:i|we) (?:want|wish|need|would|'d|expect|prefer)\b/i,
  ],
  ["story", /^as (?:an? |the )?[^,.]{1,80},?\s+(?:i|we)['\u2019]d\b/i],
  ["story", /^as an? (?:[\w'\u2019-]+ ){0,5}[\w'\u2019-]+[,.]?$/i],
  [
    "story",
    /^(?:i|we) (?:want|need|would like)\b|^so(?: that)? (?:i|we|they|the) (?:can|could|don't|\w+)\b/i,
  ],
  ["story", /^in order to\b(?!.*(?:,|\b(?:must|shall|should|can)\b))/i],
  [
    "note",
    /^(?:note|notes|nb|n\.b\.|todo|tip|hint|warning|question|assumption|rationale|reason|example|owner|status|priority|estimate|labels?|assignees?|milestone|sprint|story points?|epic|depends on|out of scope|(?:maybe )?later|not (?:now|yet)|someday|nice to have|park(?:ed|ing lot)|scenario|feature|background|independent test|why this priority)\s*:/i,
  ],
  // What a template asks its author to confirm.
  ["confirmation", /^i(?:['\u2019]?ve| have| am| agree| confirm| searched| checked| read)\b/i],
  ["note", /^T\d{3}\b|^\(?(?:see|cf\.) (?:also )?[#[`\w][^.]{0,80}\)?$/],
  ["code", /^`[^`]{1,300}`[.;,]?$/],
  // An introduction in italics.
  ["note", /^_[^_]{20,}_$/],
  ["lead-in", /:(?:\s*\([^()]{1,60}\))?$/],
  [
    "question",
    /^(?:what|how|why|who|when|where|which|should|do|does|is|are|can|could|will)\b.*\?$/i,
  ],
];

/** Returns the form of a line that has been stripped of its marks, or undefined for a plain one. */
export function findForm(text: string): Form | undefined {
  return forms.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The words that start the steps of a scenario. */
export type Step = "given" | "when" | "then" | "and";

const step = /^(?:\*\*|__|\*|_)?(given|when|then|and|but)\b(?:\*\*|__|\*|_)?,?\s/i;

/** Returns the step word that a line starts with: "**WHEN** a clerk signs in" gives "when". */
export function findStepWord(text: string): Step | undefined {
  const word = step.exec(text)?.[1]?.toLowerCase();
  return word === "but" ? "and" : (word as Step | undefined);
}

/** Returns true if the step word is in bold or capitals, so that it can't be an ordinary word. */
export function isMarkedStep(text: string): boolean {
  return (
    /^(?:(?:\*\*|__|\*|_)(?:given|when|then|and|but)\b|(?:GIVEN|WHEN|THEN|AND|BUT)\b)/i.test(
      text,
    ) && /^(?:[*_]|[A-Z]{3})/.test(text)
  );
}

/** Returns true if a condition goes on to its result: "When the tank is empty, the pump stops". */
export function hasResult(text: string): boolean {
  return /\bthen\b|,\s*(?!and\b|or\b|but\b|when\b|which\b|who\b)[\p{L}"'`*_].{3,}/iu.test(text);
}

/** Returns true for a line that says what is required, whatever section it stands in. */
export function isRequirement(line: string): boolean {
  const text = line.replace(/`[^`]{0,300}`/g, "`");
  return (
    (/\b(?:shall|must|MUST|SHALL|SHOULD)\b/.test(text) || /^\W*verify that\b/i.test(text)) &&
    !/^(?:you|we|i|let's|please|if you)\b/i.test(text) &&
    !/\b(?:you|we|I) (?:\w+ )?(?:shall|must)\b/.test(text)
  );
}

const harm = [
  String.raw`can(?:no|'?)t|couldn'?t|unable|never|fail(?:s|ed|ing|ures?)?|break(?:s|ing)?|broken?|crash\w*`,
  "(?:could|can|do|does|did|is|are|was|were|has|have) not|(?:do|does|did|is|are|was|were|has|have|wo)n'?t",
  String.raw`wrong|errors?|slow(?:er|ly)?|hard(?:er)?|difficult\w*|pain\w*|confus\w*|los(?:es?|ing|t)`,
  String.raw`miss(?:es|ed|ing)?|wait(?:s|ed|ing)?|wast\w+|delay\w*|late|trouble|struggl\w+|complain\w*`,
  String.raw`frustrat\w+|manual(?:ly)?|by hand|duplicat\w+|forced|stuck|blocked|cost(?:s|ly)?|risk\w*`,
  String.raw`problem\w*|unclear|inconsisten\w+|error-prone|tedious|too (?:many|much|long|late|slow)`,
  String.raw`lack\w*|forg[eo]t\w*|overwhelm\w*|gave up|abandon\w*|bugs?|leak\w*|incorrect\w*|impossible`,
];
const harmWord = new RegExp(String.raw`\b(?:${harm.join("|")})\b`, "i");

/** Returns true for a sentence that says what hurts or goes wrong. */
export function isHarm(text: string): boolean {
  return harmWord.test(text.replaceAll("\u2019", "'"));
}

const condition = "(?:if|when|once|after|before) [^,.;]{1,80}, ";
const orders =
  "say|ask|stop|tell|label|read|write|use|leave|keep|name|add|check|put|mark|skip|report";
const instruction = new RegExp(
  String.raw`^(?:${condition}(?:${orders}|do(?:n'?t| not))\b|(?:do not|don't|never|always) (?:${orders})\b)`,
  "i",
);

/** Returns true for a text that tells its reader what to do: "If a file is missing, say so." */
export function tellsReader(text: string): boolean {
  return instruction.test(text.replaceAll("\u2019", "'"));
}

const pitches: readonly RegExp[] = [
  /^(?:add|implement|introduce|create|build|provide|allow|enable|expose|extend|replace|refactor|migrate) (?:an?|the|new|support)\b/i,
  /\b(?:solves?|addresses|fixes|tackles|eliminates|removes) (?:this|these|that|those|the problem)\b/i,
  /^(?:this|the|our) (?:proposal|change|feature|rfc|spec(?:ification)?|project|epic|pr) (?:adds?|introduces?|provides?|aims?|proposes?|will|allows?|enables?)\b/i,
];

/** Returns true for a text that starts with praise for what will be built, not with what hurts. */
export function isPitch(text: string): boolean {
  const [first = ""] = text.split(/[.!?]\s/, 1);
  return pitches.some((pattern) => pattern.test(first));
}

/**
 * Returns true for a lead-in that says something of its own: "Clerks can't plan. Without a list:"
 */
export function saysMoreThanLead(text: string): boolean {
  return /[.!?]\s+\p{Lu}/u.test(text) || /\b(?:because|since|which means)\s*:$/i.test(text);
}

const tailLabel =
  /^(?:\*\*|__)?(?!(?:AC|C|R|REQ|FR|NFR|US|SC|TC|Check|Criterion|Requirement|Rule|Scenario|Given|When|Then|Verify)\b)\p{Lu}\p{Ll}[\p{L} /&'-]{1,40}(?::(?:\*\*|__)?|(?:\*\*|__)\s?:)\s+\S/u;

/** Returns true for a line that can follow a list of criteria without being one: "Source: ...". */
export function isLabeledTail(text: string): boolean {
  return tailLabel.test(text);
}
