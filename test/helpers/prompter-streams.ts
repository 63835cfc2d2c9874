import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { ExitCode, StoppedError } from "../../src/errors.ts";
import { openPrompter } from "../../src/prompts/open.ts";
import type { Prompter, PrompterSettings } from "../../src/prompts/prompter.ts";
import { hang, measure } from "../../src/render/layout.ts";
import { createTheme } from "../../src/render/theme.ts";
import { makeVisible } from "../../src/render/visible.ts";

/**
 * A real prompter over streams: `type` sends bytes as a terminal does, `shown` returns its output.
 */
export interface StreamPrompter {
  prompter: Prompter;
  input: PassThrough & { rawModes: boolean[] };
  type(...chunks: (string | Uint8Array)[]): void;
  shown(): string;
  /** Waits until the text is in the output. */
  waitFor(text: string | Pick<RegExp, "test">): Promise<void>;
}

/** Opens the drawn or the plain prompter over streams; the plain one reads a pipe by default. */
export async function openStreamPrompter({
  plain = false,
  terminal,
  width = 80,
  whileWaiting,
}: {
  plain?: boolean;
  terminal?: boolean;
  width?: number;
  whileWaiting?: () => void;
} = {}): Promise<StreamPrompter> {
  const isTTY = terminal ?? !plain;
  const rawModes: boolean[] = [];
  const setRawMode = (on: boolean) => void rawModes.push(on);
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode, rawModes });
  // Like a process's own streams, it stays open after a prompt.
  const output: PassThrough = Object.assign(new PassThrough(), {
    isTTY,
    columns: width,
    rows: 24,
    end: () => output,
  });
  let written = "";
  output.on("data", (chunk: Buffer) => {
    written += chunk.toString("utf8");
  });
  const asking = new AbortController();
  const prompter = await openPrompter(
    {
      input,
      output,
      findWidth: () => width,
      signal: asking.signal,
      visible: makeVisible,
      measure,
      style: createTheme({ color: false }),
      stop: () => asking.abort(new StoppedError("Stopped.")),
      hangUp: () => asking.abort(new StoppedError("Gone.", ExitCode.hungUp)),
      job: Object.assign(new EventEmitter(), {
        kill: () => true,
        pid: 0,
      }) as unknown as PrompterSettings["job"],
      wrap: (first, text) => hang(first, text, width),
      whileWaiting,
    },
    { plain },
  );
  return {
    prompter,
    input,
    shown: () => written,
    type: (...chunks) => {
      for (const chunk of chunks) input.write(chunk);
    },
    waitFor: async (text) => {
      const deadline = Date.now() + 5_000;
      while (typeof text === "string" ? !written.includes(text) : !text.test(written)) {
        if (Date.now() > deadline)
          throw new Error(`Waited in vain for ${text} in ${JSON.stringify(written)}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
  };
}
