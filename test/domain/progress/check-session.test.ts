import { expect, test } from "vitest";
import { CheckSession } from "../../../src/domain/progress/check-session.ts";
import { emptyProgress } from "../../../src/domain/progress/progress.ts";
import { unmarked } from "../../../src/domain/project/answer-line.ts";
import { library } from "../../helpers/loop.ts";
import { noon } from "../../helpers/samples.ts";

const [checklist] = library.checklists;
if (!checklist) throw new Error("There is no checklist");
const stamp = { now: noon(2), id: "run-1" };
const start = new CheckSession(checklist, emptyProgress, stamp);

function next(session: CheckSession, done: string[] = []) {
  const question = session.findNext(new Set(done));
  if (!question) throw new Error("Everything is answered");
  return question;
}

function answer(session: CheckSession, text: string): CheckSession {
  return session.answer(next(session), unmarked([text]), noon(2));
}

test("asks for evidence after a yes or a partly, and not after a not yet", () => {
  const [first, second] = checklist.items;
  expect(next(answer(start, "yes"))).toMatchObject({ item: first, isEvidence: true });
  expect(next(answer(start, "partly"))).toMatchObject({ item: first, isEvidence: true });
  expect(next(answer(start, "not-yet"))).toMatchObject({ item: second, isEvidence: false });
});

test("goes back from evidence to its answer, and from an answer to the item before", () => {
  const evidence = next(answer(start, "yes"));
  expect(start.findBefore(evidence)).toMatchObject({ name: evidence.item.id });
  const second = next(answer(start, "not-yet"));
  expect(start.findBefore(second)).toMatchObject({ name: evidence.item.id });
  expect(start.findBefore(next(start))).toBeUndefined();
});

test("finishes the run with its last answer", () => {
  let session = start;
  for (const _ of checklist.items) session = answer(session, "not-yet");
  expect(session.run?.finishedAt).toBe(noon(2).toISOString());
  expect(session.findNext(new Set())).toBeUndefined();
});

test("brings no answer back that was removed elsewhere", () => {
  const session = answer(answer(start, "not-yet"), "not-yet");
  const reopened = session.reopen(emptyProgress);
  expect(reopened.answers).toEqual({});
  const after = answer(reopened, "not-yet");
  expect(after.progress.runs).toHaveLength(1);
  expect(Object.keys(after.answers)).toHaveLength(1);
});

test("makes no id before there is an answer", () => {
  let ids = 0;
  const counting = {
    now: stamp.now,
    get id() {
      ids += 1;
      return `run-${ids}`;
    },
  };
  const session = new CheckSession(checklist, emptyProgress, counting);
  expect(session.findNext(new Set())).toBeDefined();
  expect(ids).toBe(0);
  expect(answer(session, "not-yet").run?.id).toBe("run-1");
});

test("asks one item again, even if the check is finished", () => {
  const only = checklist.items[2];
  const session = new CheckSession(checklist, emptyProgress, stamp, { only });
  expect(next(session).item).toBe(only);
  expect(session.findNext(new Set([only?.id ?? ""]))).toBeUndefined();
});

test("rejects a word that isn't an answer", () => {
  expect(() => answer(start, "maybe")).toThrow(RangeError);
});
