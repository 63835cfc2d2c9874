/** What is known of a picture once its file was walked through, and the parts worth keeping. */
export interface PictureParts {
  width: number;
  height: number;
  animated: boolean;
  /** The file without what says who made it, when, where and with what. */
  kept: readonly Uint8Array[];
}

/** Why a file can't be used as a picture, as a clause. */
export const CUT_OFF = "it is cut off";

/** Why a file can't be used as a picture, as a clause. */
export const DAMAGED = "it is damaged";

/** What came of walking through a file: its parts, or why it can't be used. */
export type Walked = PictureParts | string;

/** Far more parts than any program writes: a file with more of them would take seconds to read. */
export const MAX_PARTS = 50_000;
