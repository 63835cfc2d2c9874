import { deepStrictEqual } from "node:assert";
import { expect, test } from "vitest";
import { type ReadPicture, readPicture } from "../../../src/domain/picture/read-picture.ts";
import {
  bytesOf,
  makeNotes,
  makePng,
  makeWebp,
  pngChunk,
  webpChunk,
} from "../../helpers/pictures.ts";

function read(bytes: Uint8Array): ReadPicture {
  const found = readPicture(bytes);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

test.each([
  ["png", (notes: Uint8Array) => makePng(4, 3, [pngChunk("eXIf", notes)])],
  ["webp", (notes: Uint8Array) => makeWebp(4, 3, [webpChunk("EXIF", notes)])],
  ["webp", (notes: Uint8Array) => makeWebp(4, 3, [webpChunk("EXIF", bytesOf("Exif\0\0", notes))])],
] as const)("keeps which way is up of a %s, and nothing with it", (type, make) => {
  for (const order of ["II", "MM"] as const) {
    const { bytes, ...found } = read(make(makeNotes(6, order)));
    expect(found).toMatchObject({ type, width: 3, height: 4 });
    const kept = Buffer.from(bytes);
    expect(kept.includes("GPS")).toBe(false);
    expect(kept.includes("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06", "latin1")).toBe(
      true,
    );
    deepStrictEqual(read(bytes).bytes, bytes);
  }
  expect(read(make(makeNotes(1)))).toMatchObject({ width: 4, height: 3 });
});

test("writes the orientation of a png as other programs do", () => {
  const directory = "\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
  const clean = makePng(4, 3, [pngChunk("eXIf", `MM\0*\0\0\0\x08${directory}`)]);
  deepStrictEqual(read(makePng(4, 3, [pngChunk("eXIf", makeNotes(6))])).bytes, clean);
});
