import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeSelf } from "../../src/store/lock-owner.ts";
import { answered, progressOf, runOf } from "../helpers/samples.ts";
import { openTestStore } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

const sound = progressOf(
  runOf("a", { problem: answered("yes", { evidence: "Zoë saw 14 tickets" }) }),
);

const text = JSON.stringify(sound, undefined, 2);

/** A store in a folder of its own, over what `make` puts there. */
function storeOver(content: string | Buffer, backup?: string) {
  const folder = createTempFolder();
  const file = join(folder, "progress.json");
  writeFileSync(file, content);
  if (backup !== undefined) writeFileSync(`${file}.bak`, backup);
  return { folder, file, store: openTestStore(folder) };
}

test("a folder in place of the file is refused, and moved aside by a restore", async () => {
  const { file, store } = storeOver("", text);
  rmSync(file);
  mkdirSync(file);
  await expect(store.update(() => sound)).rejects.toMatchObject({
    message: expect.stringContaining("(it is a folder)"),
  });
  const { aside = "" } = (await store.restore()) ?? {};
  expect(statSync(aside).isDirectory()).toBe(true);
  expect(await store.load()).toEqual(sound);
});

test.skipIf(process.platform === "win32")(
  "a pipe in place of the file keeps nobody waiting (Windows has none)",
  async () => {
    const { file, store } = storeOver("");
    rmSync(file);
    spawnSync("mkfifo", [file]);
    await expect(store.load()).rejects.toMatchObject({
      message: expect.stringContaining("(it is not a plain file)"),
    });
    await expect(store.update(() => sound)).rejects.toMatchObject({ exitCode: 4 });
  },
);

test.skipIf(process.platform === "win32")(
  "a link stays a link, and one that leads nowhere is refused",
  async () => {
    const elsewhere = createTempFolder();
    const { file, store } = storeOver("");
    rmSync(file);
    symlinkSync(join(elsewhere, "mine.json"), file);
    const refusal = {
      message: `The saved progress in "${file}" cannot be opened: it does not exist.`,
      exitCode: 4,
    };
    await expect(store.load()).rejects.toMatchObject(refusal);
    await expect(store.update(() => sound)).rejects.toMatchObject(refusal);
    expect(readdirSync(elsewhere)).toEqual([]);
    writeFileSync(join(elsewhere, "mine.json"), text);
    await store.update((progress) => ({ ...progress, colour: "green" }));
    expect(JSON.parse(readFileSync(join(elsewhere, "mine.json"), "utf8"))).toMatchObject({
      colour: "green",
    });
    expect(readdirSync(elsewhere)).toEqual(["mine.json", "mine.json.bak"]);
    expect(await store.load()).toEqual({ ...sound, colour: "green" });
  },
);

test.skipIf(process.platform === "win32")(
  "what a link leads to is not moved aside while it is saved",
  async () => {
    const elsewhere = join(createTempFolder(), "mine.json");
    const { folder, file } = storeOver("");
    const store = openTestStore(folder, { giveUpAfter: 50 });
    rmSync(file);
    symlinkSync(elsewhere, file);
    writeFileSync(elsewhere, text);
    writeFileSync(
      `${elsewhere}.lock`,
      JSON.stringify(describeSelf({ pid: process.ppid, kill: process.kill })),
    );
    await expect(store.moveAside()).rejects.toMatchObject({ exitCode: 4 });
    rmSync(`${elsewhere}.lock`);
    expect(readdirSync(folder)).toEqual(["progress.json"]);
    rmSync(elsewhere);
    await store.moveAside();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^progress-.*\.json$/)]);
  },
);
