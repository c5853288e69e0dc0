import type {
  Annotation,
  AnnotationId,
  AnnotatorId,
  Relation,
} from '../../shared/annotation/annotation'
import { relationKindsFor, relationLabel } from '../../shared/codebook/relation-kinds'
import type { RelationKind } from '../../shared/codebook/relation-kinds'
import { wordsOf } from '../values/attribute-text'
import { firstWords } from '../values/count-text'
import { call } from '../workbench-api'
import { goToAnnotation, idAtHand } from './annotating'
import { makeEdit } from './edits'
import { newId, now } from './new-id'
import { hint, showDialog } from './notices'
import { settleSaving } from './saving'
import type { PaneId } from './pane'
import { changeIn, paneShowing, stateIn } from './panes'
import { annotationOf, codebookOf, setWith } from './selectors'
import { bringArticle } from './side-by-side'
import type { LinkEnd, WorkbenchState } from './store'
import { store } from './store'

/**
 * Draw a relation: the first time it starts at the annotation in focus or at the caret, the second time it
 * leads to the one that is there then, also in another article.
 */
export function linkAnnotation(): void {
  const state = store.getState()
  const here = endOf(annotationOf(state, idAtHand(state)))
  if (here === undefined) {
    hint('Go to an annotation first')
    return
  }
  const { linking } = state
  if (linking === undefined) {
    store.setState({ linking: here })
    hint('Now go to the other annotation and link again; Esc leaves it')
    return
  }
  linkBetween(linking, here)
}

/** Draw a relation between two annotations; asks for the kind when several may join them. */
export function linkBetween(from: LinkEnd, to: LinkEnd): void {
  store.setState({ linking: undefined })
  if (from.annotation === to.annotation) {
    hint('An annotation cannot be linked to itself')
    return
  }
  const codebook = codebookOf(store.getState())
  if (codebook === undefined) return
  const kinds = relationKindsFor(codebook, from.type, to.type)
  const [only] = kinds
  if (only === undefined) {
    hint('The codebook has no relation between these two types')
    return
  }
  if (kinds.length === 1) relate(from, to, only)
  else showDialog({ kind: 'relation', from, to })
}

/** Write the relation down: one step of undo. */
export function relate(from: LinkEnd, to: LinkEnd, kind: RelationKind): void {
  const { opened } = store.getState()
  if (opened === undefined) return
  const id = newId()
  const after: Relation = {
    id,
    type: kind.key,
    from: { article: from.article, annotation: from.annotation },
    to: { article: to.article, annotation: to.annotation },
    createdAt: now(),
  }
  const isMade = makeEdit(`link as “${kind.label}”`, [
    { kind: 'relation', article: from.article, annotator: opened.annotator.id, id, after },
  ])
  if (!isMade) return
  // The card of what was just made opens: it shows the link.
  store.setState({ justMade: undefined })
  hint(`“${firstWords(from.words, 24)}” ${kind.label} “${firstWords(to.words, 24)}”`)
  if (from.article !== to.article) refreshAllFarRelations()
}

/** Take a relation away; only its maker may. */
export function removeRelation({ relation, annotator }: OwnedRelation): void {
  const state = store.getState()
  const codebook = codebookOf(state)
  if (codebook === undefined || annotator !== state.opened?.annotator.id) return
  const label = relationLabel(codebook, relation.type)
  const isMade = makeEdit(`remove the link “${label}”`, [
    {
      kind: 'relation',
      article: relation.from.article,
      annotator,
      id: relation.id,
      before: relation,
    },
  ])
  if (isMade && relation.from.article !== relation.to.article) refreshAllFarRelations()
}

/** Let go of a relation that was begun. */
export function leaveLinking(): void {
  store.setState({ linking: undefined, hint: undefined })
}

/** Go to the other end of a relation, in whichever article it is. */
export async function goToEnd(end: Relation['to']): Promise<void> {
  if (await bringArticle(end.article)) goToAnnotation(end.annotation)
}

/** A relation and whose it is. */
export type OwnedRelation = { readonly relation: Relation; readonly annotator: AnnotatorId }

/** Ask main anew for the relations between the article of a pane and others. */
async function refreshFarRelations(pane: PaneId): Promise<void> {
  const { opened, article } = stateIn(store.getState(), pane)
  if (opened === undefined || article === undefined) return
  await settleSaving()
  const answer = await call('farRelations', {
    project: opened.project,
    article: article.article.id,
  })
  if (!answer.ok || stateIn(store.getState(), pane).article !== article) return
  store.setState(state => changeIn(state, pane, { farRelations: answer.value }))
}

function refreshAllFarRelations(): void {
  for (const pane of store.getState().panes) void refreshFarRelations(pane)
}

/** Ask for them whenever another article is on screen; returns the unsubscribe. */
export function watchFarRelations(): () => void {
  return store.subscribe((state, before) => {
    if (state.article === before.article && state.beside?.article === before.beside?.article) return
    for (const pane of state.panes) {
      const { article, farRelations } = stateIn(state, pane)
      const was = before.panes.includes(pane) ? stateIn(before, pane).article : undefined
      if (article !== undefined && article !== was && farRelations === undefined)
        void refreshFarRelations(pane)
    }
  })
}

/** The annotation as an end of a relation; `undefined` when it is on no article that is shown. */
export function endOf(annotation: Annotation | undefined): LinkEnd | undefined {
  const set = setWith(store.getState(), annotation?.id)
  if (annotation === undefined || set === undefined) return undefined
  return {
    article: set.article,
    annotation: annotation.id,
    type: annotation.type,
    words: wordsOf(annotation),
  }
}

/** Relations that begin or end at the annotation, those of other articles included. */
export function relationsOf(
  state: WorkbenchState,
  annotation: AnnotationId,
): readonly OwnedRelation[] {
  const own = [...(state.project?.sets.values() ?? [])].flatMap(({ annotator, relations }) =>
    [...relations.values()].map(relation => ({ relation, annotator })),
  )
  return [...own, ...incomingRelations(state)].filter(
    ({ relation: { from, to } }) => from.annotation === annotation || to.annotation === annotation,
  )
}

/** Relations that lead to the article of the pane from articles that are not on screen. */
export function incomingRelations(state: WorkbenchState): readonly OwnedRelation[] {
  return (state.farRelations?.incoming ?? []).filter(
    ({ relation }) => paneShowing(state, relation.from.article) === undefined,
  )
}
