import type { Source } from '../../../../shared/annotation/annotation'
import { editSource, mergeInto } from '../../sources'
import { store } from '../../store'
import type { PlainCommand } from '../plain-commands'
import { nothing, pick } from './act'
import type { Act, StepOf } from './act'

/** A source renamed. */
export function sourceName(step: StepOf<'rename-source'>): Act {
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

/** Two sources merged. */
export function merge(step: StepOf<'merge-sources'>): Act {
  const from = pick(knownSources(), step.which)
  const into = pick(knownSources(), step.into)
  if (from === undefined || into === undefined || from === into) return nothing
  return {
    act: () => mergeInto(from, into),
    plain: mergePlainly(from.id, into.id),
    needsMain: true,
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
