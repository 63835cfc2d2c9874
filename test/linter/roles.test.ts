import { expect, test } from "vitest";
import { explainText } from "../../src/linter/text.ts";
import { explainLines } from "../helpers/roles.ts";

/** Reads a table of lines with their expected letters in front. */
const cases: [name: string, lines: string][] = [
  ["a loose line", "c The page shows 5 orders."],
  ["a loose list below one title", "- # Export\nc - The file opens"],
  ["Markdown headings", "- # Export\n- ## Problem\np Clerks wait.\n- ## Checks\nc - It opens"],
  ["headings under a line", "- Problem\n- =======\np Clerks wait.\n- Checks\n- ------\nc - Opens"],
  ["sub-headings of a problem", "- ## Problem\n- ### Today\np Clerks wait.\n- ### Goals\n- Fast"],
  ["bold labels", "- **Problem**\np Clerks wait.\n- **Acceptance criteria:**\nc - It opens"],
  ["labels in a line", "p Problem: Clerks wait.\nc **Check:** It opens.\n- **Note:** easy"],
  ["a known name with a colon", "- Problem:\np Clerks wait.\n- Out of scope:\n- - easy"],
  ["checkboxes and numbers", "- ## Checks\nc - [ ] One\nc 1. Two\nc (3) Three\nc [x] Four"],
  ["a lead-in", "- ## Checks\n- The system must:\nc - show 5 orders"],
  [
    "what is left for later",
    "c - It opens\n- - maybe later: a slack reminder\n- - not now: it sends mail",
  ],
  [
    "instructions in the background",
    "- ## Context\n- - If a file is missing, say so.\n- - Never add a broken file.\np - If a file is missing, clerks wait.",
  ],
  ["a story", "- As a clerk, I want fast pages so that I save time.\nc - It opens"],
  [
    "a story on three lines",
    "- **As a** clerk\n- **I want** fast pages\n- **So that** I save time",
  ],
  [
    "Given and When",
    "- ## Checks\n- - Given a clerk\n- - And a page\n- - When it opens\nc - Then ok\nc - And ok",
  ],
  ["steps in bold", "- **WHEN** a clerk signs in, out of hours\nc **THEN** the log says so"],
  ["a condition that isn't a step", "c When the tank is empty, the pump stops."],
  [
    "a scenario in one line",
    "c 1. **Given** a clerk, **When** she signs in, **Then** the log says so",
  ],
  ["a table", "- ## Checks\n- | ID | Requirement |\n- |----|---|\nc | 1 | It opens at 9 |"],
  [
    "a table of notes",
    "- ## Notes\n- | Who | What they do |\n- |---|---|\n- | Ann | It opens at 9 |",
  ],
  ["code", "- ```js\n- - fast\n- ```\nc - It opens"],
  [
    "longer and other marks around code",
    "- ````\n- ```\n- - fast\n- ````\n- ~~~\n- ```\n- ~~~\nc - Opens",
  ],
  ["code in an entry", "- ## Checks\nc - It opens\n-   ```\n-   fast\n-   ```\nc - It shuts"],
  ["Gherkin in a block", "- ```gherkin\n- Given a clerk\nc Then it opens\n- ```"],
  ["a comment", "- <!-- fast\n- fast -->\nc - It opens"],
  ["a link or an image alone", "- ## Checks\n- - [fast](https://example.org)\n- ![fast](a.png)"],
  ["nothing yet", "- ## Checks\n- - TBC\n- - n/a"],
  [
    "plans and notes",
    "- ## Tasks\n- - [ ] Make it fast\n- ## Notes\n- Easy.\n- ## Non-goals\n- - Fast",
  ],
  ["background", "- ## Background\n- The rota is easy.\np The rota can't be printed."],
  ["requirements anywhere", "- # Rota\n- ## Export\nc The app shall show 5 rows.\n- It is fast."],
  ["a manual", "- # Tool\n- ## Requirements\n- - Node 20\n- ## Installation\n- Easy."],
  [
    "a manual with rules",
    "- # Tool\n- ## Requirements\nc - It must open at 9\nc - It shows 5\n- ## Installation\n- Easy.",
  ],
  [
    "a manual that asks for a program",
    "- # Tool\n- ## Requirements\n- - Node must be installed\n- - npm 9\n- ## Installation\n- Easy.",
  ],
  ["evidence below a problem", "- ## Problem\np Clerks wait.\n- ### Evidence\np 9 of 10 rang."],
  [
    "what was removed",
    "- ## REMOVED Requirements\n- ### Requirement: Rota\n- It shall open.\n- ## Requirements\nc It shall shut.",
  ],
  ["what is not covered", "- ## Checks\nc - It opens\n- ### Not covered\n- - Printing"],
  ["a question as a heading", "- **Is it about a problem? Please describe.**\np Clerks wait."],
  ["the name of a scenario", "- ## Checks\n- Scenario: Fast\n- Given a page\nc Then it opens"],
  ["lines that divide", "- ## Checks\nc It opens\n- * * *\n- _ __\nc It shuts"],
  ["a table of rules", "- # V2\n- | # | Text |\n- |---|---|\nc | 1 | Verify that it opens |"],
  ["a panel", "- ## Checks\n- {panel:title=Fast}\nc It opens"],
  ["a change log", "- ## 2.0.1\n- - Fast\n- ## Motivation\np Clerks wait."],
  ["the word then", "- # Rota\n- ## Use\n- Then, open it.\n- ## Rota\n- It opens."],
  [
    "the title of a document",
    "- # Requirements Document\n- ## Checks\nc - It opens\n- ## Rollout order\n- 1. Clerks first",
  ],
  ["lists below unknown headings", "- # Rota\n- ## Login\nc - It opens\n- ## Print\nc - It prints"],
  [
    "lists in a longer text",
    "- # Rota\n- ## Login\n- All of it is easy.\n- - Fast\n- ## Print\n- Print it all. It's easy.",
  ],
  [
    "a list below a story",
    "- # Stories\n- ## US-1: Issue stock\n- As a clerk, I need a page so I can read.\nc - It opens",
  ],
  [
    "a list of stories",
    "- ## User stories\n- - As a clerk, I can read.\n- - As a clerk, I can write.",
  ],
  ["the description of a task", "- ## Tasks\n- **Description:** Test the failures"],
  ["steps to verify", "- ## Checks\nc - It opens\n- **Verification steps:**\n- 1. Open it"],
  ["a definition of done alone", "- ## Definition of done\nc - It opens"],
  [
    "a definition of done below criteria",
    "- ## Acceptance criteria\nc - It opens\n- ## Definition of done\n- - Tests pass",
  ],
  ["a scenario without marks", "- Scenario: Rota\n- Given a page\n- And a nurse\nc Then it opens"],
  ["a scenario below prose", "- ## Notes\n- The page is long.\n- When it opens\nc Then it shuts"],
  ["lowercase steps", "- given a page\n- when it opens\nc then it shuts\nc and rings"],
  [
    "a sentence that starts with when",
    "- ## Problem\np When the rota for the week\np changes, nurses ring.\np When it stays they wait.",
  ],
  [
    "questions",
    "- ## Checks\n- - What happens at night?\n- ## Problem\np Is the rota right? Nobody knows.",
  ],
];

/** The layouts that depend on spaces or on the whole text. */
const documents: [name: string, text: string, roles: string][] = [
  ["front matter", "---\ntitle: fast\n---\n- It opens", "---c"],
  ["indented code", "## Checks\n\nIt opens.\n\n    fast();\n", "-c-"],
  ["an entry over two lines", "## Checks\n- It opens at\n  nine\nand shuts\n- It rings", "-cccc"],
  [
    "a wrapped problem",
    "## Problem\nClerks wait for the list of all the shifts of the\nnext week.",
    "-pp",
  ],
  [
    "Jira",
    "h2. Problem\nClerks wait.\nh2. Checks\n# It opens\n* It shuts\n{code}\nfast\n{code}",
    "-p-cc---",
  ],
  ["a Jira table", "h2. Checks\n||ID||Requirement||\n|1|It opens at 9|", "--c"],
  [
    "notes with a label in small letters below a line",
    "# Stale articles\n\nIf it takes 10 min its worth it\ndone when:\n * the list has 3 articles",
    "---c",
  ],
  [
    "a feature file",
    "@fast\nFeature: fast\n  As a clerk\n  Background:\n    Given a page\n  # easy\n" +
      "  Scenario: easy\n    When it opens\n    Then it shows 5\n    And 6\n    Examples:\n    | a |",
    "--------cc--",
  ],
  [
    "OpenSpec",
    "## Purpose\nEasy.\n## Requirements\n### Requirement: Log\nThe app SHALL log it.\n" +
      "#### Scenario: In\n- **WHEN** it opens\n- **THEN** it logs\n- **AND** it shows",
    "----c--cc",
  ],
  [
    "spec-kit",
    "### User Story 1 - Sell (Priority: P1)\nA clerk sells easily.\n**Why this priority**: Fast.\n" +
      "**Acceptance Scenarios**:\n1. **Given** a, **When** b, **Then** c\n### Edge Cases\n- What if?",
    "----c--",
  ],
  [
    "Backlog",
    "## Description\n<!-- BEGIN -->\nThe rota is easy.\n<!-- END -->\n## Acceptance Criteria\n" +
      "<!-- AC:BEGIN -->\n- [ ] #1 It opens\n<!-- AC:END -->\n## Implementation Plan\n1. Easy",
    "------c---",
  ],
];

test.each(cases)("reads %s", (_, lines) => {
  const expected = lines.split("\n");
  expect(explainLines(expected.map((line) => line.slice(2)).join("\n"))).toEqual(
    expected.map((line) => `${line[0]} ${line.slice(2).trim()}`),
  );
});

test.each(documents)("reads %s as a document", (_, text, roles) => {
  expect(
    explainLines(text)
      .map((line) => line[0])
      .join(""),
  ).toBe(roles);
});

test("says why a line isn't linted", () => {
  const text =
    "## Checks\n- As a clerk, I want fast pages.\n- TBC\n- When it opens\n- Then it shuts.\n";
  expect(explainText(text).found.map(({ why }) => why)).toEqual([
    "heading",
    "user story",
    "nothing yet",
    "When",
    "Then",
  ]);
});
