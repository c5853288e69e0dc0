import path from 'node:path'
import type { OffsetUnit } from '../../shared/formats/format'
import { offsetUnits } from '../../shared/formats/format'
import { exportProject } from '../export/export-project'
import { previewExport } from '../export/preview-export'
import type { ExportWish } from '../../shared/formats/export-wish'
import { exportWishSchema } from '../../shared/formats/export-wish'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { Command, CommandContext } from './command'
import { withProject } from './command'
import { exitCodes } from './output'
import { matchesGlob } from './glob'
import type { ProjectStore } from '../store/project-store'

export const exportCommand: Command = {
  name: 'export',
  usage:
    'export <project> --format F (--out <folder> [--force] | --preview) [--types a,b] [--annotator A] [--articles id-or-title-glob] [--offsets codepoint|utf16] [--split 80,10,10] [--seed N] [--without field,…] [--no-text] [--pseudonyms] [--spreadsheets]',
  summary:
    'Write a dataset into a new folder; --force replaces an earlier export there, --preview shows the first records and what is lost.',
  words: [1, 1],
  options: [
    'format',
    'out',
    'types',
    'annotator',
    'articles',
    'offsets',
    'split',
    'seed',
    'without',
  ],
  flags: ['force', 'preview', 'no-text', 'pseudonyms', 'spreadsheets'],
  run: context => {
    const { options, flags, output } = context
    const format = options.get('format')
    const out = options.get('out')
    const offsets = options.get('offsets')
    const split = options.get('split')
    const isPreview = flags.has('preview')
    if (format === undefined || (out === undefined && !isPreview))
      return output.usage('An export needs --format, and --out or --preview.')
    if (offsets !== undefined && !isOffsetUnit(offsets))
      return output.usage('--offsets takes codepoint or utf16.')
    const splits = split === undefined ? undefined : readSplit(split, options.get('seed') ?? '1')
    if (split !== undefined && splits === undefined)
      return output.usage(
        '--split takes the shares of train, dev and test, such as 80,10,10, and --seed a whole number.',
      )
    return withProject(context, 'read', async store => {
      const wish = wishFrom(store, context, { format, offsets, splits })
      if (!wish.ok) return output.failure(wish.error)
      return out === undefined || isPreview
        ? runPreview(store, context, wish.value)
        : runExport(store, context, { wish: wish.value, out: path.resolve(out) })
    })
  },
}

/** Articles that are looked at before a preview says that there are more, in milliseconds. */
const previewPatienceMs = 60_000

async function runPreview(
  store: ProjectStore,
  { output }: CommandContext,
  wish: ExportWish,
): Promise<number> {
  const preview = await previewExport(store, wish, {
    patienceMs: previewPatienceMs,
    isCancelled: () => false,
  })
  if (!preview.ok) return output.failure(preview.error)
  const { files, losses, articles, annotations, isComplete } = preview.value
  output.result(preview.value, [
    ...files.flatMap(({ name, text }) => [`── ${name}`, text.trimEnd(), '']),
    ...losses.map(({ sentence }) => sentence),
    `${isComplete ? 'All' : 'The first'} ${articles} articles with ${annotations} annotations were looked at; nothing was written`,
  ])
  return exitCodes.done
}

async function runExport(
  store: ProjectStore,
  { flags, output, version, surroundings }: CommandContext,
  { wish, out }: { readonly wish: ExportWish; readonly out: string },
): Promise<number> {
  const cancel = new AbortController()
  const interrupted = (): void => {
    cancel.abort()
  }
  // Ctrl-C: what was there before stays, and nothing half written is left beside it.
  process.once('SIGINT', interrupted)
  const written = await exportProject(
    store,
    { wish, out, replace: flags.has('force'), toolVersion: version, signal: cancel.signal },
    surroundings,
  ).finally(() => {
    process.off('SIGINT', interrupted)
  })
  if (!written.ok) return output.failure(written.error)
  const { manifest, key } = written.value
  const { counts, losses, loss_summary: summary, files } = manifest
  for (const loss of losses) output.say(loss.message)
  output.result(
    {
      folder: out,
      counts,
      loss_summary: summary,
      losses,
      files,
      ...(key === undefined ? {} : { key }),
    },
    [
      `Exported ${counts.articles} articles with ${counts.annotations} annotations and ${counts.relations} relations to ${out}`,
      ...summary.map(({ sentence }) => sentence),
      ...(key === undefined
        ? []
        : [`Who the sources are stands in “${key}” beside it: keep it apart`]),
    ],
  )
  return exitCodes.done
}

/** The wish of the command's options. Fails when one names what the project does not have. */
function wishFrom(
  store: ProjectStore,
  { options, flags }: CommandContext,
  given: Pick<ExportWish, 'format' | 'offsets' | 'splits'>,
): Result<ExportWish> {
  const articles = articlesNamed(store, options.get('articles'))
  if (articles?.length === 0)
    return fail(
      'refused',
      `No article has the id or title “${options.get('articles') ?? ''}”, so nothing was exported. assay list shows them.`,
    )
  const annotators = annotatorsNamed(store, options.get('annotator'))
  if (annotators?.length === 0)
    return fail(
      'refused',
      `No annotator is called “${options.get('annotator') ?? ''}”, so nothing was exported.`,
    )
  const types = options.get('types')?.split(',')
  const known = new Set(store.codebook().types.map(type => type.key))
  const strange = types?.find(type => !known.has(type))
  if (strange !== undefined)
    return fail(
      'refused',
      `The codebook has no type “${strange}”, so nothing was exported. It has: ${[...known].join(', ')}.`,
    )
  return succeed({
    ...given,
    articles,
    annotators,
    types,
    withoutMetadata: options.get('without')?.split(','),
    ...(flags.has('no-text') ? { text: false } : {}),
    pseudonyms: flags.has('pseudonyms'),
    spreadsheets: flags.has('spreadsheets'),
  })
}

/** `80,10,10` and a seed; `undefined` for anything else. */
function readSplit(shares: string, seed: string): ExportWish['splits'] {
  const [train, dev, test, ...more] = shares.split(',').map(Number)
  const read = exportWishSchema.shape.splits.safeParse({ train, dev, test, seed: Number(seed) })
  return more.length === 0 && read.success ? read.data : undefined
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
