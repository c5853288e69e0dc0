import { useShallow } from 'zustand/react/shallow'
import type { AnnotatorId } from '../../../shared/annotation/annotation'
import type { Codebook } from '../../../shared/codebook/codebook'
import type { ProjectState } from '../../../shared/project/project-state'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'

/** What every card has to know of the project. */
export type CardFacts = {
  readonly codebook: Codebook | undefined
  readonly sources: ProjectState['sources'] | undefined
  readonly annotators: ProjectState['annotators'] | undefined
  /** Whose edits this window makes. */
  readonly self: AnnotatorId | undefined
  readonly cannotWrite: boolean
}

/**
 * The facts for all cards of a panel, the same object as long as none differs. Asked once for eighty cards:
 * each of them listening to the store would run hundreds of functions at every key.
 */
export function useCardFacts(): CardFacts {
  return useWorkbench(
    useShallow(state => ({
      codebook: state.project?.codebook,
      sources: state.project?.sources,
      annotators: state.project?.annotators,
      self: state.opened?.annotator.id,
      cannotWrite: isReadOnly(state),
    })),
  )
}
