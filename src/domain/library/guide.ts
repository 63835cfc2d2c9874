import * as v from "valibot";
import { Id, OneLine, Text } from "./fields.ts";
import type { Origin } from "./origin.ts";

const Link = v.pipe(
  Text,
  v.regex(/^https:\/\/\S+$/, "must be an address that starts with https://"),
);

/** The front matter of a file in `content/guide/`; the body is the page. */
export const GuideFields = v.strictObject({
  title: OneLine,
  summary: OneLine,
  order: v.number(),
  /** Ids that the page had before it was renamed: people and packs can go on using them. */
  was: v.optional(v.array(Id)),
  /** Where the ideas come from: shown under the page, and under the list of topics. */
  source: v.optional(v.strictObject({ title: OneLine, link: Link })),
});

/** A page of the guide with its id; `body` is markdown. */
export type Topic = v.InferOutput<typeof GuideFields> & Origin & { id: string; body: string };
