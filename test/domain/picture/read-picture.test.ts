import { deepStrictEqual } from "node:assert";
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinBytes } from "../../../src/domain/picture/bytes.ts";
import { mediaTypeOf } from "../../../src/domain/picture/picture-kind.ts";
import { MAX_PICTURE_BYTES } from "../../../src/domain/picture/picture-limits.ts";
import { type ReadPicture, readPicture } from "../../../src/domain/picture/read-picture.ts";
import {
  bytesOf,
  gifExtension,
  jpegSegment,
  makeExif,
  makeGif,
  makeJpeg,
  makeMovingWebp,
  makePng,
  makeWebp,
  pngChunk,
  webpChunk,
} from "../../helpers/pictures.ts";

/** What stands in the parts of a file that must go. */
const MARK = "Jane at 52.5 N 13.4 E";
const JFIF = jpegSegment(0xe0, "JFIF\0\x01\x02\x01\0\x48\0\x48\0\0");
const ICC = jpegSegment(0xe2, "ICC_PROFILE\0\x01\x01colors");
const ADOBE = jpegSegment(0xee, "Adobe\0\x64\0\0\0\0\x01");

function read(bytes: Uint8Array): ReadPicture {
  const found = readPicture(bytes);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

const samples = [
  { type: "png", bytes: makePng(), width: 4, height: 3 },
  { type: "jpg", bytes: makeJpeg(), width: 16, height: 8 },
  { type: "gif", bytes: makeGif(), width: 4, height: 3 },
  { type: "webp", bytes: makeWebp(), width: 4, height: 3 },
];

test.each(samples)("recognizes $type by its content, and keeps a clean one", (sample) => {
  const { bytes, ...facts } = sample;
  const { bytes: kept, ...found } = read(bytes);
  expect(found).toEqual({ ...facts, animated: false });
  deepStrictEqual(kept, bytes);
  expect(mediaTypeOf(found.type)).toBe(`image/${found.type.replace("jpg", "jpeg")}`);
});

test.each([
  {
    name: "text, time and position of a png",
    noted: makePng(4, 3, [
      pngChunk("tEXt", `Author\0${MARK}`),
      pngChunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${MARK}`),
      pngChunk("zTXt", MARK),
      pngChunk("eXIf", MARK),
      pngChunk("tIME", MARK),
      pngChunk("prVt", MARK),
    ]),
    clean: makePng(),
  },
  { name: "what follows the end of a png", noted: bytesOf(makePng(), MARK), clean: makePng() },
  {
    name: "EXIF, XMP, IPTC, comments and further pictures of a jpeg",
    noted: bytesOf(
      makeJpeg(16, 8, [
        makeExif(1),
        jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${MARK}`),
        jpegSegment(0xe2, `MPF\0${MARK}`),
        jpegSegment(0xed, `Photoshop 3.0\0${MARK}`),
        jpegSegment(0xfe, MARK),
      ]),
      makeJpeg(16, 8, [jpegSegment(0xfe, MARK)]),
    ),
    clean: makeJpeg(),
  },
  {
    name: "the preview in a jpeg",
    noted: makeJpeg(16, 8, [jpegSegment(0xe0, `JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x07${MARK}`)]),
    clean: makeJpeg(16, 8, [JFIF]),
  },
  {
    name: "comments and data of programs in a gif",
    noted: bytesOf(
      makeGif(4, 3, {
        between: [gifExtension(0xfe, MARK), gifExtension(0xff, "XMP DataXMP", MARK)],
      }),
      MARK,
    ),
    clean: makeGif(),
  },
  {
    name: "EXIF and XMP of a webp",
    noted: bytesOf(makeWebp(4, 3, [webpChunk("EXIF", MARK), webpChunk("XMP ", MARK)]), MARK),
    clean: undefined,
  },
])("takes out $name", ({ noted, clean }) => {
  const { bytes } = read(noted);
  expect(Buffer.from(bytes).includes("Jane")).toBe(false);
  if (clean) deepStrictEqual(bytes, clean);
});

test("says no more in a webp that positions and times follow", () => {
  const { bytes } = read(makeWebp(4, 3, [webpChunk("EXIF", MARK)]));
  expect(bytes[20]).toBe(0);
  const size = Buffer.from(bytes).readUInt32LE(4);
  expect(size).toBe(bytes.length - 8);
});

test.each([
  {
    name: "png",
    bytes: makePng(4, 3, [pngChunk("gAMA", "\0\0\xb1\x8f"), pngChunk("iCCP", "s\0\0x")]),
  },
  { name: "jpg", bytes: makeJpeg(16, 8, [JFIF, ICC, ADOBE]) },
  {
    name: "gif",
    bytes: makeGif(4, 3, {
      between: [gifExtension(0xff, "NETSCAPE2.0", "\x01\0\0"), gifExtension(0xf9, "\0\x0a\0\0")],
    }),
  },
])("keeps the colors and the repeats of a $name", ({ bytes }) => {
  deepStrictEqual(read(bytes).bytes, bytes);
});

test.each([
  { orientation: 3, order: "II", width: 16, height: 8 },
  { orientation: 6, order: "II", width: 8, height: 16 },
  { orientation: 8, order: "MM", width: 8, height: 16 },
] as const)("keeps the orientation $orientation of a jpeg, and nothing with it", (turned) => {
  const { orientation, order, ...size } = turned;
  const { bytes, ...found } = read(makeJpeg(16, 8, [makeExif(orientation, order), JFIF]));
  expect(found).toMatchObject(size);
  const kept = Buffer.from(bytes);
  expect(kept.includes("GPS")).toBe(false);
  // Without it, a phone's photo turns.
  const exif = kept.indexOf("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", "latin1");
  expect(exif).toBe(bytes.indexOf(0xe1) + 3);
  expect(kept[exif + 25]).toBe(orientation);
  deepStrictEqual(read(bytes).bytes, bytes);
});

test.each([
  { name: "gif", bytes: makeGif(4, 3, { frames: 2 }) },
  { name: "webp", bytes: makeMovingWebp() },
  { name: "png", bytes: makePng(4, 3, [pngChunk("acTL", "\0\0\0\x02\0\0\0\0")]) },
])("notices that a $name moves", ({ bytes }) => {
  const found = read(bytes);
  expect(found.animated).toBe(true);
  expect(Buffer.from(found.bytes).includes("a name")).toBe(false);
});

test.each([
  { name: "nothing", bytes: bytesOf(), problem: "it is empty" },
  { name: "text", bytes: bytesOf("hello"), problem: /png, jpg, gif or webp/ },
  { name: "SVG", bytes: bytesOf('<svg xmlns="...">'), problem: /SVG or HTML/ },
  { name: "HTML", bytes: bytesOf("<!DOCTYPE html><html>"), problem: /SVG or HTML/ },
  { name: "HEIC", bytes: bytesOf("\0\0\0\x18ftypheic"), problem: /HEIC/ },
  {
    name: "more than 5 MB",
    bytes: bytesOf(makePng(), new Uint8Array(MAX_PICTURE_BYTES)),
    problem: /larger than 5 MB/,
  },
  { name: "10,000 x 10,000 pixels", bytes: makePng(10_000, 10_000), problem: /40 megapixels/ },
  { name: "no pixels", bytes: makePng(0, 3), problem: "it is damaged" },
  {
    name: "two jpegs in one",
    bytes: makeJpeg(16, 8, [jpegSegment(0xc0, "a")]),
    problem: /damaged/,
  },
])("refuses $name", ({ bytes, problem }) => {
  expect(readPicture(bytes)).toEqual({ problem: expect.stringMatching(problem) });
});

test.each(samples)("refuses a $type that is cut off anywhere", ({ bytes }) => {
  const shorter = Array.from({ length: bytes.length - 1 }, (_, at) =>
    readPicture(bytes.subarray(0, at)),
  );
  expect(shorter.filter((found) => !("problem" in found))).toEqual([]);
});

const sources = [
  ...samples.map(({ bytes }) => bytes),
  makeMovingWebp(),
  makeGif(4, 3, { frames: 2, between: [gifExtension(0xff, "NETSCAPE2.0", "\x01\0\0")] }),
  makeJpeg(16, 8, [JFIF, makeExif(6), ICC]),
  makeWebp(4, 3, [webpChunk("EXIF", MARK)]),
];

test("never throws, and reads its own result to the same bytes", () => {
  const changes = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.nat(255),
      cut: fc.nat(3),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...sources), changes, (source, edits) => {
      let bytes: Uint8Array = Uint8Array.from(source);
      for (const { at, byte, cut } of edits) {
        const place = Math.floor(at * bytes.length);
        const after = bytes.subarray(place + cut);
        bytes = joinBytes([bytes.subarray(0, place), Uint8Array.of(byte), after]);
      }
      const found = readPicture(bytes);
      if ("problem" in found) return;
      deepStrictEqual(readPicture(found.bytes), found);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  { name: "png", start: makePng().subarray(0, 33), unit: pngChunk("tEXt") },
  { name: "jpg", start: bytesOf(0xff, 0xd8), unit: jpegSegment(0xfe, "") },
  { name: "jpg of fill bytes", start: bytesOf(0xff, 0xd8), unit: bytesOf(0xff) },
  { name: "jpg of pixels", start: makeJpeg().subarray(0, -2), unit: bytesOf(0xff, 0) },
  { name: "gif", start: makeGif().subarray(0, -1), unit: gifExtension(0xfe) },
  { name: "webp", start: makeWebp().subarray(0, -4), unit: webpChunk("XMP ", "") },
])("reads 5 MB of the smallest parts of a $name at once", ({ start, unit }) => {
  const bytes = new Uint8Array(MAX_PICTURE_BYTES);
  bytes.set(start);
  for (let at = start.length; at + unit.length <= bytes.length; at += unit.length)
    bytes.set(unit, at);
  if (start[0] === 0x52) new DataView(bytes.buffer).setUint32(4, bytes.length - 8, true);
  const before = performance.now();
  readPicture(bytes);
  expect(performance.now() - before).toBeLessThan(10_000);
});
