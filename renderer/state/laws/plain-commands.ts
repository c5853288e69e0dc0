import type { Annotation, AttributeValue } from '../../../shared/annotation/annotation'
import { emptyBucketMap, valuesOf } from '../../../shared/annotation/bucket-map'
import type { Codebook } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { relationKindsFor } from '../../../shared/codebook/relation-kinds'
import { annotationAtHand } from '../annotating'
import type { WorkbenchState } from '../store'
import type { PlainAnnotation, PlainArticle, PlainProject } from './plain-project'
import { emptyArticle, placed, plainAnnotation } from './plain-project'

/** Ids of records that a command is about to make, in the order of its changes. */
export const newId = (count: number): string => `new ${String(count)}`

/** What a plain command may look at: where somebody is in the window, and the sheet it writes on. */
export type Scene = {
  readonly state: WorkbenchState
  readonly project: PlainProject
  /** The article on screen; an empty one when there is none. */
  readonly here: PlainArticle
  readonly article: string
  readonly text: string
  readonly codebook: Codebook
  /** The time at which the command runs. */
  readonly at: string
}
export type PlainCommand = (scene: Scene) => void

/** The scene of a command on `project`, which it may write on. */
export function sceneOf(project: PlainProject, state: WorkbenchState, at: string): Scene {
  const article = state.article?.article
  if (state.project === undefined) throw new RangeError('Commands need an open project')
  return {
    state,
    project,
    here: project.articles[article?.id ?? ''] ?? emptyArticle(),
    article: article?.id ?? '',
    text: article?.text ?? '',
    codebook: state.project.codebook,
    at,
  }
}

function selected({ state, text }: Scene): readonly [number, number] | undefined {
  const { anchor, head } = state.selection
  const from = Math.min(anchor, head)
  const words = text.slice(from, Math.max(anchor, head))
  const start = from + words.length - words.trimStart().length
  return words.trim() === '' ? undefined : [start, start + words.trim().length]
}

function tag(
  scene: Scene,
  type: string | undefined,
  attributes: Record<string, AttributeValue> = {},
): void {
  const words = selected(scene)
  if (type === undefined || words === undefined) return
  const { text, at, here } = scene
  here.annotations[newId(0)] = {
    type,
    ...placed(text, [words]),
    attributes,
    note: '',
    updatedAt: at,
  }
}

type Fits = (annotation: PlainAnnotation, id: string) => boolean

/** The same here; else in the article beside; else in the one left last, as that was then. */
function latestAnywhere(scene: Scene, fits: Fits): PlainAnnotation | undefined {
  const { beside, left, project: now } = scene.state
  const besides = scene.project.articles[beside?.article?.article.id ?? '']
  const before =
    left?.codebook === now?.codebook
      ? [...valuesOf(left?.set.annotations ?? emptyBucketMap<Annotation>())]
      : []
  return (
    latest(scene.here, fits) ??
    (besides && latest(besides, fits)) ??
    latest(
      { annotations: Object.fromEntries(before.map(one => [one.id, plainAnnotation(one)])) },
      fits,
    )
  )
}

/** The annotation worked on last for which `fits` holds. */
function latest(
  { annotations }: Pick<PlainArticle, 'annotations'>,
  fits: Fits,
): PlainAnnotation | undefined {
  return Object.entries(annotations)
    .filter(([id, annotation]) => fits(annotation, id))
    .sort(([idA, a], [idB, b]) => (a.updatedAt + idA < b.updatedAt + idB ? -1 : 1))
    .at(-1)?.[1]
}

function lastType(scene: Scene): string | undefined {
  const isThere = (key: string): boolean => typeOf(scene.codebook, key) !== undefined
  return (
    scene.state.recentTypes.find(isThere) ?? latest(scene.here, ({ type }) => isThere(type))?.type
  )
}

function atHand(scene: Scene): readonly [string, PlainAnnotation] | undefined {
  const id: string | undefined = annotationAtHand(scene.state)?.id
  const annotation = scene.here.annotations[id ?? '']
  return id === undefined || annotation === undefined ? undefined : [id, annotation]
}

function sourceOf(annotation: PlainAnnotation, codebook: Codebook): AttributeValue | undefined {
  const keys = typeOf(codebook, annotation.type)?.attributes.filter(({ kind }) => kind === 'source')
  return keys?.map(({ key }) => annotation.attributes[key]).find(value => value !== undefined)
}

function isSource({ project }: Scene, value: AttributeValue): boolean {
  return typeof value === 'string' && value in project.sources
}

/** Attributes without those that name a source which is gone. */
function takenOver(
  scene: Scene,
  other: PlainAnnotation | undefined,
): Record<string, AttributeValue> {
  const kinds = new Map(
    typeOf(scene.codebook, other?.type ?? '')?.attributes.map(({ key, kind }) => [key, kind]),
  )
  return Object.fromEntries(
    Object.entries(other?.attributes ?? {}).filter(
      ([key, value]) => kinds.get(key) !== 'source' || isSource(scene, value),
    ),
  )
}

function copyAttributes(scene: Scene): void {
  const [id, annotation] = atHand(scene) ?? []
  if (annotation === undefined) return
  const other = latestAnywhere(scene, ({ type }, its) => type === annotation.type && its !== id)
  const missing = Object.entries(takenOver(scene, other)).filter(
    ([key]) => annotation.attributes[key] === undefined,
  )
  if (missing.length === 0) return
  Object.assign(annotation.attributes, Object.fromEntries(missing))
  annotation.updatedAt = scene.at
}

function sameSource(scene: Scene): void {
  const { codebook } = scene
  const [id, annotation] = atHand(scene) ?? []
  if (annotation === undefined) return
  const attribute = typeOf(codebook, annotation.type)?.attributes.find(
    ({ kind }) => kind === 'source',
  )
  const other = latestAnywhere(
    scene,
    (one, its) => its !== id && sourceOf(one, codebook) !== undefined,
  )
  const source = other && sourceOf(other, codebook)
  if (attribute === undefined || source === undefined || !isSource(scene, source)) return
  if (annotation.attributes[attribute.key] === source) return
  annotation.attributes[attribute.key] = source
  annotation.updatedAt = scene.at
}

function extend(scene: Scene): void {
  const { state, here, text, at } = scene
  const words = selected(scene)
  const annotation = here.annotations[state.focused ?? state.lastFocused ?? '']
  if (words === undefined || annotation === undefined) return
  Object.assign(annotation, placed(text, [...annotation.spans, words]), { updatedAt: at })
}

function keepBoundary(scene: Scene): void {
  const { state, here, text, at } = scene
  const words = selected(scene)
  const annotation = here.annotations[state.moving?.annotation ?? '']
  if (words === undefined || annotation === undefined || state.moving === undefined) return
  const { start, end } = state.moving.part
  if (words[0] === start && words[1] === end) return
  const others = annotation.spans.filter(([from]) => from !== start)
  Object.assign(annotation, placed(text, [...others, words]), { updatedAt: at })
}

/** Take an annotation of the article on screen away, with its links there. */
export function remove({ article, here }: Scene, id: string): void {
  if (here.annotations[id] === undefined) return
  Reflect.deleteProperty(here.annotations, id)
  const end = `${article} ${id}`
  here.relations = Object.fromEntries(
    Object.entries(here.relations).filter(([, { from, to }]) => from !== end && to !== end),
  )
}

/** Link two annotations, each `<article> <annotation>`. */
export function relate({ project }: Scene, from: string, to: string, type: string): void {
  const article = project.articles[from.split(' ')[0] ?? '']
  if (article !== undefined) article.relations[newId(0)] = { type, from, to }
}

function link(scene: Scene): void {
  const { state, article, codebook } = scene
  const { linking } = state
  const [annotation, { type } = {}] = atHand(scene) ?? []
  if (linking === undefined || annotation === undefined || type === undefined) return
  if (linking.annotation === annotation) return
  if (scene.project.articles[linking.article]?.annotations[linking.annotation] === undefined)
    throw new RangeError('A link begins at an annotation that is gone')
  const kinds = relationKindsFor(codebook, linking.type, type)
  const [only] = kinds
  if (kinds.length === 1 && only !== undefined)
    relate(scene, `${linking.article} ${linking.annotation}`, `${article} ${annotation}`, only.key)
}

const mark =
  (status: PlainArticle['status']): PlainCommand =>
  ({ here }) => {
    here.status = status
  }

/**
 * What each command of the window writes on the sheet, by its id. A command that is not here writes
 * nothing: one that should must be added, or the law of every command fails.
 */
export function plainCommandsFor(codebook: Codebook): Readonly<Record<string, PlainCommand>> {
  const ofTypes = codebook.types.flatMap(({ key }) => [
    [
      `tag-${key}`,
      (scene: Scene) => {
        tag(scene, key)
      },
    ] as const,
    [
      `arm-${key}`,
      (scene: Scene) => {
        tag(scene, key)
      },
    ] as const,
  ])
  return {
    ...Object.fromEntries(ofTypes),
    'arm-tag': scene => {
      if (scene.state.armed === undefined) tag(scene, lastType(scene) ?? codebook.types[0]?.key)
    },
    'repeat-tag': scene => {
      tag(scene, lastType(scene))
    },
    'repeat-all': scene => {
      const type = lastType(scene)
      tag(
        scene,
        type,
        takenOver(
          scene,
          latestAnywhere(scene, one => one.type === type),
        ),
      )
    },
    'edit-annotation': scene => {
      if (scene.state.moving === undefined) tag(scene, scene.state.armed)
      else keepBoundary(scene)
    },
    'extend-annotation': extend,
    'delete-annotation': scene => {
      remove(scene, scene.state.focused ?? '')
    },
    'copy-attributes': copyAttributes,
    'same-source': sameSource,
    link,
    'mark-new': mark('new'),
    'mark-in-progress': mark('in-progress'),
    'mark-done': mark('done'),
    'finish-article': mark('done'),
    'remove-article': ({ here, at }) => {
      here.edits.removedAt = at
    },
  }
}
