import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { bin, cleanEnv } from "../helpers/program.ts";
import { createTempFolder } from "../helpers/temp.ts";
import { keys, openTerminal } from "../helpers/terminal.ts";

const CLEAR_LINE = "\u0015";

/** How each shell is started without personal settings and set up to complete. */
const shells = [
  {
    shell: "bash",
    words: ["--noprofile", "--norc"],
    setUp: 'eval "$(builder-pm completion bash)"',
  },
  { shell: "zsh", words: ["-f"], setUp: 'eval "$(builder-pm completion zsh)"' },
  {
    shell: "zsh",
    words: ["-f"],
    setUp:
      "builder-pm completion zsh > bin/_builder-pm; fpath=($PWD/bin $fpath); autoload -Uz " +
      "compinit; compinit -u -d dump",
  },
  { shell: "fish", words: [], setUp: "builder-pm completion fish | source" },
].filter(({ shell }) => canComplete(shell));

/**
 * Returns true if a shell is installed. macOS has bash 3.2, which adds a space after `problem=`.
 */
function canComplete(shell: string): boolean {
  const { status, stdout } = spawnSync(shell, ["--version"], { encoding: "utf8" });
  return status === 0 && !/bash, version 3/.test(stdout);
}

/** What is typed before Tab, and the line after it. */
const lines: [typed: string, completed: string][] = [
  ["builder-pm comp", "builder-pm completion "],
  ["builder-pm slices sho", "builder-pm slices show "],
  ["builder-pm slices show sc", "builder-pm slices show script "],
  ["builder-pm check --answer prob", "builder-pm check --answer problem="],
  ["builder-pm check --answer problem=par", "builder-pm check --answer problem=partly "],
  ['builder-pm check --answer "problem=par', 'builder-pm check --answer "problem=partly" '],
  ["builder-pm check --item=sl", "builder-pm check --item=slice "],
  ["builder-pm --no-color guide judg", "builder-pm --no-color guide judgment "],
  ["builder-pm lint notes", "builder-pm lint notes.md "],
  ["builder-pm spec --answers=notes", "builder-pm spec --answers=notes.md "],
];

/** Creates a home with a file to complete and a folder with the built program under its name. */
function openHome() {
  const home = createTempFolder();
  const place = join(home, "bin");
  mkdirSync(place);
  writeFileSync(join(home, "notes.md"), "");
  writeFileSync(join(place, "builder-pm"), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(join(place, "builder-pm"), 0o755);
  return { home, env: { PATH: `${place}${delimiter}${cleanEnv(home).PATH}` } };
}

test.skipIf(process.platform === "win32").each(shells)(
  "Tab in $shell completes commands, options, values and files ($setUp)",
  async ({ shell, words, setUp }) => {
    const terminal = openTerminal(words, { ...openHome(), program: shell, rows: 50 });
    terminal.press(`${setUp}; echo re''ady`, keys.enter);
    await terminal.waitFor("\nready");
    for (const [typed, completed] of lines) {
      // The mark is typed after the completed line.
      terminal.press(typed, keys.tab, "#");
      await terminal.waitFor(` ${completed}#`);
      terminal.press(CLEAR_LINE);
    }
    terminal.press("exit", keys.enter);
    await terminal.waitForEnd();
  },
  60_000,
);

test.skipIf(process.platform === "win32")(
  "a shell that can't find the program completes nothing",
  () => {
    const script = spawnSync(process.execPath, [bin, "completion", "bash"], {
      encoding: "utf8",
    }).stdout;
    const line =
      `${script}\n` +
      "PATH=/nowhere; COMP_WORDS=(builder-pm sl) COMP_CWORD=1; _builder_pm; echo " +
      `"[\${COMPREPLY[*]}]"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", line], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "[]\n", stderr: "" });
  },
);
