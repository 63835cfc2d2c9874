import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFileSafely } from "../../src/files/write.ts";
import { createTempFolder } from "../helpers/temp.ts";

/** Creates a folder with an existing report, and a path for the saved progress. */
function createFolder() {
  const folder = createTempFolder();
  const report = join(folder, "report.md");
  writeFileSync(report, "mine");
  return { folder, report, saved: join(folder, "saved", "progress.json") };
}

const posix = process.platform !== "win32";

test("writes a new file, returns its absolute path, and leaves no other file", () => {
  const { folder, saved } = createFolder();
  const text = `${"# Report\n".repeat(20_000)}`;
  expect(writeFileSafely(join(folder, "x", "..", "new.md"), text, { saved })).toBe(
    join(folder, "new.md"),
  );
  expect(readFileSync(join(folder, "new.md"), "utf8")).toBe(text);
  expect(readdirSync(folder).toSorted()).toEqual(["new.md", "report.md"]);
});

test("replaces an existing file only with force", () => {
  const { folder, report, saved } = createFolder();
  expect(() => writeFileSafely(report, "new", { saved })).toThrow(
    expect.objectContaining({
      message: `"${report}" already exists, so nothing was written.`,
      fix: "Choose another name, or replace it with --force.",
      exitCode: 1,
    }),
  );
  expect(readFileSync(report, "utf8")).toBe("mine");
  writeFileSafely(report, "new", { saved, force: true });
  expect(readFileSync(report, "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["report.md"]);
});

test("keeps the old text under another name of the file, with force", () => {
  const { folder, report, saved } = createFolder();
  linkSync(report, join(folder, "other.md"));
  writeFileSafely(report, "new", { saved, force: true });
  expect(readFileSync(join(folder, "other.md"), "utf8")).toBe("mine");
});

const notRegular = (path: string) =>
  `"${path}" isn't a regular file (it is a folder, a link or a device).`;

test.each([false, true])("rejects a folder (force: %s)", (force) => {
  const { folder, saved } = createFolder();
  mkdirSync(join(folder, "reports"));
  const path = join(folder, "reports");
  expect(() => writeFileSafely(path, "new", { saved, force })).toThrow(notRegular(path));
  expect(readdirSync(path)).toEqual([]);
});

// On Windows only an administrator can create a symbolic link.
test.skipIf(!posix).each([
  { force: false, target: "report.md" },
  { force: true, target: "report.md" },
  { force: true, target: "nowhere.md" },
])("rejects a symbolic link to $target (force: $force)", ({ force, target }) => {
  const { folder, report, saved } = createFolder();
  const link = join(folder, "link.md");
  symlinkSync(target, link);
  expect(() => writeFileSafely(link, "new", { saved, force })).toThrow(notRegular(link));
  expect(readFileSync(report, "utf8")).toBe("mine");
  expect(existsSync(join(folder, "nowhere.md"))).toBe(false);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

// Windows has no named pipes in folders.
test.skipIf(!posix).each([false, true])(
  "rejects a pipe without waiting for it (force: %s)",
  (force) => {
    const { folder, saved } = createFolder();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    expect(() => writeFileSafely(pipe, "new", { saved, force })).toThrow(notRegular(pipe));
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  },
);

test("rejects the path of the saved progress in any spelling, even before it exists", () => {
  const { folder, saved } = createFolder();
  mkdirSync(join(folder, "saved"));
  const roundabout = join(folder, "saved", "..", "saved", "progress.json");
  for (const there of [false, true]) {
    if (there) writeFileSync(saved, "{}");
    for (const path of [saved, roundabout]) {
      const message = `"${path}" is the file with your saved progress.`;
      expect(() => writeFileSafely(path, "new", { saved, force: true })).toThrow(message);
    }
  }
  expect(readFileSync(saved, "utf8")).toBe("{}");
});

test("rejects another name of the saved progress", () => {
  const { folder, saved } = createFolder();
  mkdirSync(join(folder, "saved"));
  writeFileSync(saved, "{}");
  const other = join(folder, "other.json");
  linkSync(saved, other);
  expect(() => writeFileSafely(other, "new", { saved, force: true })).toThrow(
    "is the file with your saved progress",
  );
});

test.skipIf(!posix)("rejects the saved progress in a linked folder", () => {
  const { folder, saved } = createFolder();
  mkdirSync(join(folder, "saved"));
  writeFileSync(saved, "{}");
  symlinkSync(join(folder, "saved"), join(folder, "linked"));
  const linked = join(folder, "linked", "progress.json");
  expect(() => writeFileSafely(linked, "new", { saved, force: true })).toThrow(
    "is the file with your saved progress",
  );
  expect(() => writeFileSafely(saved, "new", { saved: linked, force: true })).toThrow(
    "is the file with your saved progress",
  );
  expect(readFileSync(saved, "utf8")).toBe("{}");
});

test.each([
  { place: "nowhere", reason: "it doesn't exist" },
  { place: "report.md", reason: "part of the path isn't a folder" },
])("reports a path that can't exist: $reason", ({ place, reason }) => {
  const { folder, saved } = createFolder();
  const path = join(folder, place, "new.md");
  expect(() => writeFileSafely(path, "new", { saved })).toThrow(
    expect.objectContaining({
      message: `"${path}" can't be written: ${reason}.`,
      fix: "Choose another location with -o.",
    }),
  );
  expect(readdirSync(folder)).toEqual(["report.md"]);
});

test("reports a name that is too long and leaves no temporary file", () => {
  const { folder, saved } = createFolder();
  const path = join(folder, `${"x".repeat(300)}.md`);
  expect(() => writeFileSafely(path, "new", { saved })).toThrow(/can't be written: .*\.$/);
  expect(readdirSync(folder)).toEqual(["report.md"]);
});

test.skipIf(!posix)("keeps the permissions of a replaced file (Windows has no such modes)", () => {
  const { report, saved } = createFolder();
  chmodSync(report, 0o600);
  writeFileSafely(report, "new", { saved, force: true });
  expect(statSync(report).mode & 0o777).toBe(0o600);
});

test.each([
  "progress.json.bak",
  "progress.json.lock",
  "progress.json.new",
  "progress-2.json",
  "progre\u017fs.json.bak",
  "Progress (copy).JSON",
])("refuses %s next to the saved progress, even with force", (name) => {
  const folder = createTempFolder();
  const real = join(folder, "real");
  mkdirSync(real);
  const saved = join(folder, "progress.json");
  for (const at of [folder, real]) writeFileSync(join(at, name), "before");
  writeFileSync(join(real, "progress.json"), "{}");
  symlinkSync(join(real, "progress.json"), saved);
  for (const at of [folder, real]) {
    expect(() => writeFileSafely(join(at, name), "x", { saved, force: true })).toThrow(
      /could be taken for a part of your saved progress\.$/,
    );
    expect(readFileSync(join(at, name), "utf8")).toBe("before");
  }
});

test("writes any other name next to the saved progress, and any name elsewhere", () => {
  const folder = createTempFolder();
  mkdirSync(join(folder, "elsewhere"));
  const saved = join(folder, "progress.json");
  for (const name of ["progress.md", "my-progress.json", join("elsewhere", "progress-2.json")])
    expect(writeFileSafely(join(folder, name), "x", { saved })).toBe(join(folder, name));
});

test.skipIf(!posix)("makes a private file private, also in place of an open one", () => {
  const { folder, report, saved } = createFolder();
  chmodSync(report, 0o644);
  for (const path of [report, join(folder, "new.json")]) {
    writeFileSafely(path, "{}", { saved, force: true, isPrivate: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});
