/** Names the round of an answer that a later one kept: " (from round 1)"; empty for any other. */
export function nameKeptRound(value: object): string {
  const round = "fromRound" in value && value.fromRound;
  return round ? ` (from round ${round})` : "";
}
