import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTextFile } from "../../src/files/read.ts";
import { createTempFolder } from "../helpers/temp.ts";

const text = "h\u00e9 \u65e5\ud83d\ude80\r\n";
const wide = Buffer.from(`\ufeff${text}`, "utf16le");

function writeTemp(bytes: Uint8Array | string): string {
  const file = join(createTempFolder(), "report.md");
  writeFileSync(file, bytes);
  return file;
}

test.each([
  { as: "UTF-8", bytes: Buffer.from(text) },
  { as: "UTF-8 with a byte order mark", bytes: Buffer.from(`\ufeff${text}`) },
  { as: "UTF-16, which Windows PowerShell 5 writes with >", bytes: wide },
  { as: "big-endian UTF-16", bytes: Buffer.from(wide).swap16() },
])("reads $as without a byte order mark", ({ bytes }) => {
  expect(readTextFile(writeTemp(bytes))).toBe(text);
});

const ansi = (text: string) => Buffer.from(text, "latin1");
const onLine = (line: number) => `isn't UTF-8 text (line ${line}). It may be saved as ANSI.`;
const binary = "isn't plain text.";
const cutLetter = Buffer.from("a\n\u65e5").subarray(0, 4);
const utf32 = Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]);
const fix = "Save it as UTF-8 and try again.";

test.each([
  { name: "Windows-1252", bytes: ansi("one\r\ntwo\r\nCaf\u00e9\r\n"), message: onLine(3) },
  { name: "Windows-1252 quotes", bytes: ansi("\x93fast\x94"), message: onLine(1) },
  { name: "Windows-1252, at the end", bytes: ansi("one\ntwo\n\u00e9"), message: onLine(3) },
  { name: "UTF-8 cut in a letter", bytes: cutLetter, message: onLine(2) },
  { name: "Shift JIS", bytes: Buffer.from([0x0a, 0x93, 0xfa, 0x96, 0x7b]), message: onLine(2) },
  { name: "UTF-16 without a mark", bytes: wide.subarray(2), message: binary },
  { name: "UTF-16, cut", bytes: wide.subarray(0, 5), message: "isn't complete UTF-16 text." },
  { name: "UTF-32", bytes: utf32, message: binary },
  { name: "a picture", bytes: ansi("\x89PNG\r\n\x1a\n\0\0\0\r"), message: binary },
])("rejects $name and says what to do", ({ bytes, message }) => {
  const file = writeTemp(bytes);
  const error = { message: `"${file}" ${message}`, fix };
  expect(() => readTextFile(file)).toThrow(expect.objectContaining(error));
});

test("reads a text up to the limit and rejects a larger one", () => {
  const file = writeTemp("x".repeat(1024 * 1024));
  expect(readTextFile(file)).toHaveLength(1024 * 1024);
  truncateSync(file, 1024 * 1024 + 1);
  expect(() => readTextFile(file)).toThrow(`"${file}" is larger than 1 MB.`);
  expect(() => readTextFile(file, 2)).toThrow(`"${file}" isn't plain text.`);
  truncateSync(file, 10 * 1024 ** 3);
  expect(() => readTextFile(file, 16)).toThrow(`"${file}" is larger than 16 MB.`);
});

test("says why a folder, a missing file and a path through a file can't be read", () => {
  const folder = createTempFolder();
  const file = writeTemp("x");
  const unreadable = [
    [folder, "it is a folder"],
    [join(folder, "none"), "it doesn't exist"],
    [join(file, "x"), "part of the path isn't a folder"],
    ["", "it doesn't exist"],
  ] as const;
  for (const [path, reason] of unreadable) {
    expect(() => readTextFile(path)).toThrow(`"${path}" can't be read: ${reason}.`);
  }
});

const isWindows = process.platform === "win32";

test.skipIf(isWindows)("rejects a pipe without a writer and a loop of links", () => {
  const folder = createTempFolder();
  const pipe = join(folder, "pipe");
  const one = join(folder, "one");
  const other = join(folder, "other");
  execFileSync("mkfifo", [pipe]);
  symlinkSync(one, other);
  symlinkSync(other, one);
  expect(() => readTextFile(pipe)).toThrow(`Nothing is being written to the pipe "${pipe}".`);
  expect(() => readTextFile(one)).toThrow(`"${one}" can't be read: its links form a loop.`);
  const link = join(folder, "link");
  symlinkSync(pipe, link);
  expect(() => readTextFile(link)).toThrow(`Nothing is being written to the pipe "${link}".`);
});
