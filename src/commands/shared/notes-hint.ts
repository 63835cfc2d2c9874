/** Says that a project can start from what was written before. */
export const NOTES_HINT =
  "Have notes, a ticket or a PRD? Use them: builder-pm start --from notes.md";
