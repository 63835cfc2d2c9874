import { homedir } from "node:os";
import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { expect, test } from "vitest";
import { findProgressFolder } from "../../src/store/location.ts";

const platform = envPaths("builder-pm", { suffix: "" }).config;
const home = homedir();
const own = resolve("/tmp/own");
const xdg = resolve("/tmp/xdg");

test.each([
  { name: "BUILDER_PM_HOME itself", env: { BUILDER_PM_HOME: own }, want: own },
  {
    name: "BUILDER_PM_HOME before XDG",
    env: { BUILDER_PM_HOME: own, XDG_CONFIG_HOME: xdg },
    want: own,
  },
  {
    name: "a relative BUILDER_PM_HOME from here",
    env: { BUILDER_PM_HOME: "mine" },
    want: resolve("mine"),
  },
  { name: "our folder under XDG", env: { XDG_CONFIG_HOME: xdg }, want: join(xdg, "builder-pm") },
  {
    name: "an empty BUILDER_PM_HOME is none",
    env: { BUILDER_PM_HOME: "", XDG_CONFIG_HOME: xdg },
    want: join(xdg, "builder-pm"),
  },
  {
    name: "a relative XDG is none, as its specification says",
    env: { XDG_CONFIG_HOME: "config" },
    want: platform,
  },
  { name: "an empty XDG is none", env: { XDG_CONFIG_HOME: "" }, want: platform },
  { name: "the platform's own place", env: {}, want: platform },
  { name: "a home folder in quotes", env: { BUILDER_PM_HOME: "~/pm" }, want: join(home, "pm") },
  { name: "the home folder alone", env: { BUILDER_PM_HOME: "~" }, want: home },
  { name: "the home folder with a slash", env: { BUILDER_PM_HOME: "~/" }, want: join(home, "/") },
  { name: "a folder with ~ in its name", env: { BUILDER_PM_HOME: "./~pm" }, want: resolve("~pm") },
])("takes $name", ({ env, want }) => {
  expect(findProgressFolder(env)).toBe(want);
});

test.runIf(process.platform === "win32")("takes the home folder with a backslash", () => {
  expect(findProgressFolder({ BUILDER_PM_HOME: "~\\pm" })).toBe(join(home, "pm"));
});

test("refuses the home of somebody else, which only a shell can look up", () => {
  expect(() => findProgressFolder({ BUILDER_PM_HOME: "~anna/pm" })).toThrow(
    expect.objectContaining({
      message: 'BUILDER_PM_HOME is "~anna/pm", and only your own home can be written as "~".',
      exitCode: 4,
      fix: "Set BUILDER_PM_HOME to a full path and run the command again.",
    }),
  );
});
