import type { Plugin } from "rolldown";

/**
 * Removes the engine that runs JavaScript in front matter from gray-matter, so that the package
 * contains no `eval`, and the one that writes YAML, which nothing uses.
 */
export const withoutEval: Plugin = {
  name: "without-eval",
  transform(code, id) {
    if (!/gray-matter[\\/]lib[\\/]engines\.js$/.test(id)) return null;
    return ["eval(str)", "yaml.safeDump.bind(yaml)"].reduce(removePart, code);
  },
};

function removePart(code: string, part: string): string {
  if (code.includes(part)) return code.replace(part, "undefined");
  throw new Error(`gray-matter has changed: update build/without-eval.ts to remove ${part}`);
}
