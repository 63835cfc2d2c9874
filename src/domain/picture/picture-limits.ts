/** The bytes of a megabyte. */
const MEGABYTE = 1024 * 1024;

/** How large the file of one picture may be. */
export const MAX_PICTURE_MEGABYTES = 5;

/** How many pixels a picture may have: a phone's camera makes fewer. */
export const MAX_MEGAPIXELS = 40;

/** How large all pictures of a project may be together. */
export const MAX_PROJECT_PICTURE_MEGABYTES = 40;

/** How large all pictures may be together, so that an export with them can be read again. */
export const MAX_ALL_PICTURE_MEGABYTES = 80;

/** The same in bytes. */
export const MAX_PICTURE_BYTES = MAX_PICTURE_MEGABYTES * MEGABYTE;

/** The same in bytes. */
export const MAX_PROJECT_PICTURE_BYTES = MAX_PROJECT_PICTURE_MEGABYTES * MEGABYTE;

/** The same in bytes. */
export const MAX_ALL_PICTURE_BYTES = MAX_ALL_PICTURE_MEGABYTES * MEGABYTE;
