import * as v from "valibot";
import { idPattern, keptWords } from "./id.ts";

/** An id, which is safe in a path, an option and a sentence. */
export const Id = v.pipe(
  v.string(),
  v.regex(idPattern, "must be lower-case letters, digits and hyphens, at most 64"),
  v.notValues(keptWords, "must be another word: JavaScript keeps this one for itself"),
);

/** A text that is not empty. */
export const Text = v.pipe(v.string(), v.trim(), v.minLength(1, "must not be empty"));

/** A text on one line, such as a title or an entry of a list. */
export const OneLine = v.pipe(Text, v.regex(/^[^\r\n]*$/, "must be one line"));

/** A list with at least one line. */
export const Lines = v.pipe(v.array(OneLine), v.minLength(1, "must hold at least one entry"));

/** The form of a reference to a question or to a field of the slice: `spec.checks`. */
export const Reference = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+\.[A-Za-z0-9-]+$/, "must look like step.question"),
);
