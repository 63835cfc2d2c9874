import { expect, test } from "vitest";
import { explainLines } from "../helpers/roles.ts";

/** Lines with their expected letters in front. */
const cases: [name: string, lines: string][] = [
  [
    "a sentence that goes on with but",
    "- ## Checks\nc The rota of the week opens\nc but only for nurses.",
  ],
  ["an entry that goes on with but", "- ## Checks\nc - The rota opens\nc   but only for nurses."],
  [
    "a topic below requirements",
    "- ## Functional Requirements\n- ### 6.3 Tasks\nc - A nurse can add a task.\n- ### Notes\n- Easy.",
  ],
  [
    "a task list below the title of a document",
    "- # Requirements of the rota\n- ## Tasks\n- - [ ] Add a table\n- ## Checks\nc - It opens",
  ],
  [
    "a checklist below plans",
    "- ## Implementation Guidelines\n- Easy.\n- ### Security Checklist\nc - [ ] Logs sanitized",
  ],
  [
    "a checklist of a template",
    "- ## Checks\nc - It opens\n- ## Checklist\n- - [x] I have read the guide\n- ## PR checklist\n- - [ ] Tests",
  ],
  [
    "metrics",
    "- ## Goals\n- Easy.\n- ## Metrics\nc - Missed shifts\n- ## Monitoring\n- ### Key Indicators\nc - Swaps",
  ],
  [
    "edge cases with an answer",
    "- ## Edge Cases\n- - What if it's empty?\nc - What if it's full? It should ring.\nc - It MUST ring",
  ],
  [
    "a pitch",
    "- ## Problem\np - Nurses swap by phone.\n- - The rota solves this by showing it all.",
  ],
  [
    "a lead-in that says something",
    "- ## Problem\np Nurses swap by phone. Without a rota:\np - they forget the swaps;",
  ],
  [
    "options",
    "- ## Requirements\n- - The rota can be either:\n-   - a page (fast), or\n-   - a sheet\nc - It opens",
  ],
  [
    "the title of a document about criteria",
    "- # Acceptance Criteria of the rota\n- All of it is easy.\n- ## Home\nc - It opens\nc It must ring.",
  ],
  [
    "a block quote",
    "- > ## Notes\n- > Easy.\n- > ### Checks\nc > * [ ] It opens\nc >   at nine\n- > **Goals**\n- > - Fast",
  ],
  [
    "a link's address, and a hard break",
    "- ## Problem\np Nurses ring the [ward][1].\n- [1]: https://example.org/fast\n- \\\np They wait.",
  ],
  [
    "an introduction in italics",
    "- ## Checks\nc - It opens\n- ---\n- _Each of these is easy to read._",
  ],
  [
    "labels below a list of criteria",
    "- ## Checks\nc - It opens\nc - Rota: it rings\n- **Estimated effort:** S\n- Learning focus: fast pages.",
  ],
  ["the labels of an issue", "- # Rota\n- Labels: `must`, `fast`\n- ## Goals\n- Easy."],
  [
    "names of other lists",
    "- ## Checks\n- - [ ] Go through these checklists: (above)\n- > - [ ] Colors\nc - It opens",
  ],
  [
    "requirements below the title of a document",
    "- # Non-functional requirements\n- ## Scale\nc The rota should be large.\n- Wards differ.\n- You should ask.",
  ],
  [
    "a heading about requirements below the title of a document",
    "- # Access requirements\n- ## Inclusive design needs\nc - It opens\n- ## Design\n- - Easy",
  ],
  [
    "a label that only looks like one of notes",
    "- # Access requirements\n- ## Keyboard\nc - **Skip Links:** One link jumps to the rota",
  ],
  [
    "edge cases with an arrow",
    "- ## Checks\nc - It opens\n- ## Edge Cases\n- - Empty?\nc - What if it's full? \u2192 It rings",
  ],
  ["a command alone", "- ## Checks\nc - It opens\n- - `npm test`"],
  [
    "a table with ids of criteria",
    "- # Rota\n- ## Covered\n- | SC | Text |\n- |---|---|\nc | SC-14 | The rota opens at nine |\n- Full text: easy.",
  ],
  [
    "a label below a table of criteria",
    "- ## Requirements\n- | ID | Requirement |\n- |---|---|\nc | R1 | It opens |\n- ---\n- Full text: easy.",
  ],
  [
    "a plan in a problem",
    "- ## Description\n- - Add a rota that never fails.\n- ## Problem\np - Support tickets pile up.\n- - Build the rota.",
  ],
  [
    "a reason that leads to a list",
    "- ## Problem\np Nurses swap by phone, because:\np - they forget the swaps.",
  ],
  [
    "test plans that say what happens",
    [
      "- ## Phase 3: QA",
      'c - Scan a parcel with a torn label -> the clerk sees "Type the number"',
      "c - Scan the same parcel twice -> one row",
      "c - Add a book without a cover -> a gray box is shown",
      "c - Regression: the search page is unchanged",
      "c - A tour with 0 stops can be saved",
      "c - The bell rings once per visitor.",
      "c - Offline orders are sent when the phone is back online",
      "- - Run `npm test`",
      "- - Test on iOS 17 and Android 14",
      "- - Unit tests for the parser",
      "- - Manual test with 3 nurses",
      "- - Passed: `make check`",
      "- ## Test plan",
      "c - Cancel a booking -> the seat is free again",
      "- - Ask two librarians to try it",
      "- - Write e2e tests for the login",
      "c - The list should show 20 rows",
      "- ## Testing",
      "- Run the tests with `make test`.",
      'c - An expired card shows "Expired"',
      "- ## Manual QA",
      'c - Delete the last plant → the page says "No plants yet"',
      "- - Check on a small screen",
      "- - Compare with the old site",
      "- ## QA checklist",
      "c - [ ] Prices are shown with two decimals",
      "- ## Test strategy",
      "- We test by hand, once a week.",
      "- - Two rounds of tests with nurses",
    ].join("\n"),
  ],
  [
    "edge cases that go on to what happens",
    [
      "- ## Edge cases",
      "c - Duplicate sign-ups → show clear feedback",
      "c - Wrong postcode → the order is refused with a friendly error",
      "c - No network -> show a retry button",
      "c - Empty basket: the Pay button is disabled",
      'c - Two nurses save at once: the second one sees "Changed by Ann"',
      "c - Too many photos - the eleventh is refused with a message",
      "- - Very long names",
      "- - Empty basket",
      "- - A user loses the connection while paying",
      "- - What happens when the scale is off?",
      'c - If the file is empty, the page says "No rows".',
      "c - When the card has expired, the clerk is asked for another one",
      "- - Photos: portrait and landscape",
    ].join("\n"),
  ],
  [
    "what works and what is missing",
    [
      "- # Plan: scan parcels",
      "- ## Current state",
      "- ### What works today",
      "- - The scanner stores one code and fails hard above 10 MB",
      "- - The list never shows more than 50 rows",
      "- ### What is missing",
      "p - No scan of two codes exists anywhere in the app",
      "p - Clerks can't scan at the counter",
      "- ## How it works now",
      "- - A nurse prints the list, with a hard limit of 40 rows",
      "- ## Gaps",
      "p - There is no way to undo a scan",
      "p - Drivers wait 10 minutes for the list",
      "- ## What already works",
      "- - The export never loses a row",
      "- ## Known gaps",
      "p - No undo is available for the cashier",
      "- ## What doesn't work today",
      "p - Clerks lose the scan when the phone locks",
    ].join("\n"),
  ],
  [
    "reports of what was run",
    [
      "- ## Validation",
      "c - The list opens with 0 rows",
      "- - Passed: `npm run typecheck`",
      "- - Passed: `npm run test` (8 files, 57 tests)",
      "- - Blocked outside this change: `npm run lint` crashes before it reads a file.",
      "- - Failed: `make e2e` (2 of 9)",
      "- - Skipped: `make bench`",
      "- - Ran `npm test`: 57 passed",
      "- ## Verification",
      "- - Tests passed: 57/57",
      "- - Verified with `curl localhost`: 200",
      "c - The curl call returns 200.",
      "- ## Acceptance criteria",
      "c - Failed: the row turns red.",
      'c - Blocked: the user sees "Ask your admin".',
    ].join("\n"),
  ],
];

test.each(cases)("reads %s", (_, lines) => {
  const expected = lines.split("\n");
  expect(explainLines(expected.map((line) => line.slice(2)).join("\n"))).toEqual(
    expected.map((line) => `${line[0]} ${line.slice(2).trim()}`),
  );
});
