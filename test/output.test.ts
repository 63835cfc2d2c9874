import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openStdout } from "../src/output.ts";
import type { ProcessLike } from "../src/process-like.ts";

test("a process that isn't the real one keeps its own stream", () => {
  const stdout = new PassThrough();
  expect(openStdout({ stdout } as unknown as ProcessLike)).toBe(stdout);
});
