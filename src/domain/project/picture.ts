import * as v from "valibot";
import { pictureKinds } from "../picture/picture-kind.ts";
import { Time } from "../time.ts";

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000));

/**
 * A picture that a person attached to an answer. Its bytes are in a file of their own, named by
 * their hash. No name of a file is kept, because it could say what the picture shouldn't.
 */
export const Picture = v.looseObject({
  /** The question that it is an answer to, such as `review.saw`. */
  question: v.string(),
  /** The id of the entry that the question was asked for. */
  of: v.string(),
  /** The round of the project, from 1. */
  round: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The hash of its bytes; other words once it was redacted. */
  sha256: v.string(),
  type: v.picklist(pictureKinds),
  width: Pixels,
  height: Pixels,
  bytes: Bytes,
  animated: v.optional(v.boolean()),
  at: Time,
  /** How it was given: dropped when asked, by an option, or found in the work folder. */
  via: v.picklist(["asked", "flag", "folder"]),
});

export type Picture = v.InferOutput<typeof Picture>;

/** Returns true if a picture was taken out for good, so that only its size is still known. */
export function isRedacted({ sha256 }: Picture): boolean {
  return !isPictureHash(sha256);
}

/** Returns true for the hash of a picture. */
export function isPictureHash(text: string): boolean {
  return /^[\da-f]{64}$/.test(text);
}
