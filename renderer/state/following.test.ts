import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../shared/annotation/annotation'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { relationKindsFor } from '../../shared/codebook/relation-kinds'
import { runCommand } from '../commands/commands'
import { goToAnnotation, removeAnnotation } from './annotating'
import { openArticle } from './article-opening'
import { articles } from './laws/three-articles'
import { startedWindow } from './laws/started-window'
import { endOf, relate } from './relating'
import { annotationOf } from './selectors'
import type { LinkEnd } from './store'
import { store } from './store'

const { tag, caretIn, quiet } = startedWindow()
const [kind] = relationKindsFor(defaultCodebook, 'claim', 'claim')

const end = (id: AnnotationId): LinkEnd => {
  const found = endOf(annotationOf(store.getState(), id))
  if (found === undefined) throw new Error('It is not on screen')
  return found
}
const link = (from: LinkEnd, to: LinkEnd): void => {
  if (kind === undefined) throw new Error('Claims can be linked')
  relate(from, to, kind)
}
const follow = async () => {
  runCommand('follow-link')
  await quiet()
  return store.getState().focused
}

describe('the key along links', () => {
  it('goes to the far end and back, from whichever end', async () => {
    const lost = await tag('We lost', 'claim')
    const people = await tag('people', 'claim')
    link(end(lost), end(people))
    goToAnnotation(people)
    expect(await follow()).toBe(lost)
    expect(await follow()).toBe(people)
    expect(store.getState().hint).toBe('Back where you were')
    // Also with the caret in the words alone.
    caretIn('lie')
    caretIn('lost')
    expect(await follow()).toBe(people)
  })

  it('visits each of several far ends once before it goes back', async () => {
    const ids = [
      await tag('We lost', 'claim'),
      await tag('lie', 'claim'),
      await tag('left', 'claim'),
    ]
    const hub = await tag('people', 'claim')
    for (const id of ids) link(end(hub), end(id))
    for (const id of ids.slice(0, 1)) link(end(id), end(hub))
    goToAnnotation(hub)
    for (const id of ids) expect(await follow()).toBe(id)
    expect(await follow()).toBe(hub)
    // Whoever turns aside on the way begins anew from there.
    await follow()
    goToAnnotation(ids[2] ?? hub)
    expect(await follow()).toBe(hub)
  })

  it('opens the article of the far end, and comes back', async () => {
    const here = await tag('We lost', 'claim')
    const from = end(here)
    const [first, second] = articles
    if (first === undefined || second === undefined) throw new Error('There are three')
    await openArticle(second.id)
    await quiet()
    const there = await tag('never came', 'claim')
    link(end(there), from)
    await quiet()
    expect(await follow()).toBe(here)
    expect(store.getState().article?.article.id).toBe(first.id)
    expect(await follow()).toBe(there)
    expect(store.getState().article?.article.id).toBe(second.id)
  })

  it('says so where the next end was deleted on the way, and begins anew from there', async () => {
    const lost = await tag('We lost', 'claim')
    const lie = await tag('lie', 'claim')
    const hub = await tag('people', 'claim')
    for (const id of [lost, lie]) link(end(hub), end(id))
    goToAnnotation(hub)
    expect(await follow()).toBe(lost)
    removeAnnotation(lie)
    goToAnnotation(lost)
    expect(await follow()).toBe(lost)
    expect(store.getState().hint).toBe('That annotation was deleted meanwhile')
    expect(await follow()).toBe(hub)
    expect(store.getState().hint).toBe('The other end of the link; the same key goes back')
  })

  it('says so where there is no link', async () => {
    const alone = await tag('We lost', 'claim')
    expect(await follow()).toBe(alone)
    expect(store.getState().hint).toBe('This annotation has no links')
  })
})
