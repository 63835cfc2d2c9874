import type { Plugin } from "rolldown";

const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);\n?/g;

const FIXED = /^(?:(?:async )?function\*? ?|class |const )([\w$]+)/gm;

/**
 * Exports what never changes as plain values, all at once. The bundler writes a getter for each
 * name of a file that others share: hundreds of functions to parse and to make at each start.
 * Hundreds of assignments would take 2 ms.
 */
export const plainExports: Plugin = {
  name: "plain-exports",
  renderChunk(code) {
    const fixed = new Set([...code.matchAll(FIXED)].map(([, name]) => name));
    const values: string[] = [];
    const rest = code.replace(GETTER, (getter, name, local) => {
      if (!fixed.has(local)) return getter;
      values.push(`${name}: ${local}`);
      return "";
    });
    return values.length === 0
      ? code
      : `${rest}\nObject.assign(exports, {\n${values.join(",\n")}\n});\n`;
  },
};
