import type { Checked, Mended } from './checked'

/** The report of a check as text, with the names of the files: for whoever looks at the folder. */
export function checkedLines(project: string, { counts, found, more, isSound }: Checked): string {
  const { articles, annotations, records } = counts
  return lines([
    `“${project}”: ${count(articles, 'article')}, ${count(annotations, 'annotation')}, ${count(records, 'recorded edit')}: ${isSound ? 'all in order' : 'not in order'}`,
    ...found.map(
      ({ what, happened, meaning, file }) => `- ${what}: ${happened} ${meaning} (${file})`,
    ),
    ...(more > 0 ? [`and ${count(more, 'more', 'more')}`] : []),
  ])
}

/** The report of a repair as text. */
export function mendedLines(
  project: string,
  { mended, left, items, more, quarantine }: Mended,
): string {
  return lines([
    `“${project}”: ${mended} mended or put aside, ${left} left as they are`,
    ...(quarantine === undefined ? [] : [`Everything that was put aside is in ${quarantine}`]),
    ...items.map(({ what, happened, done }) => `- ${what}: ${happened} ${done}`),
    ...(more > 0 ? [`and ${count(more, 'more', 'more')}`] : []),
  ])
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}
