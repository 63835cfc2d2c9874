/** Says where a line comes from that nobody has confirmed: a report. "" for a person's own. */
export function describeAuthor({ from }: { from?: string | undefined }): string {
  return from === "report" ? " (from the agent's report)" : "";
}
