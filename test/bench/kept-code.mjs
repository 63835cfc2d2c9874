import { existsSync, mkdirSync, rmSync } from "node:fs";
import nodeModule from "node:module";
import { join } from "node:path";

/** What tells builder-pm to leave Node's compile cache alone. */
const off = [
  "NODE_DISABLE_COMPILE_CACHE",
  "NODE_COMPILE_CACHE",
  ...["CLAUDECODE", "CODEX_SANDBOX", "CODEX_THREAD_ID", "GEMINI_CLI", "CURSOR_AGENT"],
  ...["OPENCODE", "COPILOT_CLI", "AI_AGENT"],
];

/**
 * Returns two environments like those given, with compiled code that Node has kept: one with
 * something saved, one without. Returns undefined where nothing is kept: before Node 22.8.
 * @param {string} home a new folder
 * @param {NodeJS.ProcessEnv} env
 * @param {{ save: (env: NodeJS.ProcessEnv) => void, warmUp: (env: NodeJS.ProcessEnv) => unknown }} work
 */
export async function keepCode(home, env, { save, warmUp }) {
  if (!("enableCompileCache" in nodeModule)) return undefined;
  // The cache is never made in the temporary folder, so that is another one.
  const temp = join(home, "temp");
  mkdirSync(temp, { recursive: true });
  const own = Object.entries(env).filter(([name]) => !off.includes(name));
  const shared = { ...Object.fromEntries(own), TMPDIR: temp, TMP: temp, TEMP: temp };
  const savedEnv = { ...shared, BUILDER_PM_HOME: join(home, "saved") };
  const freshEnv = { ...shared, BUILDER_PM_HOME: join(home, "fresh") };
  for (const one of [savedEnv, freshEnv]) {
    save(one);
    if (!existsSync(join(one.BUILDER_PM_HOME, "cache")))
      throw new Error(`No cache was made in ${one.BUILDER_PM_HOME}`);
  }
  for (const name of ["progress.json", "progress.json.bak"])
    rmSync(join(freshEnv.BUILDER_PM_HOME, name), { force: true });
  for (const one of [savedEnv, freshEnv]) await warmUp(one);
  return { env: savedEnv, freshEnv };
}
