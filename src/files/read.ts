import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { isatty } from "node:tty";
import { describeSystemError, ExitCode, readCode, UserError } from "../errors.ts";
import { decodeText } from "./decode.ts";
import { sleep } from "./disk.ts";

const STDIN = 0;
const CHUNK = 64 * 1024;
const MEGABYTE = 1024 * 1024;
/** Far more text than a person writes. */
const MAX_MEGABYTES = 1;
const WAIT_MS = 20;
/** How long a named pipe may be without a writer. A shell may start the reader first. */
const MAX_WAIT_FOR_WRITER_MS = 500;

/**
 * Reads a text file, or standard input for `-`, without its byte order mark. Waits for a pipe that
 * isn't ready. Throws a UserError if it isn't text, or is larger than the limit.
 */
export function readTextFile(path: string, maxMegabytes = MAX_MEGABYTES): string {
  const isStdin = path === "-" || path === "/dev/stdin";
  const bytes = isStdin ? readStdin(maxMegabytes) : readNamed(path, maxMegabytes);
  return decodeText(bytes, nameSource(path));
}

/** Returns the name of a source, as the subject of a sentence. */
export function nameSource(path: string): string {
  return path === "-" ? "The piped text" : `"${path}"`;
}

function readStdin(maxMegabytes: number): Uint8Array {
  if (isatty(STDIN)) {
    // Reading would wait for a person who doesn't know that they should type.
    throw new UserError("Nothing was piped in.", {
      exitCode: ExitCode.usage,
      fix: "Use a file name in place of -, or pipe some text in.",
    });
  }
  try {
    return readAll(STDIN, { path: "-", isPipe: true, maxMegabytes });
  } catch (error) {
    throw describeReadError("-", error);
  }
}

function readNamed(path: string, maxMegabytes: number): Uint8Array {
  try {
    const isPipe = checkReadable(path, maxMegabytes);
    // Without this flag, opening a pipe that has no writer never returns. Windows has no such flag.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const start = isPipe ? waitForWriter(descriptor, path) : undefined;
      return readAll(descriptor, { path, isPipe, maxMegabytes }, start);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw describeReadError(path, error);
  }
}

/** Returns whether the path is a pipe. Throws if it is neither that nor a file, or too large. */
function checkReadable(path: string, maxMegabytes: number): boolean {
  const stats = statSync(path);
  if (stats.isFile() && stats.size > maxMegabytes * MEGABYTE)
    throw describeTooLarge(path, maxMegabytes);
  if (stats.isFile() || stats.isFIFO()) return stats.isFIFO();
  const kinds = [
    [stats.isDirectory(), "folder"],
    [stats.isSocket(), "socket"],
  ] as const;
  const kind = kinds.find(([isKind]) => isKind)?.[1] ?? "device";
  throw new UserError(`"${path}" can't be read: it is a ${kind}.`, { fix: "Choose a text file." });
}

/** Returns the first bytes of a pipe. Without a writer, a read returns no bytes, as at the end. */
function waitForWriter(descriptor: number, path: string): Buffer {
  for (let waited = 0; waited < MAX_WAIT_FOR_WRITER_MS; waited += WAIT_MS) {
    const chunk = tryRead(descriptor, true);
    if (chunk?.length !== 0) return chunk ?? Buffer.alloc(0);
    sleep(WAIT_MS);
  }
  throw new UserError(`Nothing is being written to the pipe "${path}".`, {
    fix: "Start the program that writes to it first, or choose a text file.",
  });
}

interface Source {
  path: string;
  isPipe: boolean;
  maxMegabytes: number;
}

/** Reads to the end. Throws at the limit, because some files have no end. */
function readAll(descriptor: number, source: Source, start: Buffer = Buffer.alloc(0)): Uint8Array {
  const { path, isPipe, maxMegabytes } = source;
  const chunks: Buffer[] = [start];
  for (let size = start.length; size <= maxMegabytes * MEGABYTE; ) {
    const chunk = tryRead(descriptor, isPipe);
    if (chunk?.length === 0) return Buffer.concat(chunks);
    if (chunk) chunks.push(chunk);
    else sleep(WAIT_MS);
    size += chunk?.length ?? 0;
  }
  throw describeTooLarge(path, maxMegabytes);
}

function describeTooLarge(path: string, maxMegabytes: number): UserError {
  return new UserError(`${nameSource(path)} is larger than ${maxMegabytes} MB.`, {
    fix: "Check that this is the right file.",
  });
}

/** Reads some bytes, or none at the end. Returns undefined if a pipe has none yet. */
function tryRead(descriptor: number, isPipe: boolean): Buffer | undefined {
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    const length = readSync(descriptor, buffer);
    // A slow writer sends a few bytes at a time. Don't keep a whole buffer for them.
    return length < CHUNK ? Buffer.from(buffer.subarray(0, length)) : buffer;
  } catch (error) {
    if (isPipe && readCode(error) === "EAGAIN") return undefined;
    // On Windows, the end of a pipe is an error.
    if (readCode(error) === "EOF") return Buffer.alloc(0);
    throw error;
  }
}

function describeReadError(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  return new UserError(`${nameSource(path)} can't be read: ${describeSystemError(error)}.`, {
    fix: path === "-" ? "Use a file name in place of -." : "Check the path.",
    cause: error,
  });
}
