import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import type { BuiltHelp } from "../src/built-help.ts";

/** Keeps what the new program prints for --help, which is what most people call first. */
export const builtHelp: Plugin = {
  name: "built-help",
  writeBundle({ dir = "dist" }) {
    // Without the variables of whoever builds: their content, for example, isn't everybody's.
    const text = execFileSync(process.execPath, [join("bin", "builder-pm.cjs"), "--help"], {
      encoding: "utf8",
      env: { NODE_DISABLE_COMPILE_CACHE: "1" },
    });
    const help: BuiltHelp = { text, stepFiles: readdirSync(join("content", "steps")).toSorted() };
    writeFileSync(join(dir, "help.json"), JSON.stringify(help));
  },
};
