import { relationKindsFor } from '../../../../shared/codebook/relation-kinds'
import { runCommand } from '../../../commands/commands'
import { endOf, incomingRelations, leaveLinking, relate, removeRelation } from '../../relating'
import { annotationOf, ownSet } from '../../selectors'
import { store } from '../../store'
import { relate as plainRelate } from '../plain-commands'
import { plainRelation } from '../plain-project'
import { nothing, pick, annotationIds, go, open, run } from './act'
import type { Act, Given, StepOf } from './act'

/** The key that links, on one annotation and on another: made at once where only one kind may join them. */
export function linkByKeys(step: StepOf<'link'>, given: Given): Act {
  leaveLinking()
  if (go(given, step.which) === undefined) return nothing
  runCommand('link')
  go(given, step.to)
  return run(given, 'link')
}

/** Two annotations linked by a kind that is chosen. */
export async function link(step: StepOf<'choose-kind'>, given: Given): Promise<Act> {
  const { codebook } = given
  const from = endOf(annotationOf(store.getState(), pick(annotationIds(given), step.from)))
  await open(given, step.article)
  const to = endOf(annotationOf(store.getState(), pick(annotationIds(given), step.to)))
  if (from === undefined || to === undefined || from.annotation === to.annotation) return nothing
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

/** A link taken away, also one that another article holds. */
export function unlink(step: StepOf<'unlink'>): Act {
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
