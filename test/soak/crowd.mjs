import { withFolder } from "./folder.mjs";
import { prepareHome, readIdeas, startWriter } from "./writing.mjs";

/**
 * Bar D2: the result of concurrent saves.
 * @typedef {{ lost: number, extra: number, errors: string }} CrowdResult
 */

/**
 * Lets several processes save at the same time. With `kills`, kills and replaces that many of them.
 * @param {{ writers: number, each: number, kills?: number }} crowd
 * @returns {Promise<CrowdResult>}
 */
export function runCrowd({ writers, each, kills = 0 }) {
  return withFolder(async (home) => {
    await prepareHome(home);
    const told = Array.from({ length: writers }, () => /** @type {number[]} */ ([]));
    const errors = await Promise.all(
      told.map((numbers, index) =>
        writeAll(home, `w${index}`, each, Math.ceil((kills - index) / writers), numbers),
      ),
    );
    const saved = readIdeas(home);
    const found = told.map((_, index) => saved.get(`w${index}`) ?? []);
    return {
      lost: told.flatMap((numbers, index) =>
        numbers.filter((number) => !found[index]?.includes(number)),
      ).length,
      extra: found.reduce((count, numbers) => count + numbers.length - new Set(numbers).size, 0),
      errors: errors.join(""),
    };
  });
}

/**
 * @param {string} home
 * @param {string} name
 * @param {number} each
 * @param {number} kills
 * @param {number[]} told
 */
async function writeAll(home, name, each, kills, told) {
  let errors = "";
  let next = 1;
  for (let left = Math.max(kills, 0); next <= each; left--) {
    const writer = startWriter(home, name, next, each);
    if (left > 0) {
      await writer.firstSave;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      writer.kill();
    }
    await writer.ended;
    told.push(...writer.saved());
    errors += writer.errors();
    // The last idea may be saved without a report, so the next process starts after it.
    next = Math.max(told.at(-1) ?? 0, readIdeas(home).get(name)?.at(-1) ?? 0) + 1;
    if (left <= 0) break;
  }
  return errors;
}
