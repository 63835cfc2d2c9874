import * as v from "valibot";
import { idPattern, keptWords } from "./id.ts";

/**
 * An id: the name of a thing in content and in saved progress, safe in a path, a flag and a
 * sentence.
 */
export const Id = v.pipe(
  v.string(),
  v.regex(idPattern, "must be lower-case letters, digits and hyphens, at most 64"),
  v.notValues(keptWords, "must be another word: JavaScript keeps this one for itself"),
);

/** A text that is not empty. */
export const Text = v.pipe(v.string(), v.trim(), v.minLength(1, "must not be empty"));

/** A text that stands on one line of its own: a title, a summary, an entry of a list. */
export const OneLine = v.pipe(Text, v.regex(/^[^\r\n]*$/, "must be one line"));

/** A list with at least one entry, each on one line. */
export const Lines = v.pipe(v.array(OneLine), v.minLength(1, "must hold at least one entry"));
