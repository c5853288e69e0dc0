import type { AnnotationId, AttributeValue, Source } from '../../../shared/annotation/annotation'
import type { Article } from '../../../shared/article/article'
import type { Attribute, Codebook } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartPlan } from '../../../shared/project/migrate-codebook'
import { relationKindsFor } from '../../../shared/codebook/relation-kinds'
import { runCommand } from '../../commands/commands'
import { createSource, goToAnnotation, setAttribute, setNote } from '../annotating'
import { removeAll, retagAll } from '../bulk-editing'
import { saveCodebook } from '../codebook-editing'
import { openArticle } from '../article-opening'
import { putBackArticle, renameArticle, setDetail } from '../articles'
import { closeProject, openProject, renameProject } from '../opening'
import { endOf, incomingRelations, relate, removeRelation } from '../relating'
import { annotationOf, ownSet } from '../selectors'
import { editSource, mergeInto } from '../sources'
import { store } from '../store'
import { tagHits } from '../tagging-hits'
import { shownView } from '../view'
import type { Step } from './any-step'
import type { MemoryMain } from './in-memory-main'
import { plainRelation } from './plain-project'
import type { PlainCommand, Scene } from './plain-commands'
import {
  newId,
  plainCommandsFor,
  relate as plainRelate,
  remove as removePlainly,
} from './plain-commands'
import { quiet } from './window-in-node'

/** What a step comes to at this moment: what the window does, and what that writes on the sheet. */
export type Act = {
  readonly act: () => unknown
  readonly plain: PlainCommand
  /** Main must have taken in everything first: the window would wait for it. */
  readonly needsMain?: true
}

const nothing: Act = { act: () => undefined, plain: () => undefined }

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length]

/** Places in a text where a caret can stand. */
function caretPlaces(text: string): number[] {
  let at = 0
  return [0, ...[...text].map(character => (at += character.length))]
}

function select(from: number, length: number): void {
  const places = caretPlaces(store.getState().article?.article.text ?? '')
  const anchor = pick(places, from) ?? 0
  const head = places[Math.min(places.length - 1, (from % places.length) + length)] ?? anchor
  // Backwards when the number is odd: the caret then stands in front.
  shownView()?.select(length % 2 === 0 ? { anchor, head } : { anchor: head, head: anchor })
}

function annotationIds(scene: Scene): AnnotationId[] {
  return Object.keys(scene.here.annotations).sort() as AnnotationId[]
}

/** Prepare a step in the window (select, go somewhere) and say what it comes to. */
export async function prepare(
  step: Step,
  given: {
    readonly main: MemoryMain
    readonly articles: readonly Article[]
    readonly codebook: Codebook
    readonly scene: () => Scene
  },
): Promise<Act> {
  const { main, articles, codebook, scene } = given
  const commands = plainCommandsFor(codebook)
  const run = (command: string): Act => ({
    act: () => runCommand(command),
    plain: commands[command] ?? (() => undefined),
  })
  const go = (which: number): AnnotationId | undefined => {
    const id = pick(annotationIds(scene()), which)
    if (id !== undefined) goToAnnotation(id)
    return id
  }
  const open = async (which: number): Promise<void> => {
    const article = pick(articles, which)
    if (article !== undefined) await openArticle(article.id)
    await quiet(main)
  }

  switch (step.do) {
    case 'run':
      return run(step.command)
    case 'select-and-run':
      select(step.from, step.length)
      return run(step.command)
    case 'go-and-run':
      go(step.which)
      return run(step.command)
    case 'attribute': {
      const id = pick(annotationIds(scene()), step.which)
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
    case 'note': {
      const id = pick(annotationIds(scene()), step.which)
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
    case 'boundary':
      if (go(step.which) === undefined) return nothing
      runCommand(step.edge)
      if (step.length > 3) {
        // As the caret keys do it: the anchor stays, the head goes elsewhere.
        const { anchor } = store.getState().selection
        const places = caretPlaces(store.getState().article?.article.text ?? '')
        shownView()?.select({ anchor, head: pick(places, step.from) ?? anchor })
      }
      return run(step.end)
    case 'choose-kind': {
      const from = endOf(annotationOf(store.getState(), pick(annotationIds(scene()), step.from)))
      await open(step.article)
      const to = endOf(annotationOf(store.getState(), pick(annotationIds(scene()), step.to)))
      if (from === undefined || to === undefined || from.annotation === to.annotation)
        return nothing
      const kind = pick(relationKindsFor(codebook, from.type, to.type), step.kind)
      if (kind === undefined) return nothing
      return {
        act: () => {
          relate(from, to, kind)
        },
        plain: scene => {
          plainRelate(
            scene,
            `${from.article} ${from.annotation}`,
            `${to.article} ${to.annotation}`,
            kind.key,
          )
        },
      }
    }
    case 'unlink': {
      const state = store.getState()
      const owned = [
        ...[...(ownSet(state)?.relations.values() ?? [])],
        ...incomingRelations(state).map(({ relation }) => relation),
      ]
      const relation = pick(owned, step.which)
      const annotator = state.opened?.annotator.id
      if (relation === undefined || annotator === undefined) return nothing
      return {
        act: () => {
          removeRelation({ relation, annotator })
        },
        plain: ({ project }) => {
          const there = project.articles[relation.from.article]?.relations
          if (there?.[relation.id]?.from === plainRelation(relation).from)
            Reflect.deleteProperty(there, relation.id)
        },
        needsMain: true,
      }
    }
    case 'open':
      await open(step.article)
      return nothing
    case 'title': {
      const article = store.getState().article?.article
      if (article === undefined) return nothing
      const title = step.word ?? article.title
      return {
        act: () => {
          renameArticle(article.id, title)
        },
        plain: ({ here }) => {
          if (title === article.title) delete here.edits.title
          else here.edits.title = title
        },
      }
    }
    case 'detail': {
      const article = store.getState().article?.article
      if (article === undefined) return nothing
      const found = article.metadata[step.field]?.value ?? ''
      const value = step.word ?? found
      return {
        act: () => {
          setDetail(article.id, step.field, value)
        },
        plain: ({ here: { edits } }) => {
          const { [step.field]: _, ...others } = edits.metadata ?? {}
          const metadata =
            value === found
              ? others
              : { ...others, [step.field]: { value, from: 'person' as const } }
          if (Object.keys(metadata).length === 0) delete edits.metadata
          else edits.metadata = metadata
        },
      }
    }
    case 'put-back': {
      const article = pick(articles, step.article)
      if (article === undefined) return nothing
      return {
        act: () => {
          putBackArticle(article.id)
        },
        plain: ({ project }) => {
          delete project.articles[article.id]?.edits.removedAt
        },
      }
    }
    case 'rename-project':
      return {
        act: () => {
          renameProject(step.word)
        },
        plain: ({ project }) => {
          project.name = step.word
        },
      }
    case 'tag-hits': {
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
    case 'many': {
      const annotations = annotationIds(scene())
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
    case 'name-type': {
      const before = store.getState().project?.codebook
      const type = before && pick(before.types, step.which)
      if (before === undefined || type === undefined || type.label === step.word) return nothing
      const types = before.types.map(one => (one === type ? { ...one, label: step.word } : one))
      return {
        act: () => saveCodebook({ ...before, types }),
        plain: ({ project }) => {
          project.codebook = { ...before, revision: before.revision + 1, types }
        },
      }
    }
    case 'drop-choice': {
      const before = store.getState().project?.codebook
      const type = before?.types.find(({ key }) => key === 'claim')
      const attribute = type?.attributes.find(({ key }) => key === 'stance')
      const gone = pick(attribute?.choices ?? [], step.which)
      const choices = (attribute?.choices ?? []).filter(choice => choice !== gone)
      const into = pick(choices, step.into)
      if (before === undefined || gone === undefined || into === undefined) return nothing
      const types = before.types.map(one =>
        one !== type
          ? one
          : {
              ...one,
              attributes: one.attributes.map(other =>
                other === attribute ? { ...other, choices } : other,
              ),
            },
      )
      const name = nameOfPart({
        kind: 'choice',
        type: 'claim',
        attribute: 'stance',
        choice: gone.key,
      })
      const planned: PartPlan =
        step.plan === 'move' ? { do: 'move', to: into.key } : { do: step.plan }
      return {
        act: () => saveCodebook({ ...before, types }, new Map([[name, planned]])),
        plain: ({ project, at }) => {
          project.codebook = { ...before, revision: before.revision + 1, types }
          if (step.plan === 'keep') return
          for (const { annotations } of Object.values(project.articles))
            for (const annotation of Object.values(annotations)) {
              const { type, attributes } = annotation
              if (type !== 'claim' || attributes['stance'] !== gone.key) continue
              if (step.plan === 'move') attributes['stance'] = into.key
              else delete attributes['stance']
              annotation.updatedAt = at
            }
        },
        needsMain: true,
      }
    }
    case 'rename-source': {
      const source = pick(knownSources(), step.which)
      if (source === undefined) return nothing
      return {
        act: () => {
          editSource(source, 'rename the source', { name: step.word })
        },
        plain: ({ project }) => {
          project.sources[source.id] = step.word
        },
      }
    }
    case 'merge-sources': {
      const from = pick(knownSources(), step.which)
      const into = pick(knownSources(), step.into)
      if (from === undefined || into === undefined || from === into) return nothing
      return {
        act: () => mergeInto(from, into),
        plain: mergePlainly(from.id, into.id),
        needsMain: true,
      }
    }
    case 'reopen':
      return {
        act: async () => {
          await closeProject()
          await openProject(main.project)
        },
        plain: () => undefined,
        needsMain: true,
      }
  }
}

function knownSources(): Source[] {
  const sources = [...(store.getState().project?.sources.values() ?? [])]
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whoever is named `from` in any article is `into` from now on. */
function mergePlainly(from: string, into: string): PlainCommand {
  return ({ project, at }) => {
    Reflect.deleteProperty(project.sources, from)
    for (const { annotations } of Object.values(project.articles))
      for (const annotation of Object.values(annotations)) {
        const named = Object.entries(annotation.attributes).filter(([, value]) => value === from)
        if (named.length === 0) continue
        for (const [key] of named) annotation.attributes[key] = into
        annotation.updatedAt = at
      }
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
