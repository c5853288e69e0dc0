/** Rows that are chosen, and the one a range is counted from. */
export type ChosenRows = {
  readonly ids: ReadonlySet<string>
  readonly anchor: string | undefined
}

export const nothingChosen: ChosenRows = { ids: new Set(), anchor: undefined }

/** The rows with `id` chosen when it was not, and the other way round. */
export function withRowToggled({ ids }: ChosenRows, id: string): ChosenRows {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/**
 * Every row from the anchor to `id`, in the order of `rows`; with `keepsOthers` besides those that are
 * chosen. Without an anchor among the rows, `id` alone.
 */
export function withRange(
  { ids, anchor }: ChosenRows,
  id: string,
  rows: readonly string[],
  keepsOthers = false,
): ChosenRows {
  const to = rows.indexOf(id)
  const found = anchor === undefined ? -1 : rows.indexOf(anchor)
  const from = found === -1 ? to : found
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...(keepsOthers ? ids : []), ...range]), anchor: rows[from] }
}
