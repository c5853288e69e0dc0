import fs from 'node:fs'
import path from 'node:path'
import type { Finding } from '../check/finding'
import { writeDurably } from '../store/durable-write'
import { projectFolders } from '../store/project-files'
import { readOwnFile } from '../store/read-regular-file'
import type { Quarantine } from './quarantine'

/** What has no business in a project, or cannot be read where it stands: it is moved, whatever it is. */
const outOfPlace: ReadonlySet<Finding['kind']> = new Set([
  'link',
  'not-a-file',
  'too-large',
  'leftover',
  'foreign',
])

/** Put what is no plain file of the project into the quarantine; give a file with a second name a body of its own. */
export function mendTree(
  projectFolder: string,
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
  quarantine: Quarantine,
): void {
  for (const finding of findings) {
    const file = nameOf(finding)
    const { kind, problem } = finding
    if (outOfPlace.has(kind)) {
      const kept = quarantine.move(file)
      if (projectFolders.some(folder => folder === file))
        fs.mkdirSync(path.join(projectFolder, file))
      const done = 'It was moved out of the way.'
      quarantine.note({ file: finding.file, kind, problem, done, kept, stays: false })
    }
    if (kind === 'second-name') {
      const at = path.join(projectFolder, ...file.split('/'))
      writeDurably(at, readOwnFile(at))
      const done =
        'It has bytes of its own now, so that changes under the other name do not reach it.'
      quarantine.note({ file: finding.file, kind, problem, done, stays: false })
    }
  }
}
