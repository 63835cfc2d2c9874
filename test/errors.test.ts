import { expect, test } from "vitest";
import {
  describeFailure,
  describeSystemError,
  ExitCode,
  exitCodeMeanings,
  StoppedError,
  UserError,
} from "../src/errors.ts";

const report = "Your saved answers are as they were. Please report it with the lines below.";
const bug = (words: string) => `This is a bug in builder-pm: ${words}`;

test.each([
  {
    error: new UserError("No such slice."),
    want: { code: 1, message: "No such slice.", fix: undefined, lines: ["No such slice."] },
  },
  {
    error: new UserError("No such slice.", { exitCode: ExitCode.usage, fix: "builder-pm slices" }),
    want: {
      code: 2,
      message: "No such slice.",
      fix: "builder-pm slices",
      lines: ["No such slice.", "builder-pm slices"],
    },
  },
  {
    error: new StoppedError("Stopped."),
    want: { code: 130, message: "Stopped.", fix: undefined, lines: ["Stopped."] },
  },
  {
    error: new StoppedError("Stopped.", ExitCode.hungUp),
    want: { code: 129, message: "Stopped.", fix: undefined, lines: ["Stopped."] },
  },
  {
    error: "a text",
    want: { code: 70, message: bug("a text"), fix: report, lines: [bug("a text"), report] },
  },
  {
    error: undefined,
    want: { code: 70, message: bug("undefined"), fix: report, lines: [bug("undefined"), report] },
  },
])("$error becomes $want.lines", ({ error, want }) => {
  expect(describeFailure(error)).toEqual(want);
});

test("shows the stack of a bug, and of a user error only if asked", () => {
  const place = /^\s+at .*errors\.test\.ts/;
  expect(describeFailure(new TypeError("x is not y")).lines).toEqual([
    bug("x is not y"),
    report,
    expect.stringMatching(place),
    ...Array(describeFailure(new TypeError("x is not y")).lines.length - 3).fill(
      expect.any(String),
    ),
  ]);
  const mended = new UserError("No such slice.", { fix: "builder-pm slices" });
  expect(describeFailure(mended, { debug: true }).lines[2]).toMatch(place);
  expect(describeFailure(new StoppedError("Stopped."), { debug: true }).lines).toEqual([
    "Stopped.",
  ]);
});

test.each([
  [
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    "the disk is full",
  ],
  [Object.assign(new Error("raw"), { code: "ENOTDIR" }), "part of the path is not a folder"],
  [Object.assign(new Error("raw"), { code: "EODD" }), "raw"],
  [new Error("no code"), "no code"],
  ["a text", "a text"],
])("describes %s as: %s", (error, words) => {
  expect(describeSystemError(error)).toBe(words);
});

test("every exit code has one description", () => {
  expect(exitCodeMeanings.map(([code]) => code).toSorted()).toEqual(
    Object.values(ExitCode).toSorted(),
  );
});
