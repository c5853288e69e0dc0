import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ArticleId } from '../../shared/article/article'
import type { ArticleHistory } from '../../shared/project/history/article-history'
import { historyEvents } from '../../shared/project/history/history-event'
import type { JournalRecord, SourcedRecord } from '../../shared/project/record'
import { mergeJournals } from '../../shared/project/record'
import { listJournals, listSegments } from './journal'
import { scanFrames } from './journal-frame'
import { readOwnFile } from './read-regular-file'

/**
 * What the journals of a project say of its annotations, or of those of one article. They are read a segment
 * at a time, so that everything else goes on meanwhile; segments without a word of the article are passed
 * over. What stands behind a damaged place is counted, as it was never applied. Throws the system's error
 * when a journal cannot be read.
 */
export async function changeHistory(
  projectFolder: string,
  article?: ArticleId,
): Promise<ArticleHistory> {
  const journals: SourcedRecord[][] = []
  let setAside = 0
  for (const journal of listJournals(projectFolder)) {
    const folder = path.join(projectFolder, 'journal', journal)
    const records: SourcedRecord[] = []
    for (const segment of listSegments(folder)) {
      const bytes = readOwnFile(path.join(folder, segment))
      if (article === undefined || bytes.includes(article)) {
        const scan = scanFrames(bytes)
        const isAbout = (record: JournalRecord): boolean => touches(record, article)
        records.push(...scan.records.filter(isAbout).map(record => ({ journal, record })))
        setAside += scan.setAside.filter(isAbout).length
      }
      await setImmediate()
    }
    journals.push(records)
  }
  return { events: historyEvents(mergeJournals(journals), article), setAside }
}

function touches({ edit }: JournalRecord, article: ArticleId | undefined): boolean {
  return edit.changes.some(
    change => 'article' in change && (article === undefined || change.article === article),
  )
}
