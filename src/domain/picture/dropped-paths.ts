/** Where a path was dropped, which decides what it means. */
export interface DropPlace {
  /** The home folder, for `~`; "" if there is none. */
  home: string;
  /** True on Windows. */
  hasWindowsPaths: boolean;
}

/** Far more files than anyone drops at once. */
const MAX_PATHS = 20;
/** The longest line that can be paths of files. */
const MAX_CHARACTERS = 20_000;

/**
 * Reads a line as the paths that a terminal pastes when files are dropped into it: quoted, escaped,
 * as `file://` addresses, or as they are. Returns each way to read it, the likeliest first; none if
 * the line isn't made of paths. Which of them exist decides.
 */
export function readDroppedPaths(line: string, place: DropPlace): string[][] {
  const text = line.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "").replace(/^& (?=['"])/, "");
  if (text === "" || text.length > MAX_CHARACTERS) return [];
  const words = splitShellWords(text, place.hasWindowsPaths);
  const readings = [[text], ...(words && words.length <= MAX_PATHS ? [words] : [])].flatMap(
    (reading) => {
      const paths = reading.map((word) => toPath(word, place));
      return paths.every((path) => path !== undefined) ? [paths] : [];
    },
  );
  return readings.filter(
    (reading, index) =>
      readings.findIndex((other) => JSON.stringify(other) === JSON.stringify(reading)) === index,
  );
}

const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/** A space, or a piece of a word as a shell reads it: quoted, with a disk, escaped or as it is. */
const SHELL_PIECE =
  /[ \t\r\n]+|'([^']*)'|"([A-Za-z]:[^"]*)"|"((?:\\[\s\S]|[^"\\])*)"|[A-Za-z]:\\[^ \t\r\n'"]*|\\([\s\S])|[^\\'" \t\r\n]+/gy;

/** The same on Windows, where a backslash separates folders. */
const WINDOWS_PIECE = /[ \t\r\n]+|'([^']*)'|"([^"]*)"|[^'" \t\r\n]+/gy;

/** Splits words as a shell does. Returns undefined if a quote isn't closed. */
function splitShellWords(text: string, hasWindowsPaths: boolean): string[] | undefined {
  const pieces = [...text.matchAll(hasWindowsPaths ? WINDOWS_PIECE : SHELL_PIECE)];
  if (pieces.reduce((length, [piece]) => length + piece.length, 0) < text.length) return undefined;
  const words: string[] = [""];
  for (const [piece, quoted, other, double, escaped] of pieces) {
    const plain = double?.replace(/\\(["\\$`])/g, "$1") ?? escaped ?? piece;
    if (/^[ \t\r\n]/.test(piece)) words.push("");
    else words.push(`${words.pop()}${quoted ?? other ?? plain}`);
  }
  return words;
}

/** Returns a path that a word stands for, as this system writes it; undefined if it is none. */
function toPath(word: string, { home, hasWindowsPaths }: DropPlace): string | undefined {
  const path = /^file:/i.test(word) ? readAddress(word) : word;
  if (path === undefined || path.includes("\0")) return undefined;
  if (WINDOWS.test(path)) return hasWindowsPaths ? path : toLinuxPath(path);
  if (hasWindowsPaths) return toWindowsPath(path);
  if (path.startsWith("~/") && home !== "") return home + path.slice(1);
  return /^\.{0,2}\/[^/]/.test(path) ? path : undefined;
}

/** Reads the path in an address of this computer. */
function readAddress(address: string): string | undefined {
  const path = /^file:(?:\/\/(?:localhost)?)?(\/[^?#]*)$/i.exec(address)?.[1];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:[\\/])/, "");
  } catch {
    return undefined;
  }
}

/** Linux on Windows has the disks of Windows in a folder. */
function toLinuxPath(path: string): string | undefined {
  const [, disk, rest] = /^([A-Za-z]):[\\/](.*)$/.exec(path) ?? [];
  if (disk === undefined || rest === undefined) return undefined;
  return `/mnt/${disk.toLowerCase()}/${rest.replaceAll("\\", "/")}`;
}

/** Git Bash and Linux on Windows write `C:\` as `/c/` or `/mnt/c/`. */
function toWindowsPath(path: string): string | undefined {
  const [, disk, rest] = /^(?:\/mnt)?\/([A-Za-z])\/(.*)$/.exec(path) ?? [];
  if (disk === undefined || rest === undefined) return undefined;
  return `${disk.toUpperCase()}:\\${rest.replaceAll("/", "\\")}`;
}
