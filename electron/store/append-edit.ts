import { fail, succeed } from '../../shared/outcome/result'
import type { Edit } from '../../shared/project/change'
import type { JournalRecord } from '../../shared/project/record'
import type { Access } from './access'
import type { ArticleLibrary } from './article-library'
import { explainFileError } from './explain-error'
import { faultOfEdit } from './fault-of-edit'
import { faultOfReferences } from './fault-of-references'
import type { Journal } from './journal'
import type { PendingRecords } from './pending-records'
import type { AppendEdit } from './project-store'

/**
 * The one way by which edits become durable: judged, appended to the journal, and told to all that keeps
 * something of the project. `seen` are the ids of the edits that were written before.
 */
export function editAppender(given: {
  readonly access: Access
  readonly journal: Journal
  readonly journalName: string
  readonly now: () => string
  readonly seen: Set<string>
  readonly library: ArticleLibrary
  readonly pending: PendingRecords
  readonly onWritten: (edit: Edit, by: 'window' | 'program') => void
}): AppendEdit {
  const { access, journal, journalName, now, seen, library, pending, onWritten } = given
  return async (edit, by = 'program') => {
    if (access.readOnly !== undefined) return fail('read-only', access.readOnly)
    if (seen.has(edit.id)) return succeed({ seq: journal.lastSeq() })
    const fault =
      faultOfEdit(edit, article => library.textOf(article)) ??
      (by === 'window' ? faultOfReferences(edit, library) : undefined)
    if (fault !== undefined) return fail('refused', fault)
    let record: JournalRecord
    try {
      record = await journal.append(edit, now())
    } catch (error) {
      return explainFileError(error, 'Your last edit is not saved yet, but kept in this window')
    }
    seen.add(edit.id)
    pending.add({ journal: journalName, record })
    library.noteEdit(edit)
    onWritten(edit, by)
    return succeed({ seq: record.seq })
  }
}
