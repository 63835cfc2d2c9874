import type { Plugin } from "rolldown";

const SHIMS = "@modelcontextprotocol/server/_shims";

/**
 * Leaves ajv out of the MCP server: 270 kB that would check what a host's form returns. No tool
 * shows a form, and valibot checks what the tools get.
 */
export const withoutAjv: Plugin = {
  name: "without-ajv",
  resolveId: (source) => (source === SHIMS ? "\0no-ajv" : null),
  load: (id) =>
    id === "\0no-ajv"
      ? `export { default as process } from "node:process";
        export class DefaultJsonSchemaValidator {
          getValidator() { throw new Error("ajv is not in the build: see build/without-ajv.ts"); }
        }`
      : null,
};
