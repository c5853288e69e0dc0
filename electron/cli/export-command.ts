import path from 'node:path'
import type { OffsetUnit } from '../../shared/formats/format'
import { offsetUnits } from '../../shared/formats/format'
import { exportProject } from '../export/export-project'
import type { Command, CommandContext } from './command'
import { withProject } from './command'
import { exitCodes } from './output'
import { matchesGlob } from './glob'
import type { ProjectStore } from '../store/project-store'

export const exportCommand: Command = {
  name: 'export',
  usage:
    'export <project> --format F --out <folder> [--types a,b] [--annotator A] [--articles id-or-title-glob] [--offsets codepoint|utf16] [--force]',
  summary: 'Write a dataset into a new folder; --force replaces an earlier export there.',
  words: [1, 1],
  options: ['format', 'out', 'types', 'annotator', 'articles', 'offsets'],
  flags: ['force'],
  run: context => {
    const { options, output } = context
    const format = options.get('format')
    const out = options.get('out')
    const offsets = options.get('offsets')
    if (format === undefined || out === undefined)
      return output.usage('An export needs --format and --out.')
    if (offsets !== undefined && !isOffsetUnit(offsets))
      return output.usage('--offsets takes codepoint or utf16.')
    return withProject(context, 'read', store =>
      runExport(store, context, { format, out: path.resolve(out), offsets }),
    )
  },
}

async function runExport(
  store: ProjectStore,
  { options, flags, output, version, surroundings }: CommandContext,
  given: {
    readonly format: string
    readonly out: string
    readonly offsets: OffsetUnit | undefined
  },
): Promise<number> {
  const articles = articlesNamed(store, options.get('articles'))
  if (articles?.length === 0)
    return output.failure({
      kind: 'refused',
      message: `No article has the id or title “${options.get('articles') ?? ''}”, so nothing was exported. assay list shows them.`,
    })
  const annotators = annotatorsNamed(store, options.get('annotator'))
  if (annotators?.length === 0)
    return output.failure({
      kind: 'refused',
      message: `No annotator is called “${options.get('annotator') ?? ''}”, so nothing was exported.`,
    })
  const types = options.get('types')?.split(',')
  const known = new Set(store.codebook().types.map(type => type.key))
  const strange = types?.find(type => !known.has(type))
  if (strange !== undefined)
    return output.failure({
      kind: 'refused',
      message: `The codebook has no type “${strange}”, so nothing was exported. It has: ${[...known].join(', ')}.`,
    })
  const written = await exportProject(
    store,
    { ...given, replace: flags.has('force'), articles, annotators, types },
    version,
    surroundings,
  )
  if (!written.ok) return output.failure(written.error)
  const { counts, losses, files } = written.value.manifest
  for (const loss of losses) output.say(loss.message)
  output.result({ folder: given.out, counts, losses, files }, [
    `Exported ${counts.articles} articles with ${counts.annotations} annotations and ${counts.relations} relations to ${given.out}`,
  ])
  return exitCodes.done
}

function isOffsetUnit(word: string): word is OffsetUnit {
  return (offsetUnits as readonly string[]).includes(word)
}

function articlesNamed(store: ProjectStore, wanted: string | undefined): string[] | undefined {
  if (wanted === undefined) return undefined
  return store
    .summaries()
    .filter(({ id, title }) => id === wanted || matchesGlob(title, wanted))
    .map(({ id }) => id)
}

function annotatorsNamed(store: ProjectStore, wanted: string | undefined): string[] | undefined {
  if (wanted === undefined) return undefined
  return store
    .annotators()
    .filter(({ id, name }) => id === wanted || name === wanted)
    .map(({ id }) => id)
}
