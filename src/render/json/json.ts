/** The version of all JSON output. It only changes if programs that read it could break. */
const JSON_VERSION = 1;

// Characters that are valid in JSON but affect a terminal, so they are written as \u escapes. A
// string rather than a RegExp for the reason given in visible.ts.
const HIDDEN = String.raw`[\u007f-\u009f\p{Zl}\p{Zp}\p{Cf}]|(?!\p{VS})\p{DI}`;

/** Renders a JSON document with its version, ending in a line feed. */
export function renderJson(document: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify({ version: JSON_VERSION, ...document }, undefined, 2);
  return `${text.replace(new RegExp(`(?:${HIDDEN}){1,1000}`, "gu"), escapeRun)}\n`;
}

function escapeRun(run: string): string {
  let escaped = "";
  for (let index = 0; index < run.length; index++)
    escaped += `\\u${run.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return escaped;
}
