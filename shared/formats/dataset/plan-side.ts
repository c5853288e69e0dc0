import type { Annotator, Source } from '../../annotation/annotation'
import type { Codebook } from '../../codebook/codebook'
import type { Change } from '../../project/change'
import { currentMinReader, currentVersion } from '../../project/files'
import { stableJson } from '../../project/stable-json'
import { unnamedAnnotator } from './dataset-line'
import type { DatasetAnnotator, DatasetSource } from './dataset-line'
import type { ImportItem } from './import-item'
import { joinCodebooks } from '../../codebook/join-codebooks'
import type { ImportPlan, Planned } from './plan-import'
import { withoutFileHead } from '../without-file-head'
import { unknownAnnotatorName } from '../unknown-annotator'
import type { DatasetSide } from './read-side-files'

/** Plan what stands beside the articles: codebook, annotators and sources. Comes before every line. */
export function planSide(plan: ImportPlan, side: DatasetSide): Planned {
  plan.namesSources = side.codebook === undefined
  const items: ImportItem[] = [...side.items]
  const changes: Change[] = []
  if (side.codebook !== undefined) changes.push(...planCodebook(plan, side.codebook))
  for (const annotator of side.annotators) changes.push(...planAnnotator(plan, annotator))
  for (const source of side.sources) {
    const planned = planSource(plan, source)
    changes.push(...planned.changes)
    items.push(...planned.items)
  }
  return { changes, items }
}

/** Make `after` the codebook of the project; no change when it is that already. */
export function changeCodebook(plan: ImportPlan, after: Codebook): Change[] {
  const before = plan.codebook
  if (before === after || stableJson(before) === stableJson(after)) return []
  plan.codebook = after
  return [{ kind: 'codebook', before, after }]
}

/**
 * An empty project has nothing that its own types would be needed for, and takes the dataset's codebook as it
 * is; fields that somebody gave its articles beforehand stay.
 */
function planCodebook(plan: ImportPlan, incoming: Codebook): Change[] {
  return changeCodebook(
    plan,
    plan.isEmptyProject
      ? joinCodebooks(withoutFileHead(incoming), { ...plan.codebook, types: [], relations: [] })
      : joinCodebooks(plan.codebook, incoming),
  )
}

/** Plan the annotator of this name in the dataset, and create it when nobody has that id; the project's own name for one stays. */
function planAnnotator(plan: ImportPlan, given: DatasetAnnotator): Change[] {
  const { id, externalId = given.externalId } = plan.ids.idOf('annotator', given.id)
  if (plan.annotators.has(id)) return []
  const after: Annotator = {
    format: 'assay-annotator',
    version: currentVersion,
    minReader: currentMinReader,
    id,
    name: given.name,
    ...(externalId === undefined ? {} : { externalId }),
  }
  plan.annotators.set(id, after)
  return [{ kind: 'annotator', id, after }]
}

/** Plan an annotator of whom only the id is known: it is named after it, unless the id is a UUID or missing. */
export function planNamelessAnnotator(plan: ImportPlan, name: string): Change[] {
  const isName =
    name !== unnamedAnnotator && plan.ids.idOf('annotator', name).externalId !== undefined
  return planAnnotator(plan, { id: name, name: isName ? name : unknownAnnotatorName })
}

/** Plan a source: create it, or give the one that is there the aliases it lacks. */
export function planSource(plan: ImportPlan, given: DatasetSource): Planned {
  const { id, externalId = given.externalId } = plan.ids.idOf('source', given.id)
  const before = plan.sources.get(id)
  if (before === undefined) {
    const after: Source = {
      format: 'assay-source',
      version: currentVersion,
      minReader: currentMinReader,
      id,
      name: given.name,
      kind: given.kind,
      aliases: [...given.aliases],
      ...(externalId === undefined ? {} : { externalId }),
    }
    plan.sources.set(id, after)
    return { changes: [{ kind: 'source', id, after }], items: [] }
  }
  const aliases = given.aliases.filter(alias => !before.aliases.includes(alias))
  const items = differsFrom(before, given)
  if (aliases.length === 0) return { changes: [], items }
  const after = { ...before, aliases: [...before.aliases, ...new Set(aliases)] }
  plan.sources.set(id, after)
  return { changes: [{ kind: 'source', id, before, after }], items }
}

function differsFrom(before: Source, given: DatasetSource): ImportItem[] {
  // A file that does not know what a source is does not say anything else than the project.
  const kindAgrees = before.kind === given.kind || given.kind === 'unknown'
  if (before.name === given.name && kindAgrees) return []
  return [
    {
      kind: 'kept',
      message: `Source “${before.name}” (${before.kind}) stays as the project has it; the dataset has “${given.name}” (${given.kind}).`,
    },
  ]
}
