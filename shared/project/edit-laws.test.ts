import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesOf } from '../annotation/bucket-map'
import { spansAt, spansTouching } from '../annotation/interval-index'
import { annotationSetOf } from '../annotation/annotation-set'
import { createAnnotation } from '../annotation/annotation'
import type { AnnotationId, AnnotatorId, SourceId } from '../annotation/annotation'
import type { ArticleId } from '../article/article'
import { defaultCodebook } from '../codebook/default-codebook'
import type { Change, Edit } from './change'
import {
  annotationFile,
  changeSchema,
  editSchema,
  fileOfChange,
  invertChange,
  invertChanges,
} from './change'
import type { ProjectState } from './project-state'
import { applyChange, applyChanges } from './project-state'
import { afterEdit, emptyHistory, longestHistory, redoEdit, undoEdit } from './undo-history'
import type { UndoHistory } from './undo-history'

const text = '“We lost 😡,” he said. '.repeat(200)
const numbered = (number: number): string =>
  `01950000-0000-7000-8000-${String(number).padStart(12, '0')}`
const articles = [numbered(1), numbered(2)] as ArticleId[]
const annotators = [numbered(11), numbered(12)] as AnnotatorId[]

function startState(): ProjectState {
  const sets = articles.flatMap(article =>
    annotators.map(annotator => annotationSetOf({ article, annotator })),
  )
  return {
    name: 'Ferry',
    codebook: defaultCodebook,
    sources: new Map(),
    annotators: new Map(),
    edits: new Map(),
    sets: new Map(sets.map(set => [annotationFile(set.article, set.annotator), set])),
  }
}

/** What a person asks for; `changeFor` makes a change of it that fits the state at that moment. */
const wishes = fc.record({
  kind: fc.constantFrom(
    'annotation',
    'relation',
    'status',
    'source',
    'annotator',
    'metadata',
    'codebook',
    'project',
  ),
  article: fc.constantFrom(...articles),
  annotator: fc.constantFrom(...annotators),
  /** Few, so that things are changed and deleted that exist. */
  number: fc.integer({ min: 100, max: 104 }),
  isDeletion: fc.boolean(),
  start: fc.nat({ max: 400 }),
  length: fc.integer({ min: 1, max: 10 }),
  word: fc.constantFrom('a', 'b 😡', ''),
})
type Wish = typeof wishes extends fc.Arbitrary<infer Value> ? Value : never

function changeFor(state: ProjectState, wish: Wish): Change {
  const { article, annotator, number, isDeletion, word } = wish
  const id = numbered(number)
  const set = state.sets.get(annotationFile(article, annotator))
  const at = '2026-01-01T00:00:00.000Z'
  const head = { version: 1, minReader: 1 }
  const whole = <Value>(before: Value | undefined, after: Value) => ({
    ...(before === undefined ? {} : { before }),
    ...(isDeletion ? {} : { after }),
  })
  switch (wish.kind) {
    case 'annotation': {
      const before = [...(set === undefined ? [] : valuesOf(set.annotations))].find(
        one => one.id === id,
      )
      // Two spans a screen apart, on whole repeats of the sentence, so that no pair is cut.
      const from = Math.floor(wish.start / 23) * 23
      const spans = [
        { start: from, end: from + 8 },
        { start: from + 2300, end: from + 2300 + 8 },
      ]
      const after = createAnnotation(text, {
        id: id as AnnotationId,
        type: 'claim',
        spans: spans.slice(0, wish.length > 5 ? 2 : 1),
        at,
      })
      return {
        kind: 'annotation',
        article,
        annotator,
        id: id as AnnotationId,
        ...whole(before, { ...after, note: word }),
      }
    }
    case 'relation': {
      const end = { article, annotation: id as AnnotationId }
      return {
        kind: 'relation',
        article,
        annotator,
        id,
        ...whole(set?.relations.get(id), {
          id,
          type: 'supports',
          from: end,
          to: end,
          createdAt: at,
        }),
      }
    }
    case 'status':
      return {
        kind: 'status',
        article,
        annotator,
        before: set?.status ?? 'new',
        after: isDeletion ? 'new' : 'done',
      }
    case 'source':
      return {
        kind: 'source',
        id: id as SourceId,
        ...whole(state.sources.get(id as SourceId), {
          format: 'assay-source',
          ...head,
          id: id as SourceId,
          name: `S${word}`,
          kind: 'person',
          aliases: [word],
        }),
      }
    case 'annotator':
      return {
        kind: 'annotator',
        id: annotator,
        ...whole(state.annotators.get(annotator), {
          format: 'assay-annotator',
          ...head,
          id: annotator,
          name: `A${word}`,
        }),
      }
    case 'metadata':
      return {
        kind: 'metadata',
        article,
        ...whole(state.edits.get(article), { title: word, tags: [word] }),
      }
    case 'codebook':
      return {
        kind: 'codebook',
        before: state.codebook,
        after: { ...state.codebook, revision: state.codebook.revision + 1 },
      }
    case 'project':
      return { kind: 'project', before: { name: state.name }, after: { name: word } }
  }
}

/** Changes that follow each other from `state`, as commands make them. */
function changesFor(state: ProjectState, given: readonly Wish[]): Change[] {
  let now = state
  return given.map(wish => {
    const change = changeFor(now, wish)
    now = applyChange(now, change)
    return change
  })
}

/** Everything there is to see of a state, also what its indexes answer; the order of insertion says nothing. */
function seen(state: ProjectState): unknown {
  const ordered = <Value>(map: ReadonlyMap<string, Value>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  const places = [0, 3, 23, 230, 2047, 2048, 2300, 4595]
  return {
    name: state.name,
    codebook: state.codebook,
    sources: ordered(state.sources),
    annotators: ordered(state.annotators),
    edits: ordered(state.edits),
    sets: ordered(state.sets).map(([file, set]) => ({
      file,
      status: set.status,
      size: set.annotations.size,
      annotations: [...valuesOf(set.annotations)].sort((a, b) => (a.id < b.id ? -1 : 1)),
      relations: ordered(set.relations),
      touching: places.map(place =>
        spansTouching(set.index, { start: place, end: place + 50 })
          .map(({ id, start, end }) => `${id} ${start} ${end}`)
          .sort(),
      ),
      at: places.map(place => spansAt(set.index, place).map(({ start, end }) => end - start)),
    })),
  }
}

const wishLists = fc.array(wishes, { minLength: 1, maxLength: 30 })

describe('a change', () => {
  it('does the same among many of one article as it does alone', () => {
    const many = fc.array(wishes, { minLength: 60, maxLength: 120 })
    fc.assert(
      fc.property(many, fc.constantFrom(...articles), (given, article) => {
        const [annotator] = annotators
        if (annotator === undefined) throw new RangeError('There are annotators')
        const inOneSet = given
          .filter(({ kind }) => kind === 'annotation' || kind === 'relation')
          .flatMap(wish => [wish, { ...wish, start: wish.start + 46 }])
          .map(wish => ({ ...wish, article, annotator }))
        const changes = changesFor(startState(), [...inOneSet, ...inOneSet, ...inOneSet])
        const alone = changes.reduce(applyChange, startState())
        expect(seen(applyChanges(startState(), changes).state)).toEqual(seen(alone))
      }),
      { numRuns: 20 },
    )
  })

  it('applied and taken back leaves the state as it was, index and all', () => {
    fc.assert(
      fc.property(wishLists, wishLists, (earlier, later) => {
        const { state: before } = applyChanges(startState(), changesFor(startState(), earlier))
        const { state: after, inverse } = applyChanges(before, changesFor(before, later))
        expect(seen(applyChanges(after, inverse).state)).toEqual(seen(before))
      }),
    )
  })

  it('is itself again after two inversions', () => {
    fc.assert(
      fc.property(wishLists, given => {
        const changes = changesFor(startState(), given)
        expect(changes.map(invertChange).map(invertChange)).toEqual(changes)
        expect(invertChanges(invertChanges(changes))).toEqual(changes)
      }),
    )
  })

  it('fits its own schema after a way through JSON, and so does its inverse', () => {
    fc.assert(
      fc.property(wishLists, given => {
        for (const change of changesFor(startState(), given))
          for (const one of [change, invertChange(change)])
            expect(changeSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
      }),
    )
  })

  it('with a key that no change has is refused: schemas are strict between processes', () => {
    fc.assert(
      fc.property(wishes, wish => {
        const change = changeFor(startState(), wish)
        expect(changeSchema.safeParse({ ...change, extra: 1 }).success).toBe(false)
      }),
    )
  })

  it('touches only the file it names', () => {
    fc.assert(
      fc.property(wishLists, wishes, (earlier, wish) => {
        const before = applyChanges(startState(), changesFor(startState(), earlier)).state
        const change = changeFor(before, wish)
        const after = applyChange(before, change)
        const file = fileOfChange(change)
        for (const [name, set] of after.sets)
          if (name !== file) expect(set).toBe(before.sets.get(name))
        if (file !== 'codebook.json') expect(after.codebook).toBe(before.codebook)
        if (file !== 'project.json') expect(after.name).toBe(before.name)
      }),
    )
  })
})

type Session = { readonly state: ProjectState; readonly history: UndoHistory }

function take({ state, history }: Session, edit: Edit): Session {
  return { state: applyChanges(state, edit.changes).state, history: afterEdit(history, edit) }
}

/** Steps until `next` has none left; the edit ids go on counting. */
function toTheEnd(
  session: Session,
  next: (history: UndoHistory, id: string) => Edit | undefined,
  each: (session: Session, edit: Edit) => void,
): Session {
  let now = session
  for (let count = 0; ; count += 1) {
    const edit = next(now.history, numbered(900_000 + count))
    if (edit === undefined) return now
    editSchema.parse(JSON.parse(JSON.stringify(edit)))
    now = take(now, edit)
    each(now, edit)
  }
}

/** Each entry is one command; how often it is undone or done again at once comes with it. */
const commands = fc.array(
  fc.record({
    wishes: fc.array(wishes, { minLength: 1, maxLength: 4 }),
    undo: fc.nat({ max: 2 }),
    redo: fc.nat({ max: 1 }),
  }),
  { minLength: 1, maxLength: 15 },
)
type Command = typeof commands extends fc.Arbitrary<(infer Value)[]> ? Value : never

function work(given: readonly Command[]): Session {
  let session: Session = { state: startState(), history: emptyHistory }
  let made = 1000
  for (const command of given) {
    made += 1
    session = take(session, {
      id: numbered(made),
      label: 'edit',
      changes: changesFor(session.state, command.wishes),
    })
    const steps = [
      ...Array.from({ length: command.undo }, () => undoEdit),
      ...Array.from({ length: command.redo }, () => redoEdit),
    ]
    for (const step of steps) {
      made += 1
      const edit = step(session.history, numbered(made))
      if (edit !== undefined) session = take(session, edit)
    }
  }
  return session
}

describe('undo and redo', () => {
  it('lead to the start and back to the end, through the same states', () => {
    fc.assert(
      fc.property(commands, given => {
        const end = work(given)
        const back: unknown[] = [seen(end.state)]
        const start = toTheEnd(end, undoEdit, ({ state }) => back.push(seen(state)))
        expect(seen(start.state)).toEqual(seen(startState()))
        const forth: unknown[] = [seen(start.state)]
        const again = toTheEnd(start, redoEdit, ({ state }) => forth.push(seen(state)))
        const undoneBefore = end.history.undone.length
        expect(forth.slice(0, forth.length - undoneBefore)).toEqual(back.toReversed())
        expect(again.history.undone).toEqual([])
      }),
    )
  })

  it('forget what was undone once something new is done', () => {
    fc.assert(
      fc.property(commands, wishes, (given, wish) => {
        const session = work(given)
        const after = take(session, {
          id: numbered(5000),
          label: 'new',
          changes: [changeFor(session.state, wish)],
        })
        expect(redoEdit(after.history, numbered(5001))).toBeUndefined()
        expect(undoEdit(after.history, numbered(5001))?.undoes).toBe(numbered(5000))
      }),
    )
  })

  it('know nothing to take back at the start', () => {
    expect(undoEdit(emptyHistory, numbered(1))).toBeUndefined()
    expect(redoEdit(emptyHistory, numbered(1))).toBeUndefined()
  })

  it('ignore an undo of an edit they do not know, as a merged journal may bring one', () => {
    fc.assert(
      fc.property(commands, given => {
        const { history } = work(given)
        const changes: Change[] = [{ kind: 'project', before: { name: '' }, after: { name: 'x' } }]
        const unknown = { id: numbered(7000), label: 'x', changes }
        expect(afterEdit(history, { ...unknown, undoes: numbered(7001) })).toBe(history)
        expect(afterEdit(history, { ...unknown, redoes: numbered(7001) })).toBe(history)
      }),
    )
  })

  it(`reach ${longestHistory} steps back and no further`, () => {
    let history = emptyHistory
    const changes: Change[] = [{ kind: 'project', before: { name: 'a' }, after: { name: 'b' } }]
    for (let count = 0; count < longestHistory + 5; count += 1)
      history = afterEdit(history, { id: numbered(count), label: 'x', changes })
    expect(history.done).toHaveLength(longestHistory)
    expect(history.done[0]?.id).toBe(numbered(5))
    expect(history.done.at(-1)?.id).toBe(numbered(longestHistory + 4))
  })
})
