import { annotatorSchema } from '../../shared/annotation/annotation'
import type { Annotator } from '../../shared/annotation/annotation'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import type { Access } from './access'
import type { CurrentFiles } from './current-files'
import type { AppendEdit } from './project-store'

/** Write down who annotates here, under `name`, unless that is known or nothing can be written. */
export async function introduceAnnotator(
  name: string,
  given: {
    readonly annotator: Annotator
    readonly files: CurrentFiles
    readonly access: Access
    readonly newId: () => string
    readonly appendEdit: AppendEdit
  },
): Promise<Result<{ readonly seq: number }>> {
  const { annotator, files, access, newId, appendEdit } = given
  const file = `annotators/${annotator.id}.json`
  const known = files.read(file)?.content
  if (access.readOnly !== undefined || known?.['name'] === name) return succeed({ seq: 0 })
  const before = known === undefined ? undefined : annotatorSchema.parse(known)
  return appendEdit({
    id: newId(),
    label: 'annotator',
    permanent: true,
    changes: [
      {
        kind: 'annotator',
        id: annotator.id,
        ...(before === undefined ? {} : { before }),
        after: { ...(before ?? annotator), name },
      },
    ],
  })
}
