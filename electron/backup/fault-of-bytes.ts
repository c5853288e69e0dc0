import path from 'node:path'
import { parseArticleFile } from '../store/article-files'
import { scanFrames } from '../store/journal-frame'
import { schemaOfFile } from '../store/project-files'
import { parseSnapshot } from '../store/snapshot'

/** Whether a file of a project is damaged, told by its bytes alone; a file that is none of ours never is. */
export function isDamagedFile(file: string, bytes: Buffer): boolean {
  if (/^journal\/.*\.log$/.test(file)) return scanFrames(bytes).setAside.length > 0
  const schema = schemaOfFile(file)
  if (schema === undefined) return false
  const text = bytes.toString('utf8')
  const { kind } = file.startsWith('articles/')
    ? parseArticleFile(text, path.basename(file, '.json'))
    : parseSnapshot(text, schema)
  return kind === 'bad' || kind === 'edited'
}
