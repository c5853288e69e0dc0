import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { projectFileSchema } from '../../shared/project/files'
import { copyProject } from './copy-project'
import type { Surroundings } from './identity'
import { readSnapshot, writeSnapshot } from './snapshot'

/**
 * Copy a whole project, its history included, under a new id and name. The original must be settled and is
 * not touched; the copy is whole or absent.
 */
export function duplicateProject(
  from: string,
  to: string,
  name: string,
  surroundings: Surroundings,
): Result<{ readonly folder: string }> {
  return copyProject(from, to, {
    besideName: surroundings.newId(),
    what: 'The project was not duplicated',
    change: copy => {
      renameCopy(copy, name, surroundings)
    },
  })
}

/** Give a copy of a project an id and a name of its own. Throws the system’s error. */
export function renameCopy(folder: string, name: string, surroundings: Surroundings): void {
  const file = path.join(folder, 'project.json')
  const reading = readSnapshot(file, projectFileSchema)
  if (reading.kind === 'missing' || reading.kind === 'bad' || reading.kind === 'newer')
    throw Object.assign(new Error('project.json of the copy cannot be read'), { code: 'EIO' })
  const { snapshot } = reading
  writeSnapshot(file, {
    ...snapshot,
    generation: snapshot.generation + 1,
    content: { ...snapshot.content, id: surroundings.newId(), name },
  })
}
