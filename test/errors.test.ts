import { expect, test } from "vitest";
import {
  describeFailure,
  describeSystemError,
  ExitCode,
  exitCodeMeanings,
  StoppedError,
  UserError,
} from "../src/errors.ts";

const report = "Your saved answers weren't changed. Please report this with the lines below.";
const bug = (message: string) => `This is a bug in builder-pm: ${message}`;

test.each([
  {
    error: new UserError("No such slice."),
    expected: { code: 1, message: "No such slice.", fix: undefined, lines: ["No such slice."] },
  },
  {
    error: new UserError("No such slice.", { exitCode: ExitCode.usage, fix: "builder-pm slices" }),
    expected: {
      code: 2,
      message: "No such slice.",
      fix: "builder-pm slices",
      lines: ["No such slice.", "Try: builder-pm slices"],
    },
  },
  {
    error: new StoppedError("Stopped."),
    expected: { code: 130, message: "Stopped.", fix: undefined, lines: ["Stopped."] },
  },
  {
    error: new StoppedError("Stopped.", ExitCode.hungUp),
    expected: { code: 129, message: "Stopped.", fix: undefined, lines: ["Stopped."] },
  },
  {
    error: "a text",
    expected: { code: 70, message: bug("a text"), fix: report, lines: [bug("a text"), report] },
  },
  {
    error: undefined,
    expected: {
      code: 70,
      message: bug("undefined"),
      fix: report,
      lines: [bug("undefined"), report],
    },
  },
])("describes $error as $expected.lines", ({ error, expected }) => {
  expect(describeFailure(error)).toEqual(expected);
});

test("shows the stack of a bug, and of other errors only in debug mode", () => {
  const stackLine = /^\s+at .*errors\.test\.ts/;
  expect(describeFailure(new TypeError("x is not y")).lines).toEqual([
    bug("x is not y"),
    report,
    expect.stringMatching(stackLine),
    ...Array(describeFailure(new TypeError("x is not y")).lines.length - 3).fill(
      expect.any(String),
    ),
  ]);
  const fixable = new UserError("No such slice.", { fix: "builder-pm slices" });
  expect(describeFailure(fixable, { debug: true }).lines[2]).toMatch(stackLine);
  expect(describeFailure(new StoppedError("Stopped."), { debug: true }).lines).toEqual([
    "Stopped.",
  ]);
});

test.each([
  [
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    "the disk is full",
  ],
  [Object.assign(new Error("raw"), { code: "ENOTDIR" }), "part of the path isn't a folder"],
  [Object.assign(new Error("raw"), { code: "EODD" }), "raw"],
  [new Error("no code"), "no code"],
  ["a text", "a text"],
])("describes %s as: %s", (error, words) => {
  expect(describeSystemError(error)).toBe(words);
});

test("explains every exit code", () => {
  expect(exitCodeMeanings.map(([code]) => code).toSorted()).toEqual(
    Object.values(ExitCode).toSorted(),
  );
});
