/** What a check can be about. */
export const checkKinds = [
  "value",
  "time",
  "error",
  "repeat",
  "people",
  "access",
  "appearance",
  "other",
] as const;

/** What a check is about: what a person looks at to say that it isn't met. */
export type CheckKind = (typeof checkKinds)[number];

const kindWords: Readonly<Record<CheckKind, string>> = {
  value: "right values",
  time: "time",
  error: "errors and empty input",
  repeat: "doing it again",
  people: "what people do",
  access: "who may do what",
  appearance: "what is shown",
  other: "checks of other kinds",
};

/** Says what a kind of check is about: "errors and empty input". */
export function describeCheckKind(kind: CheckKind): string {
  return kindWords[kind];
}

const AMOUNT = "(?:\\d[\\d.,]*|an?|one|two|three|four|five|ten|fifteen|thirty)[ -]?";
const UNIT = "(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\\b";
const LIMIT =
  "(?:within|inside|under|below|in|at most|up to|max\\.?|(?:less|no more|faster) than|<=?|≤)";

function compile(...sources: string[]): RegExp {
  return new RegExp(sources.join("|"), "u");
}

/** Forms of each kind, in the order in which they count. */
const forms: readonly (readonly [CheckKind, RegExp])[] = [
  // A condition without what follows from it.
  ["other", compile("^\\W*(?:given|when)\\b(?!.*\\b(?:then|again)\\b)[^,;:]*$")],
  [
    "people",
    compile(
      "\\b(?:without|with no|no) (?:any )?(?:help|explanation|instructions?|training)\\b",
      "\\b(?:never seen|never used|first[- ]time|alone, first|native speaker|hallway test)\\b",
      "\\b(?:testers?|test members?|colleagues?|participants?|residents|volunteers) " +
        ".{0,20}\\b(?:finish|find|say|name|send|file)",
      "\\bwithout touching\\b",
    ),
  ],
  [
    "time",
    compile(
      `${LIMIT}\\s*(?:about |around |the |~ ?)*${AMOUNT}${UNIT}`,
      `\\b(?:takes?|took|lasts?) (?:at most |less than |under |about |only )*${AMOUNT}${UNIT}`,
      `\\b${AMOUNT}${UNIT} (?:earlier|faster|at most|or less|or fewer)`,
      "\\b(?:by|before|no later than) \\d{1,2}(?::\\d\\d| ?[ap]m)",
      "\\bwithin (?:a|the|one) (?:second|minute|hour|day|week)",
    ),
  ],
  [
    "repeat",
    compile(
      "\\b(?:twice|again|once more|re-?runs?|re-?started|a second time|same file|two runs)\\b",
      "\\b(?:duplicates?|doubl(?:e|es|ed|ing)|merged?|only once|third attempt|undo|undone)\\b",
      "\\b(?:identical file|untouched|already (?:registered|there|done|sent))\\b",
    ),
  ],
  [
    "access",
    compile(
      "\\b(?:roles?|rights?|permissions?|accounts?|passwords?) .{0,30}" +
        "\\b(?:sees?|open|locked|can)\\b",
      '\\bwithout (?:a |an |the )?(?:["\\w -]{0,20})?\\b(?:log ?in|account|role)\\b',
      "\\b(?:can(?:not|'t)?|may(?: not)?|only) (?:be )?(?:see|seen|pull|read|approve|the one)\\b",
      "\\bseen only by\\b",
      "\\b(?:keyboard[ -]only|keyboard alone|screen reader|personal data|private)\\b",
      "\\b(?:code|card|badge|key) .{0,25}\\b(?:rejects?|doesn't open)|\\brejects the\\b",
      "\\bcontains no\\b",
    ),
  ],
  [
    "error",
    compile(
      "\\b(?:errors?|missing|empty|wrong|invalid|unknown|broken|damaged|blurry|declined|dead)\\b",
      "\\b(?:doesn't exist|no such|full disk|leere|clash|not committed|nothing is committed)\\b",
      "\\b(?:fails?|crash\\w*|refus\\w*|airplane mode|no signal|wi-?fi|network cable)\\b",
      "\\b(?:it|run|script|page|program|job) stops\\b|\\band stops\\b",
      "\\bwithout (?:a |an |any )?(?:reason|orders?|rows?|signature|consent)\\b",
      "\\bno (?:rows|data|orders)\\b|\\bdoes not make\\b",
    ),
  ],
  [
    "appearance",
    compile(
      "\\b(?:bar|button|label|font|text|screen|layout|headline)\\b.{0,20}" +
        "\\b(?:is|are|not) (?:not )?(?:shown|visible|cut|readable)",
      "\\b(?:is|are|turns?|gets?) (?:shown in )?(?:red|green|amber|yellow|gr[ae]y|bold)\\b",
      "\\b(?:sees? (?:it|the|both|a)|(?:shelf|board|stamp|amber|desk) (?:always )?shows?)\\b",
      "\\b(?<!never )(?:shown|fits?|appears?|shows? up|shows? both) (?:on|in|at)\\b",
      "\\b(?:one screen|one page|one click|sorted|always on top|cut off|readable|progress bar)\\b",
    ),
  ],
  [
    "value",
    compile(
      "\\b(?:equals?|match(?:es)?|same|totals?|sums?|every|all|each|exactly|only)\\b",
      "\\b(?:amounts?|rates?|correct|right)\\b",
      "\\b(?:contains?|lists?|values?|counts?|stored with|marked as|recorded|written|writes)\\b",
      "\\b(?:converted|belongs? to|compares?)\\b",
      "\\b(?:is|are|adds?|has|have|gets?|prints?|by|scales from|for|never exceeds?|shorter than) " +
        "(?:\\w+ )?(?:\\d|zero|one\\b)",
      "\\b\\d+ (?:of|out of|rows|values|units|differences|months|percent|%)",
      "\\bon (?:the )?\\w+ (?:pdf|page \\d)",
      "\\b(?:exported|export|invoice|converter|survive|tax|steuer)\\b",
    ),
  ],
];

/** Says what a check is about, by its words. */
export function findCheckKind(text: string): CheckKind {
  const words = text.slice(0, 400).normalize("NFKC").toLowerCase().replaceAll("\u2019", "'");
  const bare = words.replace(/^\W*(?:fail|pass|ok|okay|fine)\b(?: if)?:?/, "");
  return forms.find(([, form]) => form.test(bare))?.[0] ?? "other";
}
