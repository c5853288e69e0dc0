import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Result } from '../../shared/outcome/result'
import { fail } from '../../shared/outcome/result'
import { importFiles } from '../import/import-files'
import { sampleArticles, sampleProjectName } from '../sample/sample-articles'
import { createProject } from '../store/create-project'
import type { OpenOptions } from '../store/project-store'
import { openProject } from '../store/project-store'

/**
 * Folder of the sample project, made from the bundled articles the first time it is asked for. Built
 * beside and renamed at the end, so that a sample is whole or absent.
 */
export async function sampleProjectFolder(
  userData: string,
  options: Pick<OpenOptions, 'identity' | 'surroundings' | 'runCompaction'>,
): Promise<Result<{ readonly folder: string }>> {
  const folder = path.join(userData, 'sample-project')
  if (fs.existsSync(path.join(folder, 'project.json'))) return { ok: true, value: { folder } }
  const beside = fs.mkdtempSync(path.join(userData, 'sample-project-new-'))
  const created = await createProject(
    beside,
    sampleProjectName,
    options.identity,
    options.surroundings,
  )
  if (!created.ok) return created
  const filled = await fill(beside, options)
  if (!filled.ok) return filled
  fs.rmSync(folder, { recursive: true, force: true })
  fs.renameSync(beside, folder)
  return { ok: true, value: { folder } }
}

async function fill(
  folder: string,
  options: Pick<OpenOptions, 'identity' | 'surroundings' | 'runCompaction'>,
): Promise<Result<object>> {
  const opened = await openProject(folder, options)
  if (!opened.ok) return opened
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-sample-'))
  try {
    for (const { name, text } of sampleArticles) fs.writeFileSync(path.join(files, name), text)
    const report = await importFiles(
      opened.value,
      sampleArticles.map(({ name }) => path.join(files, name)),
      options.surroundings,
    )
    const [failure] = report.failed
    return failure === undefined
      ? { ok: true, value: {} }
      : fail('not-saved', `The sample project could not be made: ${failure.message}`)
  } finally {
    fs.rmSync(files, { recursive: true, force: true })
    await opened.value.close()
  }
}
