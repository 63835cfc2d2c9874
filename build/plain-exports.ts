import type { Plugin } from "rolldown";

const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;

const FIXED = /^(?:(?:async )?function\*? ?|class |const )([\w$]+)/gm;

/**
 * Exports what never changes as a plain value. The bundler writes a getter for each name of a file
 * that others share: hundreds of functions to parse and to make at each start.
 */
export const plainExports: Plugin = {
  name: "plain-exports",
  renderChunk(code) {
    const fixed = new Set([...code.matchAll(FIXED)].map(([, name]) => name));
    return code.replace(GETTER, (getter, name, local) =>
      fixed.has(local) ? `exports.${name} = ${local};` : getter,
    );
  },
};
