import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withFolder } from "./folder.mjs";
import { openProgram } from "./inside.mjs";

const bin = fileURLToPath(new URL("../../bin/builder-pm.cjs", import.meta.url));

/**
 * Bar D3: how many saves on a full disk were rejected, and which broke a promise.
 * @typedef {{ states: number, refused: number, breaches: string[] }} FullResult
 */

/**
 * Saves under `ulimit -f`, which limits the size of a file.
 * @param {readonly number[]} limits
 * @returns {Promise<FullResult>}
 */
export function saveUnderLimits(limits) {
  return withFolder(async (home) => {
    await fillHome(home);
    /** @type {FullResult} */
    const result = { states: 0, refused: 0, breaches: [] };
    for (const blocks of limits) {
      const words = [
        "-c",
        'ulimit -f "$1"; shift; exec "$@"',
        "sh",
        String(blocks),
        process.execPath,
        bin,
      ];
      saveOnce(home, result, () =>
        spawnIn(home, "sh", [...words, "park", `under ${blocks} blocks`]),
      );
    }
    return result;
  });
}

/**
 * Saves on a tiny disk that is nearly full. Needs permission to mount.
 * @param {number} states
 * @returns {Promise<FullResult | undefined>} nothing when it may not mount
 */
export function saveOnFullDisk(states) {
  return withFolder(async (disk) => {
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=160k", "tmpfs", disk]).status !== 0)
      return undefined;
    try {
      const home = join(disk, "home");
      await fillHome(home);
      /** @type {FullResult} */
      const result = { states: 0, refused: 0, breaches: [] };
      for (let state = 0; state < states; state++) {
        rmSync(join(disk, "filler"), { force: true });
        spawnSync("sh", [
          "-c",
          `head -c ${160_000 - state * 2_000} /dev/zero > "$1"`,
          "sh",
          join(disk, "filler"),
        ]);
        saveOnce(home, result, () =>
          spawnIn(home, process.execPath, [bin, "park", `state ${state}`]),
        );
      }
      return result;
    } finally {
      spawnSync("umount", [disk]);
    }
  });
}

/** @param {string} home */
async function fillHome(home) {
  const run = openProgram(home);
  await run("start", "script", "--title", "t".repeat(10_000));
  for (let number = 0; number < 4; number++) await run("park", `${number} ${"i".repeat(2_500)}`);
}

/**
 * @param {string} home
 * @param {FullResult} result
 * @param {() => { status: number | null, stderr: string }} save
 */
function saveOnce(home, result, save) {
  const file = join(home, "progress.json");
  const before = readFileSync(file, "utf8");
  const { status, stderr } = save();
  const after = existsSync(file) ? readFileSync(file, "utf8") : "";
  result.states++;
  if (status === 0 && isWhole(after) && after !== before) return;
  result.refused++;
  if (status !== 4 || !stderr.includes(file))
    result.breaches.push(`ended with ${status}: ${stderr}`);
  if (after !== before)
    result.breaches.push(`left a file of ${after.length} characters instead of ${before.length}`);
  writeFileSync(file, before);
}

/** @param {string} text */
function isWhole(text) {
  try {
    return JSON.parse(text).version === 2;
  } catch {
    return false;
  }
}

/**
 * @param {string} home
 * @param {string} program
 * @param {string[]} words
 */
function spawnIn(home, program, words) {
  // biome-ignore lint/style/noProcessEnv: a child process needs the PATH.
  const env = { ...process.env, BUILDER_PM_HOME: home };
  return spawnSync(program, words, { encoding: "utf8", env });
}
