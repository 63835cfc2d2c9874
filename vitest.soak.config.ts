import { defineConfig } from "vitest/config";

// The long forms, started by test/soak/typed-bars.mjs: one file for each bar, and the property
// tests with their full number of cases.
export default defineConfig({
  test: {
    include: ["test/soak/*.soak.ts", "test/**/*.test.ts"],
    testTimeout: 60 * 60_000,
    // Removing a folder with files of many gigabytes takes long on a busy disk.
    hookTimeout: 5 * 60_000,
    fileParallelism: false,
    globalSetup: "test/helpers/global-setup.ts",
    provide: { fullRuns: true, drawPictures: false },
    env: { TZ: "UTC", npm_command: "" },
  },
});
