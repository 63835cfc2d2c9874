import type { Plugin } from "rolldown";
import { minify } from "rolldown/utils";

/** Minifies the file with the MCP library, which is as large as a third of the program. */
export const minified: Plugin = {
  name: "minified",
  async renderChunk(code, { name }) {
    if (name !== "mcp-library") return null;
    const { code: small } = await minify(name, code, { module: false });
    return small;
  },
};
