import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
import { countOf } from "../../domain/text/words.ts";
import { renderJson } from "../../render/json/json.ts";
import type { Store } from "../../store/contract.ts";
import { printPictureHint } from "./picture-hint.ts";

/**
 * Adds the bytes of its pictures to an export in JSON, and says that nobody looked through them. It
 * was checked for secrets without them, because what is drawn can't be searched.
 */
export async function addPictures(
  context: Context,
  { file }: Store,
  text: string,
): Promise<string> {
  if (!text.includes('"pictures": [')) return text;
  const progress: Progress = JSON.parse(text);
  const { collectPictures } = await import("../../store/exported-pictures.ts");
  const { pictures, missing } = collectPictures(file, progress);
  const count = Object.keys(pictures).length;
  if (missing > 0)
    context.stderr.line(`${countOf(missing, "picture")} couldn't be read: builder-pm doctor`);
  if (count === 0) return text;
  printPictureHint(context, count);
  return renderJson({ ...progress, pictures });
}
