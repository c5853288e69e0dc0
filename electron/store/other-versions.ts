import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { Change } from '../../shared/project/change'
import type { OutsideChanges } from './outside-changes'
import type { AppendEdit, ProjectStore } from './project-store'

/** Other versions of the project's files: what they would change, and using them in one step of undo. */
export function otherVersions(given: {
  readonly outside: OutsideChanges
  readonly appendEdit: AppendEdit
  readonly newId: () => string
  readonly inWords: (file: string) => string
}): Pick<ProjectStore, 'changesTo' | 'useKept' | 'changesToBytes' | 'useBytes'> {
  const { outside, appendEdit, newId, inWords } = given
  const useChanges = async (
    changes: readonly Change[],
    label: string,
  ): Promise<Result<{ readonly changes: number }>> => {
    if (changes.length === 0) return succeed({ changes: 0 })
    const used = await appendEdit({ id: newId(), label, changes: [...changes] })
    return used.ok ? succeed({ changes: changes.length }) : used
  }

  return {
    changesTo: outside.changesTo,
    useKept: async kept => {
      const found = outside.changesTo(kept)
      if (!found.ok) return found
      const { file, changes } = found.value
      return useChanges(changes, `use the other version of ${inWords(file)}`)
    },
    changesToBytes: outside.changesToBytes,
    useBytes: async (file, bytes) => {
      const found = outside.changesToBytes(file, bytes)
      if (!found.ok) return found
      return useChanges(found.value, `use an earlier version of ${inWords(file)}`)
    },
  }
}
