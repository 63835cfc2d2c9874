/** How a project can end. */
export const endings = ["done", "handed-over", "killed"] as const;

/** One of the ways in which a project can end. */
export type Ending = (typeof endings)[number];
