import type { Job } from "./prompts/job.ts";

/** The process as far as this program uses it; tests pass their own. */
export type ProcessLike = Pick<
  NodeJS.Process,
  "argv" | "cwd" | "env" | "getuid" | Stream | keyof Job
> &
  Partial<Pick<NodeJS.Process, "report" | "getBuiltinModule" | "umask" | "versions">>;

type Stream = "stdin" | "stdout" | "stderr";
