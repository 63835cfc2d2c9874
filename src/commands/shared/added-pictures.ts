import type { Context } from "../../context.ts";
import type { Progress } from "../../domain/progress/progress.ts";
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
  const found = Object.keys(pictures).length;
  printPictureHint(context, { found, missing });
  return found === 0 ? text : renderJson({ ...progress, pictures });
}
