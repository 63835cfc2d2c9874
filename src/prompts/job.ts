/** The parts of the process that let a shell suspend and resume it. */
export type Job = Pick<NodeJS.Process, "on" | "off" | "kill" | "pid">;

/** A watched job. */
export interface WatchedJob {
  /**
   * Suspends the program and everything that was started with it, as Ctrl+Z does if no program
   * reads the keys.
   */
  suspend(): void;
  close(): void;
}

/**
 * How long the system may take to suspend a process. It doesn't do so at all without a shell that
 * could resume it.
 */
const RESUME_AFTER_MS = 50;
/** The whole process group: `npx` waits for the program, and the shell waits for `npx`. */
const GROUP = 0;

/**
 * Lets a shell suspend and resume the questions. `leave` restores the terminal before that, `enter`
 * sets it up again after.
 */
export function watchJob(
  job: Job,
  { leave, enter }: { leave: () => void; enter: () => void },
): WatchedJob {
  let timer: NodeJS.Timeout | undefined;

  const suspend = (target: number) => {
    leave();
    job.off("SIGTSTP", onStop);
    try {
      job.kill(target, "SIGTSTP");
    } catch {
      // Windows has no such signal, so the questions continue immediately.
    }
    timer = setTimeout(resume, RESUME_AFTER_MS);
  };
  const resume = () => {
    clearTimeout(timer);
    job.off("SIGTSTP", onStop);
    job.on("SIGTSTP", onStop);
    enter();
  };
  const onStop = () => suspend(job.pid);

  job.on("SIGTSTP", onStop);
  job.on("SIGCONT", resume);
  return {
    suspend: () => suspend(GROUP),
    close: () => {
      clearTimeout(timer);
      job.off("SIGTSTP", onStop);
      job.off("SIGCONT", resume);
    },
  };
}
