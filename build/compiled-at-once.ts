import type { Plugin } from "rolldown";

const ARROW = /(__commonJSMin\(\()\(([\w, ]*)\) => \{/g;

/**
 * Makes Node 20 compile CommonJS libraries (mainly commander) once instead of twice: it compiles a
 * `function` in parentheses along with its file, but an arrow function only when it is called.
 */
export const compiledAtOnce: Plugin = {
  name: "compiled-at-once",
  renderChunk: (code) => code.replace(ARROW, "$1function ($2) {"),
};
