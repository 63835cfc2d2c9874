import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from "playwright-core";

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
  started ??= launchBrowser();
  return started;
}

function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium() ?? "chromium";
  // Chromium refuses to start its sandbox as root.
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  return chromium.launch({ executablePath, args, ...options });
}

/** Opens a file in a browser of its own whose scroll bars take room, as on many desktops. */
export async function withScrollBars(
  file: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions,
): Promise<void> {
  const browser = await launchBrowser({ ignoreDefaultArgs: ["--hide-scrollbars"] });
  try {
    const page = await browser.newPage(options);
    await page.goto(pathToFileURL(file).href);
    await use(page);
  } finally {
    await browser.close();
  }
}

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What a page did besides showing itself: messages, errors and requests for other addresses. */
export interface OpenedPage {
  page: Page;
  noise: string[];
}

/** Pages that no test uses now, by the options of their profile. */
const unused = new Map<string, Page[]>();

async function takePage(options: BrowserContextOptions): Promise<Page> {
  const page = unused.get(JSON.stringify(options))?.pop();
  if (page) return page;
  const browser = await sharedBrowser();
  const context = await browser.newContext(options);
  await context.addInitScript(restoreStorage);
  return context.newPage();
}

/** Marks a window name that holds what a page had in its storage. */
const STORED = "stored:";

/** Puts back, before a page's own scripts run, what the page before it left in the window name. */
const restoreStorage = `if (window.name.startsWith("${STORED}")) {
  const stored = JSON.parse(window.name.slice(${STORED.length}));
  window.name = "";
  for (const [at, storage] of [localStorage, sessionStorage].entries()) {
    storage.clear();
    for (const [key, value] of Object.entries(stored[at])) storage.setItem(key, value);
  }
}`;

/**
 * Reloads a page, which finds in its storage what it put there. Chromium itself saves storage in
 * the background, so that a page that is reloaded at once may find nothing.
 */
export async function reloadWithStorage(page: Page): Promise<void> {
  await page.evaluate(
    `window.name = "${STORED}" + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])`,
  );
  await page.reload();
}

/**
 * Makes a page as it was when it was new, which takes a fraction of the time of a new profile. A
 * profile that stored something is closed: Chromium forgets it in the background.
 */
async function putPageBack(page: Page, options: BrowserContextOptions): Promise<void> {
  const stored = await page.evaluate("localStorage.length + sessionStorage.length");
  if (stored !== 0) return page.context().close();
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.goto("about:blank");
  const key = JSON.stringify(options);
  unused.set(key, [...(unused.get(key) ?? []), page]);
}

/** Listens to a page until the function that it returns is called. */
function listenTo(page: Page, address: string, noise: string[]): () => void {
  page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:")) noise.push(`request: ${url}`);
  });
  return () => {
    for (const event of ["console", "pageerror", "request", "dialog"] as const)
      page.removeAllListeners(event);
  };
}

/**
 * Opens a file in a profile in which nothing is stored, and hands it to a function. Returns what
 * the function returns. The profile is used again, unless the page stored something or the function
 * fails.
 */
export async function withPage<T>(
  file: string,
  use: (opened: OpenedPage) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const page = await takePage(options);
  const address = pathToFileURL(file).href;
  const noise: string[] = [];
  const stopListening = listenTo(page, address, noise);
  try {
    await page.goto(address);
    const result = await use({ page, noise });
    stopListening();
    await putPageBack(page, options);
    return result;
  } catch (problem) {
    await page.context().close();
    throw problem;
  }
}

/**
 * Returns what axe finds wrong with an open page: each rule with the elements it means. `only`
 * names the rules to look for.
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
