import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readOwner, withLock } from "../../src/store/lock.ts";
import { describeSelf, findOwnerState, type LockOwner } from "../../src/store/lock-owner.ts";
import { createTempFolder } from "../helpers/temp.ts";

const processes = { pid: process.pid, kill: process.kill };
const soon = { notifyAfter: 20, giveUpAfter: 200 };

/** Creates a lock in a new folder, held by `owner` if given. */
function createLock(owner?: Partial<LockOwner> | string) {
  const folder = createTempFolder();
  const lock = join(folder, "lock");
  const content =
    typeof owner === "string" ? owner : JSON.stringify({ ...describeSelf(processes), ...owner });
  if (owner !== undefined) writeFileSync(lock, content);
  const notices: string[] = [];
  const acquire = (more = {}) =>
    withLock(
      lock,
      { processes, notify: (text) => notices.push(text), ...soon, ...more },
      () => readOwner(lock)?.pid,
    );
  return { folder, lock, notices, acquire };
}

/** Starts a process that does nothing until the test is over. */
function startSleeper(): ChildProcess & { pid: number } {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child as ChildProcess & { pid: number };
}

/** Returns the number of a process that has ended. */
async function getEndedPid(): Promise<number> {
  const child = startSleeper();
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  return child.pid;
}

test("holds the lock during the work and leaves nothing behind", async () => {
  const { folder, acquire } = createLock();
  expect(await acquire()).toBe(process.pid);
  expect(readdirSync(folder)).toEqual([]);
});

test("releases the lock if the work throws", async () => {
  const { folder, lock } = createLock();
  const work = () => {
    throw new Error("no");
  };
  await expect(withLock(lock, { processes, notify: () => {} }, work)).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

test("takes over the lock of an ended process immediately", async () => {
  const { folder, notices, acquire } = createLock({ pid: await getEndedPid() });
  expect(await acquire({ giveUpAfter: 0 })).toBe(process.pid);
  expect(notices).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform !== "linux")(
  "does not mistake a later process with the same number for the owner",
  async () => {
    const { pid } = startSleeper();
    const { acquire } = createLock({ pid, start: "an-earlier-start 1" });
    expect(await acquire({ giveUpAfter: 0 })).toBe(process.pid);
  },
);

test("waits for a running owner, names it, and keeps its lock", async () => {
  const { pid } = startSleeper();
  const { lock, notices, acquire } = createLock({ ...describeSelf({ ...processes, pid }) });
  const before = readFileSync(lock, "utf8");
  await expect(acquire()).rejects.toMatchObject({
    message:
      `Another builder-pm (process ${pid}) is taking too long to save. ` +
      "Nothing was saved here.",
    exitCode: 4,
    fix: expect.stringMatching(
      /^(Close it, then run the same command again\.|If no other builder-pm is open: .*)$/,
    ),
  });
  expect(notices).toEqual([
    `Another builder-pm (process ${pid}) is saving. Waiting for it to finish.`,
  ]);
  expect(readFileSync(lock, "utf8")).toBe(before);
});

test("waits for an owner on another computer and suggests --unlock", async () => {
  const { acquire } = createLock({ host: `not-${hostname()}`, pid: await getEndedPid() });
  await expect(acquire()).rejects.toMatchObject({
    fix: "If no other builder-pm is open: builder-pm doctor --unlock",
  });
});

test("ignores an empty lock after ten seconds", async () => {
  const { lock, acquire } = createLock("");
  await expect(acquire()).rejects.toMatchObject({ exitCode: 4 });
  const old = new Date(Date.now() - 20_000);
  utimesSync(lock, old, old);
  expect(await acquire({ giveUpAfter: 0 })).toBe(process.pid);
});

test("lets only one process at a time remove a lock", async () => {
  const dead = { ...describeSelf(processes), pid: await getEndedPid() };
  const { lock, acquire } = createLock(dead);
  const { pid } = startSleeper();
  const guard = `${lock}.${dead.nonce}`;
  writeFileSync(guard, JSON.stringify(describeSelf({ ...processes, pid })));
  await expect(acquire()).rejects.toMatchObject({
    message: expect.stringContaining(`process ${pid}`),
  });
  expect(existsSync(lock)).toBe(true);
  writeFileSync(guard, JSON.stringify({ ...dead, nonce: "another" }));
  expect(await acquire({ giveUpAfter: 0 })).toBe(process.pid);
});

test("treats an owner as ended only if that is certain", async () => {
  const self = describeSelf(processes);
  const ended = await getEndedPid();
  expect(findOwnerState({ ...self, pid: ended }, processes)).toBe("ended");
  expect(findOwnerState({ ...self, pid: ended, host: "elsewhere" }, processes)).toBe("unknown");
  const { pid } = startSleeper();
  expect(findOwnerState({ ...self, pid, start: null }, processes)).toBe("unknown");
  expect(findOwnerState({ ...self, pid, start: null, at: "2001-01-01T00:00:00Z" }, processes)).toBe(
    "ended",
  );
});
