import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findMedian } from "./measure.mjs";

const hook = fileURLToPath(new URL("peak-memory-hook.cjs", import.meta.url));
const RUNS = 5;

/**
 * Returns the peak memory of `node ...words` in MiB: the median of five runs.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
export function measurePeak(words, env) {
  const peaks = Array.from({ length: RUNS }, () => {
    const stdio = /** @type {const} */ (["ignore", "ignore", "ignore", "pipe"]);
    const { output } = spawnSync(process.execPath, ["--require", hook, ...words], {
      env,
      stdio: [...stdio],
    });
    return Number(output[3]) / 1024;
  });
  return findMedian(peaks);
}
