declare module "write-good" {
  /** The suggestions of write-good for a text. */
  function writeGood(text: string): { index: number; offset: number; reason: string }[];
  export = writeGood;
}
