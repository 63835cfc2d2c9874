import { expect, test } from "vitest";
import { breakMessage } from "../../src/render/layout.ts";

const stopped = "Stopped. 2 of 5 answers are saved. To continue: builder-pm check";
const long = 'Answer with flags instead: builder-pm check --answer problem=yes --evidence problem="..."';

test.each([
  { text: stopped, width: 80, want: stopped },
  {
    text: stopped,
    width: 50,
    want: "Stopped. 2 of 5 answers are saved. To continue:\n  builder-pm check",
  },
  {
    text: long,
    width: 50,
    want: 'Answer with flags instead:\n  builder-pm check --answer problem=yes --evidence problem="..."',
  },
  {
    text: "Next: builder-pm review (judge the first pass against your own checks)",
    width: 50,
    want: "Next: builder-pm review (judge the first pass\nagainst your own checks)",
  },
  { text: `Three ways on:\n  ${long}`, width: 100, want: `Three ways on:\n  ${long}` },
  {
    text: `Decide, cut, or extend with a reason:\n  builder-pm log "x" --extend 60 --because "..."`,
    width: 40,
    want: `Decide, cut, or extend with a reason:\n  builder-pm log "x" --extend 60 --because "..."`,
  },
  {
    text: "  check      take the reality check: five honest questions",
    width: 50,
    want: "  check      take the reality check: five honest\n             questions",
  },
])("at $width columns a command to paste in '$text' stays whole", ({ text, width, want }) => {
  expect(breakMessage(text, width)).toBe(want);
});
