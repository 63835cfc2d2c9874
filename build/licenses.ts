import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** Writes the license of every bundled package to `LICENSES.txt`, as those licenses require. */
export const licenses: Plugin = {
  name: "licenses",
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    const folders = new Set(modules.flatMap(findPackageFolder));
    const source = [...folders].toSorted().map(readLicense).join("\n\n");
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
  },
};

/** Returns the folder of the package a module belongs to; empty for the program's own modules. */
function findPackageFolder(id: string): string[] {
  const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? [];
  return folder ? [folder] : [];
}

function readLicense(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no license file. Add its text here, or don't bundle it.`);
  const text = readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}`;
}
