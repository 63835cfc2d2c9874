import { ExitCode, StoppedError } from "./errors.ts";
import type { ProcessLike } from "./process-like.ts";
import type { Prompter, PrompterSettings } from "./prompts/prompter.ts";
import { hang, measure } from "./render/layout.ts";
import type { RenderOptions } from "./render/theme.ts";
import { makeVisible } from "./render/visible.ts";

const stopSignals = [
  ["SIGINT", ExitCode.stopped],
  ["SIGTERM", ExitCode.terminated],
  ["SIGHUP", ExitCode.hungUp],
] as const;

/**
 * Runs `work` with a prompter and closes it after. If the person stops, or a signal arrives, throws
 * a StoppedError whose message is `stopNote`, called after the work has ended. Calls `whileWaiting`
 * once a first question is drawn.
 */
export async function askPerson<T>(
  host: ProcessLike,
  { plain, options }: { plain: boolean; options: () => RenderOptions },
  stopNote: () => string,
  work: (prompter: Prompter) => Promise<T>,
  whileWaiting?: () => void,
): Promise<T> {
  const { openPrompter } = await import("./prompts/open.ts");
  const asking = new AbortController();
  const stopWith = (code: ExitCode) => asking.abort(new StoppedError("Stopped.", code));
  const listeners = stopSignals.map(([name, code]) => [name, () => stopWith(code)] as const);
  for (const [name, listener] of listeners) host.on(name, listener);
  const settings: PrompterSettings = {
    input: host.stdin,
    output: host.stderr,
    findWidth: () => options().width,
    signal: asking.signal,
    stop: () => stopWith(ExitCode.stopped),
    hangUp: () => stopWith(ExitCode.hungUp),
    whileWaiting,
    job: host,
    style: options().theme,
    wrap: (first, text) => hang(first, text, options().width),
    measure,
    visible: makeVisible,
  };
  const prompter = await openPrompter(settings, { plain });
  try {
    return await work(prompter);
  } catch (error) {
    // Only now is known what was typed when the person stopped.
    if (error instanceof StoppedError) throw new StoppedError(stopNote(), error.exitCode);
    throw error;
  } finally {
    prompter.close();
    for (const [name, listener] of listeners) host.off(name, listener);
  }
}
