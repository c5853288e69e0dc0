import type { ImportReport } from '../../shared/ipc/import-calls'

/** The whole report as lines with tabs between the columns, so that it can be pasted into a table: what became of what, and why. */
export function reportText({ imported, present, failed, stopped }: ImportReport): string {
  const rows = [
    ...failed.map(({ name, message, folder }) => [
      'not imported',
      folder === undefined ? name : `${folder}/${name}`,
      message,
    ]),
    ...imported.map(({ title, remarks, copyOf, earlier }) => [
      copyOf === undefined ? 'imported' : 'imported as a copy',
      title,
      [
        ...(copyOf === undefined ? [] : [`A copy of “${copyOf.title}”.`]),
        ...(earlier === undefined ? [] : [`It may be a corrected version of “${earlier.title}”.`]),
        ...remarks,
      ].join(' '),
    ]),
    ...present.map(({ name, of }) => ['there already', name, of]),
    ...(stopped === undefined ? [] : [['stopped', '', stopped]]),
  ]
  return rows.map(row => `${row.map(oneLine).join('\t')}\n`).join('')
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
