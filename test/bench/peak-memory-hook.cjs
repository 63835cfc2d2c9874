"use strict";

const { readFileSync, writeSync } = require("node:fs");

// On Linux, maxRSS includes the parent's memory before exec; VmHWM does not.
process.on("exit", () => {
  writeSync(3, String(readHighWater() ?? process.resourceUsage().maxRSS));
});

/** Returns the peak memory of this process in KiB, or undefined without /proc. */
function readHighWater() {
  try {
    return /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
