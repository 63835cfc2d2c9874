/** What the lines below a heading are. */
export type Section =
  | "criteria"
  /** Below the title of a document about criteria: only its lists and requirements are. */
  | "titled"
  /** A team's definition of done: criteria only if the text has no others. */
  | "done"
  | "pains"
  /** Background: a problem only in the sentences that say what hurts. */
  | "background"
  | "proof"
  | "story"
  /** Edge cases: criteria only in the answers that say what must happen. */
  | "edge-cases"
  /** What was or will be tried: criteria only in the entries that say what happens. */
  | "tests"
  | "other";

/** The first pattern that matches a heading decides, so an exception comes before its rule. */
const sections: readonly [Section, RegExp][] = [
  ["other", /\b(?:non-?goals?|non-?objectives?|out of scope|not in scope|removed requirements)\b/],
  [
    "other",
    /\b(?:not (?:building|doing|included|covered|planned)|(?:won'?t|do not|don'?t) (?:build|do|have))\b/,
  ],
  ["other", /\b(?:open (?:questions?|issues?)|key entities)\b/],
  [
    "tests",
    /\bqa\b|\btest(?:ing)? (?:plan|strategy)\b|(?:^|[:\u2013\u2014-] )(?:manual )?testing$/,
  ],
  ["edge-cases", /\bedge cases?\b/],
  [
    "other",
    /\b(?:why this priority|independent test|in scope|requirements? (?:traceability|mapping))\b/,
  ],
  ["other", /\b(?:pre-?requisites?|system requirements|review (?:and|&) acceptance checklist)\b/],
  [
    "other",
    /\b(?:fix|report|reporting|fixing|known|common|troubleshooting) (?:an? |the )?(?:problems?|issues?|bugs?)\b/,
  ],
  ["other", /\b(?:verification|test|testing|reproduction) steps\b|^steps to\b/],
  [
    "other",
    /\b(?:pr|pull request|contributors?|authors?|reviewers?|submission|merge|task|implementation|development|release|deployment) check-?lists?\b/,
  ],
  ["done", /\bdefinition of done\b|^dod$/],
  [
    "criteria",
    /\b(?:acceptance|criteri(?:a|on)|done when|measurable outcomes|success (?:metrics?|measures?))\b/,
  ],
  [
    "criteria",
    /\b(?:requirements?|deliverables?|conditions of satisfaction|definition of success|checks?|check-?lists?)\b/,
  ],
  [
    "criteria",
    /^(?:(?:key|main|core|primary|secondary|success|product|business|outcome|impact|target|performance|quality|adoption|usage|ux|user|guardrail|north star) )?(?:metrics|indicators|measures)$/,
  ],
  [
    "criteria",
    /\bkey performance indicators\b|\b(?:kpis?|targets?|goals|indicators) (?:and|&) metrics\b|\bmetrics (?:and|&) (?:kpis?|targets?|indicators)\b/,
  ],
  [
    "criteria",
    /^(?:expected|desired) (?:results?|outcomes?|behaviou?rs?)$|^must haves?$|^scenarios?\b/,
  ],
  ["criteria", /^(?:verification|validation|test cases?|outcomes|kpis?|nfrs?|scenario outline:)/],
  ["other", /\b(?:solutions?|proposals?|proposed|alternatives?|mitigations?)\b/],
  // What works is no problem, whatever it can't do.
  ["other", /\b(?:what|how (?:it|this|that|things?|we)) (?:already |currently |now )?works?\b/],
  ["pains", /\bwhat(?:'s| is) (?:still )?missing\b|\bwhat (?:doesn't|does not|isn't) work/],
  ["pains", /^(?:(?:the|current|known|remaining|main|existing|open) )?gaps(?: today)?$/],
  ["pains", /\b(?:problems?|motivations?|pain(?:s| points?)?|challenges)\b|^(?:the )?why\b/],
  ["proof", /\bevidence\b/],
  [
    "story",
    /\b(?:user )?stor(?:y|ies)\b|\buser (?:scenarios?|journeys?)\b|^use cases?\b|^epics?\b|^features?:/,
  ],
  ["other", /\b(?:technical|tech|implementation|approach)\b/],
  [
    "other",
    /\b(?:notes?|assumptions?|dependenc(?:y|ies)|risks?|references?|links?|resources?|questions?)\b/,
  ],
  ["other", /\b(?:glossary|terms|terminology|definitions?|change ?log|drawbacks|prior art)\b/],
  ["other", /\b(?:timeline|milestones?|roadmap|phases?|stakeholders?|owners?)\b/],
  [
    "other",
    /\b(?:examples?|usage|install(?:ation|ing)?|set-?up|getting started|quick ?start|licen[cs]e)\b/,
  ],
  [
    "other",
    /\b(?:contribut(?:e|ing|ors?)|appendix|authors?|credits|faq|impact|what changes|purpose)\b/,
  ],
  [
    "other",
    /\b(?:goals?|objectives?|overview|summary|introduction|abstract|scope|rationale|decisions?)\b/,
  ],
  ["other", /\b(?:constraints?|priority|estimates?|rollout|how to|table of contents|contents)\b/],
  ["other", /\b(?:clarifications?|execution|consequences|pros|cons|todos?)\b/],
  ["other", /\b(?:definition of ready|reproduc\w*|screenshots?)\b/],
];

/**
 * Plans or notes, but below requirements a part of the product: "Tasks" are what an app for tasks
 * has.
 */
const topic =
  /\b(?:design|architecture|plans?|tasks?|steps?|history|schedules?|metadata|status|releases?|options|progress|comments?|budget|team|environment|attachments?)\b/;

const backgrounds: readonly RegExp[] = [
  /\b(?:background|context|description|bug|the issue|what happened)\b|^issues?(?:$| (?:description|summary|report))/,
  /\b(?:current|actual|existing) (?:state|situation|behaviou?rs?|results?|process)\b/,
];

/**
 * Returns what the lines below a heading are, or undefined if its words don't say. In a manual,
 * "requirements" are what to install.
 */
export function classifyHeading(heading: string, isManual = false): Section | undefined {
  // A version is a heading of a change log.
  if (/^[#\s[(v]*\d+\.\d+\.\d+/.test(heading)) return "other";
  const words = simplifyHeading(heading);
  // The title of a whole document.
  if (/\b(?:document|prd)\b/.test(words)) return undefined;
  if (isManual && words === "requirements") return "other";
  return classifyNamed(words) ?? classifyTopic(words);
}

function classifyNamed(words: string): Section | undefined {
  return sections.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Returns what words say that are decided only if nothing else in the heading says it. */
function classifyTopic(words: string): Section | undefined {
  if (topic.test(words)) return "other";
  return backgrounds.some((pattern) => pattern.test(words)) ? "background" : undefined;
}

/**
 * Returns true for a heading that below requirements only says what they are about. Below the title
 * of a document, "Tasks" are tasks, but "Inclusive design considerations" are requirements.
 */
export function isTopicHeading(heading: string, isBelowTitle: boolean): boolean {
  const words = simplifyHeading(heading);
  if (isBelowTitle && words.split(" ").length < 3) return false;
  return topic.test(words) && classifyNamed(words) === undefined;
}

/** Returns true for a heading below which nothing is judged, whatever its sub-headings say. */
export function isClosedHeading(heading: string): boolean {
  return /\b(?:out of scope|not in scope|removed requirements)\b/.test(simplifyHeading(heading));
}

/** Returns true for a heading that only manuals have. */
export function isManualHeading(heading: string): boolean {
  return /\b(?:install(?:ation|ing)?|usage|getting started|quick ?start|licen[cs]e|contributing)\b/.test(
    simplifyHeading(heading),
  );
}

/** "## 3.1 **Acceptance criteria** *(mandatory)*:" becomes "acceptance criteria". */
function simplifyHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll("\u2019", "'")
    .replace(/\([^()]{0,60}\)/g, " ")
    .replace(/[*_`~#]+/g, " ")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/[\s:?.!-]+$/, "")
    .replace(/\s+/g, " ");
}

const plainTitles = [
  "problem(?: statement)?|motivation|background|why|context|description|evidence|checks",
  "(?:acceptance|success) criteria|(?:functional |non-functional )?requirements|done when",
  "definition of done|out of scope|non-?goals|goals|notes|tasks|assumptions|open questions",
  "edge cases|user stor(?:y|ies)",
].join("|");
const plainTitle = new RegExp(`^(?:${plainTitles})$`, "i");

/** Returns true for the usual name of a section, which is a heading even without a mark. */
export function isPlainTitle(text: string): boolean {
  return plainTitle.test(text.trim());
}

/**
 * Returns true for a line that can only be a title: all bold, a known name, or a colon at its end.
 */
export function isTitleOnly(line: string): boolean {
  const text = line.trim();
  return (
    isPlainTitle(text.replace(/:$/, "")) ||
    /^(\*\*|__|\*)[^*_]{1,90}\1:?$/.test(text) ||
    (text.endsWith(":") && /^\p{Lu}[^.!?:]{0,60}:$/u.test(text))
  );
}
