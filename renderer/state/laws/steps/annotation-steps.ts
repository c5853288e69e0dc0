import type { AttributeValue, Source } from '../../../../shared/annotation/annotation'
import { typeOf } from '../../../../shared/codebook/codebook'
import type { Attribute } from '../../../../shared/codebook/codebook'
import { runCommand } from '../../../commands/commands'
import { createSource, setAttribute, setNote } from '../../annotating'
import { removeAll, retagAll } from '../../bulk-editing'
import { annotationOf } from '../../selectors'
import { store } from '../../store'
import { tagHits } from '../../tagging-hits'
import { shownView } from '../../view'
import { newId, remove as removePlainly } from '../plain-commands'
import type { PlainCommand } from '../plain-commands'
import { nothing, pick, annotationIds, caretPlaces, go, run } from './act'
import type { Act, Given, StepOf } from './act'

/** A value of an annotation, filled in or taken away. */
export function changeOfAttribute(step: StepOf<'attribute'>, given: Given): Act {
  const { codebook } = given
  const id = pick(annotationIds(given), step.which)
  const annotation = annotationOf(store.getState(), id)
  const attribute =
    annotation && pick(typeOf(codebook, annotation.type)?.attributes ?? [], step.attribute)
  if (id === undefined || attribute === undefined) return nothing
  const { value, source } = valueFor(attribute, step)
  return {
    act: () => {
      setAttribute(id, attribute, value, source)
    },
    plain: changeAttribute(id, attribute.key, value, source),
  }
}

/** A note on an annotation. */
export function note(step: StepOf<'note'>, given: Given): Act {
  const id = pick(annotationIds(given), step.which)
  if (id === undefined) return nothing
  return {
    act: () => {
      setNote(id, step.word)
    },
    plain: ({ here, at }) => {
      const annotation = here.annotations[id]
      if (annotation === undefined || annotation.note === step.word) return
      Object.assign(annotation, { note: step.word, updatedAt: at })
    },
  }
}

/** A boundary moved by keys, and kept or left. */
export function boundary(step: StepOf<'boundary'>, given: Given): Act {
  if (go(given, step.which) === undefined) return nothing
  runCommand(step.edge)
  if (step.length > 3) {
    // As the caret keys do it: the anchor stays, the head goes elsewhere.
    const { anchor } = store.getState().selection
    const places = caretPlaces(store.getState().article?.article.text ?? '')
    shownView()?.select({ anchor, head: pick(places, step.from) ?? anchor })
  }
  return run(given, step.end)
}

/** Several annotations deleted, or made another type, at once. */
export function many(step: StepOf<'many'>, given: Given): Act {
  const { codebook } = given
  const annotations = annotationIds(given)
    .filter((_, at) => at % step.every === 0)
    .flatMap(id => annotationOf(store.getState(), id) ?? [])
  const to = pick(codebook.types, step.type)
  if (annotations.length === 0 || to === undefined) return nothing
  return {
    act: () => {
      if (step.how === 'delete') removeAll(annotations)
      else retagAll(annotations, to)
    },
    plain: scene => {
      for (const { id } of annotations) {
        const annotation = scene.here.annotations[id]
        if (step.how === 'delete') removePlainly(scene, id)
        else if (annotation !== undefined && annotation.type !== to.key)
          Object.assign(annotation, { type: to.key, updatedAt: scene.at })
      }
    },
  }
}

/** What was found in several articles, tagged. */
export function hits(step: StepOf<'tag-hits'>, { articles, codebook }: Given): Act {
  const type = pick(codebook.types, step.type)
  const hits = step.hits.flatMap(({ article: which, from }) => {
    const article = pick(articles, which)
    const word = article && pick([...article.text.matchAll(/\p{L}+/gu)], from)
    return article === undefined || word === undefined
      ? []
      : [
          {
            article: article.id,
            start: word.index,
            end: word.index + word[0].length,
            before: '',
            words: word[0],
            after: '',
            direction: 'ltr' as const,
          },
        ]
  })
  const single = hits.filter(
    (hit, at) =>
      hits.findIndex(one => one.article === hit.article && one.start === hit.start) === at,
  )
  if (type === undefined) return nothing
  return {
    act: () => tagHits(type, single),
    plain: tagEach(type.key, single),
    needsMain: true,
  }
}

function valueFor(
  attribute: Attribute,
  { value: at, word }: { readonly value: number; readonly word: string },
): { value: AttributeValue | undefined; source?: Source | undefined } {
  if (at === 0) return { value: undefined }
  switch (attribute.kind) {
    case 'choice':
      return { value: pick(attribute.choices ?? [], at)?.key }
    case 'number':
      return { value: at === 1 ? { min: '1600' } : { min: String(at), max: '20000.5' } }
    case 'yes-no':
      return { value: at % 2 === 0 }
    case 'date':
      return { value: `2022-0${String(at)}` }
    case 'text':
      return { value: word }
    case 'source': {
      const known = [...(store.getState().project?.sources.keys() ?? [])].sort()
      const source = at < 3 ? createSource(word) : undefined
      return source === undefined ? { value: pick(known, at) } : { value: source.id, source }
    }
  }
}

function changeAttribute(
  id: string,
  key: string,
  value: AttributeValue | undefined,
  source: Source | undefined,
): PlainCommand {
  return ({ project, here, at }) => {
    const annotation = here.annotations[id]
    if (annotation === undefined) return
    if (JSON.stringify(annotation.attributes[key]) === JSON.stringify(value)) return
    if (source !== undefined) project.sources[source.id] = source.name
    if (value === undefined) Reflect.deleteProperty(annotation.attributes, key)
    else annotation.attributes[key] = value
    annotation.updatedAt = at
  }
}

function tagEach(
  type: string,
  hits: readonly {
    readonly article: string
    readonly start: number
    readonly end: number
    readonly words: string
  }[],
): PlainCommand {
  return ({ project, at }) => {
    let made = 0
    // Article by article, in the order in which they come first.
    for (const article of new Set(hits.map(hit => hit.article))) {
      const sheet = project.articles[article]
      if (sheet === undefined) continue
      const has = Object.values(sheet.annotations).filter(
        one => one.type === type && one.spans.length === 1,
      )
      for (const { start, end, words } of hits.filter(hit => hit.article === article)) {
        if (has.some(({ spans: [span] }) => span?.[0] === start && span[1] === end)) continue
        sheet.annotations[newId(made)] = {
          type,
          spans: [[start, end]],
          words: [words],
          attributes: {},
          note: '',
          updatedAt: at,
        }
        made += 1
      }
    }
  }
}
