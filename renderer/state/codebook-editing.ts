import type { Codebook } from '../../shared/codebook/codebook'
import { finishedCodebook, lastingKeysOf } from '../../shared/codebook/edit-codebook'
import { nameOfPart, removedParts } from '../../shared/codebook/removed-parts'
import type { Change } from '../../shared/project/change'
import type { PartUse } from '../../shared/project/codebook-uses'
import type { TouchedRecords } from '../../shared/project/mention'
import type { MigrationPlan, PartPlan } from '../../shared/project/migrate-codebook'
import { migrationOf, withEndsMoved } from '../../shared/project/migrate-codebook'
import type { ArticleSummary } from '../../shared/project/summary'
import { writeValue } from '../values/attribute-text'
import { countOf } from '../values/count-text'
import { call, readJson } from '../workbench-api'
import { makeEdit } from './edits'
import { makeLargeEdit } from './large-edit'
import { now } from './new-id'
import { hint, notifyFailure } from './notices'
import { settleSaving } from './saving'
import { codebookOf } from './selectors'
import { store } from './store'

/** How many annotations of each type the project has, by type key, everybody's and in the bin too. */
export function annotationCounts(
  summaries: readonly ArticleSummary[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { annotators } of summaries)
    for (const annotator of Object.values(annotators))
      for (const [type, count] of Object.entries(annotator.counts))
        if (count > 0) counts.set(type, (counts.get(type) ?? 0) + count)
  return counts
}

/** How often each part of the codebook is used, by `nameOfPart`; nothing when that cannot be read, which the user is told. */
export async function readCodebookUses(): Promise<ReadonlyMap<string, PartUse> | undefined> {
  const { opened } = store.getState()
  if (opened === undefined || !(await settleSaving())) return undefined
  const read = await readJson(opened.project, { kind: 'codebook-uses' })
  if (!read.ok) {
    notifyFailure(read.error)
    return undefined
  }
  return new Map(read.value.map(use => [use.part, use]))
}

/**
 * Put an edited codebook in the place of the project's, with what `plan` says becomes of what is deleted:
 * one step of undo for all of it. Annotations of others stay as they are.
 */
export async function saveCodebook(
  draft: Codebook,
  plan: MigrationPlan = new Map(),
): Promise<void> {
  const { summaries } = store.getState()
  const before = codebookOf(store.getState())
  if (before === undefined) return
  const finished = finishedCodebook(draft, before, [...annotationCounts(summaries).keys()])
  if (finished === before) {
    hint('Nothing in the codebook was changed')
    return
  }
  const lasting = withLastingKeys(plan, lastingKeysOf(draft, finished))
  const parts = removedParts(before, finished).filter(
    part => (lasting.get(nameOfPart(part)) ?? keep).do !== 'keep',
  )
  const after = withEndsMoved(finished, lasting)
  const codebook: Change = { kind: 'codebook', before, after }
  if (parts.length === 0) {
    if (makeEdit(label, [codebook])) hint('The codebook was changed')
    return
  }
  const touched = await readTouched(
    [...new Set(parts.flatMap(part => (part.kind === 'relation' ? [] : [part.type])))],
    parts.flatMap(part => (part.kind === 'relation' ? [part.relation] : [])),
  )
  const { project } = store.getState()
  if (touched === undefined || project?.codebook !== before) return
  const write = (...[attribute, value]: Parameters<Parameters<typeof migrationOf>[0]['write']>) =>
    writeValue(attribute, value, project.sources)
  const changes = migrationOf({ before, after, plan: lasting, touched, write, at: now() })
  makeLargeEdit(label, [codebook, ...changes], {
    tooMuch:
      'This changes more annotations than one step can hold, so nothing was done. Keep them as they are, or change them part by part in the list of annotations first.',
    done: `The codebook was changed, and ${countOf(changes.length, 'annotation or link', 'annotations and links')} with it`,
  })
}

const label = 'edit the codebook'
const keep: PartPlan = { do: 'keep' }

/** The plan with the keys that new parts got. */
function withLastingKeys(plan: MigrationPlan, keys: ReadonlyMap<string, string>): MigrationPlan {
  const lasting = (key: string): string => keys.get(key) ?? key
  return new Map(
    [...plan].map(([part, planned]) => [
      part,
      planned.do !== 'move'
        ? planned
        : {
            do: 'move',
            to: lasting(planned.to),
            attributes: Object.fromEntries(
              Object.entries(planned.attributes ?? {}).map(([from, to]) => [from, lasting(to)]),
            ),
          },
    ]),
  )
}

/** What a plan touches, as it is on the disk; read again when an edit came in between. */
async function readTouched(
  types: string[],
  relations: string[],
): Promise<TouchedRecords | undefined> {
  for (;;) {
    const { opened } = store.getState()
    if (opened === undefined || !(await settleSaving())) return undefined
    const { history } = store.getState()
    const what = { kind: 'touched-by-codebook', types, relations } as const
    const read = await readJson(opened.project, what)
    if (store.getState().opened !== opened) return undefined
    if (!read.ok) {
      notifyFailure(read.error)
      return undefined
    }
    if (store.getState().history === history) return read.value
  }
}

/** Write a draft of the codebook to a file that is asked for; the file's name, or nothing when none was chosen. */
export async function exportCodebook(draft: Codebook): Promise<string | undefined> {
  const { opened, summaries } = store.getState()
  const before = codebookOf(store.getState())
  if (opened === undefined || before === undefined) return undefined
  const codebook = finishedCodebook(draft, before, [...annotationCounts(summaries).keys()])
  const written = await call('exportCodebook', { project: opened.project, codebook })
  if (written.ok) return written.value.file
  notifyFailure(written.error)
  return undefined
}
