import { foldText } from "../text/fold.ts";
import { MARK } from "./claim-words.ts";
import { readBareCommand, readCommand, readInstruction } from "./run-instruction.ts";
import { normalizeWords } from "./status.ts";
import { compileForm } from "./wide-form.ts";

/** What an agent says at the end of a message. */
export const OFFER = compileForm(
  String.raw`
    ^(?:let me know|(?:do you |would you )?(?:want|like) me to|would you like|do you want|
    shall i|should i|happy to|feel free|i can also|ready for)\b
  `,
  "i",
);
const SENTENCE = /(?<=[.!?\u3002])\s+|(?<=\u3002)/;
/** Words with which a sentence says how well something works. */
const CLAIM = compileForm(String.raw`
    \b(?:(?:is|are|was|were|be|been|now|not|fully|partly|all) met|unmet|met|pass(?:es|ed|
    ing)?|fail(?:s|ed|ing|ures?)?|works?|worked|working|succe(?:ss|ssful|ssfully|eds?|
    eded)|verified|confirmed|satisf(?:y|ies|ied)|fulfill?(?:s|ed)?|tested|untested|
    not tried|untried|skipped|unclear|inconclusive|cannot tell|complete|completed|
    completes|done|correct|correctly|as expected|flawless(?:ly)?|perfect(?:ly)?|broken|
    fixed|achieved|good to go|production ready|ready|no (?:errors?|bugs?|problems?|
    issues?)|all (?:checks|criteria|tests|green))\b
  `);
const CHECK =
  /\b(?:c|ac)[\s#-]?\d{1,3}\b|\b(?:check|checks|criterion|criteria)\s?#?\d|\b(?:checks|criteria)\b/;
const OTHERS = compileForm(`
    erfüllt|bestanden|funktioniert|geprüft|getestet|atteint|réussi|rempli|fonctionne|
    validé|cumpl|funciona|superad|probad|atend|aprovad|soddisf|superat|voldaan|geslaagd|
    werkt|выполнен|пройден|работает|合格|達成|成功|確認済|動作し|通过|满足|正常|통과|충족|성공
  `);
/** What a line of code or output says about results. */
const OUTPUT = compileForm(String.raw`
    \b(?:checks?|tests?|criteria)\b.{0,20}\b(?:pass|met|fail)|
    \b\d+\s*(?:passed|failed|passing|failing|ok|of \d+)\b|\b(?:passed|failed)\b|^\W*(?:pass|fail|ok|not ok|
    passed|failed|success|done|met)\b(?!\s*=)|\b(?:all|every)\b.{0,40}\b(?:pass|met|ok|
    work|green|succe)|\b(?:c|ac)\d{1,3}\b.{0,40}\b(?:met|pass|fail|ok|done|tried)|
    \bchecks?\s?#?\d.{0,40}\b(?:met|pass|fail|ok|done|tried)|\b(?:is|are|not|was|
    were) met\b|\b(?:works|verified|confirmed)\b
  `);

/** Returns true if a sentence says, or seems to say, that something works or doesn't. */
export function readsAsClaim(sentence: string): boolean {
  const text = normalizeWords(sentence);
  return hasSign(sentence) || CLAIM.test(text) || CHECK.test(text) || OTHERS.test(text);
}

/** Finds marks of success or failure, and characters that turn the direction of the words. */
function hasSign(text: string): boolean {
  return text.search(MARK) >= 0 || /[\u202a-\u202e\u2066-\u2069]/.test(text);
}

/**
 * Keeps what a line says about how to run the result: commands, and instructions without a word
 * about the outcome. A list of what may not be said could never be whole.
 */
export function withoutClaims(text: string, isCode: boolean): string[] {
  const command = isCode ? readCommand(text) : readBareCommand(text);
  const isLine = isCode || command !== undefined;
  const kept = isLine ? [command] : text.split(SENTENCE).flatMap(keepSentence);
  const clean = kept.filter((part) => part !== undefined && !readsAsOutcome(part));
  const rest = clean.join(" ").trim();
  return rest === "" ? [] : [rest];
}

/** Keeps an instruction; of another sentence, only the commands between its backticks. */
function keepSentence(sentence: string): (string | undefined)[] {
  const instruction = OFFER.test(sentence) ? undefined : readInstruction(sentence);
  if (instruction !== undefined) return [instruction];
  return [...sentence.matchAll(/`([^`]{1,300})`/g)].map(([, code = ""]) => {
    const command = readCommand(code);
    return command && `\`${command}\``;
  });
}

function readsAsOutcome(text: string): boolean {
  const folded = foldText(text).text;
  return readsAsClaim(text) || readsAsClaim(folded) || OUTPUT.test(normalizeWords(text));
}
