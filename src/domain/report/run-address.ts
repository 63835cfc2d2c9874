import { isNeutralName, LEFT_OUT, writeNeutralPath } from "./neutral-name.ts";

/** An address on the web, or of this computer without "http://" before it. */
export const ADDRESS =
  /(?:https?:\/\/|(?<![\w.@/:-])(?=(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d))[^\s<>"'`()[\]{}|\\\u0080-\uffff]+/gi;

const PARTS = /^(?:(https?):\/\/)?(?:[^/?#;]*@)?([^/:?#;@]+)(?::(\d{2,5}))?(\/[^?#;]*)?/i;
const PRIVATE = /^(?:127\.0\.0\.1|0\.0\.0\.0|(?:192\.168|10\.\d{1,3})\.\d{1,3}\.\d{1,3})$/;
const MAX_ADDRESS = 200;

/** Writes an address without its query, its fragment, a password, and what may tell a result. */
export function writeAddress(text: string): string | undefined {
  if (text.length > MAX_ADDRESS) return undefined;
  const parts = PARTS.exec(text.replace(/[.,:!?*_]+$/, ""));
  const [, scheme = "http", host = "", port, path = ""] = parts ?? [];
  if (host === "") return undefined;
  const name = PRIVATE.test(host)
    ? host
    : host
        .split(".")
        .map(keepNeutral)
        .join(".")
        .replace(/(?:\u2026\.)+\u2026/g, LEFT_OUT);
  const place = writeNeutralPath(decodePath(path).replace(/\/+$/, ""));
  return `${scheme.toLowerCase()}://${name}${port ? `:${port}` : ""}${place}`;
}

function keepNeutral(label: string): string {
  return /^[a-z\d-]+$/i.test(label) && isNeutralName(label) ? label : LEFT_OUT;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
