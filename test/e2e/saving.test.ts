import { expect, test } from "vitest";
import { createTempFolder } from "../helpers/temp.ts";
import { runCrowd } from "../soak/crowd.mjs";
import { crashAtEachCall, failEachCall, traceCalls } from "../soak/failing.mjs";
import { saveUnderLimits } from "../soak/full-disk.mjs";
import { killWriters } from "../soak/kills.mjs";

const onLinux = test.skipIf(process.platform !== "linux");

test("killed while it saves: the file is whole, nothing that was told to be saved is lost, and the next start works", async () => {
  const result = await killWriters(12);
  expect(result).toMatchObject({ corrupt: 0, lost: 0, blocked: 0 });
  expect(result.leftovers).toBeLessThanOrEqual(3);
}, 60_000);

test("four that save at the same time lose nothing", async () => {
  expect(await runCrowd({ writers: 4, each: 25 })).toEqual({ lost: 0, extra: 0, errors: "" });
}, 60_000);

test("four that save at the same time, and are killed on the way, lose nothing", async () => {
  expect(await runCrowd({ writers: 4, each: 20, kills: 4 })).toEqual({
    lost: 0,
    extra: 0,
    errors: "",
  });
}, 60_000);

test("every file call may fail once: nothing is lost or blocked, and each refusal names the path and the reason", async () => {
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
  "where the disk takes only a part of the file, the save is refused and the old one stays " +
    "to the byte",
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
])(
  "a save lies on the disk before it takes the old one's place, its name before it is told ($name)",
  ({ env }) => {
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
    expect(
      calls.filter((call) => /^(write|open|copyFile)\w* \/progress\.json$/.test(call)),
    ).toEqual([]);
  },
);
