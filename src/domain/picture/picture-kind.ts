/** The kinds of pictures that can be attached, as their files end. */
export const pictureKinds = ["png", "jpg", "gif", "webp"] as const;

/** One of the kinds of pictures that can be attached. */
export type PictureKind = (typeof pictureKinds)[number];

/** Returns the media type of a kind of picture, as a `data:` address names it. */
export function mediaTypeOf(kind: PictureKind): string {
  return `image/${kind === "jpg" ? "jpeg" : kind}`;
}
