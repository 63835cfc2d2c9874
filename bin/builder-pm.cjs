#!/usr/bin/env node
// In very old JavaScript, so that an old Node can print the message below.
"use strict";

var join = require("path").join;

var root = join(__dirname, "..");
var node = process.versions.node.split(".");
var major = Number(node[0]);
var minor = Number(node[1]);
var words = process.argv.slice(2);

if (major < 20 || (major === 20 && minor < 17)) {
  process.stderr.write(
    "builder-pm needs Node 20.17 or newer, but this is Node " +
      process.versions.node +
      ".\nInstall the current version from https://nodejs.org, then run the same command again.\n",
  );
  process.exitCode = 1;
} else if (!isVersionOnly() || !printVersion()) {
  start();
}

function isVersionOnly() {
  return words.length === 1 && (words[0] === "--version" || words[0] === "-V");
}

/** Prints the version without opening a stream, which takes longer than all the rest. */
function printVersion() {
  var version = require("../package.json").version;
  try {
    require("fs").writeSync(1, version + "\n");
    return true;
  } catch (_error) {
    // The program itself says what is wrong with the output.
    return false;
  }
}

function start() {
  var program;
  try {
    program = require(join(root, "dist", "cli.cjs"));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "MODULE_NOT_FOUND") throw error;
    process.stderr.write("builder-pm is not built yet: " + describeBuild() + "\n");
    process.exitCode = 1;
    return;
  }
  program.main(process, root).then(function setExitCode(/** @type {number} */ code) {
    process.exitCode = code;
  });
}

/** Describes how to build. Without the build tools, they have to be installed first. */
function describeBuild() {
  var hasTools = require("fs").existsSync(join(root, "node_modules", "rolldown"));
  var command = hasTools ? "npm run build" : "npm ci --include=dev";
  return 'in the folder "' + root + '", run ' + command;
}
