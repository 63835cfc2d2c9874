import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { holdLock, readHolder } from "../../src/store/lock.ts";
import { describeSelf, type Holder, judgeHolder } from "../../src/store/lock-owner.ts";
import { createTempFolder } from "../helpers/temp.ts";

const processes = { pid: process.pid, kill: process.kill };
const soon = { tellAfter: 20, giveUpAfter: 200 };

/** A lock in a folder of its own, held by what is given. */
function lockHeldBy(holder?: Partial<Holder> | string) {
  const folder = createTempFolder();
  const lock = join(folder, "lock");
  const words =
    typeof holder === "string" ? holder : JSON.stringify({ ...describeSelf(processes), ...holder });
  if (holder !== undefined) writeFileSync(lock, words);
  const told: string[] = [];
  const take = (more = {}) =>
    holdLock(
      lock,
      { processes, tell: (text) => told.push(text), ...soon, ...more },
      () => readHolder(lock)?.pid,
    );
  return { folder, lock, told, take };
}

/** A process that lives until the test is over, and does nothing. */
function startSleeper(): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child as ChildProcess & { pid: number };
}

/** The number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = startSleeper();
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  return child.pid;
}

test("the lock is held for the work alone, and nothing stays behind", async () => {
  const { folder, take } = lockHeldBy();
  expect(await take()).toBe(process.pid);
  expect(readdirSync(folder)).toEqual([]);
});

test("work that throws gives the lock back", async () => {
  const { folder, lock } = lockHeldBy();
  const work = () => {
    throw new Error("no");
  };
  await expect(holdLock(lock, { processes, tell: () => {} }, work)).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

test("a holder that ended is followed at once", async () => {
  const { folder, told, take } = lockHeldBy({ pid: await endedPid() });
  expect(await take({ giveUpAfter: 0 })).toBe(process.pid);
  expect(told).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform !== "linux")(
  "a later process with the number of the holder is not the holder",
  async () => {
    const { pid } = startSleeper();
    const { take } = lockHeldBy({ pid, start: "an-earlier-start 1" });
    expect(await take({ giveUpAfter: 0 })).toBe(process.pid);
  },
);

test("a holder that runs is waited for, named, and not pushed aside", async () => {
  const { pid } = startSleeper();
  const { lock, told, take } = lockHeldBy({ ...describeSelf({ ...processes, pid }) });
  const before = readFileSync(lock, "utf8");
  await expect(take()).rejects.toMatchObject({
    message:
      `Another builder-pm (process ${pid}) is saving and does not come to an end. Nothing was ` +
      "saved.",
    exitCode: 4,
    fix: expect.stringMatching(
      /^(Close it, then run the same command again\.|If no other builder-pm is open: .*)$/,
    ),
  });
  expect(told).toEqual([`Another builder-pm (process ${pid}) is saving. Waiting for it.`]);
  expect(readFileSync(lock, "utf8")).toBe(before);
});

test("a holder on another computer cannot be judged: it is waited for, and the way out is named", async () => {
  const { take } = lockHeldBy({ host: `not-${hostname()}`, pid: await endedPid() });
  await expect(take()).rejects.toMatchObject({
    fix: "If no other builder-pm is open: builder-pm doctor --unlock",
  });
});

test("a lock that a power cut left empty is young for ten seconds, and then nobody's", async () => {
  const { lock, take } = lockHeldBy("");
  await expect(take()).rejects.toMatchObject({ exitCode: 4 });
  const old = new Date(Date.now() - 20_000);
  utimesSync(lock, old, old);
  expect(await take({ giveUpAfter: 0 })).toBe(process.pid);
});

test("whoever is about to take a lock away keeps others from doing the same", async () => {
  const dead = { ...describeSelf(processes), pid: await endedPid() };
  const { lock, take } = lockHeldBy(dead);
  const { pid } = startSleeper();
  const guard = `${lock}.${dead.nonce}`;
  writeFileSync(guard, JSON.stringify(describeSelf({ ...processes, pid })));
  await expect(take()).rejects.toMatchObject({
    message: expect.stringContaining(`process ${pid}`),
  });
  expect(existsSync(lock)).toBe(true);
  writeFileSync(guard, JSON.stringify({ ...dead, nonce: "another" }));
  expect(await take({ giveUpAfter: 0 })).toBe(process.pid);
});

test("what is certain is told apart from what is not", async () => {
  const self = describeSelf(processes);
  const ended = await endedPid();
  expect(judgeHolder({ ...self, pid: ended }, processes)).toBe("ended");
  expect(judgeHolder({ ...self, pid: ended, host: "elsewhere" }, processes)).toBe("unknown");
  const { pid } = startSleeper();
  expect(judgeHolder({ ...self, pid, start: null }, processes)).toBe("unknown");
  expect(judgeHolder({ ...self, pid, start: null, at: "2001-01-01T00:00:00Z" }, processes)).toBe(
    "ended",
  );
});
