import { expect, test } from "vitest";
import {
  type Event,
  endCodes,
  pastedLines,
  type QuestionKind,
  runEvent,
} from "../helpers/question-events.ts";
import { createTempFolder } from "../helpers/temp.ts";

const cases: { kind: QuestionKind; event: Event; plain?: boolean }[] = [
  { kind: "select", event: "Ctrl+C" },
  { kind: "list", event: "Ctrl+D" },
  { kind: "number", event: "SIGTERM" },
  { kind: "multi", event: "closed" },
  { kind: "text", event: "closed", plain: true },
  { kind: "multi", event: "Ctrl+Z and fg" },
  { kind: "text", event: "Ctrl+Z and fg" },
  { kind: "select", event: "200 lines" },
  { kind: "text", event: "200 lines" },
  { kind: "text", event: "200 marked lines" },
  { kind: "select", event: "200 lines", plain: true },
  { kind: "list", event: "Ctrl+Z and fg", plain: true },
];

// Windows has neither these signals nor job control. The long form is test/soak/ways-out.soak.ts.
test.skipIf(process.platform === "win32").each(cases)(
  "$event at a $kind question (plain: $plain)",
  async ({ kind, event, plain = false }) => {
    const { code, terminal, stopped, before, after, shown } = await runEvent(
      createTempFolder(),
      kind,
      event,
      {
        plain,
      },
    );
    expect(code).toBe(endCodes[event]);
    // Typed text is kept as a draft, never as an answer.
    const projects = after.projects.map(({ drafts, ...project }) => project);
    expect(projects).toEqual(before.projects);
    if (event === "closed") return;
    expect(terminal.after).toBe(terminal.before);
    if (stopped)
      expect(stopped).toEqual(plain ? { cursor: "", paste: "" } : { cursor: "h", paste: "l" });
    expect([terminal.cursor, terminal.paste]).toEqual(plain ? ["", ""] : ["h", "l"]);
    expect(shown).toMatch(
      /Stopped\. (\d+ of \d+ answers are|No answer is|Everything is) saved.*\s+To continue:\s+builder-pm/s,
    );
  },
);

test.skipIf(process.platform === "win32")(
  "without paste marks, 200 pasted lines are one text that Enter ends",
  async () => {
    const { code, before, after } = await runEvent(createTempFolder(), "text", "200 lines", {
      plain: true,
    });
    expect(code).toBe(130);
    expect(after.projects[0]?.answers).toEqual(before.projects[0]?.answers);
    expect(after.projects[0]?.drafts).toEqual({ "spec.stop": pastedLines });
  },
);
