import type { Plugin } from "rolldown";

/**
 * Leaves out how chalk finds out whether the terminal has color, because `src/screen.ts` decides
 * that and asking the system again takes about 3 ms.
 */
export const withoutColorDetection: Plugin = {
  name: "without-color-detection",
  resolveId: (source) => (source === "#supports-color" ? "\0no-color-detection" : null),
  load: (id) => (id === "\0no-color-detection" ? "export default {};" : null),
};
