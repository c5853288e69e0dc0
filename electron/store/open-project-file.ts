import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { currentVersion, projectFileSchema } from '../../shared/project/files'
import type { ProjectFile } from '../../shared/project/files'
import { errorCode, explainFileError, explainOpening } from './explain-error'
import { readOwnFile } from './read-regular-file'

const headSchema = z.looseObject({
  format: z.literal('assay-project'),
  version: z.int().min(1),
  minReader: z.int().min(1),
})

export type ProjectHead = {
  readonly id: string
  readonly name: string
  /** Why the project must not be written, when it comes from a newer program. */
  readonly newer?: string
}

/** Look whether `folder` is a project that this program can read, before anything in it is touched. */
export function readProjectHead(folder: string): Result<ProjectHead> {
  const name = path.basename(folder)
  const known = readProjectFolder(folder)
  if (!known.ok) return known
  try {
    return parseProjectHead(readOwnFile(path.join(folder, 'project.json')).toString('utf8'), name)
  } catch (error) {
    return explainOpening(error, folder)
  }
}

/** Whether `folder` is the folder of a project, be it whole or damaged: it has something named `project.json`, or a journal. */
export function readProjectFolder(folder: string): Result<object> {
  const name = path.basename(folder)
  try {
    if (!fs.statSync(folder).isDirectory()) return notAProject(name)
    const isProject = ['project.json', 'journal'].some(
      child => fs.lstatSync(path.join(folder, child), { throwIfNoEntry: false }) !== undefined,
    )
    return isProject ? succeed({}) : notAProject(name)
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      return fail(
        'vanished',
        `The folder “${name}” is not there any more. If it was moved or its disk was unplugged, bring it back and open it again.`,
      )
    return explainFileError(error, `The project “${name}” could not be opened`)
  }
}

function parseProjectHead(text: string, folderName: string): Result<ProjectHead> {
  const damaged = fail(
    'damaged',
    `The project “${folderName}” could not be opened, because its file project.json is damaged. ` +
      'Nothing in the folder was changed. Check and mend the project, or open a backup of it.',
  )
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return damaged
  }
  const head = headSchema.safeParse(parsed)
  if (!head.success) return damaged
  if (head.data.minReader > currentVersion) return newerProject(head.data, folderName)
  const checked = projectFileSchema.safeParse({ generation: 0, appliedSeq: {}, ...head.data })
  if (!checked.success) return damaged
  const project: ProjectFile = checked.data
  return succeed({ id: project.id, name: project.name })
}

/** A newer project is shown as far as it can be understood, and never written. */
function newerProject(head: z.infer<typeof headSchema>, folderName: string): Result<ProjectHead> {
  const known = z.looseObject({ id: z.uuid(), name: z.string() }).safeParse(head)
  if (!known.success)
    return fail(
      'newer',
      `The project “${folderName}” was made by a newer version of Assay. Nothing in it was changed. Install the newer version to open it.`,
    )
  return succeed({
    id: known.data.id,
    name: known.data.name,
    newer:
      'This project was made by a newer version of Assay. You can read it here; to change it, install the newer version.',
  })
}

function notAProject(name: string): ReturnType<typeof fail> {
  return fail(
    'not-a-project',
    `The folder “${name}” is not an Assay project: it has no project.json. Nothing was changed. Choose another folder, or make a new project.`,
  )
}
