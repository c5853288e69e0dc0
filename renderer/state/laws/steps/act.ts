import type { AnnotationId } from '../../../../shared/annotation/annotation'
import type { Article } from '../../../../shared/article/article'
import type { Codebook } from '../../../../shared/codebook/codebook'
import { runCommand } from '../../../commands/commands'
import { goToAnnotation } from '../../annotating'
import { openArticle } from '../../article-opening'
import type { Step } from '../any-step'
import type { MemoryMain } from '../in-memory-main'
import { plainCommandsFor } from '../plain-commands'
import type { PlainCommand, Scene } from '../plain-commands'
import { quiet } from '../window-in-node'

/** What a step comes to at this moment: what the window does, and what that writes on the sheet. */
export type Act = {
  readonly act: () => unknown
  readonly plain: PlainCommand
  /** Main must have taken in everything first: the window would wait for it. */
  readonly needsMain?: true
}

/** A step that comes to nothing now. */
export const nothing: Act = { act: () => undefined, plain: () => undefined }

/** One of `items`, whatever the number. */
export const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length]

/** Places in a text where a caret can stand. */
export function caretPlaces(text: string): number[] {
  let at = 0
  return [0, ...[...text].map(character => (at += character.length))]
}

/** What a step is held against. */
export type Given = {
  readonly main: MemoryMain
  readonly articles: readonly Article[]
  readonly codebook: Codebook
  readonly scene: () => Scene
}

/** The step that does this. */
export type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>

export function annotationIds({ scene }: Given): AnnotationId[] {
  return Object.keys(scene().here.annotations).sort() as AnnotationId[]
}

/** A command, and what the model knows of it. */
export function run({ codebook }: Given, command: string): Act {
  return {
    act: () => runCommand(command),
    plain: plainCommandsFor(codebook)[command] ?? (() => undefined),
  }
}

/** Go to one of the annotations on screen, if there is any. */
export function go(given: Given, which: number): AnnotationId | undefined {
  const id = pick(annotationIds(given), which)
  if (id !== undefined) goToAnnotation(id)
  return id
}

export async function open({ articles, main }: Given, which: number): Promise<void> {
  const article = pick(articles, which)
  if (article !== undefined) await openArticle(article.id)
  await quiet(main)
}
