// The sentences around the reason of a change. English.

/** The texts by what they say. */
export const noteStrings = {
  note: 'Reason',
  noteHelp: 'Optional. It stands in the audit trail.',
} as const;
