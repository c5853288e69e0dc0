import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Article } from '../../shared/article/article'
import type { Finding } from '../check/finding'
import { inspectArticleFile, parseArticleFile, writeArticleFiles } from '../store/article-files'
import { writeDurably } from '../store/durable-write'
import { pathOfFile } from '../store/project-files'
import type { Quarantine } from './quarantine'

type Setting = {
  readonly projectFolder: string
  readonly quarantine: Quarantine
  readonly kept: ReadonlyMap<string, Buffer>
}

/** Whether bytes are an article's file as it was written; such a file never changes. */
export function isGoodArticle(file: string, bytes: Buffer): boolean {
  return parseArticleFile(bytes.toString('utf8'), path.basename(file, '.json')).kind === 'good'
}

/** Put an article back from a backup, or use it as it is when its text is whole; else it stands only in the quarantine. */
export function mendArticle(
  { projectFolder, quarantine, kept: versions }: Setting,
  { kind, problem }: Finding,
  file: string,
): void {
  const at = pathOfFile(projectFolder, file)
  const isThere = fs.lstatSync(at, { throwIfNoEntry: false })?.isFile() === true
  const version = versions.get(file)
  const reading = isThere
    ? inspectArticleFile(projectFolder, path.basename(file, '.json'))
    : { kind: 'missing' as const }
  const readable: Article | undefined = reading.kind === 'edited' ? reading.article : undefined
  const gone = version === undefined && readable === undefined
  const before = isThere ? { kept: gone ? quarantine.move(file) : quarantine.copy(file) } : {}
  let done = 'Its text is whole, so it is used as it is.'
  if (version !== undefined) {
    writeDurably(at, version)
    done = 'It was put back from a backup.'
  } else if (readable !== undefined) writeArticleFiles(projectFolder, { article: readable })
  else
    done =
      'No backup of it is known, so it stands only here. Its annotations stay in the project, and fit again when the article is put back.'
  quarantine.note({ file, kind, problem, done, ...before, stays: false })
}

/** The imported files of these articles, as `file` and the SHA-256 it must have. */
export function originalsOf(
  projectFolder: string,
  articles: readonly string[],
): ReadonlyMap<string, string> {
  const originals = new Map<string, string>()
  for (const id of articles) {
    const reading = inspectArticleFile(projectFolder, id)
    if (!('article' in reading)) continue
    const { file, sha256 } = reading.article.original
    if (file !== undefined && /^originals\/[^/\\]+$/.test(file)) originals.set(file, sha256)
  }
  return originals
}

export function hasSha256(bytes: Buffer, sha256: string): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256
}

/** Put an imported file back from a backup; without one it stays as it is. */
export function mendOriginal(
  { projectFolder, quarantine, kept: versions }: Setting,
  { kind, problem }: Finding,
  file: string,
): void {
  const version = versions.get(file)
  if (version === undefined) return
  const at = path.join(projectFolder, ...file.split('/'))
  const before = fs.existsSync(at) ? { kept: quarantine.copy(file) } : {}
  writeDurably(at, version)
  const done = 'It was put back from a backup.'
  quarantine.note({ file, kind, problem, done, ...before, stays: false })
}
