/** The process as a shell sees it: something to stop and to go on with. */
export type Job = Pick<NodeJS.Process, "on" | "off" | "kill" | "pid">;

/** A job that is watched. */
export interface WatchedJob {
  /**
   * Stops everything that was started with the program, as Ctrl+Z does where nobody reads the
   * keys.
   */
  suspend(): void;
  close(): void;
}

/**
 * As long as the system may take to stop a process; where no shell looks after it, the system does
 * not.
 */
const SETTLE = 50;
/** Everyone in the group: `npx` waits for the program, and the shell for `npx`. */
const GROUP = 0;

/**
 * Lets a shell stop the asking and go on with it: `leave` gives the terminal back before, `enter`
 * takes it again after.
 */
export function watchJob(
  job: Job,
  { leave, enter }: { leave: () => void; enter: () => void },
): WatchedJob {
  let timer: NodeJS.Timeout | undefined;

  const stop = (target: number) => {
    leave();
    job.off("SIGTSTP", onStop);
    try {
      job.kill(target, "SIGTSTP");
    } catch {
      // Windows knows no such signal; there the asking goes on at once.
    }
    timer = setTimeout(goOn, SETTLE);
  };
  const goOn = () => {
    clearTimeout(timer);
    job.off("SIGTSTP", onStop);
    job.on("SIGTSTP", onStop);
    enter();
  };
  const onStop = () => stop(job.pid);

  job.on("SIGTSTP", onStop);
  job.on("SIGCONT", goOn);
  return {
    suspend: () => stop(GROUP),
    close: () => {
      clearTimeout(timer);
      job.off("SIGTSTP", onStop);
      job.off("SIGCONT", goOn);
    },
  };
}
