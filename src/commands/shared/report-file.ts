/** The name under which an agent leaves its report in the work folder. */
export const REPORT_FILE = "REPORT.md";
/** Enough for a long conversation with everything that was printed in it. */
export const MAX_REPORT_MEGABYTES = 4;
