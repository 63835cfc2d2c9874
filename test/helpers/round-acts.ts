import { expect } from "vitest";
import { createTempFolder } from "./temp.ts";
import { type Act, walk } from "./walk.ts";

export const spec: Act[] = [
  {
    sees: /where does it hurt/,
    type: "On June 1, Priya joined two exports by hand in 42 minutes.",
  },
  { sees: /What number should change/, type: "From 42 minutes to 10. Then we decide to keep it." },
  { sees: /What goes in, what happens/, type: "orders.csv goes in, report.csv comes out." },
  { sees: /tempting things/, pick: [0, 1] },
  { sees: /what must it never do/, pick: [0, 1] },
  {
    sees: /whether it works\?/,
    type: "For each of the last 3 weeks, every value matches the report made by hand.",
    more: [
      "With one column renamed, the run stops with a line naming that column.",
      "Making the report takes 10 minutes or less, down from 42, by stopwatch.",
    ],
  },
  {
    sees: /missing, wrong or repeated\?/,
    type: "An empty file shows the line 'No rows in orders.csv'",
    more: ["A second run shows the same report, not a second copy"],
  },
  { sees: /When will you stop/, type: "If it is still off after 4 hours, I stop." },
];
export const start: Act[] = [{ sees: /Start it like this\?/, choose: 0 }];
export const predict: Act[] = [{ sees: /How many of your checks/, type: "2" }];
export const judge: Act[] = [
  { sees: /C\d: (?:For each|Making)[\s\S]*Is this check met\?/, choose: 0 },
  { sees: /C\d: With one column[\s\S]*Is this check met\?/, choose: 1 },
  { sees: /What did you see\?/, type: "Ran it for June 1 and compared all 18 values." },
  { sees: /Which of your edge cases held\?/, pick: [0] },
  { sees: /What did you try/, type: "Last year's dates gave a report full of zeros." },
  { sees: /What did it build/, type: "" },
  { sees: /Which of these apply/, pick: [3] },
];
export const hand: Act[] = [
  { sees: /Which engineer/, type: "Mira from the billing team" },
  { sees: /What's faked/, type: "The exchange rate is hard-coded" },
];
export const keepAll: Act = { sees: /Press Enter to keep all of this/, pick: [] };
export const decide = (choose: number): Act[] => [
  { sees: /number now\?/, type: "12 minutes" },
  { sees: /What's your decision/, choose },
  { sees: /Why\?/, type: "Every value matched, but a renamed column slips through." },
  { sees: /What do you know now/, type: "I never wrote down which columns must be there." },
  { sees: /Update your reality check/, choose: 0 },
];

/** Walks whole rounds with one home, and counts the prompts of each. */
export function openWalks(plain: boolean) {
  const [home, cwd] = [createTempFolder(), createTempFolder()];
  return async (lines: Record<string, Act[]>): Promise<string[]> => {
    const prompts: string[] = [];
    for (const [line, acts] of Object.entries(lines)) {
      const ended = await walk(home, line.split(" "), acts, { plain, cwd });
      expect({ line, code: ended.code, said: ended.stderr }).toMatchObject({ line, code: 0 });
      prompts.push(...ended.prompts);
    }
    return prompts;
  };
}

export const checkFlags = ["problem", "slice", "spec", "review", "engineer"]
  .map((id) => `--answer ${id}=partly`)
  .join(" ");
