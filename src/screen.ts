import { mapTexts } from "./domain/text/map-texts.ts";
import { addNpx } from "./domain/text/npx.ts";
import { describeSystemError } from "./errors.ts";
import type { Output } from "./output.ts";
import { renderJson } from "./render/json/json.ts";
import { breakAtWords, breakMessage } from "./render/layout.ts";
import { renderReadAloud, unescapeMarkdown } from "./render/text/plain-text.ts";
import { createTheme, type RenderOptions } from "./render/theme.ts";
import { makeAllVisible, makeVisible } from "./render/visible.ts";

const FALLBACK_COLUMNS = 80;

/** Prints on one of the two output streams. */
export interface Screen {
  /** True if a person sees it, false if it goes to a file or another program. */
  readonly isTerminal: boolean;
  /** Returns the current width in columns. */
  findWidth(): number;
  /**
   * Renders and prints a view. Makes control characters in its texts visible first, so they can't
   * affect the terminal.
   */
  show<V>(render: (view: V, options: RenderOptions) => string, view: V): void;
  /**
   * Prints a message with control characters made visible. In a terminal, wraps sentences at words,
   * but never a command to paste.
   */
  line(text: string): void;
  /** Prints one JSON document for another program. */
  json(document: Readonly<Record<string, unknown>>): void;
  /** Returns a JSON document as `json` prints it. */
  toJson(document: Readonly<Record<string, unknown>>): string;
  /** Prints a text unchanged, for another program. */
  write(text: string): void;
  /** Prints a page of text, wrapped at words in a terminal and unchanged elsewhere. */
  page(text: string): void;
  /** Prints a page with escaped answers; in a terminal, they show as they were typed. */
  markdown(text: string): void;
}

/** A screen with its render options, and a way to wait until everything is written. */
export interface OpenScreen extends Screen {
  options(): RenderOptions;
  finish(): Promise<NodeJS.ErrnoException | undefined>;
}

/** Whether to print in color, and whether commands need "npx" in front. */
export interface ScreenOptions {
  color: boolean;
  npx: boolean;
  /** True if nothing is drawn in the window: what it can't hold scrolls, and is read in order. */
  plain: boolean;
  /** True if a screen reader reads it: then nothing is said by marks alone. */
  isReadAloud?: boolean;
}

/** Creates a screen that prints on a stream. */
export function openScreen(stream: Output, settings: ScreenOptions): OpenScreen {
  const { color, npx, plain, isReadAloud = false } = settings;
  // Read again for each screen, because a person may resize the window during a question.
  const findWidth = () => Math.min(stream.columns || FALLBACK_COLUMNS, FALLBACK_COLUMNS);
  let failure: NodeJS.ErrnoException | undefined;
  stream.on("error", (error) => {
    failure ??= error;
  });
  const name = npx ? addNpx : (text: string) => text;
  const nameAll = <T>(view: T) => (npx ? mapTexts(view, addNpx) : view);
  const options = () => ({
    theme: createTheme({ color }),
    width: findWidth(),
    rows: plain ? undefined : stream.rows,
    isReadAloud,
  });
  const toShown = isReadAloud ? renderReadAloud : unescapeMarkdown;
  const page = (text: string) =>
    void stream.write(stream.isTTY ? breakAtWords(text, findWidth()) : text);
  const toJson: Screen["toJson"] = (document) =>
    renderJson(npx ? mapTexts(document, nameCommand) : document);
  return {
    isTerminal: Boolean(stream.isTTY),
    findWidth,
    options,
    show: (render, view) =>
      void stream.write(name(render(nameAll(makeAllVisible(view)), options()))),
    line: (text) => {
      const shown = name(makeVisible(text));
      stream.write(`${stream.isTTY ? breakMessage(shown, findWidth()) : shown}\n`);
    },
    json: (document) => void stream.write(toJson(document)),
    toJson,
    write: (text) => void stream.write(text),
    page,
    markdown: (text) => page(stream.isTTY ? toShown(text) : text),
    finish: () =>
      new Promise((resolve) => {
        stream.write("", (error) => resolve(failure ?? error ?? undefined));
      }),
  };
}

/** Puts "npx" in front of a command in a document. Programs run the values of these two keys. */
function nameCommand(text: string, key: string): string {
  return ["command", "fix"].includes(key) ? addNpx(text) : text;
}

/** Describes why the output failed, unless it didn't, or the reader closed it early. */
export function describeOutput(failure: NodeJS.ErrnoException | undefined): string | undefined {
  if (!failure || failure.code === "EPIPE" || failure.code === "ERR_STREAM_DESTROYED")
    return undefined;
  return `The output couldn't be written: ${describeSystemError(failure)}.`;
}

/** Decides whether to use color: by the option, then the environment, then the stream. */
export function decideColor(
  option: boolean | undefined,
  env: NodeJS.ProcessEnv,
  stream: Output,
): boolean {
  if (option !== undefined) return option;
  if (env.FORCE_COLOR) return isOn(env.FORCE_COLOR);
  if (env.NO_COLOR || env.TERM === "dumb") return false;
  return Boolean(stream.isTTY);
}

/** Returns true if an environment variable is set, and not to "0" or "false". */
export function isOn(value: string | undefined): boolean {
  return Boolean(value) && value !== "0" && value?.toLowerCase() !== "false";
}

/** Says why no question can be asked. */
export function describeNeed({ input }: { input?: boolean }, env: NodeJS.ProcessEnv): string {
  if (input === false) return "--no-input turns them off";
  if (isOn(env.CI)) return "the variable CI turns them off";
  // The window of Git Bash looks like a pipe to a Windows program.
  return env.MSYSTEM
    ? "this isn't a terminal (in Git Bash, add --accessible, or put winpty before the command)"
    : "this isn't a terminal (add --accessible to answer in plain lines)";
}
