import fc from "fast-check";
import { expect, test } from "vitest";
import { readDroppedPaths } from "../../../src/domain/picture/dropped-paths.ts";

const mac = { home: "/Users/ana", hasWindowsPaths: false };
const windows = { home: "C:\\Users\\Ana", hasWindowsPaths: true };
const narrow = "Screenshot 2026-07-02 at 9.41.00\u202fAM.png";

test.each([
  {
    from: "Terminal on macOS",
    line: "/Users/ana/My\\ shot\\ \\(1\\).png ",
    path: "/Users/ana/My shot (1).png",
  },
  {
    from: "a temporary screenshot",
    line: `/var/folders/x/T/TemporaryItems/NSIRD_a/${narrow.replaceAll(" ", "\\ ")} `,
    path: `/var/folders/x/T/TemporaryItems/NSIRD_a/${narrow}`,
  },
  { from: "GNOME Terminal", line: "'/home/ana/My shot.png' ", path: "/home/ana/My shot.png" },
  {
    from: "a name with a quote",
    line: "'/home/ana/Ana'\\''s shot.png'",
    path: "/home/ana/Ana's shot.png",
  },
  { from: "double quotes", line: '"/home/ana/a \\"b\\".png"', path: '/home/ana/a "b".png' },
  {
    from: "a file manager",
    line: "file:///home/ana/My%20shot%20%C3%A9.png",
    path: "/home/ana/My shot é.png",
  },
  { from: "an address with a host", line: "file://localhost/home/a.png", path: "/home/a.png" },
  { from: "a short address", line: "file:/home/a.png", path: "/home/a.png" },
  { from: "home", line: "~/shot.png", path: "/Users/ana/shot.png" },
  { from: "the current folder", line: "./shot.png", path: "./shot.png" },
  {
    from: "Windows Terminal in WSL",
    line: '"C:\\Users\\Ana\\My shot.png"',
    path: "/mnt/c/Users/Ana/My shot.png",
  },
  {
    from: "an address of Windows in WSL",
    line: "file:///C:/Users/a.png",
    path: "/mnt/c/Users/a.png",
  },
])("reads what $from pastes", ({ line, path }) => {
  expect(readDroppedPaths(line, mac)).toContainEqual([path]);
});

test.each([
  { from: "Command Prompt", line: "C:\\Users\\Ana\\shot.png", path: "C:\\Users\\Ana\\shot.png" },
  { from: "quotes", line: '"C:\\new\\My shot.png"', path: "C:\\new\\My shot.png" },
  {
    from: "PowerShell",
    line: "& 'C:\\Users\\Ana\\My shot.png'",
    path: "C:\\Users\\Ana\\My shot.png",
  },
  { from: "a share", line: '"\\\\server\\team\\shot.png"', path: "\\\\server\\team\\shot.png" },
  { from: "Git Bash", line: "/c/Users/Ana/shot.png", path: "C:\\Users\\Ana\\shot.png" },
  { from: "WSL", line: "/mnt/c/Users/Ana/shot.png", path: "C:\\Users\\Ana\\shot.png" },
  { from: "a browser", line: "file:///C:/Users/My%20shot.png", path: "C:/Users/My shot.png" },
])("reads what $from pastes on Windows", ({ line, path }) => {
  expect(readDroppedPaths(line, windows)).toContainEqual([path]);
});

test("reads several files, and a path with spaces that nothing escapes", () => {
  expect(readDroppedPaths("/a/1.png '/a/2 b.png' /a/3\\ c.png", mac)).toContainEqual([
    "/a/1.png",
    "/a/2 b.png",
    "/a/3 c.png",
  ]);
  expect(readDroppedPaths("file:///a/1.png\r\nfile:///a/2.png\r\n", mac)).toContainEqual([
    "/a/1.png",
    "/a/2.png",
  ]);
  expect(readDroppedPaths("/a/My shot.png", mac)[0]).toEqual(["/a/My shot.png"]);
});

test.each([
  "Ran it for June: 18 of 18 values match.",
  "The page /reports opens, and shows June.",
  "it's in shot.png",
  "'/a/not closed.png",
  "file://server/share/a.png",
  "file:///a/%00.png",
  "file:///a/%E0%A4.png",
  "~ana/shot.png",
  "//server",
  "\\",
  "",
])("takes %j for words", (line) => {
  expect(readDroppedPaths(line, mac).filter((reading) => !reading[0]?.startsWith("'"))).toEqual([]);
});

test("never throws, and takes no time for a long line", () => {
  const marks = fc.constantFrom(
    "/",
    "\\",
    "'",
    '"',
    " ",
    "file:///",
    "C:\\",
    "%41",
    "a",
    "~/",
    "\u202f",
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), fc.boolean(), (parts, hasWindowsPaths) => {
      readDroppedPaths(parts.join(""), { home: "/h", hasWindowsPaths });
    }),
    { numRuns: 2000 },
  );
  expect(readDroppedPaths("/a ".repeat(1_000_000), mac)).toEqual([]);
});
