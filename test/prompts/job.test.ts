import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { type Job, watchJob } from "../../src/prompts/job.ts";

/** Creates a process that records what is done to it. */
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

test("suspends the process group, and restores the terminal around that", async () => {
  const { done, emitter, watched } = createJob();
  watched.suspend();
  expect(done).toEqual(["leave", "SIGTSTP to 0, 0 listening"]);
  emitter.emit("SIGCONT");
  await pause();
  expect(done.slice(2)).toEqual(["enter"]);
  watched.close();
});

test("suspends only this process for a signal from outside, each time", async () => {
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
  { name: "there is no shell", knowsSignal: true },
  { name: "the system has no such signal", knowsSignal: false },
])("resumes by itself if $name", async ({ knowsSignal }) => {
  const { done, watched } = createJob({ knowsSignal });
  watched.suspend();
  await pause();
  expect(done.at(-1)).toBe("enter");
  watched.close();
});

test("removes its listeners when closed", async () => {
  const { done, emitter, watched } = createJob();
  watched.suspend();
  watched.close();
  await pause();
  expect(done).not.toContain("enter");
  expect([emitter.listenerCount("SIGTSTP"), emitter.listenerCount("SIGCONT")]).toEqual([0, 0]);
});
