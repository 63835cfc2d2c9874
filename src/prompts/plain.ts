import { createInterface } from "node:readline";
import type { Choice, Prompter, PrompterSettings } from "./prompter.ts";

/** A prompter of plain numbered lines: for screen readers, pipes and terminals that cannot redraw. */
export function createPlainPrompter(settings: PrompterSettings): Prompter {
  const { output, visible } = settings;
  const { readLine, close } = openLines(settings);

  function writeChoices(message: string, choices: readonly Choice<string>[]): void {
    const rows = choices.map(({ label, hint }, index) => `  ${index + 1}. ${label}${hint ? `: ${hint}` : ""}`);
    output.write(`${visible([message, ...rows].join("\n"))}\n`);
  }

  return {
    select: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        output.write(`Type a number from 1 to ${choices.length}, then Enter: `);
        const chosen = choices[Number(await readLine()) - 1];
        if (chosen) {
          output.write(`\nYou chose: ${visible(chosen.label)}\n\n`);
          return chosen.value;
        }
        output.write("\nThat is not one of the numbers.\n");
      }
    },
    multi: async ({ message, choices }) => {
      writeChoices(message, choices);
      for (;;) {
        output.write("Type the numbers with spaces between them, or only Enter for none: ");
        const numbers = (await readLine()).split(/[\s,]+/).filter(Boolean);
        const chosen = numbers.flatMap((number) => choices[Number(number) - 1] ?? []);
        if (chosen.length === numbers.length) {
          output.write(`\nYou chose: ${visible(chosen.map(({ label }) => label).join("; ") || "none")}\n\n`);
          return chosen.map(({ value }) => value);
        }
        output.write("\nOne of these is not a number of the list.\n");
      }
    },
    text: async ({ message, hint, initial }) => {
      const now = initial ? `Now: ${initial}\n` : "";
      output.write(`${visible(`${message}\n${now}${hint}`)}\nType your answer, then Enter: `);
      const answer = await readLine();
      output.write("\n");
      return answer || (initial ?? "");
    },
    close,
  };
}

/** Reads lines one by one; lines that came early wait, and the end of input stops the asking. */
function openLines({ input, output, signal, stop }: PrompterSettings): {
  readLine: () => Promise<string>;
  close: () => void;
} {
  const lines = createInterface({ input, terminal: false });
  const waiting: ((line: string) => void)[] = [];
  const typed: string[] = [];
  let ended = false;
  lines.on("line", (line) => {
    const take = waiting.shift();
    if (take) take(line);
    else typed.push(line);
  });
  lines.on("close", () => {
    ended = true;
    if (waiting.length > 0) stop();
  });

  function readLine(): Promise<string> {
    signal.throwIfAborted();
    const line = typed.shift();
    if (line !== undefined) return Promise.resolve(line.trim());
    return new Promise((resolve, reject) => {
      const end = () => {
        // The words about stopping belong on a line of their own, not behind the question.
        output.write("\n");
        reject(signal.reason);
      };
      signal.addEventListener("abort", end, { once: true });
      if (ended) stop();
      else {
        waiting.push((text) => {
          signal.removeEventListener("abort", end);
          resolve(text.trim());
        });
      }
    });
  }
  return { readLine, close: () => lines.close() };
}
