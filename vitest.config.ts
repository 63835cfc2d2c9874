import { defineConfig } from "vitest/config";

// The tests under e2e/ start the built program, in a real terminal where one is needed: a busy
// computer needs a while. Reports show days in the time zone of the computer, which here is always
// the same. The program must not take the npx that started the tests for its own.
export default defineConfig({ test: { testTimeout: 20_000, env: { TZ: "UTC", npm_command: "" } } });
