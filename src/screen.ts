import { mapTexts } from "./domain/text/map-texts.ts";
import { addNpx } from "./domain/text/npx.ts";
import { describeSystemError } from "./errors.ts";
import { renderJson } from "./render/json/json.ts";
import { breakAtWords, breakMessage } from "./render/layout.ts";
import { createTheme, type RenderOptions } from "./render/theme.ts";
import { makeAllVisible, makeVisible } from "./render/visible.ts";

const FALLBACK_COLUMNS = 80;

/** One of the two streams, as a place to print. */
export interface Screen {
  /** True when a person sees it; false when it goes to a file or another program. */
  readonly isTerminal: boolean;
  /**
   * Draws a screen. Every text of the view is made visible first, so nothing in it can act on the
   * terminal.
   */
  show<V>(render: (view: V, options: RenderOptions) => string, view: V): void;
  /**
   * Prints a message, made visible; at a terminal a sentence is broken at words, a command to
   * paste never.
   */
  line(text: string): void;
  /** Prints one JSON document for another program. */
  json(document: Readonly<Record<string, unknown>>): void;
  /** Prints a text exactly as it is, for another program. */
  write(text: string): void;
  /** Prints a page of markdown: as it is, or broken at words for a person at a terminal. */
  page(text: string): void;
}

/** A screen that is in use: how to draw on it, and a way to wait until all is written. */
export interface OpenScreen extends Screen {
  options(): RenderOptions;
  finish(): Promise<NodeJS.ErrnoException | undefined>;
}

/** How a stream is printed on: in color or not, and with "npx" before the commands or not. */
export interface ScreenOptions {
  color: boolean;
  npx: boolean;
}

/** Makes a place to print of a stream. */
export function openScreen(stream: NodeJS.WriteStream, { color, npx }: ScreenOptions): OpenScreen {
  // Looked at anew for each screen: a person may change the window while a question stands.
  const findWidth = () => Math.min(stream.columns || FALLBACK_COLUMNS, FALLBACK_COLUMNS);
  let failure: NodeJS.ErrnoException | undefined;
  stream.on("error", (error) => {
    failure ??= error;
  });
  const name = npx ? addNpx : (text: string) => text;
  const nameAll = <T>(view: T) => (npx ? mapTexts(view, addNpx) : view);
  const options = () => ({ theme: createTheme({ color }), width: findWidth() });
  return {
    isTerminal: Boolean(stream.isTTY),
    options,
    show: (render, view) =>
      void stream.write(name(render(nameAll(makeAllVisible(view)), options()))),
    line: (text) => {
      const shown = name(makeVisible(text));
      stream.write(`${stream.isTTY ? breakMessage(shown, findWidth()) : shown}\n`);
    },
    json: (document) =>
      void stream.write(renderJson(npx ? mapTexts(document, nameCommand) : document)),
    write: (text) => void stream.write(text),
    page: (text) => void stream.write(stream.isTTY ? breakAtWords(text, findWidth()) : text),
    finish: () =>
      new Promise((resolve) => {
        stream.write("", (error) => resolve(failure ?? error ?? undefined));
      }),
  };
}

/** Puts "npx" before a command in a document: a program runs what stands under these two names. */
function nameCommand(text: string, key: string): string {
  return ["command", "fix"].includes(key) ? addNpx(text) : text;
}

/** What went wrong with the output, in words. A reader that left early is no failure. */
export function describeOutput(failure: NodeJS.ErrnoException | undefined): string | undefined {
  if (!failure || failure.code === "EPIPE" || failure.code === "ERR_STREAM_DESTROYED")
    return undefined;
  return `The output could not be written: ${describeSystemError(failure)}.`;
}

/** Whether a stream gets colour: the option, then the environment, then what the stream is. */
export function decideColor(
  option: boolean | undefined,
  env: NodeJS.ProcessEnv,
  stream: NodeJS.WriteStream,
): boolean {
  if (option !== undefined) return option;
  if (env.FORCE_COLOR) return isOn(env.FORCE_COLOR);
  if (env.NO_COLOR || env.TERM === "dumb") return false;
  return Boolean(stream.isTTY);
}

/** A variable that is set, and not to a word for no. */
export function isOn(value: string | undefined): boolean {
  return Boolean(value) && value !== "0" && value?.toLowerCase() !== "false";
}
