import { type AskOptions, BACK, goBack, type Reply } from "./reply.ts";

const OWN_WORDS = "own-words";
const ownWords = { value: OWN_WORDS, label: "Something else", hint: "type it" };

/**
 * Asks for a text for which a line of the person's notes can be picked, to be changed or kept as it
 * is. Going back from the text leads to the lines again.
 */
export async function askLeftover(
  options: AskOptions,
  askText: (options: AskOptions) => Promise<Reply>,
): Promise<Reply> {
  const { leftover = [], prompter, canGoBack, draft, initial } = options;
  if (leftover.length === 0 || draft !== undefined || initial.length > 0) return askText(options);
  const lines = leftover.map((line) => ({ value: line, label: line }));
  const choices = [...lines, ownWords, ...(canGoBack ? [goBack] : [])];
  for (let last: string = OWN_WORDS; ; ) {
    const picked: string = await prompter.select({
      message: `Pick a line from your notes, or "${ownWords.label}" to type your own:`,
      choices,
      initial: last,
      own: ownWords,
    });
    if (picked === BACK) return BACK;
    last = picked;
    const start = picked === OWN_WORDS ? undefined : picked;
    const reply = await askText({ ...options, draft: start, canGoBack: true });
    if (reply !== BACK) return reply;
  }
}
