import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../shared/annotation/annotation'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { relationKindsFor } from '../../shared/codebook/relation-kinds'
import { hullOf } from '../../shared/text/span'
import { commandsFor, runCommand } from '../commands/commands'
import { annotationAt, returnToText } from './annotating'
import { finishArticle } from './finishing'
import { startedWindow } from './laws/started-window'
import { linkBetween, relate, relationsOf } from './relating'
import { meantBy } from './selecting'
import { annotationOf } from './selectors'
import { setPreferences } from './settings'
import { store } from './store'

const { tag, caretIn, select, selection, quiet } = startedWindow()

describe('the caret', () => {
  it('goes behind the words of an annotation when its card is left', async () => {
    const claim = await tag('Some 1,600 people', 'claim')
    caretIn('We lost')
    returnToText(claim)
    const { end } = hullOf(annotationOf(store.getState(), claim)?.spans ?? [])
    expect(selection()).toEqual({ anchor: end, head: end })
  })

  /** Those whose business is to go somewhere or to select: next, undo, grow and the like. */
  const moving = [
    ...['next-annotation', 'previous-annotation', 'follow-link', 'move-start', 'move-end'],
    ...['grow-selection', 'shrink-selection', 'next-hit', 'previous-hit', 'undo', 'redo'],
    ...['next-article', 'previous-article', 'finish-article', 'remove-article'],
    ...['delete-annotation', 'other-article', 'close-article', 'close-project'],
  ]
  const commands = commandsFor(defaultCodebook).filter(({ id }) => !moving.includes(id))
  for (const { id: command } of commands)
    it(`and the selection stay where they are: ${command}`, async () => {
      await tag('1,600', 'figure')
      await tag('Some 1,600 people', 'claim')
      caretIn('people')
      const before = selection()
      runCommand(command)
      await quiet()
      expect(selection()).toEqual(before)
    })

  it('does not leave selected words when the marks are hidden and shown', async () => {
    await tag('1,600', 'figure')
    select('We lost')
    const before = selection()
    for (const command of ['toggle-marks', 'toggle-marks', 'hide-figure']) runCommand(command)
    await quiet()
    expect(selection()).toEqual(before)
  })
})

describe('what the pointer rests on', () => {
  it('is the shortest of several annotations, and never a hidden one', async () => {
    const claim = await tag('Some 1,600 people left', 'claim')
    const figure = await tag('1,600', 'figure')
    const at = store.getState().article?.article.text.indexOf('600') ?? -1
    expect(annotationAt(at)).toBe(figure)
    runCommand('hide-figure')
    expect(annotationAt(at)).toBe(claim)
    runCommand('toggle-marks')
    expect(annotationAt(at)).toBeUndefined()
  })
})

describe('the relations of a card', () => {
  it('are those of its annotation alone, whichever end it is', async () => {
    const [lost, people, left] = [
      await tag('We lost', 'claim'),
      await tag('people', 'claim'),
      await tag('left', 'claim'),
    ]
    const article = store.getState().article?.article.id
    if (article === undefined) throw new Error('No article is open')
    const endOf = (annotation: AnnotationId) => ({ article, annotation, type: 'claim', words: '' })
    linkBetween(endOf(lost), endOf(people))
    expect(store.getState().dialog?.kind).toBe('relation')
    const [kind] = relationKindsFor(defaultCodebook, 'claim', 'claim')
    if (kind === undefined) throw new Error('Claims can be linked')
    relate(endOf(lost), endOf(people), kind)
    for (const end of [lost, people]) expect(relationsOf(store.getState(), end)).toHaveLength(1)
    expect(relationsOf(store.getState(), left)).toEqual([])
  })
})

describe('a drag', () => {
  it('means whole words, or what was dragged over when that is preferred; two presses always the word', () => {
    const { article } = store.getState()
    const at = article?.article.text.indexOf('people') ?? -1
    const word = { start: at, end: at + 'people'.length }
    const inside = { start: at + 1, end: at + 3 }
    expect(meantBy(inside, 1)).toEqual(word)
    runCommand('toggle-whole-words')
    expect(meantBy(inside, 1)).toBeUndefined()
    expect(meantBy(inside, 2)).toEqual(word)
    runCommand('toggle-whole-words')
    expect(meantBy(inside, 1)).toEqual(word)
  })
})

describe('finishing an article', () => {
  for (const stopsAtMissing of [false, true])
    it(`stops where a required value is missing when that is wanted: ${stopsAtMissing.toString()}`, async () => {
      await setPreferences({ stopsAtMissing })
      const first = store.getState().article?.article.id
      await tag('We lost', 'quote')
      finishArticle()
      await quiet()
      const isThere = store.getState().article?.article.id === first
      expect(isThere).toBe(stopsAtMissing)
      if (isThere) expect(store.getState().hint).toContain('is missing')
    })
})
