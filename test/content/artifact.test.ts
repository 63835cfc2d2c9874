import { chmodSync, cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArtifact } from "../../src/content/artifact.ts";
import { ARTIFACT_POLICY, checkArtifactText } from "../../src/content/artifact-text.ts";
import { root } from "../helpers/context.ts";
import { createTempFolder } from "../helpers/temp.ts";

/** Returns the problems of the sample drill after a change of its folder. */
function readAfter(change: (folder: string) => void): string[] {
  const pack = createTempFolder();
  cpSync(join(root, "test/fixtures/pack-support"), pack, { recursive: true });
  change(join(pack, "drills/open-queue"));
  const { files, problems } = readArtifact(pack, "open-queue");
  if (problems.length === 0) return files.map(({ path }) => path);
  return problems.map(({ message }) => message);
}

test("reads all files, with those in folders, and leaves out hidden ones", () => {
  expect(
    readAfter((folder) => {
      mkdirSync(join(folder, "data"));
      writeFileSync(join(folder, "data/old.csv"), "a,b\n");
      writeFileSync(join(folder, ".DS_Store"), "");
    }),
  ).toEqual(["data/old.csv", "index.html", "requests.csv"]);
});

test.each<[name: string, change: (folder: string) => void, problem: string]>([
  [
    "a link out of the folder",
    (folder) => symlinkSync("/etc/hostname", join(folder, "host.txt")),
    "open-queue/host.txt is a link",
  ],
  [
    "a folder that is a link",
    (folder) => symlinkSync("/etc", join(folder, "etc")),
    "open-queue/etc is a link",
  ],
  [
    "20 MB",
    (folder) => truncateSync(join(folder, "requests.csv"), 20 * 1024 * 1024),
    "open-queue takes 20.0 MB; the limit is 1 MB",
  ],
  [
    "a program",
    (folder) => writeFileSync(join(folder, "run.sh"), "echo"),
    "open-queue/run.sh has an ending that isn't allowed",
  ],
  [
    "a file that can be executed",
    (folder) => chmodSync(join(folder, "requests.csv"), 0o755),
    "open-queue/requests.csv can be executed",
  ],
  [
    "a script under another name",
    (folder) => writeFileSync(join(folder, "run.txt"), "#!/bin/sh\n"),
    "open-queue/run.txt is a script to run",
  ],
  [
    "a page that practice writes",
    (folder) => writeFileSync(join(folder, "Report.md"), "# Report\n"),
    "open-queue/Report.md has the name of a page that practice writes",
  ],
  [
    "a picture that isn't one",
    (folder) => writeFileSync(join(folder, "shot.png"), "<html>"),
    "open-queue/shot.png isn't a PNG picture",
  ],
  [
    "a name for a shell",
    (folder) => writeFileSync(join(folder, "a$b.txt"), ""),
    "open-queue/a$b.txt has an unusual name",
  ],
])("refuses %s", (_name, change, problem) => {
  expect(readAfter(change)).toEqual([problem]);
});

const policy = `<meta http-equiv="Content-Security-Policy" content="${ARTIFACT_POLICY}">`;
const page = (body: string, head = policy) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>${head}</head><body>${body}</body></html>`;

test.each<[path: string, text: string]>([
  ["a.html", page("<a href='#top'>Up</a><a href='other.html'>Other</a>")],
  ["a.html", page("<img alt='' src='data:image/png;base64,AA'>")],
  ["a.html", page("<p>https://example.com is only text</p>")],
  ["a.html", page("<script>const location = 'Berlin'; const src = 'a:b';</script>")],
  ["a.html", page("<script>location.reload(); location.hash = 'two';</script>")],
  ["a.csv", "name,change\nAna,-5\nBo,+1\n"],
  ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect width="3" fill="url(#a)"/></svg>'],
])("allows %s: %s", (path, text) => {
  expect(checkArtifactText(path, Buffer.from(text))).toEqual([]);
});

test.each<[path: string, text: string, message: string]>([
  ["a.html", page("", ""), "has no policy at the start of its <head>"],
  ["a.html", page("", `<script>1</script>${policy}`), "has no policy at the start of its <head>"],
  ["a.html", page("", `<!-- ${policy} -->`), "has no policy at the start of its <head>"],
  ["a.html", page("", policy.replace("'none'", "*")), "has another policy than drills may have"],
  ["a.html", page("<a href='https://example.com'>x</a>"), "has a link out of the drill"],
  ["a.html", page("<a\nhref=//example.com>x</a>"), "has a link out of the drill"],
  ["a.html", page("<a href='javascript:go()'>x</a>"), "has a link out of the drill"],
  ["a.html", page("<form action='mailto:a@example.com'>"), "has a link out of the drill"],
  ["a.html", page("<iframe src='x.html'>"), "has a frame, or a file to load"],
  ["a.html", page("<script src='x.js'></script>"), "has a script to load"],
  ["a.html", page("<script>location = x</script>"), "has a script that leads to another page"],
  ["a.html", page("<script>window.open(x)</script>"), "has a script that leads to another page"],
  [
    "a.html",
    page("<script>a.href = 'https:' + x</script>"),
    "has a script that leads to another page",
  ],
  ["a.svg", "<svg><script>1</script></svg>", "has more than a drawing"],
  ["a.svg", '<svg onload="x()"/>', "has more than a drawing"],
  ["a.csv", 'a,b\n1,"=1+1"\n', "has a cell that starts with = or @"],
  ["a.txt", "a\0b", "isn't UTF-8 text"],
])("refuses %s: %s", (path, text, message) => {
  expect(checkArtifactText(path, Buffer.from(text)).map(([found]) => found)).toEqual([message]);
});
