/** What was met in a document that does not come in as it is. */
export type OfficeTally = {
  insertions: number
  deletions: number
  comments: number
  hidden: number
  /** Running heads and feet of pages that have words. */
  pageHeads: number
}

export function createTally(): OfficeTally {
  return { insertions: 0, deletions: 0, comments: 0, hidden: 0, pageHeads: 0 }
}

/** Sentences for the import report. */
export function officeRemarks(tally: OfficeTally): string[] {
  const remarks: string[] = []
  if (tally.insertions + tally.deletions > 0)
    remarks.push(
      'It holds tracked changes: what was inserted is in the text, what was deleted is not.',
    )
  if (tally.comments > 0)
    remarks.push(
      tally.comments === 1
        ? '1 comment is left out.'
        : `${String(tally.comments)} comments are left out.`,
    )
  if (tally.hidden > 0) remarks.push('Text that is formatted as hidden is left out.')
  if (tally.pageHeads > 0) remarks.push('The headers and footers of its pages are left out.')
  return remarks
}
