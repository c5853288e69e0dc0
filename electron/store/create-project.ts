import fs from 'node:fs'
import path from 'node:path'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Edit } from '../../shared/project/change'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import { syncFolder } from './durable-write'
import { explainFileError } from './explain-error'
import type { Identity, Surroundings } from './identity'
import { journalNameOf } from './identity'
import { openJournal } from './journal'
import { projectFolders } from './project-files'
import { writeSnapshot } from './snapshot'

/**
 * Make a new project in `folder`, which must not exist or be empty. `project.json` is written last, so a
 * folder with one is a whole project.
 */
export async function createProject(
  folder: string,
  name: string,
  identity: Identity,
  surroundings: Surroundings,
): Promise<Result<{ readonly folder: string }>> {
  try {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
      return fail(
        'refused',
        `The folder “${path.basename(folder)}” is not empty, so no project was made there. Choose a new or empty folder.`,
      )
    fs.mkdirSync(folder, { recursive: true })
    for (const child of projectFolders) fs.mkdirSync(path.join(folder, child), { recursive: true })
    await writeFirstFiles(folder, name, identity, surroundings)
    syncFolder(folder)
    syncFolder(path.dirname(folder))
    return succeed({ folder })
  } catch (error) {
    return explainFileError(error, `The project “${name}” could not be made`)
  }
}

async function writeFirstFiles(
  folder: string,
  name: string,
  identity: Identity,
  surroundings: Surroundings,
): Promise<void> {
  const journalName = journalNameOf(identity)
  const edit: Edit = {
    id: surroundings.newId(),
    label: 'new project',
    permanent: true,
    changes: [
      { kind: 'project', before: { name: '' }, after: { name } },
      { kind: 'codebook', before: defaultCodebook, after: defaultCodebook },
    ],
  }
  const journal = openJournal(folder, { name: journalName, lastSeq: 0, damaged: false })
  await journal.append(edit, surroundings.now())
  await journal.close()
  const head = { generation: 1, appliedSeq: { [journalName]: 1 } }
  writeSnapshot(path.join(folder, 'codebook.json'), { ...head, content: defaultCodebook })
  writeSnapshot(path.join(folder, 'project.json'), {
    ...head,
    content: {
      format: 'assay-project',
      version: currentVersion,
      minReader: currentMinReader,
      id: surroundings.newId(),
      name,
    },
  })
}
