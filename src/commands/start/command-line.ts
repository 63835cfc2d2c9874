import type { Slice } from "../../domain/library/slice.ts";
import { quote, quotePath } from "../../domain/text/words.ts";

/** What a start was asked for with, as it was typed. */
export interface StartWords {
  words: string | undefined;
  own?: boolean | undefined;
  title?: string | undefined;
  from?: string | undefined;
  minutes?: string | undefined;
  passes?: string | undefined;
  anyway?: boolean | undefined;
  /** The folder to work in; false if the person wants none. */
  folder?: string | false | undefined;
}

/** Returns the command line that starts a project the same way. */
export function nameStart(given: StartWords): string {
  const { words, own, title, from, minutes, passes, folder, anyway } = given;
  const asked = [
    "builder-pm start",
    words && (/^[\w-]+$/.test(words) ? words : quote(words)),
    own && "--own",
    title && `--title ${quote(title)}`,
    from && `--from ${quotePath(from)}`,
    minutes && `--minutes ${minutes}`,
    passes && `--passes ${passes}`,
    folder && `--folder ${quotePath(folder)}`,
    folder === false && "--no-folder",
    anyway && "--anyway",
  ];
  return asked.filter(Boolean).join(" ");
}

/** The project that a person chose so far: what it is about, and its folder if they said which. */
export interface Chosen {
  idea: { slice: Slice; title: string };
  folder: string | false | undefined;
}

/** Adds what a person chose to what a start was asked for with, so that it isn't asked again. */
export function addChosen({ idea, folder }: Chosen, given: StartWords): StartWords {
  const { slice, title } = idea;
  const words = slice.own ? title : slice.id;
  const own = slice.own === true && !/\s/.test(title);
  const isRenamed = !slice.own && title !== slice.title;
  return {
    ...given,
    words,
    own,
    ...(isRenamed ? { title } : { title: "" }),
    ...(folder === undefined ? {} : { folder }),
  };
}
