import { fstatSync, type Stats, statSync, writeSync } from "node:fs";
import type { ProcessLike } from "./process-like.ts";

type Listener = (error: NodeJS.ErrnoException) => void;

/** What a screen uses of an output stream. */
export interface Output extends Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns" | "rows">> {
  write(text: string, done?: (error?: NodeJS.ErrnoException | null) => void): unknown;
  on(event: "error", listener: Listener): unknown;
}

const STDOUT = 1;

/**
 * Opens stdout. A pipe, a file or /dev/null is written to directly, because loading Node's streams
 * takes longer than all that is printed.
 */
export function openStdout(world: ProcessLike): Output {
  return isReal(world) && isDirect(STDOUT) ? new DirectOutput(world, STDOUT) : world.stdout;
}

/** Returns true for the process itself, which opens its streams at first use. */
function isReal(world: ProcessLike): boolean {
  return world === globalThis.process;
}

function isDirect(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isFIFO() || stats.isSocket() || stats.isFile() || isNull(stats);
  } catch {
    return false;
  }
}

/** Returns true for /dev/null. Windows has another name for it, and takes the stream. */
function isNull(stats: Stats): boolean {
  return stats.isCharacterDevice() && stats.rdev === statSync("/dev/null").rdev;
}

/** Writes to a file descriptor, and leaves the rest to the stream if that would block. */
class DirectOutput implements Output {
  readonly isTTY = false;
  readonly #world: Pick<ProcessLike, "stdout">;
  readonly #fd: number;
  readonly #listeners: Listener[] = [];
  #stream: NodeJS.WriteStream | undefined;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(world: Pick<ProcessLike, "stdout">, fd: number) {
    this.#world = world;
    this.#fd = fd;
  }

  on(_event: "error", listener: Listener): void {
    this.#listeners.push(listener);
  }

  write(text: string, done: (error?: NodeJS.ErrnoException | null) => void = () => {}): void {
    const rest = this.#stream ? Buffer.from(text) : this.#writeNow(Buffer.from(text));
    if (this.#stream) this.#stream.write(rest, done);
    else done(this.#failure);
  }

  /** Returns the bytes that are left for the stream. */
  #writeNow(bytes: Uint8Array): Uint8Array {
    let rest = bytes;
    try {
      while (rest.length > 0 && !this.#failure) rest = rest.subarray(writeSync(this.#fd, rest));
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code === "EAGAIN") this.#openStream();
      else this.#fail(failure);
    }
    return rest;
  }

  #openStream(): void {
    this.#stream = this.#world.stdout;
    this.#stream.on("error", (error) => this.#fail(error));
  }

  #fail(failure: NodeJS.ErrnoException): void {
    this.#failure ??= failure;
    for (const listener of this.#listeners) listener(failure);
  }
}
