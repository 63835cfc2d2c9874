import { pathToFileURL } from "node:url";

/** Returns the address with which a browser opens a file. */
export function addressOf(path: string): string {
  return pathToFileURL(path).href;
}
