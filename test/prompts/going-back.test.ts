import { expect, test } from "vitest";
import { openStreamPrompter } from "../helpers/prompter-streams.ts";

const goBack = { value: "back", label: "Go back", key: "<" } as const;
const choices = [
  { value: "a", label: "Apples" },
  { value: "b", label: "Bread" },
];

test.each([{ plain: false }, { plain: true }])(
  "< at a list of choices chooses the one that has it as its key (plain: $plain)",
  async ({ plain }) => {
    const { prompter, type, waitFor, shown } = await openStreamPrompter({ plain, terminal: true });
    const answer = prompter.select({ message: "Which?", choices: [...choices, goBack] });
    await waitFor("Go back");
    type("<", ...(plain ? ["\r"] : []));
    expect(await answer).toBe("back");
    expect(shown()).toMatch(/(Which\?|You chose:) Go back\n/);
    prompter.close();
  },
);

test.each([{ plain: false }, { plain: true }])(
  "< leaves a list of boxes, which has no box for it, and later keys go to the next (plain: " +
    "$plain)",
  async ({ plain }) => {
    const { prompter, type, waitFor, shown } = await openStreamPrompter({ plain, terminal: true });
    const answer = prompter.multi({ message: "Which ones?", choices, leave: goBack });
    await waitFor("< to go back");
    expect(shown()).not.toContain("[ ] Go back");
    type("<", ...(plain ? ["\r"] : []));
    expect(await answer).toBe("back");
    const next = prompter.select({ message: "And now?", choices });
    await waitFor("And now?");
    await waitFor(/And now\?[\s\S]*Bread/);
    if (!plain) type("<");
    type(plain ? "2\r" : "\u001b[B", ...(plain ? [] : ["\r"]));
    expect(await next).toBe("b");
    prompter.close();
  },
);
