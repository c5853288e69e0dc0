import type { ImportItem } from '../dataset/import-item'
import type { LooseObject } from '../dataset/loose-value'
import { isObject, textOf } from '../dataset/loose-value'
import { parsedJson } from '../json-text'
import { nameOfIri } from './iri'
import { iriIn, listOf, placeOf, quotedWords, targetsOf } from './read-targets'

export type ReadJson = {
  /** As a line of the dataset has it, offsets in UTF-16; absent when it is refused. */
  readonly annotation?: LooseObject
  /** Sources that its attributes name. */
  readonly sources: readonly LooseObject[]
  readonly items: readonly ImportItem[]
}

/** What the bodies of an annotation say. */
type Said = {
  readonly tags: readonly string[]
  readonly comments: readonly string[]
  readonly links: readonly string[]
  /** Our own description; empty in annotations of others. */
  readonly own: LooseObject
}

/** An annotation on `text`; `name` is what it is called when it has no id. */
export function readAnnotationJson(value: LooseObject, text: string, name: string): ReadJson {
  const id = nameOfIri(textOf(value['id']) ?? name)
  const targets = targetsOf(value)
  const words = targets.flatMap(target => quotedWords(target) ?? [])
  const places = targets.map(target => placeOf(text, target))
  const items: ImportItem[] = []
  const spans: LooseObject[] = []
  for (const place of places) {
    if (place.span === undefined)
      return {
        sources: [],
        items: [
          {
            kind: 'refused',
            annotation: id,
            words,
            message: `The annotation was left out, because ${place.fault}.`,
          },
        ],
      }
    const { start, end } = place.span
    spans.push({ start, end, text: text.slice(start, end) })
    if (place.remark !== undefined)
      items.push({ kind: 'remark', annotation: id, message: place.remark })
  }
  const said = bodiesOf(value)
  const [type = motivationOf(value) ?? 'annotation', ...tags] = said.tags
  const attributes = attributesOf(said)
  return {
    annotation: {
      id,
      type,
      annotator: creatorOf(value)?.id,
      spans,
      attributes: {
        ...attributes.values,
        ...(tags.length === 0 ? {} : { tags: tags.join('; ') }),
        ...(said.links.length === 0 ? {} : { link: said.links.join(' ') }),
      },
      note: said.comments.join('\n'),
      created_at: value['created'],
      updated_at: value['modified'] ?? value['created'],
      origin: isObject(said.own['origin'])
        ? said.own['origin']
        : { by: 'import', from: generatorOf(value) },
      external_id: said.own['external_id'],
    },
    sources: attributes.sources,
    items,
  }
}

/** A relation, as `relationJson` writes one; `undefined` when the annotation is none. */
export function readLink(
  value: LooseObject,
  name: string,
): { readonly relation: LooseObject; readonly from: LinkEnd; readonly to: LinkEnd } | undefined {
  if (!listOf(value['motivation']).includes('linking')) return undefined
  const [target] = listOf(value['target'])
  const bodies = listOf(value['body'])
  const other = bodies.find(body => !isTextual(body))
  const from = endOf(target)
  const to = endOf(other)
  if (from === undefined || to === undefined) return undefined
  const said = bodiesOf(value)
  return {
    from,
    to,
    relation: {
      id: nameOfIri(textOf(value['id']) ?? name),
      type: said.tags[0] ?? 'linking',
      annotator: creatorOf(value)?.id,
      created_at: value['created'],
      external_id: said.own['external_id'],
    },
  }
}

/** One end of a relation; `scope` is the IRI of its article, when it is said. */
export type LinkEnd = { readonly iri: string; readonly scope: string | undefined }

/** An annotation is named by its IRI and without a selector: with one, it is a place in a text. */
function endOf(value: unknown): LinkEnd | undefined {
  if (isObject(value) && value['selector'] !== undefined) return undefined
  const iri = isObject(value) ? (iriIn(value['source']) ?? textOf(value['id'])) : textOf(value)
  if (iri === undefined) return undefined
  return { iri, scope: isObject(value) ? iriIn(value['scope']) : undefined }
}

/** Whose an annotation is: the creator’s IRI or name. */
export function creatorOf(
  value: LooseObject,
): { readonly id: string; readonly name: string } | undefined {
  const [creator] = listOf(value['creator'])
  const iri = iriIn(creator)
  const name = isObject(creator)
    ? [creator['name'], creator['nickname'], creator['email']].map(textOf).find(Boolean)
    : undefined
  const id = iri === undefined ? name : nameOfIri(iri)
  return id === undefined ? undefined : { id, name: name ?? id }
}

function isTextual(body: unknown): body is LooseObject {
  return isObject(body) && (body['type'] === 'TextualBody' || typeof body['value'] === 'string')
}

function bodiesOf(value: LooseObject): Said {
  const tags: string[] = []
  const comments: string[] = []
  const links: string[] = []
  let own: LooseObject = {}
  const isTagging = ['tagging', 'classifying'].includes(motivationOf(value) ?? '')
  const bodyValue = textOf(value['bodyValue'])
  const bodies = [
    ...listOf(value['body']),
    ...(bodyValue === undefined ? [] : [{ type: 'TextualBody', value: bodyValue }]),
  ]
  for (const body of bodies) {
    if (!isTextual(body)) {
      const iri = isObject(body) ? (iriIn(body['source']) ?? textOf(body['id'])) : textOf(body)
      if (iri !== undefined) links.push(iri)
      continue
    }
    const words = textOf(body['value']) ?? ''
    const purposes = listOf(body['purpose'])
    const described =
      purposes.includes('describing') && body['format'] === 'application/json'
        ? parsedJson(words)
        : undefined
    if (isObject(described)) own = described
    else if (
      purposes.includes('tagging') ||
      purposes.includes('classifying') ||
      (purposes.length === 0 && isTagging)
    )
      tags.push(words)
    else comments.push(words)
  }
  return { tags: tags.filter(tag => tag !== ''), comments, links, own }
}

function attributesOf({ own }: Said): {
  readonly values: LooseObject
  readonly sources: readonly LooseObject[]
} {
  const sources: LooseObject[] = []
  const given = isObject(own['attributes']) ? own['attributes'] : {}
  const values = Object.entries(given).map(([key, value]) => {
    const source = isObject(value) ? textOf(value['source']) : undefined
    if (!isObject(value) || source === undefined) return [key, value] as const
    const id = nameOfIri(source)
    sources.push({ id, name: value['name'] })
    return [key, id] as const
  })
  return { values: Object.fromEntries(values), sources }
}

function motivationOf(value: LooseObject): string | undefined {
  return listOf(value['motivation']).map(textOf).find(Boolean)
}

function generatorOf(value: LooseObject): string {
  const [generator] = listOf(value['generator'])
  const name = isObject(generator) ? textOf(generator['name']) : undefined
  return name ?? iriIn(generator) ?? 'Web Annotation'
}
