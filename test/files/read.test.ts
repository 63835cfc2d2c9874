import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTextFile } from "../../src/files/read.ts";
import { createTempFolder } from "../helpers/temp.ts";

test.each([
  { as: "UTF-8", bytes: Buffer.from("h\u00e9 \u65e5\r\n") },
  { as: "UTF-8 with a mark", bytes: Buffer.from("\ufeffh\u00e9 \u65e5\r\n") },
  { as: "UTF-16, which Windows PowerShell 5 writes with >", bytes: Buffer.from("\ufeffh\u00e9 \u65e5\r\n", "utf16le") },
])("a text in $as is read without a mark", ({ bytes }) => {
  const report = join(createTempFolder(), "report.md");
  writeFileSync(report, bytes);
  expect(readTextFile(report)).toBe("h\u00e9 \u65e5\r\n");
});
