import type { AnnotatorId, Source, SourceId } from '../../annotation/annotation'
import type { Codebook } from '../../codebook/codebook'
import type { Change } from '../change'
import type { Decision } from './decide'
import { decide, decideOne } from './decide'
import type { Judge } from './judge'
import { addedParts, joinLaterCodebook, removalSentences } from './merge-codebooks'
import type { MergeItem } from './merge-report'
import type { ProjectCopy } from './project-copy'
import { sourceInWords } from './record-words'
import { isSameValue } from './same-value'
import { present } from './set-changes'

/** What a merge does to records that belong to nobody alone. */
export type SharedMerge = {
  readonly changes: readonly Change[]
  readonly items: readonly MergeItem[]
}

/** The project's name: the later one. */
export function mergeNames(judge: Judge, ours: ProjectCopy, theirs: ProjectCopy): SharedMerge {
  const name = decideOne(judge, 'project', ours.name, theirs.name)
  if (name?.result === undefined) return { changes: [], items: [] }
  return {
    changes:
      name.wins === 'ours'
        ? []
        : [{ kind: 'project', before: { name: ours.name }, after: { name: name.result } }],
    items: name.isConflict
      ? [
          conflict(
            `The project was renamed in both copies. It is called “${name.result}” now; the other name was “${name.wins === 'ours' ? theirs.name : ours.name}”.`,
          ),
        ]
      : [],
  }
}

/** Who annotates: people of either copy, each under the name given last. */
export function mergeAnnotators(judge: Judge, ours: ProjectCopy, theirs: ProjectCopy): SharedMerge {
  const decisions = decide(judge, ours.annotators, theirs.annotators, {
    keyOf: (id: AnnotatorId) => `annotator ${id}`,
  })
  return {
    changes: decisions
      // Nobody who has annotated is taken away.
      .filter(({ wins, result }) => wins === 'theirs' && result !== undefined)
      .map(({ id, ours: before, result }) => ({
        kind: 'annotator',
        id,
        ...present('before', before),
        ...present('after', result),
      })),
    items: decisions
      .filter(({ isConflict, ours: our, theirs: their }) => isConflict && our?.name !== their?.name)
      .map(({ ours: our, theirs: their, result }) =>
        conflict(
          `An annotator is called “${our?.name ?? ''}” here and “${their?.name ?? ''}” in the other copy. “${result?.name ?? ''}” stays.`,
        ),
      ),
  }
}

/**
 * The codebook: the one that was changed; when both were, both joined. `parts` counts what comes in.
 */
export function mergeCodebooks(
  judge: Judge,
  ours: Codebook,
  theirs: Codebook,
): SharedMerge & { readonly parts: number } {
  const nothing = { changes: [], items: [], parts: 0 }
  const decision = decideOne(judge, 'codebook', withoutRevision(ours), withoutRevision(theirs))
  if (decision === undefined || (decision.wins === 'ours' && !decision.isConflict)) return nothing
  const [later, earlier] = decision.wins === 'ours' ? [ours, theirs] : [theirs, ours]
  const { codebook, differences } = decision.isConflict
    ? joinLaterCodebook(later, earlier)
    : {
        codebook: { ...theirs, revision: Math.max(ours.revision, theirs.revision) + 1 },
        differences: removalSentences(ours, theirs),
      }
  const items = differences.map((message): MergeItem => ({ kind: 'codebook', message }))
  if (isSameValue(withoutRevision(codebook), withoutRevision(ours))) return { ...nothing, items }
  return {
    changes: [{ kind: 'codebook', before: ours, after: codebook }],
    items,
    parts: addedParts(ours, codebook),
  }
}

function withoutRevision({ revision: _, ...rest }: Codebook): Omit<Codebook, 'revision'> {
  return rest
}

/** The decisions about sources, with deletions taken back where annotations still name the source; `isNamed` looks. */
export function decideSources(
  judge: Judge,
  ours: ProjectCopy,
  theirs: ProjectCopy,
  namedAfter: (wanted: ReadonlySet<string>) => ReadonlySet<string>,
): Decision<SourceId, Source>[] {
  const decisions = decide(judge, ours.sources, theirs.sources, {
    keyOf: (id: SourceId) => `source ${id}`,
  })
  const deleted = new Set<string>(
    decisions.filter(({ result }) => result === undefined).map(({ id }) => id),
  )
  const named = deleted.size === 0 ? deleted : namedAfter(deleted)
  return decisions.map(decision =>
    named.has(decision.id) ? { ...decision, result: decision.ours ?? decision.theirs } : decision,
  )
}

/** Changes and report of what was decided about sources. */
export function mergeSourceRecords(decisions: readonly Decision<SourceId, Source>[]): SharedMerge {
  return {
    changes: decisions
      .filter(({ ours, result }) => !isSameValue(ours, result))
      .map(({ id, ours, result }) => ({
        kind: 'source',
        id,
        ...present('before', ours),
        ...present('after', result),
      })),
    items: decisions.flatMap(({ ours, theirs, result, isConflict, wins }): MergeItem[] => {
      const loser = wins === 'ours' ? theirs : ours
      if (isConflict && result !== undefined)
        return [
          conflict(
            `A source was changed in both copies. ${sourceInWords(result)} stays; the other version: ${loser === undefined ? 'deleted' : sourceInWords(loser)}.`,
          ),
        ]
      const known = ours ?? theirs
      if (known === undefined) return []
      if (result === undefined)
        return [
          {
            kind: 'deleted',
            message: `The source ${sourceInWords(known)} was deleted in ${ours === undefined ? 'this copy and stays deleted' : 'the other copy'}.`,
          },
        ]
      return (wins === 'ours' ? ours : theirs) === undefined
        ? [
            {
              kind: 'source',
              message: `The source ${sourceInWords(known)} was deleted in one copy, but annotations of the other name it, so it stays.`,
            },
          ]
        : []
    }),
  }
}

function conflict(message: string): MergeItem {
  return { kind: 'conflict', message }
}
