import { expect, test } from "vitest";
import { exitCodeMeanings } from "../../src/errors.ts";
import { renderExitCodes } from "../../src/render/text/exit-codes.ts";
import { renderSlice, renderSlices } from "../../src/render/text/slices.ts";
import { renderWelcome } from "../../src/render/text/welcome.ts";
import { createTheme } from "../../src/render/theme.ts";
import { checklistOf, sliceOf } from "../helpers/samples.ts";
import { show } from "../helpers/snapshot.ts";

const theme = createTheme({ color: false });
const narrow = { theme, width: 40 };
const wide = { theme, width: 100 };
const items = checklistOf("problem", "slice", "spec").items.map((item) =>
  item.id === "slice" ? { ...item, label: "scoping" } : item,
);
const slices = [
  sliceOf("script", ["slice"]),
  sliceOf("dashboard", ["spec", "problem"], { order: 20, hours: 1 }),
];

test("renders the list of slices", () => {
  expect(show(renderSlices({ slices, items }, narrow))).toMatchInlineSnapshot(`
    "|  Small things you could build first
    |  Each is a slice: one small, useful
    |  thing to build in a few hours.
    |  Building one is practice for the
    |  reality check (builder-pm check).
    |
    |  script     A script to try
    |             4 hours, good practice for:
    |             scoping
    |
    |  dashboard  A dashboard to try
    |             1 hour, good practice for:
    |             spec, problem
    |"
  `);
  expect(show(renderSlices({ slices, items }, wide))).toMatchInlineSnapshot(`
    "|  Small things you could build first
    |  Each is a slice: one small, useful thing to build in a few hours. Building one is practice for the
    |  reality check (builder-pm check).
    |
    |  script     A script to try
    |             4 hours, good practice for: scoping
    |
    |  dashboard  A dashboard to try
    |             1 hour, good practice for: spec, problem
    |"
  `);
});

test("renders one slice", () => {
  expect(
    show(
      renderSlice(
        {
          slice: sliceOf("script", ["slice", "spec"], { checks: ["It adds up.", "It says so."] }),
          items,
        },
        narrow,
      ),
    ),
  ).toMatchInlineSnapshot(`
    "|A script to try
    |Small and useful.
    |
    |For            PMs with a chore.
    |Time           4 hours
    |Practice for   scoping, spec
    |
    |Before you start
    |  - One export
    |
    |Example
    |  Ana joins two files.
    |
    |Checks
    |  C1 It adds up.
    |  C2 It says so.
    |
    |Not building
    |  - A database
    |
    |Stop rule      Stop at hour 4.
    |Fails when     Nobody looks.
    |
    |What an engineer should check
    |  - The key
    |
    |Begin small.
    |"
  `);
});

test("renders the welcome and the exit codes", () => {
  expect(show(renderWelcome(null, narrow))).toMatchInlineSnapshot(`
    "|
    |  Welcome to builder-pm
    |  A calm coach for product managers who
    |  are learning to build.
    |
    |  Answer five honest questions, then
    |  build one small thing. The questions
    |  take about five minutes. You can stop
    |  at any time: your answers are saved as
    |  you go. They stay on this computer,
    |  and nothing is ever sent anywhere.
    |
    |"
  `);
  expect(show(renderExitCodes(exitCodeMeanings, narrow))).toMatchInlineSnapshot(`
    "|Exit codes of builder-pm, for scripts
    |
    |    0  done
    |    1  the command failed
    |    2  wrong usage, or an answer is
    |       needed and there is no terminal
    |    3  content has problems
    |    4  saved progress can't be read or
    |       written
    |   70  a bug in builder-pm
    |  129  ended because the terminal closed
    |  130  stopped with Ctrl+C, or the input
    |       ended
    |  143  ended by another program
    |"
  `);
});
