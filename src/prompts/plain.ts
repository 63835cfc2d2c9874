import { createInterface } from "node:readline";
import type { Prompter, PrompterSettings } from "./prompter.ts";

/** A prompter of plain numbered lines: for screen readers, pipes and terminals that cannot redraw. */
export function createPlainPrompter({ input, output, signal, stop, visible }: PrompterSettings): Prompter {
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

  return {
    select: async ({ message, choices }) => {
      const rows = choices.map(({ label, hint }, index) => `  ${index + 1}. ${label}${hint ? `: ${hint}` : ""}`);
      output.write(`${visible([message, ...rows].join("\n"))}\n`);
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
    text: async ({ message, hint }) => {
      output.write(`${visible(`${message}\n${hint}`)}\nType your answer, then Enter: `);
      const answer = await readLine();
      output.write("\n");
      return answer;
    },
    close: () => lines.close(),
  };
}
