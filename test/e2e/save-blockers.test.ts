import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { asRoot, createSharedHome } from "../helpers/two-accounts.ts";

const noFolder = "it is not a folder";
const denied = "permission denied";
const chown = 'sudo chown -R "$(id -un)" "HOME/config/builder-pm"';

/** What can block a save, and what doctor says about it. */
const blockers: {
  name: string;
  block: (home: { saved: string; file: string }) => void;
  problem: string;
  path: string;
  fix: string;
}[] = [
  {
    name: "a folder that root made",
    block: ({ saved, file }) => {
      for (const path of [saved, file, `${file}.bak`]) chownSync(path, 0, 0);
    },
    problem: denied,
    path: "config/builder-pm",
    fix: chown,
  },
  {
    name: "a folder that root locked",
    block: ({ saved }) => {
      chownSync(saved, 0, 0);
      chmodSync(saved, 0o700);
    },
    problem: denied,
    path: "config/builder-pm",
    fix: chown,
  },
  {
    name: "a file that root saved",
    block: ({ file }) => chownSync(file, 0, 0),
    problem: denied,
    path: "config/builder-pm/progress.json",
    fix: chown,
  },
  {
    name: "a lock that root left",
    block: ({ file }) => writeFileSync(`${file}.lock`, "", { mode: 0o600 }),
    problem: denied,
    path: "config/builder-pm/progress.json.lock",
    fix: chown,
  },
  {
    name: "a folder that is read-only",
    block: ({ saved }) => chmodSync(saved, 0o555),
    problem: denied,
    path: "config/builder-pm",
    fix: 'chmod u+rwX "HOME/config/builder-pm"',
  },
  {
    name: "somebody else's files in a folder for all",
    block: ({ saved, file }) => {
      for (const path of [saved, file]) chownSync(path, 0, 0);
      chmodSync(saved, 0o1777);
      chmodSync(file, 0o644);
    },
    problem: "it belongs to another account",
    path: "config/builder-pm/progress.json",
    fix: chown,
  },
  {
    name: "a folder in place of the lock",
    block: ({ file }) => mkdirSync(`${file}.lock`),
    ...{ problem: "it is a folder", path: "config/builder-pm/progress.json.lock" },
    fix: "Move that folder somewhere else.",
  },
  {
    name: "a folder in place of the next revision",
    block: ({ file }) => mkdirSync(`${file}.new`),
    ...{ problem: "it is a folder", path: "config/builder-pm/progress.json.new" },
    fix: "Move that folder somewhere else.",
  },
];

// The program waits for a while for files that a scanner may hold.
asRoot.concurrent.for(blockers)(
  "doctor and a save report the same about $name",
  async (blocker, { onTestFinished: after }) => {
    const { block, problem, path, fix } = blocker;
    const { home, run, file, ...rest } = createSharedHome({ after });
    await run("start", "script");
    await run("park", "an idea");
    block({ file, ...rest });
    const before = readFileSync(file, "utf8");
    const save = await run("park", "another idea");
    expect(save).toMatchObject({ code: 4, stderr: expect.stringContaining(file) });
    expect(save.stderr).toContain("For details: builder-pm doctor");
    expect(readFileSync(file, "utf8")).toBe(before);
    const { code, stdout } = await run("doctor");
    expect({ code, stdout }).toEqual({
      code: 4,
      stdout: expect.not.stringContaining("No problems found"),
    });
    expect(stdout).toContain(`Saving won't work: ${problem}.\n    ${join(home, path)}\n`);
    expect(stdout).toContain(fix.replace("HOME", home));
    const json = await run("doctor", "--json");
    expect(json.code).toBe(4);
    expect(JSON.parse(json.stdout)).toMatchObject({
      sound: false,
      fix: fix.replace("HOME", home),
      saveBlocker: { path: join(home, path), reason: problem },
    });
  },
);

asRoot("what can be read is read in a folder where nothing can be saved", async () => {
  const { saved, run } = createSharedHome();
  await run("start", "script");
  chmodSync(saved, 0o555);
  for (const words of [["status"], ["projects"], ["export"], ["slices"], ["check", "--json"]]) {
    expect(await run(...words)).toMatchObject({ code: 0 });
  }
});

asRoot.concurrent.for([
  { name: "a file", folder: "HOME/notes.txt", path: "HOME/notes.txt", reason: noFolder },
  { name: "below a file", folder: "HOME/notes.txt/pm", path: "HOME/notes.txt", reason: noFolder },
  { name: "below /root", folder: "/root/pm", path: "/root", reason: denied },
  { name: "below /proc", folder: "/proc/pm", path: "/proc", reason: denied },
])(
  "doctor reports a BUILDER_PM_HOME that is $name",
  async ({ folder, path, reason }, { onTestFinished: after }) => {
    const { home, run } = createSharedHome({ folder, after });
    writeFileSync(join(home, "notes.txt"), "mine");
    expect(await run("start", "script")).toMatchObject({ code: 4 });
    const { code, stdout } = await run("doctor", "--json");
    expect(code).toBe(4);
    const { saveBlocker } = JSON.parse(stdout);
    expect(saveBlocker).toMatchObject({ reason, path: path.replace("HOME", home), command: null });
  },
);

asRoot("root is told too that /proc takes no files", async () => {
  const { sudo } = createSharedHome({ folder: "/proc/pm" });
  const { stdout } = await sudo("doctor", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ sound: false, saveBlocker: { path: "/proc" } });
});
