import { nameOfPart } from '../../../../shared/codebook/removed-parts'
import type { PartPlan } from '../../../../shared/project/migrate-codebook'
import { saveCodebook } from '../../codebook-editing'
import { store } from '../../store'
import { nothing, pick } from './act'
import type { Act, StepOf } from './act'

/** A type renamed. */
export function typeName(step: StepOf<'name-type'>): Act {
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

/** A choice deleted that may be in use. */
export function dropChoice(step: StepOf<'drop-choice'>): Act {
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
  const planned: PartPlan = step.plan === 'move' ? { do: 'move', to: into.key } : { do: step.plan }
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
