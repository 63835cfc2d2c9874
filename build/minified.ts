import type { Plugin } from "rolldown";
import { type MinifyOptions, minify } from "rolldown/utils";

/**
 * Shorter code is parsed faster. Lines and the names of functions stay, so that a person can read
 * where an error was thrown.
 */
const readable: MinifyOptions = {
  module: false,
  compress: { keepNames: { function: true, class: true } },
  mangle: { toplevel: false, keepNames: { function: true, class: true } },
  codegen: { removeWhitespace: false },
};

/** Nobody looks for an error in this library, which is as large as a third of the program. */
const LIBRARY = "mcp-library";

/** Makes the built files shorter, and the file with the MCP library as short as it can be. */
export const minified: Plugin = {
  name: "minified",
  async renderChunk(code, { name }) {
    const options = name === LIBRARY ? { module: false } : readable;
    const { code: small } = await minify(`${name}.cjs`, code, options);
    return small;
  },
};
