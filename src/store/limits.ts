import { MAX_ALL_PICTURE_MEGABYTES } from "../domain/picture/picture-limits.ts";

/** How deep lists and objects may be nested in a saved file. */
export const MAX_NESTING = 60;

/** The progress without undo steps: 1,000 of the longest answers. */
export const MAX_PROGRESS_MEGABYTES = 64;

/** In an export, three bytes of a picture take four characters. */
const MAX_EXPORTED_PICTURE_MEGABYTES = Math.ceil((MAX_ALL_PICTURE_MEGABYTES * 4) / 3) + 1;

/**
 * An export writes a hidden character of one byte in six, and pictures. So it takes whatever was
 * saved.
 */
export const MAX_EXPORT_MEGABYTES = 6 * MAX_PROGRESS_MEGABYTES + MAX_EXPORTED_PICTURE_MEGABYTES;

/** Larger files can't be read: Node has no text of more than 512 MB. */
export const MAX_FILE_MEGABYTES = 500;

/** The bytes of a megabyte. */
export const MEGABYTE = 1024 * 1024;
