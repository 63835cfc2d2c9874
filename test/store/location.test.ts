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
  { name: "BUILDER_PM_HOME itself", env: { BUILDER_PM_HOME: own }, expected: own },
  {
    name: "BUILDER_PM_HOME before XDG",
    env: { BUILDER_PM_HOME: own, XDG_CONFIG_HOME: xdg },
    expected: own,
  },
  {
    name: "a relative BUILDER_PM_HOME from here",
    env: { BUILDER_PM_HOME: "mine" },
    expected: resolve("mine"),
  },
  {
    name: "the builder-pm folder under XDG",
    env: { XDG_CONFIG_HOME: xdg },
    expected: join(xdg, "builder-pm"),
  },
  {
    name: "XDG if BUILDER_PM_HOME is empty",
    env: { BUILDER_PM_HOME: "", XDG_CONFIG_HOME: xdg },
    expected: join(xdg, "builder-pm"),
  },
  {
    name: "the default if XDG is relative, as its specification says",
    env: { XDG_CONFIG_HOME: "config" },
    expected: platform,
  },
  { name: "the default if XDG is empty", env: { XDG_CONFIG_HOME: "" }, expected: platform },
  { name: "the platform's default", env: {}, expected: platform },
  { name: "a home folder in quotes", env: { BUILDER_PM_HOME: "~/pm" }, expected: join(home, "pm") },
  { name: "the home folder alone", env: { BUILDER_PM_HOME: "~" }, expected: home },
  {
    name: "the home folder with a slash",
    env: { BUILDER_PM_HOME: "~/" },
    expected: join(home, "/"),
  },
  {
    name: "a folder with ~ in its name",
    env: { BUILDER_PM_HOME: "./~pm" },
    expected: resolve("~pm"),
  },
])("takes $name", ({ env, expected }) => {
  expect(findProgressFolder(env)).toBe(expected);
});

test.runIf(process.platform === "win32")("takes the home folder with a backslash", () => {
  expect(findProgressFolder({ BUILDER_PM_HOME: "~\\pm" })).toBe(join(home, "pm"));
});

test("rejects another person's home folder, which only a shell can find", () => {
  expect(() => findProgressFolder({ BUILDER_PM_HOME: "~anna/pm" })).toThrow(
    expect.objectContaining({
      message: 'BUILDER_PM_HOME is "~anna/pm", but "~" only works for your own home folder.',
      exitCode: 4,
      fix: "Set BUILDER_PM_HOME to a full path, then run the command again.",
    }),
  );
});
