import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { projectFileSchema } from '../../shared/project/files'
import { syncFolder } from './durable-write'
import { explainFileError } from './explain-error'
import type { Surroundings } from './identity'
import { isTemporaryName } from './durable-write'
import { readSnapshot, writeSnapshot } from './snapshot'

/** Parts of `.assay` that belong to the original alone. */
const leftBehind = ['lock', 'index.json']

/**
 * Copy a whole project, its history included, under a new id and name. Made beside and renamed at the
 * end, so that the copy is whole or absent. The original must be settled and is not touched.
 */
export function duplicateProject(
  from: string,
  to: string,
  name: string,
  surroundings: Surroundings,
): Result<{ readonly folder: string }> {
  if (!path.relative(from, to).startsWith('..'))
    return fail(
      'refused',
      'A copy cannot be made inside the project itself. Choose another folder.',
    )
  if (fs.existsSync(to) && fs.readdirSync(to).length > 0)
    return fail('refused', `The folder “${path.basename(to)}” is not empty. Choose a new folder.`)
  const beside = `${to}.copying-${surroundings.newId()}`
  try {
    fs.cpSync(from, beside, {
      recursive: true,
      errorOnExist: true,
      filter: source => {
        const inside = path.relative(path.join(from, '.assay'), source)
        return !leftBehind.includes(inside) && !isTemporaryName(source)
      },
    })
    rename(beside, name, surroundings)
    fs.rmSync(to, { recursive: true, force: true })
    fs.renameSync(beside, to)
    syncFolder(path.dirname(to))
    return succeed({ folder: to })
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true })
    return explainFileError(error, 'The project was not duplicated')
  }
}

function rename(folder: string, name: string, surroundings: Surroundings): void {
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
