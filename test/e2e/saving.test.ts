import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTempFolder, findTempParent } from "../helpers/temp.ts";
import { runCrowd } from "../soak/crowd.mjs";
import { crashAtEachCall, failEachCall, traceCalls } from "../soak/failing.mjs";
import { saveUnderLimits } from "../soak/full-disk.mjs";
import { killWriters } from "../soak/kills.mjs";

// In memory, where no save waits for a disk. `npm run soak` does the same on one.
beforeAll(() => {
  vi.stubEnv("TMPDIR", findTempParent());
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const onLinux = test.skipIf(process.platform !== "linux");

test("a kill during a save loses nothing that was reported as saved", async () => {
  const result = await killWriters(12);
  expect(result).toMatchObject({ corrupt: 0, lost: 0, blocked: 0 });
  expect(result.leftovers).toBeLessThanOrEqual(3);
}, 60_000);

test("four concurrent saves lose nothing", async () => {
  expect(await runCrowd({ writers: 4, each: 25 })).toEqual({ lost: 0, extra: 0, errors: "" });
}, 60_000);

test("four concurrent saves that are killed lose nothing", async () => {
  expect(await runCrowd({ writers: 4, each: 20, kills: 4 })).toEqual({
    lost: 0,
    extra: 0,
    errors: "",
  });
}, 60_000);

test("nothing is lost or blocked when any single file call fails", async () => {
  const { tries, breaches } = await failEachCall("rotate");
  expect(breaches).toEqual([]);
  expect(tries).toBeGreaterThan(200);
}, 120_000);

onLinux(
  "a process that ends on the way through a save leaves all or nothing, and blocks nobody",
  async () => {
    const { tries, breaches } = await crashAtEachCall(["save"], 6);
    expect(breaches).toEqual([]);
    expect(tries).toBeGreaterThan(8);
  },
  120_000,
);

onLinux(
  "rejects a save that the disk takes only in part, and keeps the old file",
  async () => {
    const { states, refused, breaches } = await saveUnderLimits([1, 8, 24, 40, 4096]);
    expect(breaches).toEqual([]);
    expect({ states, refused }).toEqual({ states: 5, refused: 4 });
  },
  60_000,
);

onLinux.each([
  { name: "as usual", env: {} },
  { name: "with SNAP set, where conf writes in place", env: { SNAP: "/snap/builder-pm/1" } },
])("flushes the file before the rename and the folder before the report ($name)", ({ env }) => {
  const calls = traceCalls(createTempFolder(), "save", env);
  const last = (call: string) => calls.lastIndexOf(call);
  const switched = last("renameSync /progress.json.new /progress.json");
  const written = calls.findLastIndex((call) => /^write\w* \/progress\.json\.new/.test(call));
  expect(written).toBeGreaterThan(0);
  expect(last("fsyncSync /progress.json.new")).toBeGreaterThan(written);
  expect(last("readFileSync /progress.json.new")).toBeGreaterThan(written);
  expect(last("fsyncSync /progress.json.new")).toBeLessThan(switched);
  expect(last("readFileSync /progress.json.new")).toBeLessThan(switched);
  const kept = last("renameSync /progress.json.bak.new /progress.json.bak");
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(switched);
  expect(last("fsyncSync ")).toBeGreaterThan(switched);
  expect(last("unlinkSync /progress.json.lock")).toBeGreaterThan(last("fsyncSync "));
  expect(calls.filter((call) => /^(write|open|copyFile)\w* \/progress\.json$/.test(call))).toEqual(
    [],
  );
});
