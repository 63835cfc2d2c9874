import type { Context } from "../../context.ts";
import { endings } from "../../domain/library/ending.ts";
import { choicesOf, type Step } from "../../domain/library/step.ts";
import { pictureKinds } from "../../domain/picture/picture-kind.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import { isBookkeeping, listWritten } from "../../domain/progress/user-text.ts";
import { waysGiven } from "../../domain/project/judgment.ts";
import { foldText } from "../../domain/text/fold.ts";
import { mapTexts } from "../../domain/text/map-texts.ts";
import { replaceFolded } from "../../domain/text/redact.ts";
import { changeSealed, unseal } from "../../domain/text/seal.ts";
import { countOf } from "../../domain/text/words.ts";
import { hashText, isKeyedHash } from "../../files/hash.ts";
import { formatDay } from "../../render/text/dates.ts";
import type { ChangeValue, Store } from "../../store/contract.ts";
import { listKeptHashes } from "./allowed.ts";
import { findSecrets } from "./found-secrets.ts";
import { describeLeft } from "./left-copies.ts";
import { describeOwnFiles } from "./own-files.ts";

/** A text to take out, and how it is shown without giving it away. */
export interface TextToRedact {
  value: string;
  hidden: string;
}

/**
 * Takes texts out wherever they are saved: answers, past rounds, changes, undo steps, the backup
 * and copies of the file. Says in how many places each was, and what has to be done by hand.
 */
export async function redactTexts(
  context: Context,
  store: Store,
  texts: readonly TextToRedact[],
): Promise<void> {
  const note = `[redacted on ${formatDay(context.now())}]`;
  const { steps } = await context.loadLibrary("steps");
  const before = await store.load();
  const isKept = createKept(steps, before);
  const redact = (value: string, text: string, key = ""): string => {
    if (unseal(text) !== undefined)
      return changeSealed(text, (inner) =>
        mapTexts(inner, (words, name) => redact(value, words, name)),
      );
    return isKept(text, key) ? text : replaceFolded(text, value, note);
  };
  const redactAll = <T>(value: T): T =>
    mapTexts(value, (text, key) =>
      texts.reduce((rest, { value }) => redact(value, rest, key), text),
    );
  const forget = await createForgetting(context, steps, {
    before,
    after: redactAll(before),
    texts,
  });
  const { left } = await store.rewrite((value) => forget(redactAll(value)));
  for (const { value, hidden } of texts) {
    let count = 0;
    mapTexts(before, (text, key) => {
      if (redact(value, text, key) !== text) count++;
      return text;
    });
    context.stderr.line(
      `Taken out of ${countOf(count, "saved text")}, and of the undo steps: ${hidden}`,
    );
  }
  const values = texts.map(({ value }) => value);
  for (const line of [...describeLeft(left), ...describeOwnFiles(before, values)])
    context.stderr.line(line);
}

/**
 * Creates the function that takes out the hashes of texts that were allowed and are written nowhere
 * anymore. Without it, whoever has the saved file could try guesses.
 */
async function createForgetting(
  context: Context,
  steps: readonly Step[],
  { before, after, texts }: { before: Progress; after: Progress; texts: readonly TextToRedact[] },
): Promise<ChangeValue> {
  const written = listWritten(steps, after);
  const page = written.map(({ text }) => text).join("\n\n");
  const kept = listKeptHashes(before, await findSecrets(context, page, written));
  // Earlier versions saved hashes without a key.
  const old = texts.map(({ value }) => hashText(foldText(value).text.replace(/\s/g, "")));
  return (value) =>
    mapTexts(value, (text) =>
      (isKeyedHash(text) && !kept.includes(text)) || old.includes(text) ? "" : text,
    );
}

/** Further fields that nobody writes words into. */
const FIELDS =
  /^(?:via|type|claim|basis|as|kind|question|step|slice|checklist|current|locked|salt|keyed|drill|verdict)$/;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Values of such fields, which stand in undo steps without their name. */
const VALUES = [
  ...waysGiven,
  ...endings,
  "undo",
  "extension",
  "cut",
  "yes",
  "partly",
  "not-yet",
  ...pictureKinds,
];

/** Creates the function that tells what is no text of a person: ids, times or choices. */
function createKept(
  steps: readonly Step[],
  { projects }: Progress,
): (text: string, key: string) => boolean {
  const judged = new Set(
    projects.flatMap(({ judgments = [], pictures = [] }) =>
      [...judgments, ...pictures].map(({ of }) => of),
    ),
  );
  const choices = steps.flatMap(({ questions }) =>
    questions.flatMap((question) => choicesOf(question).map(({ value }) => value)),
  );
  const values = new Set<string>([...VALUES, ...choices]);
  return (text, key) =>
    isBookkeeping(key) ||
    FIELDS.test(key) ||
    TIME.test(text) ||
    values.has(text) ||
    (key === "of" && judged.has(text));
}
