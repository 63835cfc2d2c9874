import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../helpers/context.ts";
import { bin, cleanEnv, waitForEnd } from "../helpers/program.ts";
import { openSharedProcess } from "../helpers/shared-process.ts";
import { readProgress } from "../helpers/store.ts";
import { createTempFolder } from "../helpers/temp.ts";

/** Which calls of Node's fs module fail, and how often. */
interface Failing {
  calls: string[];
  code: string;
  times?: number;
}

const hook = join(import.meta.dirname, "..", "helpers", "failing-calls.cjs");
const execArgv = ["--require", hook];
const nothing = { FAILING: JSON.stringify({ calls: [] }) };
const runShared = openSharedProcess({
  ...{ env: cleanEnv(root, nothing), cwd: root, execArgv, after: afterAll },
});

/** Creates a home in which these calls fail every time the program runs. */
function createOddHome({ calls, code, times = -1 }: Failing) {
  const home = createTempFolder();
  const file = join(home, "saved", "progress.json");
  const env = cleanEnv(home, { FAILING: JSON.stringify({ calls, code, times, folder: home }) });
  return {
    home,
    file,
    run: (...words: string[]) => runShared(words, { env, cwd: home }),
    /** Runs a command line in its own process. */
    runAlone: (...words: string[]) =>
      waitForEnd(spawn(process.execPath, [...execArgv, bin, ...words], { cwd: home, env })),
    read: () => readProgress(file),
  };
}

const done = { code: 0 };
const posixOnly = test.skipIf(process.platform === "win32");

/** Error codes of filesystems without hard links. */
const linkCodes = "EISDIR EACCES EINVAL UNKNOWN EXDEV EMLINK EPERM ENOTSUP EROFS".split(" ");

test.each(linkCodes)("saves and exports if linking a file fails with %s", async (code) => {
  const { home, file, run, read } = createOddHome({ calls: ["linkSync"], code });
  expect(await run("check", "--answer", "problem=yes")).toMatchObject(done);
  const before = readFileSync(file, "utf8");
  expect(await run("start", "script", "--title", "Monday report")).toMatchObject(done);
  expect(read().projects).toHaveLength(1);
  expect(readFileSync(`${file}.bak`, "utf8")).toBe(before);
  expect(await run("undo")).toMatchObject(done);
  expect(read().projects).toHaveLength(0);
  expect(readdirSync(join(home, "saved"))).toEqual(["progress.json", "progress.json.bak"]);
  expect(await run("export", "-o", "report.md")).toMatchObject(done);
  expect(readFileSync(join(home, "report.md"), "utf8")).toContain("# ");
  const again = await run("export", "-o", "report.md");
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("already exists") });
  expect(readdirSync(home).toSorted()).toEqual(["report.md", "saved"]);
});

test("restores and resets a damaged file where files can't be linked", async () => {
  const { file, home, run, read } = createOddHome({ calls: ["linkSync"], code: "EISDIR" });
  await run("start", "script");
  await run("park", "a dashboard");
  writeFileSync(file, "{ damaged");
  expect(await run("doctor", "--restore")).toMatchObject(done);
  expect(read().projects).toHaveLength(1);
  expect(await run("reset", "--yes")).toMatchObject(done);
  expect(readdirSync(join(home, "saved")).filter((name) => name === "progress.json")).toEqual([]);
});

test("concurrent saves lose nothing where files can't be linked", async () => {
  const { run, runAlone, read } = createOddHome({ calls: ["linkSync"], code: "EINVAL" });
  await run("start", "script");
  const ideas = Array.from({ length: 8 }, (_, index) => `idea ${index}`);
  const ended = await Promise.all(ideas.map((idea) => runAlone("park", idea)));
  expect(ended.map(({ code, stderr }) => (code === 0 ? "" : stderr)).join("")).toBe("");
  const parked = read().projects[0]?.parked;
  expect(parked?.map(({ idea }) => idea).toSorted()).toEqual(ideas);
});

test("one of several exports to one name wins where files can't be linked", async () => {
  const { home, run, runAlone } = createOddHome({ calls: ["linkSync"], code: "UNKNOWN" });
  await run("start", "script");
  const words = ["export", "--json", "-o", "all.json"];
  const ended = await Promise.all([words, words, words].map((same) => runAlone(...same)));
  expect(ended.map(({ code }) => code).toSorted()).toEqual([0, 1, 1]);
  expect(JSON.parse(readFileSync(join(home, "all.json"), "utf8")).projects).toHaveLength(1);
});

test.each(["ENOSPC", "EDQUOT"])(
  "reports why nothing was saved if neither linking nor copying works (%s)",
  async (code) => {
    const { file, run } = createOddHome({ calls: ["linkSync", "copyFileSync"], code });
    expect(await run("start", "script")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining(
        `Your progress can't be saved in "${file}": the disk is full.`,
      ),
    });
  },
);

test.each(["EPERM", "EBUSY", "EACCES"])(
  "works while a scanner holds each file for a moment (%s)",
  async (code) => {
    const calls = ["readFileSync", "linkSync", "unlinkSync", "renameSync", "rmSync"];
    const { file, home, run, read } = createOddHome({ calls, code, times: 3 });
    expect(await run("start", "script")).toMatchObject(done);
    const { ino } = statSync(file);
    expect(await run("park", "a dashboard")).toMatchObject(done);
    // The same inode: linking was tried again.
    expect(statSync(`${file}.bak`).ino).toBe(ino);
    expect(await run("undo")).toMatchObject(done);
    expect(await run("undo", "--redo")).toMatchObject(done);
    expect(read().projects[0]?.parked).toHaveLength(1);
    expect(await run("export", "-o", "report.md")).toMatchObject(done);
    expect(await run("export", "-o", "report.md", "--force")).toMatchObject(done);
    expect(await run("doctor")).toMatchObject(done);
    expect(await run("reset", "--yes")).toMatchObject(done);
    const left = readdirSync(join(home, "saved"));
    expect(left.filter((name) => !/^progress-.*\.json(\.bak)?$/.test(name))).toEqual([]);
  },
);

// Windows limits the characters of a name, other systems its bytes, and macOS both.
const names = [
  ...[243, 255].map((bytes) => `${"x".repeat(bytes - 3)}.md`),
  ...[243, 255].map((bytes) => `${"\u00e9".repeat((bytes - 3) / 2)}.md`),
  `${"\u6f22".repeat(80)}.md`,
  `${"\u6f22".repeat(84)}.md`,
];

posixOnly.each(names)("exports to a file named %s", async (name) => {
  const { home, run } = createOddHome({ calls: [], code: "" });
  for (const more of [[], ["--force"]]) {
    expect(await run("export", "-o", name, ...more)).toMatchObject(done);
  }
  expect(readdirSync(home)).toEqual([name]);
});

test("exports to a deep folder", async () => {
  const { home, run } = createOddHome({ calls: [], code: "" });
  const level = "a".repeat(process.platform === "linux" ? 250 : 50);
  const deep = join(home, ...Array.from({ length: 12 }, () => level));
  mkdirSync(deep, { recursive: true });
  expect(await run("export", "-o", join(deep, "report.md"))).toMatchObject(done);
  expect(readdirSync(deep)).toEqual(["report.md"]);
});

test("rejects a name that no system accepts, with the reason", async () => {
  const { home, run } = createOddHome({ calls: [], code: "" });
  const { code, stderr } = await run("export", "-o", "\u00e9".repeat(128));
  expect(code).toBe(1);
  expect(stderr).toContain("the name is too long");
  expect(readdirSync(home)).toEqual([]);
});

test.skipIf(process.platform !== "linux")("rejects a folder below /proc at once", async () => {
  const { run } = createOddHome({ calls: [], code: "" });
  const words = ["content", "new", "guide", "my-page", "--dir", "/proc/nowhere/content"];
  const { code, stderr } = await run(...words);
  expect(code).toBe(1);
  expect(stderr).toContain('The folder "/proc/nowhere/content/guide" can\'t be created');
});

posixOnly("a pipe in place of the lock keeps nobody waiting (Windows has none)", async () => {
  const { file, run } = createOddHome({ calls: [], code: "" });
  await run("start", "script");
  execFileSync("mkfifo", [`${file}.lock`]);
  const old = new Date(Date.now() - 20_000);
  utimesSync(`${file}.lock`, old, old);
  expect(await run("doctor")).toMatchObject(done);
  expect(await run("park", "a dashboard")).toMatchObject(done);
});
