import { chownSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, test } from "vitest";
import { cleanEnv } from "./program.ts";
import { openSharedProcess } from "./shared-process.ts";
import { createTempFolder } from "./temp.ts";

/** The id of an account that isn't root and has no entry in /etc/passwd. */
export const PERSON = 54_321;

/** A test that runs programs as another account, which only root may do. */
export const asRoot = test.skipIf(process.getuid?.() !== 0);

const hook = join(import.meta.dirname, "failing-calls.cjs");

/**
 * Which file calls fail, the folder of the saved progress, where HOME stands for the home, and the
 * hook of a concurrent test.
 */
interface HomeSettings {
  failing?: string[];
  folder?: string;
  after?: typeof onTestFinished;
}

/** Creates the home of a person in which root runs the program too, as with `sudo builder-pm`. */
export function createSharedHome(settings: HomeSettings = {}) {
  const { failing = [], folder = "HOME/config/builder-pm", after = onTestFinished } = settings;
  const home = createTempFolder(after);
  chownSync(home, PERSON, PERSON);
  const FAILING = JSON.stringify({ calls: failing, code: "EPERM", times: -1, folder: home });
  const saved = folder.replace("HOME", home);
  const env = { ...cleanEnv(home, { FAILING }), BUILDER_PM_HOME: saved };
  const open = (account: { uid?: number; gid?: number }) => {
    const execArgv = ["--require", hook];
    return openSharedProcess({ env, cwd: home, execArgv, ...account, after });
  };
  const [asSelf, asPerson] = [open({}), open({ uid: PERSON, gid: PERSON })];
  return {
    home,
    saved,
    file: join(saved, "progress.json"),
    sudo: (...words: string[]) => asSelf(words),
    run: (...words: string[]) => asPerson(words),
  };
}
