import fs from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { succeed } from '../../shared/outcome/result'
import { sampleArticles, sampleProjectName } from '../sample/sample-articles'
import { createProject } from '../store/create-project'
import { explainFileError } from '../store/explain-error'
import type { OpenOptions } from '../store/open-project'
import { openProject } from '../store/open-project'
import { importBytes } from './import-files'
import { readHere } from './reader/read-here'

type Options = Pick<OpenOptions, 'identity' | 'surroundings' | 'runCompaction'>

/**
 * Folder of the sample project, made from the bundled articles the first time it is asked for. Built
 * beside and renamed at the end, so that a sample is whole or absent.
 */
export async function sampleProjectFolder(
  userData: string,
  options: Options,
): Promise<Result<{ readonly folder: string }>> {
  const folder = path.join(userData, 'sample-project')
  try {
    if (fs.existsSync(path.join(folder, 'project.json'))) return succeed({ folder })
    fs.mkdirSync(userData, { recursive: true })
    const beside = fs.mkdtempSync(path.join(userData, 'sample-project-new-'))
    const filled = await makeSample(beside, options)
    if (!filled.ok) return filled
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(beside, folder)
    return succeed({ folder })
  } catch (error) {
    return explainFileError(error, 'The sample project could not be made')
  }
}

async function makeSample(folder: string, options: Options): Promise<Result<object>> {
  const { identity, surroundings } = options
  const created = await createProject(folder, sampleProjectName, identity, surroundings)
  if (!created.ok) return created
  const opened = await openProject(folder, options)
  if (!opened.ok) return opened
  try {
    for (const { name, text } of sampleArticles) {
      const bytes = Buffer.from(text, 'utf8')
      const imported = await importBytes(opened.value, name, bytes, {
        surroundings,
        reader: readHere,
      })
      if (!imported.ok) return imported
    }
    return succeed({})
  } finally {
    await opened.value.close()
  }
}
