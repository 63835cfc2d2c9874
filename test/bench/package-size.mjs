import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Returns the size of the packed package in kB (1,000 bytes) and how many packages it installs.
 * @param {string} root
 * @returns {{ kilobytes: number | undefined, packages: number }}
 */
export function measurePackage(root) {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, "utf8"));
  const installed = Object.entries(lock.packages).filter(
    ([folder, entry]) => folder !== "" && !entry.dev,
  );
  return { kilobytes: measureTarball(root), packages: installed.length + 1 };
}

/**
 * Returns the size of the tarball, or undefined if npm did not start the bench.
 * @param {string} root
 */
function measureTarball(root) {
  // biome-ignore lint/style/noProcessEnv: npm says there where it lies itself.
  const npm = process.env.npm_execpath;
  if (!npm) return undefined;
  const words = [npm, "pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return JSON.parse(stdout)[0].size / 1000;
}
