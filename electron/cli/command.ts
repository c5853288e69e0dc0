import path from 'node:path'
import type { Backups } from '../backup/backups'
import type { ArticleReader } from '../import/reader/article-reader'
import type { RunCompaction } from '../store/compaction'
import type { Identity, Surroundings } from '../store/identity'
import type { ProjectStore } from '../store/project-store'
import { openProject } from '../store/open-project'
import type { Output } from './output'

export type CommandContext = {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
  readonly output: Output
  readonly version: string
  readonly surroundings: Surroundings
  readonly runCompaction: RunCompaction
  /** Read only when a command edits: others leave no trace, not even settings. */
  readonly identity: () => Identity
  /** Of all projects, where the settings say. */
  readonly backups: () => Backups
  /** Starts its first process with the first file. */
  readonly reader: () => ArticleReader
}

export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Fewest and most words after the command's name. */
  readonly words: readonly [number, number]
  readonly options: readonly string[]
  readonly flags: readonly string[]
  /** Gives the exit code. */
  readonly run: (context: CommandContext) => number | Promise<number>
}

/** Stands for nobody: a project that is only read asks for an annotator but never writes one. */
const reader: Identity = {
  annotator: '00000000-0000-7000-8000-000000000000' as Identity['annotator'],
  name: 'Reader',
  instance: '00000000',
}

/** Open the project named by the first word, use it, close it; failures are reported with exit code 1. */
export async function withProject(
  context: CommandContext,
  access: 'read' | 'write',
  use: (store: ProjectStore) => number | Promise<number>,
): Promise<number> {
  const opened = await openProject(path.resolve(context.words[0] ?? ''), {
    identity: access === 'write' ? context.identity() : reader,
    surroundings: context.surroundings,
    runCompaction: context.runCompaction,
    readOnly: access === 'read',
  })
  if (!opened.ok) return context.output.failure(opened.error)
  const store = opened.value
  try {
    if (access === 'write' && store.readOnly !== undefined)
      return context.output.failure({ kind: 'read-only', message: store.readOnly })
    return await use(store)
  } finally {
    for (const notice of store.notices()) context.output.say(notice)
    await store.close()
  }
}
