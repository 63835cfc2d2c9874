// Tries each quality bar at length and prints a line for it. Exits with 1 if one is missed. Run
// `npm run soak`, or `npm run soak -- D1 D3` for some of them. D stands for saved data, S for the
// terminal, X for input from outside.

import { runCrowd } from "./crowd.mjs";
import { codes, crashAtEachCall, failEachCall } from "./failing.mjs";
import { saveOnFullDisk, saveUnderLimits } from "./full-disk.mjs";
import { killWriters } from "./kills.mjs";
import { cutPower } from "./power-cut.mjs";
import { typedBars } from "./typed-bars.mjs";

/**
 * Whether a bar is met, with a description; undefined if it could not be tried.
 * @typedef {{ met: boolean, words: string } | undefined} Verdict
 */

/** @type {[id: string, tried: string, try_: () => Promise<Verdict>][]} */
const bars = [
  ["D1", "1,000 kills during saves", tryKills],
  ["D2", "8 processes x 200 saves", () => tryCrowd({ writers: 8, each: 200 })],
  [
    "D2",
    "4 processes x 200 saves, 40 kills among them",
    () => tryCrowd({ writers: 4, each: 200, kills: 40 }),
  ],
  ["D3", "60 states of a full disk", async () => describeFull(await saveOnFullDisk(60))],
  [
    "D3",
    "60 limits by ulimit -f",
    async () => describeFull(await saveUnderLimits(Array.from(Array(60).keys()))),
  ],
  [
    "D4",
    `every file call fails once with ${codes.join(", ")}`,
    async () => describeFaults(await failEachCall("all")),
  ],
  ["D4", "a crash before every file call", async () => describeFaults(await crashAtEachCall())],
  ["D7", "50 power cuts 60 ms after a save", () => cutPower(50)],
  ...typedBars,
];

const chosen = process.argv.slice(2);
let missed = 0;
for (const [id, tried, attempt] of bars) {
  if (chosen.length > 0 && !chosen.includes(id)) continue;
  const verdict = await attempt();
  if (verdict && !verdict.met) missed++;
  const result = verdict
    ? `${verdict.met ? "met" : "MISSED"}, ${verdict.words}`
    : "skipped: this needs root on Linux";
  process.stdout.write(`${id}  ${tried}: ${result}\n`);
}
process.exitCode = missed === 0 ? 0 : 1;

async function tryKills() {
  const { corrupt, lost, blocked, leftovers, slowest } = await killWriters(1000);
  const met = corrupt + lost + blocked === 0 && leftovers <= 3 && slowest < 1000;
  const start = `slowest next start with its save ${slowest.toFixed(0)} ms`;
  return {
    met,
    words:
      `${corrupt} corrupt, ${lost} lost, ${blocked} blocked, ${leftovers} left-over files, ` +
      `${start}`,
  };
}

/** @param {{ writers: number, each: number, kills?: number }} crowd */
async function tryCrowd(crowd) {
  const { lost, extra, errors } = await runCrowd(crowd);
  const met = lost + extra === 0 && errors === "";
  return { met, words: `${lost} lost, ${extra} twice, ${errors === "" ? "0 errors" : errors}` };
}

/**
 * @param {import("./full-disk.mjs").FullResult | undefined} result
 * @returns {Verdict}
 */
function describeFull(result) {
  if (!result) return undefined;
  const { states, refused, breaches } = result;
  return {
    met: breaches.length === 0,
    words: [`${states} states, ${refused} refused`, ...breaches].join("; "),
  };
}

/** @param {import("./failing.mjs").FaultResult} result */
function describeFaults({ tries, breaches }) {
  const found = breaches.map((breach) => JSON.stringify(breach));
  return {
    met: breaches.length === 0,
    words: [`${tries} tries, ${breaches.length} breaches`, ...found].join("; "),
  };
}
