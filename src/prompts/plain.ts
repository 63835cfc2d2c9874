import { createInterface } from "node:readline";
import type { Choice, Prompter, PrompterSettings } from "./prompter.ts";

/** A prompter of plain numbered lines: for screen readers, pipes and terminals that cannot redraw. */
export function createPlainPrompter(settings: PrompterSettings): Prompter {
  const { input, output, visible, wrap } = settings;
  const { readLine, close } = openLines(settings);
  if (input.isTTY) output.write("Ctrl+C stops at any question.\n");

  function writeLines(...lines: readonly (readonly [first: string, text: string])[]): void {
    output.write(lines.map(([first, text]) => `${wrap(first, visible(text))}\n`).join(""));
  }

  function writeChoices(message: string, choices: readonly Choice<string>[]): void {
    const rows = choices.map(
      ({ label, hint }, index) => [`  ${index + 1}. `, `${label}${hint ? `: ${hint}` : ""}`] as const,
    );
    writeLines(["", message], ...rows);
  }

  async function readAfter(words: string): Promise<string> {
    output.write(`${wrap("", words)} `);
    return readLine();
  }

  function sayBack(chosen: string): void {
    output.write("\n");
    writeLines(["", `You chose: ${chosen}`], ["", ""]);
  }

  return {
    select: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        const number = await readAfter(`Type a number from 1 to ${choices.length}, then Enter:`);
        const chosen = choices[Number(number) - 1];
        if (chosen) {
          sayBack(chosen.label);
          return chosen.value;
        }
        output.write("\nThat is not one of the numbers.\n");
      }
    },
    multi: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        const typed = await readAfter("Type the numbers with spaces between them, or only Enter for none:");
        const numbers = typed.split(/[\s,]+/).filter(Boolean);
        const chosen = numbers.flatMap((number) => choices[Number(number) - 1] ?? []);
        if (chosen.length === numbers.length) {
          sayBack(chosen.map(({ label }) => label).join("; ") || "none");
          return chosen.map(({ value }) => value);
        }
        output.write("\nOne of these is not a number of the list.\n");
      }
    },
    text: async ({ message, hint, initial }) => {
      const now = initial ? [["", `Now: ${initial}`] as const] : [];
      writeLines(["", message], ...now, ...hint.split("\n").map((line) => ["", line] as const));
      const answer = await readAfter("Type your answer, then Enter:");
      output.write("\n");
      return answer || (initial ?? "");
    },
    close,
  };
}

/** Lines that come closer together than this are one paste, in milliseconds. */
const BURST = 50;

/** Reads lines one by one. From a pipe, lines that came early wait; the end of input stops the asking. */
function openLines(settings: PrompterSettings): { readLine: () => Promise<string>; close: () => void } {
  const { input, output, signal, stop, hangUp } = settings;
  const lines = createInterface({ input, terminal: false });
  const isTerminal = input.isTTY === true;
  const typed: string[] = [];
  let take: ((line: string) => void) | undefined;
  let pasted: string[] | undefined;
  let ended = false;
  lines.on("line", (line) => {
    if (pasted) pasted.push(line);
    else if (take && isTerminal) {
      pasted = collectLines(line, (together) => {
        pasted = undefined;
        take?.(together);
      });
    } else if (take) take(line);
    // At a terminal, what was typed before its question was drawn would answer it unseen.
    else if (!isTerminal) typed.push(line);
  });
  lines.on("close", () => {
    ended = true;
    if (take) end();
  });
  lines.on("error", hangUp);
  input.on("error", hangUp);
  output.on("error", hangUp);

  /** A terminal that was closed ends its input first, and tells by a signal a moment later. */
  function end(): void {
    if (isTerminal) setTimeout(stop, BURST);
    else stop();
  }

  function readLine(): Promise<string> {
    signal.throwIfAborted();
    const line = typed.shift();
    if (line !== undefined) return Promise.resolve(line.trim());
    return new Promise((resolve, reject) => {
      const abort = () => {
        // The words about stopping belong on a line of their own, not behind the question.
        output.write("\n");
        take = undefined;
        reject(signal.reason);
      };
      signal.addEventListener("abort", abort, { once: true });
      take = (text) => {
        take = undefined;
        signal.removeEventListener("abort", abort);
        resolve(text.trim());
      };
      if (ended) end();
    });
  }
  return { readLine, close: () => lines.close() };
}

/** The line, with room for those that come with it; `done` gets them as one when no more come. */
function collectLines(first: string, done: (together: string) => void): string[] {
  const lines = [first];
  const settle = (count: number): void => {
    if (lines.length > count) setTimeout(settle, BURST, lines.length);
    else done(lines.join(" "));
  };
  setTimeout(settle, BURST, 1);
  return lines;
}
