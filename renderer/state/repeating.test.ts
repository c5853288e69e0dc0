import { describe, expect, it } from 'vitest'
import type { AnnotationId, Source } from '../../shared/annotation/annotation'
import { runCommand } from '../commands/commands'
import { createSource, setAttribute } from './annotating'
import { openArticle } from './article-opening'
import { articles } from './laws/three-articles'
import { startedWindow } from './laws/started-window'
import { annotationOf, codebookOf } from './selectors'
import { openBeside } from './side-by-side'
import { mergeInto } from './sources'
import { store } from './store'

const { tag, select, quiet } = startedWindow()

const attributesOf = (id: AnnotationId | undefined) =>
  annotationOf(store.getState(), id)?.attributes

/** Fill in an attribute of an annotation of the article on screen. */
function fill(id: AnnotationId, key: string, value: string, source?: Source): void {
  const type = annotationOf(store.getState(), id)?.type
  const attribute = codebookOf(store.getState())
    ?.types.find(one => one.key === type)
    ?.attributes.find(one => one.key === key)
  if (attribute === undefined) throw new Error(`There is no ${key}`)
  setAttribute(id, attribute, value, source)
}

async function openNext(number: number): Promise<void> {
  const article = articles[number]
  if (article === undefined) throw new Error('There are three')
  await openArticle(article.id)
  await quiet()
}

/** A quote of the first article with its speaker; gives who that is. */
async function quoteOf(name: string): Promise<Source> {
  const speaker = createSource(name)
  const id = await tag('We lost', 'quote')
  fill(id, 'speaker', speaker.id, speaker)
  fill(id, 'mode', 'direct')
  await quiet()
  return speaker
}

describe('what was said before, in the next article', () => {
  it('is the speaker, the attributes and the tag of the article before, until it has its own', async () => {
    const speaker = await quoteOf('Mara Olt')
    await openNext(1)
    const claim = await tag('The dam', 'claim')
    runCommand('same-source')
    expect(attributesOf(claim)).toEqual({ claimant: speaker.id })
    const quote = await tag('never came', 'quote')
    runCommand('copy-attributes')
    expect(attributesOf(quote)).toEqual({ speaker: speaker.id, mode: 'direct' })
    fill(quote, 'mode', 'indirect')
    select('back')
    runCommand('repeat-all')
    await quiet()
    expect(attributesOf(store.getState().focused)).toEqual({
      speaker: speaker.id,
      mode: 'indirect',
    })
  })

  it('is still that of the last one with annotations, when another was looked at between', async () => {
    const speaker = await quoteOf('Mara Olt')
    await openNext(1)
    await openNext(2)
    const claim = await tag('A dam', 'claim')
    runCommand('same-source')
    expect(attributesOf(claim)).toEqual({ claimant: speaker.id })
  })

  it('is that of the article beside, where two are open', async () => {
    const speaker = await quoteOf('Mara Olt')
    const second = articles[1]
    if (second === undefined) throw new Error('There are three')
    await openBeside(second.id)
    await quiet()
    const quote = await tag('never came', 'quote')
    runCommand('copy-attributes')
    expect(attributesOf(quote)).toEqual({ speaker: speaker.id, mode: 'direct' })
  })

  it('is nobody who was merged into another one since', async () => {
    const gone = await quoteOf('Mara Olt')
    await openNext(1)
    const quote = await tag('never came', 'quote')
    const other = createSource('Mara Olt of Miren')
    const filled = await tag('The dam', 'claim')
    fill(filled, 'claimant', other.id, other)
    await quiet()
    expect(await mergeInto(gone, other)).toBe(true)
    await quiet()
    store.setState({ focused: quote })
    runCommand('copy-attributes')
    expect(attributesOf(quote)).toEqual({ mode: 'direct' })
  })
  it('is nothing of a codebook that is another one now', async () => {
    await quoteOf('Mara Olt')
    await openNext(1)
    const quote = await tag('never came', 'quote')
    store.setState(({ project }) => ({
      project: project && { ...project, codebook: { ...project.codebook } },
    }))
    runCommand('same-source')
    runCommand('copy-attributes')
    expect(attributesOf(quote)).toEqual({})
    expect(store.getState().hint).toBe('Nothing to copy from the one before')
  })
})
