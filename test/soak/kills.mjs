import { withFolder } from "./folder.mjs";
import { listLeftovers, prepareHome, readIdeas, startWriter } from "./writing.mjs";

const PER_HOME = 50;

/**
 * Bar D1: the result of kills during saves. `slowest` is the longest first save after a kill, in
 * ms.
 * @typedef {{ kills: number, corrupt: number, lost: number, blocked: number, leftovers: number,
 * slowest: number }} KillResult
 */

/**
 * Kills a process during a save again and again, and checks the file each time.
 * @param {number} kills
 * @returns {Promise<KillResult>}
 */
export async function killWriters(kills) {
  const result = { kills, corrupt: 0, lost: 0, blocked: 0, leftovers: 0, slowest: 0 };
  for (let done = 0; done < kills; done += PER_HOME) {
    await withFolder(async (home) => {
      await prepareHome(home);
      for (let turn = done; turn < Math.min(kills, done + PER_HOME); turn++)
        await killOnce(home, result);
    });
  }
  return result;
}

/**
 * @param {string} home
 * @param {KillResult} result
 */
async function killOnce(home, result) {
  const before = read(home, result).length;
  const started = performance.now();
  const writer = startWriter(home, "a", before + 1, before + 1000);
  await writer.firstSave;
  result.slowest = Math.max(result.slowest, performance.now() - started);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
  writer.kill();
  await writer.ended;
  const told = writer.saved().at(-1) ?? 0;
  if (told === 0 || writer.errors() !== "") result.blocked++;
  const saved = read(home, result);
  const isWhole = saved.every((number, index) => number === index + 1);
  if (!isWhole || saved.length < told) result.lost++;
  result.leftovers = Math.max(result.leftovers, listLeftovers(home).length);
}

/**
 * @param {string} home
 * @param {KillResult} result
 */
function read(home, result) {
  try {
    return readIdeas(home).get("a") ?? [];
  } catch {
    result.corrupt++;
    return [];
  }
}
