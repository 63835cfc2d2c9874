import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { findMemoryFolder } from "./test/helpers/memory-folder.ts";

/** Starts the slow files first, so that no worker is left alone with one at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => /\/(?:e2e|drills)\//.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: {
    // The tests under e2e/ start the built program, which takes a while on a busy computer.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core would be left idle.
    maxWorkers: availableParallelism(),
    // No test changes a module, so that each worker loads each of them once.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    globalSetup: "test/helpers/global-setup.ts",
    provide: { fullRuns: false, drawPictures: false, memoryFolder: findMemoryFolder() },
    // Reports show days in the local time zone. The program must not think that it was started by
    // the npx that started the tests.
    env: { TZ: "UTC", npm_command: "" },
  },
});
