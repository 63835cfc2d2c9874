import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { isatty } from "node:tty";
import { describeSystemError, ExitCode, UserError } from "../errors.ts";

const STDIN = 0;
const CHUNK = 64 * 1024;

/** Reads a text file that the person names, without its byte order mark; `-` reads what is piped in. */
export function readTextFile(path: string): string {
  if (path === "-" && isatty(STDIN)) {
    // Reading on would wait for a person who does not know that they are to type.
    throw new UserError("Nothing is piped in.", {
      exitCode: ExitCode.usage,
      fix: "Name a file in place of -, or pipe a text in.",
    });
  }
  try {
    return decodeText(readFileSync(path === "-" ? STDIN : path));
  } catch (error) {
    throw describeReadError(path, error);
  }
}

/** Reads the bytes of a file that the person names, or what is piped in for `-`. Throws when there are more than `most`. */
export function readBytes(path: string, most: number): Uint8Array {
  try {
    const descriptor = path === "-" ? STDIN : openSync(path, "r");
    try {
      return readUpTo(descriptor, path, most);
    } finally {
      if (descriptor !== STDIN) closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw describeReadError(path, error);
  }
}

/** Stops at the limit whatever is read: a device has no end. */
function readUpTo(descriptor: number, path: string, most: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let size = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readSync(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    size += read;
    if (size > most)
      throw new UserError(`"${path}" is larger than ${most / 1024 / 1024} MB.`, { fix: "Check the path." });
  }
}

/** UTF-8, or the UTF-16 that Windows PowerShell 5 writes with `>`. */
function decodeText(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? "utf16le" : "utf8").replace(/^\uFEFF/, "");
}

function describeReadError(path: string, error: unknown): UserError {
  return new UserError(`"${path}" cannot be read: ${describeSystemError(error)}.`, {
    fix: "Check the path.",
    cause: error,
  });
}
