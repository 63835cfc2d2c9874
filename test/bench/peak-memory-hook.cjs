"use strict";

const { readFileSync, writeSync } = require("node:fs");

// On Linux the kernel's own figure counts what the parent held before this program began; VmHWM
// does not.
process.on("exit", () => {
  writeSync(3, String(readHighWater() ?? process.resourceUsage().maxRSS));
});

/**
 * The most memory this process held so far, in KiB; nothing where the system keeps no such file.
 */
function readHighWater() {
  try {
    return /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
