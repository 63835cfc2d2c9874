import type { Plugin } from "rolldown";

/** The libraries that few screens need, each with the code that stands in until it is called. */
export const lateLibraries: Record<string, string> = {
  // Colors are for terminals only.
  chalk: `export function Chalk(options) {
    return new (require("./chalk.cjs").Chalk)(options);
  }`,
  // Plain ASCII is as wide as it is long. Other text needs the tables of wide characters.
  "fast-string-width": `const ASCII = /^[ -~]*$/;
    export default (text) =>
      ASCII.test(text) ? text.length : require("./fast-string-width.cjs").default(text);`,
};

const PREFIX = "\0late:";

/** Puts libraries that few screens need in files of their own, which are read at the first call. */
export const loadedLate: Plugin = {
  name: "loaded-late",
  resolveId(source, importer) {
    if (importer?.startsWith(PREFIX)) return { id: source, external: true };
    return importer && Object.hasOwn(lateLibraries, source) ? PREFIX + source : null;
  },
  load: (id) => (id.startsWith(PREFIX) ? lateLibraries[id.slice(PREFIX.length)] : null),
};
