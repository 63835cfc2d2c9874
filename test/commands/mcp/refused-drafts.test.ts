import * as v from "valibot";
import { expect, test } from "vitest";
import { listTools } from "../../../src/commands/mcp/tools.ts";
import { toolInputs } from "../../../src/domain/agent/tool-inputs.ts";
import type { Project } from "../../../src/domain/project/project.ts";
import type { UserError } from "../../../src/errors.ts";
import { createTestContext } from "../../helpers/context.ts";
import { newProject, progressWith, projectAfter, steps } from "../../helpers/loop.ts";

const killed = projectAfter(...steps.map(({ id }) => id));

/** Returns the error for drafts that a tool refuses. */
async function refuse(project: Project, answers: Record<string, string>): Promise<UserError> {
  const { context } = createTestContext({ saved: progressWith(project) });
  const tool = listTools(context).find(({ name }) => name === "propose_spec_answers");
  // biome-ignore lint/suspicious/noExplicitAny: the input of one tool is none of the others'.
  const call = tool?.call({ project: "script", answers } as any);
  return (await call?.catch((caught: unknown) => caught)) as unknown as UserError;
}

test.each([
  ["a finished project", killed, { problem: "x" }, /^"Monday report" \(script\) is finished/],
  ["a finished project and an unknown question", killed, { goal: "x" }, /no question "goal"/],
  ["an unknown question", newProject(), { goal: "x" }, /no question "goal"/],
])("a refused draft says the reason for %s", async (_, project, answers, message) => {
  const error = await refuse(project, answers);
  expect(error.message).toMatch(message);
  expect(error.fix).not.toContain("This judgment is yours");
});

test("a refused draft names the questions as the tool takes them", async () => {
  const { fix = "" } = await refuse(newProject(), { goal: "x" });
  const ids = steps.find(({ id }) => id === "spec")?.questions.map(({ id }) => id) ?? [];
  expect(ids.filter((id) => !fix.includes(id))).toEqual([]);
  expect(ids.every((id) => v.is(toolInputs.answers, { answers: { [id]: "x" } }))).toBe(true);
});

test("a tool says in words which field is missing or unknown", () => {
  const say = (input: unknown) => v.safeParse(toolInputs.lines, input).issues?.[0]?.message;
  expect(say({})).toBe("It is needed, and is missing.");
  expect(say({ lines: ["x"], text: "y" })).toBe("This tool doesn't take it.");
});

test("the brief of a finished project says that there is nothing to build", async () => {
  const { context } = createTestContext({ saved: progressWith(killed) });
  const tool = listTools(context).find(({ name }) => name === "get_brief");
  // biome-ignore lint/suspicious/noExplicitAny: the input of one tool is none of the others'.
  const answer = await tool?.call({ project: "script" } as any);
  expect(answer?.text).toMatch(
    /^"Monday report" \(script\) is finished, so there is nothing to build\.\n\n# /,
  );
  expect(answer?.document.note).toContain("nothing to build");
});
