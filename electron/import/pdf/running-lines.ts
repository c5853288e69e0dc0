import type { Fragment } from './fragments'

export type FragmentedPage = {
  readonly number: number
  readonly height: number
  readonly fragments: readonly Fragment[]
}

/** What every page repeats, found and taken out. */
export type RunningLines = {
  readonly fragments: ReadonlySet<Fragment>
  /** The words of running heads and feet, each once, without page numbers. */
  readonly texts: readonly string[]
  readonly hasPageNumbers: boolean
}

/** Share of the page's height, at its top and bottom, in which running lines stand; and how many lines there are looked at. */
const margin = 0.14
const linesLookedAt = 3

/** Running lines stand at the same height on every page, give or take some points. */
const sameHeight = 4

const pageNumber =
  /^(?:(?:page|seite|стр(?:аница)?\.?|сторінка|página|pagina|pág\.?|p\.?|s\.?)\s*)?[-–—|·•]?\s*#\s*(?:[-–—|·•]|(?:of|von|из|з|de|di|sur|\/)\s*#)?$/iu

type Row = {
  readonly page: number
  readonly y: number
  readonly text: string
  readonly key: string
  readonly numbers: readonly number[]
  readonly fragments: readonly Fragment[]
}

/**
 * Running heads, feet and page numbers: lines at the top or bottom of pages whose words come again on
 * other pages at the same height, or that are nothing but the number of their page.
 */
export function findRunningLines(pages: readonly FragmentedPage[]): RunningLines {
  const rows = pages.flatMap(marginRows)
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row])
  const least = pages.length <= 4 ? 2 : 3
  const running = [...groups.values()].flatMap(group => {
    const again = group.filter(row =>
      group.some(other => other.page !== row.page && Math.abs(other.y - row.y) <= sameHeight),
    )
    if (isPageNumber(group)) return group
    const isOnlyNumbers = !/\p{L}/u.test(group[0]?.key ?? '')
    return new Set(again.map(({ page }) => page)).size >= least && !isOnlyNumbers ? again : []
  })
  const words = running.filter(({ key }) => !pageNumber.test(key))
  return {
    fragments: new Set(running.flatMap(({ fragments }) => fragments)),
    texts: [...new Map(words.map(({ key, text }) => [key, text])).values()],
    hasPageNumbers: running.length > words.length,
  }
}

/** Numbers that grow as the pages do; on a lone page only what says itself that it is one (`Page 1`, `1 / 1`). */
function isPageNumber(group: readonly Row[]): boolean {
  const [first] = group
  if (first === undefined || !pageNumber.test(first.key)) return false
  if (first.key.length > 1 && first.key !== '- # -') return true
  const offsets = group.map(({ page, numbers }) => (numbers[0] ?? Number.NaN) - page)
  return group.length > 1 && offsets.every(offset => offset === offsets[0])
}

function marginRows({ number, height, fragments }: FragmentedPage): Row[] {
  const rows: Fragment[][] = []
  for (const fragment of fragments) {
    const last = rows.at(-1)?.[0]
    const isSame = last !== undefined && Math.abs(last.y - fragment.y) <= 0.45 * last.size
    if (isSame) rows.at(-1)?.push(fragment)
    else rows.push([fragment])
  }
  const top = rows
    .slice(0, linesLookedAt)
    .filter(([first]) => (first?.y ?? height) < margin * height)
  const bottom = rows
    .slice(-linesLookedAt)
    .filter(([first]) => (first?.y ?? 0) > (1 - margin) * height)
  return [...new Set([...top, ...bottom])].map(row => rowOf(row, number))
}

function rowOf(row: readonly Fragment[], page: number): Row {
  const text = row
    .map(({ runs }) => runs.map(run => run.text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    page,
    y: row[0]?.y ?? 0,
    text,
    key: text.replace(/\d+/g, '#').toLowerCase(),
    numbers: (text.match(/\d+/g) ?? []).map(Number),
    fragments: row,
  }
}
