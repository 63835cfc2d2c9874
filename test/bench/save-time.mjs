import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Conf from "conf";
import { build } from "rolldown";
import { findMedian } from "./measure.mjs";

const KILOBYTES = 20;
const SAVES = 101;

/**
 * Returns the milliseconds of one change to a saved file of 20 kB: with our lock, read-back, copy
 * and fsync, and with conf alone.
 * @param {string} root
 * @param {string} folder
 */
export async function measureSave(root, folder) {
  const file = join(folder, "store.cjs");
  await build({
    input: join(root, "src/store/store.ts"),
    platform: "node",
    output: { file, format: "cjs", codeSplitting: false },
  });
  const { openStore } = createRequire(import.meta.url)(file);
  const home = join(folder, "save");
  mkdirSync(home);
  const world = { env: { BUILDER_PM_HOME: home }, pid: process.pid, kill: process.kill };
  const store = openStore(world, { now: () => new Date(), notify: () => {} });
  const conf = new Conf({ cwd: home, configName: "plain" });
  const runs = Array.from({ length: KILOBYTES * 2 }, (_, index) => createRun(index));
  await store.update((/** @type {object} */ progress) => ({ ...progress, runs }));
  conf.store = { version: 1, runs };
  /** @type {{ own: number[], bare: number[] }} */
  const times = { own: [], bare: [] };
  for (let turn = 0; turn < SAVES; turn++) {
    times.bare.push(await time(() => conf.set("turn", turn)));
    times.own.push(
      await time(() => store.update((/** @type {object} */ progress) => ({ ...progress, turn }))),
    );
  }
  return { own: findMedian(times.own), bare: findMedian(times.bare) };
}

/** @param {number} index */
function createRun(index) {
  const answer = {
    answer: "yes",
    evidence: "e".repeat(230),
    answeredAt: "2026-11-01T12:00:00.000Z",
  };
  return {
    id: `run-${index}`,
    checklist: "weekly",
    startedAt: "2026-11-01T12:00:00.000Z",
    answers: { problem: answer },
  };
}

/** @param {() => unknown} work */
async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
