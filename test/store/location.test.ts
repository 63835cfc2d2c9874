import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { expect, test } from "vitest";
import { findProgressFolder } from "../../src/store/location.ts";

const platform = envPaths("builder-pm", { suffix: "" }).config;
const own = resolve("/tmp/own");
const xdg = resolve("/tmp/xdg");

test.each([
  { name: "BUILDER_PM_HOME itself", env: { BUILDER_PM_HOME: own }, want: own },
  { name: "BUILDER_PM_HOME before XDG", env: { BUILDER_PM_HOME: own, XDG_CONFIG_HOME: xdg }, want: own },
  { name: "a relative BUILDER_PM_HOME from here", env: { BUILDER_PM_HOME: "mine" }, want: resolve("mine") },
  { name: "our folder under XDG", env: { XDG_CONFIG_HOME: xdg }, want: join(xdg, "builder-pm") },
  {
    name: "an empty BUILDER_PM_HOME is none",
    env: { BUILDER_PM_HOME: "", XDG_CONFIG_HOME: xdg },
    want: join(xdg, "builder-pm"),
  },
  { name: "a relative XDG is none, as its specification says", env: { XDG_CONFIG_HOME: "config" }, want: platform },
  { name: "an empty XDG is none", env: { XDG_CONFIG_HOME: "" }, want: platform },
  { name: "the platform's own place", env: {}, want: platform },
])("$name", ({ env, want }) => {
  expect(findProgressFolder(env)).toBe(want);
});
