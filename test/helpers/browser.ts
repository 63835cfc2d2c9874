import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** Chrome asks its own servers at every start, unless these are set. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Returns the Chromium or Chrome that tests use; undefined if there is none. */
function findChromium(): string | undefined {
  const { CHROMIUM_PATH: named } = env;
  return named ?? PLACES.find((place) => existsSync(place));
}

/** True if tests in a browser can't run here. */
export const noBrowser = findChromium() === undefined;

let started: Promise<Browser> | undefined;

/** Returns the one browser that the test files of a worker share. It ends with the worker. */
function sharedBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? "chromium";
  // Chromium refuses to start its sandbox as root.
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  started ??= chromium.launch({ executablePath, args });
  return started;
}

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What a page did besides showing itself: messages, errors and requests for other addresses. */
export interface OpenedPage {
  page: Page;
  noise: string[];
}

/**
 * Opens a file in a fresh profile of the shared browser, hands it to a function, and closes it.
 * Returns what the function returns.
 */
export async function withPage<T>(
  file: string,
  use: (opened: OpenedPage) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const browser = await sharedBrowser();
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const noise: string[] = [];
    page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (url !== address && !url.startsWith("data:")) noise.push(`request: ${url}`);
    });
    await page.goto(address);
    return await use({ page, noise });
  } finally {
    await context.close();
  }
}

/**
 * Returns what axe finds wrong with an open page: each rule with the elements it means. `only` names
 * the rules to look for.
 */
export async function findBarriers(page: Page, only?: readonly string[]): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy for scripts stays as it is. Nothing is
  // asked of a page that has it already, because that takes longer than looking.
  const isThere = await page.evaluate("typeof axe !== 'undefined'");
  if (!isThere) await page.evaluate(`${axeSource}\n;0`);
  const options = { resultTypes: ["violations"], ...(only ? { runOnly: only } : {}) };
  const found: string = await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => JSON.stringify(violations))`,
  );
  const violations: AxeResults["violations"] = JSON.parse(found);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Returns the same of a page in a color scheme. In the dark one, only the colors are different. */
export async function findBarriersIn(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  return findBarriers(page, colorScheme === "light" ? undefined : ["color-contrast"]);
}
