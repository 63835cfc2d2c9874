/** Says who wrote a line that nobody has confirmed: the agent. "" for a person's own. */
export function describeAuthor({ from }: { from?: string | undefined }): string {
  return from === "report" ? " (the agent's words)" : "";
}
