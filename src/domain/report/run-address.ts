import { LEFT_OUT, mayShowName, writeNeutralPath } from "./neutral-name.ts";
import type { OwnNames } from "./own-names.ts";

/** An address on the web, or of this computer without "http://" before it. */
export const ADDRESS =
  /(?:https?:\/\/|(?<![\w.@/:-])(?=(?:localhost|127\.0\.0\.1|0\.0\.0\.0):\d))[^\s<>"'`()[\]{}|\\\u0080-\uffff]+/gi;

const PARTS = /^(?:(https?):\/\/)?(?:[^/?#;]*@)?([^/:?#;@]+)(?::(\d+))?(\/[^?#;]*)?/i;
/** Others could be counts. */
const PORT = /^(?:80|443|\d{4,5})$/;
const COUNT = /(?<=\/)\d+(?=\/|$)/g;
const PRIVATE = /^(?:127\.0\.0\.1|0\.0\.0\.0|(?:192\.168|10\.\d{1,3})\.\d{1,3}\.\d{1,3})$/;
/** Parts of hosts at which many results are shown. */
const HOSTS = new Set(
  (
    "localhost vercel netlify github gitlab bitbucket pages render fly herokuapp streamlit railway surge " +
    "glitch codesandbox stackblitz replit io app com org net dev me page sh site web local test lan"
  ).split(" "),
);
const MAX_ADDRESS = 200;

/** Writes an address without its query, its fragment, a password, and what may tell a result. */
export function writeAddress(text: string, own: OwnNames): string | undefined {
  if (text.length > MAX_ADDRESS) return undefined;
  const parts = PARTS.exec(text.replace(/[.,:!?*_]+$/, ""));
  const [, scheme = "http", host = "", port, path = ""] = parts ?? [];
  if (host === "") return undefined;
  const name = PRIVATE.test(host)
    ? host
    : host
        .split(".")
        .map((label) => keepNeutral(label, own))
        .join(".")
        .replace(/(?:\u2026\.)+\u2026/g, LEFT_OUT);
  const place = writeNeutralPath(decodePath(path).replace(/\/+$/, ""), own).replace(
    COUNT,
    LEFT_OUT,
  );
  const shownPort = port === undefined || PORT.test(port) ? port : LEFT_OUT;
  return `${scheme.toLowerCase()}://${name}${shownPort ? `:${shownPort}` : ""}${place}`;
}

function keepNeutral(label: string, own: OwnNames): string {
  if (HOSTS.has(label.toLowerCase())) return label;
  return /^[a-z\d-]+$/i.test(label) && mayShowName(label, own) ? label : LEFT_OUT;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
