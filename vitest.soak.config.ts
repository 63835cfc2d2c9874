import { defineConfig } from "vitest/config";

// The long forms: one file for each bar. They are started by test/soak/typed-bars.mjs.
export default defineConfig({
  test: {
    include: ["test/soak/*.soak.ts"],
    testTimeout: 60 * 60_000,
    fileParallelism: false,
    env: { TZ: "UTC", npm_command: "" },
  },
});
