import { defineConfig } from "vitest/config";

// The tests under e2e/ start the built program, in a real terminal where one is needed: a busy computer needs a while.
export default defineConfig({ test: { testTimeout: 20_000 } });
