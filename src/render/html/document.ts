import type { FileHash } from "../page/value.ts";
import { type Hole, Html, html } from "./html.ts";
import { STYLE } from "./style.ts";

/** The parts of a page. */
export interface DocumentView {
  /** The title of the window. */
  title: string;
  header: Hole;
  main: Hole;
  /** The files that were written for an agent, named in small print. */
  files?: readonly FileHash[];
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Renders a whole page: one file without scripts, which loads nothing. */
export function renderDocument({ title, header, main, files = [] }: DocumentView): Html {
  return html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="builder-pm">
    <title>${title}</title>
    <style>${new Html(STYLE)}</style>
    </head>
    <body>
    <header class="page">${header}</header>
    <main>${main}</main>
    <footer>
    <p>Made with builder-pm. This page runs no script and loads nothing.</p>
    ${files.map(({ name, sha256 }) => html`<p>Fingerprint of ${name}, to check that it is the file the agent got (SHA-256): <code>${sha256}</code></p>`)}
    </footer>
    </body>
    </html>`;
}
