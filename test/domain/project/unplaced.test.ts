import { expect, test } from "vitest";
import { unmarked } from "../../../src/domain/project/answer-line.ts";
import { StepSession } from "../../../src/domain/project/session.ts";
import { library, newProject, progressWith, stepOf } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const change = { now: noon(8), createId: () => "new", via: "asked" as const };

function open(filled: Record<string, string[]> = {}, unplaced: string[] = []): StepSession {
  const project = newProject();
  const session = new StepSession(library, progressWith(project), project, stepOf("spec"));
  return session.propose(new Map(Object.entries(filled)), "notes", unplaced);
}

function answer(session: StepSession, name: string, text: string): StepSession {
  const question = session.questions.find((candidate) => candidate.name === name);
  if (!question) throw new Error(`The step does not ask ${name}`);
  const after = session.answer(question, unmarked([text]), change);
  if (!(after instanceof StepSession)) throw new Error(after.message);
  return after;
}

function offered(session: StepSession, name: string): readonly string[] | undefined {
  return session.questions.find((candidate) => candidate.name === name)?.leftover;
}

test("a line is offered only where it may fit, and at most three are", () => {
  const cases = [1, 2, 3, 4].map((count) => `if there are ${count} empty rows`);
  const session = open({}, ["half a day at most", ...cases]);
  expect(offered(session, "edges")).toEqual(cases.slice(0, 3));
  expect(offered(session, "stop")).toEqual(["half a day at most"]);
  expect(offered(session, "not-building")).toEqual([]);
});

test("a line that was used and changed isn't offered again", () => {
  const line = "takes me about 55 min each time, 420 labels in 3 languages";
  const session = open({}, [line]);
  expect(offered(session, "evidence")).toEqual([line]);
  const text = "Each time it takes me 55 minutes for 420 labels in 3 languages.";
  expect(offered(answer(session, "problem", text), "evidence")).toEqual([]);
});

test("a line of the notes that was replaced is offered where it may belong", () => {
  const line = "one command, I get a list of labels that are too long, by language";
  const session = open({ bet: [line] });
  expect(offered(session, "path")).toEqual([]);
  const replaced = answer(session, "bet", "From 55 minutes to 10 per release by May.");
  expect(offered(replaced, "path")).toEqual([line]);
  expect(offered(answer(session, "bet", line), "path")).toEqual([]);
});
