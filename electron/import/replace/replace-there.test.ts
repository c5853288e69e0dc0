import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../../shared/annotation/bucket-map'
import type { ArticleId } from '../../../shared/article/article'
import { copiesOf, copyOf } from '../../../shared/article/copies'
import { annotationFile, invertChanges } from '../../../shared/project/change'
import type { ProjectState } from '../../../shared/project/project-state'
import { applyChanges } from '../../../shared/project/project-state'
import { faultOfEdit } from '../../store/fault-of-edit'
import { faultOfReferences } from '../../store/fault-of-references'
import {
  annotators,
  articles,
  at,
  earlier,
  later,
  replaced,
  setting,
  worldOf,
} from './testing/versions-world'

/** Everything of a state, in an order that does not depend on the way there. */
function plain(state: ProjectState) {
  return {
    edits: [...state.edits].sort(([a], [b]) => (a < b ? -1 : 1)),
    sets: [...state.sets].map(([file, { status, annotations, relations }]) => [
      file,
      status,
      [...valuesOf(annotations)].sort((a, b) => (a.id < b.id ? -1 : 1)),
      [...relations.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  }
}

function faultsOf(
  state: ProjectState,
  texts: ReadonlyMap<string, string>,
  changes: object,
): unknown[] {
  const edit = {
    id: '01950000-0000-7000-8000-000000000900',
    label: 'replace',
    changes,
  } as Parameters<typeof faultOfEdit>[0]
  const recordsIn = (file: string) => {
    const set = state.sets.get(file)
    return {
      annotations: set === undefined ? [] : [...valuesOf(set.annotations)],
      relations: [...(set?.relations.values() ?? [])],
    }
  }
  return [
    faultOfEdit(edit, article => texts.get(article)),
    faultOfReferences(edit, { isArticle: article => texts.has(article), recordsIn }),
  ].filter(fault => fault !== undefined)
}

describe('an article that is there in the place of an earlier one', () => {
  it('keeps every annotation of both once, at its words, and can be taken back exactly', () => {
    fc.assert(
      fc.property(setting, given => {
        const world = worldOf(given)
        const { changes, placed, lost } = replaced(world)
        expect(faultsOf(world.state, world.texts, changes)).toEqual([])
        const after = applyChanges(world.state, changes).state
        const inverse = invertChanges(changes)
        expect(faultsOf(after, world.texts, inverse)).toEqual([])
        expect(plain(applyChanges(after, inverse).state)).toEqual(plain(world.state))

        const [was, is] = [world.state, after].map(all =>
          [...all.sets.values()].flatMap(({ article, annotator, annotations }) =>
            [...valuesOf(annotations)].map(annotation => ({ article, annotator, annotation })),
          ),
        )
        const owners = (all: typeof was) =>
          (all ?? []).map(({ annotator, annotation }) => `${annotation.id} ${annotator}`).sort()
        expect(owners(is)).toEqual(owners(was))
        for (const { article, annotation } of is ?? [])
          for (const [part, { start, end }] of annotation.spans.entries())
            expect(world.texts.get(article)?.slice(start, end)).toBe(annotation.quote[part]?.exact)
        const stay = (all: typeof was) =>
          (all ?? []).filter(({ article }) => article === later).map(({ annotation }) => annotation)
        expect(stay(is)).toEqual(expect.arrayContaining(stay(was)))
        expect(placed + lost.length).toBe(
          (was ?? []).filter(({ article }) => article === earlier).length,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no link to the earlier one, every link on both sides, and no copy of a copy', () => {
    fc.assert(
      fc.property(setting, given => {
        const world = worldOf(given)
        const { edits } = applyChanges(world.state, replaced(world).changes).state
        const metadata = (id: string) => edits.get(id as ArticleId)?.metadata ?? {}
        expect(edits.get(later)?.replaces).toBe(earlier)
        expect(edits.get(earlier)).toMatchObject({ removedAt: at, replacedBy: later })
        expect([copyOf(metadata(earlier)), copiesOf(metadata(earlier))]).toEqual([undefined, []])
        for (const id of articles) {
          const first = copyOf(metadata(id))
          expect(first).not.toBe(earlier)
          expect(first).not.toBe(id)
          if (first !== undefined) expect(copiesOf(metadata(first))).toContain(id)
          if (first !== undefined) expect(copyOf(metadata(first))).toBeUndefined()
          for (const copy of copiesOf(metadata(id))) expect(copyOf(metadata(copy))).toBe(id)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves relations between the same annotations, and nobody done with words missing', () => {
    fc.assert(
      fc.property(setting, given => {
        const world = worldOf(given)
        const { changes, lost } = replaced(world)
        const { sets } = applyChanges(world.state, changes).state
        const placeOf = new Map<string, string>()
        for (const { article, annotations } of sets.values())
          for (const { id } of valuesOf(annotations)) placeOf.set(id, article)
        const all = [...sets.values()].flatMap(({ relations }) => [...relations.values()])
        expect(all).toHaveLength(given.annotations.length === 0 ? 0 : given.relations.length)
        for (const { from, to } of all)
          expect([from.article, to.article]).toEqual([
            placeOf.get(from.annotation),
            placeOf.get(to.annotation),
          ])
        const missing = new Set<string>(lost.map(({ id }) => id))
        for (const annotator of annotators) {
          const left = sets.get(annotationFile(earlier, annotator))
          const misses =
            left !== undefined && [...valuesOf(left.annotations)].some(({ id }) => missing.has(id))
          const status = sets.get(annotationFile(later, annotator))?.status
          expect(misses && status === 'done').toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })
})
