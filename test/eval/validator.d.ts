declare module "validator" {
  /** Checks of whole texts. */
  const validator: Record<"isEmail" | "isCreditCard" | "isIBAN", (text: string) => boolean>;
  export = validator;
}
