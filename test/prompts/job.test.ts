import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { type Job, watchJob } from "../../src/prompts/job.ts";

/** A process that notes what is done to it. */
function createJob({ knowsSignal = true } = {}) {
  const done: string[] = [];
  const emitter = new EventEmitter();
  const kill = (target: number, signal: string) => {
    if (!knowsSignal) throw new Error(`Unknown signal: ${signal}`);
    done.push(`${signal} to ${target}, ${emitter.listenerCount("SIGTSTP")} listening`);
    return true;
  };
  const job = Object.assign(emitter, { pid: 7, kill }) as unknown as Job;
  const watched = watchJob(job, {
    leave: () => void done.push("leave"),
    enter: () => void done.push("enter"),
  });
  return { done, emitter, watched };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 120));

test("Ctrl+Z gives the terminal back, stops the whole group, and takes the terminal again when the shell goes on", async () => {
  const { done, emitter, watched } = createJob();
  watched.suspend();
  expect(done).toEqual(["leave", "SIGTSTP to 0, 0 listening"]);
  emitter.emit("SIGCONT");
  await pause();
  expect(done.slice(2)).toEqual(["enter"]);
  watched.close();
});

test("a signal from outside does the same, for this process alone, and again the next time", async () => {
  const { done, emitter, watched } = createJob();
  for (const _ of [1, 2]) {
    emitter.emit("SIGTSTP");
    emitter.emit("SIGCONT");
    await pause();
  }
  expect(done).toEqual([1, 2].flatMap(() => ["leave", "SIGTSTP to 7, 0 listening", "enter"]));
  watched.close();
});

test.each([
  { name: "no shell looks after it", knowsSignal: true },
  { name: "the system knows no such signal", knowsSignal: false },
])("where $name, the asking goes on by itself", async ({ knowsSignal }) => {
  const { done, watched } = createJob({ knowsSignal });
  watched.suspend();
  await pause();
  expect(done.at(-1)).toBe("enter");
  watched.close();
});

test("nothing is left behind when the asking is over", async () => {
  const { done, emitter, watched } = createJob();
  watched.suspend();
  watched.close();
  await pause();
  expect(done).not.toContain("enter");
  expect([emitter.listenerCount("SIGTSTP"), emitter.listenerCount("SIGCONT")]).toEqual([0, 0]);
});
