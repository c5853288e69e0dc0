import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { valuesOf } from '../../../shared/annotation/bucket-map'
import { spansTouching } from '../../../shared/annotation/interval-index'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { stableJson } from '../../../shared/project/stable-json'
import { commandsFor, runCommand } from '../../commands/commands'
import { settleSaving } from '../saving'
import { ownSet } from '../selectors'
import { store } from '../store'
import { anyStep } from './any-step'
import type { Step } from './any-step'
import type { MemoryMain } from './in-memory-main'
import { createMemoryMain } from './in-memory-main'
import { newId, plainCommandsFor, sceneOf } from './plain-commands'
import type { PlainProject } from './plain-project'
import { plainAnnotation, plainProject, plainRelation } from './plain-project'
import { prepare } from './take-step'
import { annotator, articles } from './three-articles'
import { quiet, startWindow } from './window-in-node'

/** The gate draws with one seed (scripts/check/one-seed.mjs), the long form with a new one each time. */
const isLong = fc.readConfigureGlobal().seed === undefined

const commandIds = commandsFor(defaultCodebook).map(({ id }) => id)

/** What a step is called where it is counted. */
const nameOf = (step: Step): string =>
  'command' in step ? step.command : step.do === 'many' ? `${step.how} many` : step.do

/** Everything that can write: the commands of the model, and what is done by hand. */
const writing = [
  ...Object.keys(plainCommandsFor(defaultCodebook)),
  ...['attribute', 'boundary', 'link', 'choose-kind', 'unlink', 'note', 'title', 'detail'],
  ...['put-back', 'rename-project', 'tag-hits', 'delete many', 'retag many', 'name-type'],
  ...['drop-choice', 'rename-source', 'merge-sources'],
]

/** A sheet of the model, and main’s records to the last letter at that moment. */
type Sheet = { readonly plain: PlainProject; dump?: string }

/** What the window shows, as a sheet: the whole of the open article, the lines of all others. */
function seenInWindow(): unknown {
  const { project, summaries, article: open } = store.getState()
  const set = ownSet(store.getState())
  return {
    name: project?.name,
    codebook: project?.codebook,
    sources: Object.fromEntries([...(project?.sources ?? [])].map(([id, { name }]) => [id, name])),
    lines: summaries.map(({ id, title, removedAt, annotators }) => ({
      id,
      title,
      removedAt,
      status: annotators[annotator.id]?.status,
      counts: annotators[annotator.id]?.counts,
      relations: annotators[annotator.id]?.relations,
    })),
    open:
      set === undefined
        ? undefined
        : {
            status: set.status,
            edits: project?.edits.get(set.article) ?? {},
            annotations: Object.fromEntries(
              [...valuesOf(set.annotations)].map(one => [one.id, plainAnnotation(one)]),
            ),
            relations: Object.fromEntries(
              [...set.relations.values()].map(one => [one.id, plainRelation(one)]),
            ),
            indexed: spansTouching(set.index, { start: 0, end: open?.article.text.length ?? 0 })
              .map(({ id, start, end }) => `${id} ${String(start)} ${String(end)}`)
              .sort(),
          },
  }
}

function asSeen(plain: PlainProject): unknown {
  const id = store.getState().article?.article.id
  const open = id === undefined ? undefined : plain.articles[id]
  return {
    name: plain.name,
    codebook: plain.codebook,
    sources: plain.sources,
    lines: articles.map(({ id, title }) => {
      const { status, edits, annotations, relations } = plain.articles[id] ?? {}
      const types = Object.values(annotations ?? {}).map(({ type }) => type)
      const counts = Object.fromEntries(
        [...new Set(types)].map(type => [type, types.filter(one => one === type).length]),
      )
      const links = Object.keys(relations ?? {}).length
      const shown = edits?.title ?? title
      return { id, title: shown, removedAt: edits?.removedAt, status, counts, relations: links }
    }),
    open:
      open === undefined
        ? undefined
        : {
            ...open,
            indexed: Object.entries(open.annotations)
              .flatMap(([id, { spans }]) => spans.map(span => `${id} ${span.join(' ')}`))
              .sort(),
          },
  }
}

/** `plain` with the ids that the window gave to what it made with its last edit. */
function withRealIds(plain: PlainProject): PlainProject {
  const made = (store.getState().history.done.at(-1)?.changes ?? []).flatMap(change =>
    (change.kind === 'annotation' || change.kind === 'relation') && change.before === undefined
      ? [change.id]
      : [],
  )
  const rename = <Value>(records: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(records).map(([id, value]) => [
        made.find((_, count) => newId(count) === id) ?? id,
        value,
      ]),
    )
  return {
    ...plain,
    articles: Object.fromEntries(
      Object.entries(plain.articles).map(([id, sheet]) => [
        id,
        {
          ...sheet,
          annotations: rename(sheet.annotations),
          relations: rename(sheet.relations),
        },
      ]),
    ),
  }
}

/** The window beside the model: every sheet so far, and the one that is on top. */
class Session {
  sheets: Sheet[]
  top = 0
  readonly main: MemoryMain
  /** What has changed a sheet so far. */
  readonly written = new Set<string>()

  constructor(main: MemoryMain) {
    this.main = main
    this.sheets = [{ plain: plainProject('Laws', articles, defaultCodebook), dump: main.dump() }]
  }

  get plain(): PlainProject {
    const sheet = this.sheets[this.top]
    if (sheet === undefined) throw new RangeError('There is always a sheet on top')
    return sheet.plain
  }

  /** Do `step` in both, and compare them. */
  async take({ step, isSlow }: { readonly step: Step; readonly isSlow: boolean }): Promise<void> {
    vi.setSystemTime(Date.now() + 1000)
    if (isSlow) this.main.hold()
    else this.main.release()
    const scene = () =>
      sceneOf(structuredClone(this.plain), store.getState(), new Date().toISOString())
    const { act, plain, needsMain } = await prepare(step, {
      main: this.main,
      articles,
      codebook: defaultCodebook,
      scene,
    })
    if (needsMain === true) await this.settle()
    const now = scene()
    const isStep = step.do === 'run' && (step.command === 'undo' || step.command === 'redo')
    if (!isStep) plain(now)
    await act()
    await quiet(this.main)
    if (isStep) this.turn(step.command === 'undo' ? -1 : 1)
    else if (this.write(now.project)) this.written.add(nameOf(step))
    this.compare()
  }

  turn(by: 1 | -1): void {
    this.top = Math.min(this.sheets.length - 1, Math.max(0, this.top + by))
  }

  /** True when it is another sheet than the one on top. */
  write(plain: PlainProject): boolean {
    if (stableJson(plain) === stableJson(this.plain)) return false
    this.sheets = [...this.sheets.slice(0, this.top + 1), { plain: withRealIds(plain) }]
    this.top += 1
    return true
  }

  compare(): void {
    const { done, undone } = store.getState().history
    expect(seenInWindow()).toEqual(asSeen(this.plain))
    expect([done.length, undone.length]).toEqual([this.top, this.sheets.length - 1 - this.top])
  }

  async settle(): Promise<void> {
    this.main.release()
    await settleSaving()
    await quiet(this.main)
    expect(this.main.plain()).toEqual(this.plain)
    expect(this.main.faults).toEqual([])
    expect(store.getState().save).toEqual({ kind: 'saved' })
  }

  /** Undo or redo until there is no more, comparing at every step, also to how the records were then. */
  async toTheEnd(command: 'undo' | 'redo'): Promise<void> {
    const by = command === 'undo' ? -1 : 1
    const steps = command === 'undo' ? this.top : this.sheets.length - 1 - this.top
    for (let step = 0; step < steps; step += 1) {
      runCommand(command)
      await quiet(this.main)
      this.turn(by)
      this.compare()
      await this.settle()
      const sheet = this.sheets[this.top]
      if (sheet === undefined) continue
      sheet.dump ??= this.main.dump()
      expect(this.main.dump()).toBe(sheet.dump)
    }
  }
}

describe('every command of the window', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-01T08:00:00.000Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is known by its name to the model that it is held against', () => {
    const unknown = Object.keys(plainCommandsFor(defaultCodebook)).filter(
      id => !commandIds.includes(id),
    )
    expect(unknown).toEqual([])
  })

  it(
    'does what a plain model says, and undo to the start and redo to the end give the same states',
    async () => {
      const written = new Set<string>()
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep(commandIds), { minLength: 20, maxLength: 100, size: 'max' }),
          async steps => {
            const main = createMemoryMain({
              name: 'Laws',
              articles,
              annotator,
              codebook: defaultCodebook,
            })
            const stop = await startWindow(main)
            try {
              const session = new Session(main)
              session.compare()
              for (const step of steps) await session.take(step)
              await session.settle()
              await session.toTheEnd('redo')
              const end = main.dump()
              await session.toTheEnd('undo')
              expect(session.top).toBe(0)
              await session.toTheEnd('redo')
              expect(main.dump()).toBe(end)
              for (const name of session.written) written.add(name)
            } finally {
              main.release()
              await quiet(main)
              store.setState({ dialog: undefined })
              runCommand('close-project')
              await quiet(main)
              stop()
            }
          },
        ),
        { numRuns: isLong ? 5000 : 100 },
      )
      // What never came to anything was held against nothing.
      expect(writing.filter(name => !written.has(name))).toEqual([])
    },
    15 * 60_000,
  )
})
