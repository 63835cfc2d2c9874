import { defineConfig } from "vitest/config";

// `npm run pictures`: draws the pictures of the README and the docs anew.
export default defineConfig({
  test: {
    include: ["test/pictures/*.test.ts"],
    testTimeout: 60_000,
    update: "all",
    globalSetup: "test/helpers/global-setup.ts",
    provide: { fullRuns: false, drawPictures: true },
    env: { TZ: "UTC", npm_command: "" },
  },
});
