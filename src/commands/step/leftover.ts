import { joinSentence } from "../../domain/text/words.ts";
import { type AskOptions, BACK, goBack, type Reply } from "./reply.ts";

const OWN_WORDS = "own-words";
const ownWords = {
  value: OWN_WORDS,
  label: "Something else",
  hint: "pick it and press Enter, then type it",
};

/**
 * Asks for a text for which lines of the person's notes can be picked, to be changed or kept as
 * they are. Going back from the text leads to the lines again, also from one that was typed before
 * the person stopped.
 */
export async function askLeftover(
  options: AskOptions,
  askText: (options: AskOptions) => Promise<Reply>,
): Promise<Reply> {
  const { leftover = [], initial } = options;
  if (leftover.length === 0 || initial.some(({ text }) => text !== "")) return askText(options);
  return pickAndType(options, leftover, askText);
}

async function pickAndType(
  options: AskOptions,
  leftover: readonly string[],
  askText: (options: AskOptions) => Promise<Reply>,
): Promise<Reply> {
  let { draft } = options;
  let picked: readonly string[] = draft === undefined ? [] : [OWN_WORDS];
  const keep: AskOptions["keep"] = (typed) => {
    draft = typed.draft;
    options.keep(typed);
  };
  for (let isTyping = draft !== undefined; ; isTyping = false) {
    if (!isTyping) {
      const now = await pickNotes(options, leftover, picked);
      if (now === BACK) return BACK;
      draft = changeDraft(draft, picked, now);
      picked = now;
    }
    const reply = await askText({ ...options, draft, canGoBack: true, keep });
    if (reply !== BACK) return reply;
  }
}

function pickNotes(
  { prompter, canGoBack }: AskOptions,
  leftover: readonly string[],
  initial: readonly string[],
): Promise<string[] | typeof BACK> {
  return prompter.multi({
    message: "Pick what fits from your notes. You can change the words next:",
    choices: [...leftover.map((line) => ({ value: line, label: line })), ownWords],
    initial,
    own: ownWords,
    isRequired: true,
    leave: canGoBack ? goBack : undefined,
  });
}

/** Adds what was picked to what was typed. Without something picked before, it starts again. */
function changeDraft(
  draft: string | undefined,
  before: readonly string[],
  now: readonly string[],
): string | undefined {
  const isMore = draft !== undefined && before.every((value) => now.includes(value));
  const added = isMore ? now.filter((value) => !before.includes(value)) : now;
  const texts = [...(isMore ? [draft] : []), ...added.filter((value) => value !== OWN_WORDS)];
  return texts.length > 0 ? texts.reduce(joinSentence) : undefined;
}
