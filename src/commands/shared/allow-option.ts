/** The option that allows one finding to be printed. */
export const ALLOW_OPTION = "--allow <number>";
/** What the option does. */
export const ALLOW_HELP = "allow one finding by its number, now and later";
