import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The tests under e2e/ start the built program, which takes a while on a busy computer.
    testTimeout: 60_000,
    // By default one core would be left idle.
    maxWorkers: availableParallelism(),
    // No test changes a module, so that each worker loads each of them once.
    isolate: false,
    globalSetup: "test/helpers/global-setup.ts",
    provide: { fullRuns: false },
    // Reports show days in the local time zone. The program must not think that it was started by
    // the npx that started the tests.
    env: { TZ: "UTC", npm_command: "" },
  },
});
