import type { AnnotationSet } from '../../../shared/annotation/annotation-set'
import type { ArticleId } from '../../../shared/article/article'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import type { Painting, PaintingSource } from '../../editor/article-view-contract'
import { hitsIn } from '../../state/finding'
import type { PaneId } from '../../state/pane'
import { stateIn } from '../../state/panes'
import { shownSets, turnedTo } from '../../state/selectors'
import type { WorkbenchState } from '../../state/store'
import { drawn } from '../../state/store'

const noSets: readonly AnnotationSet[] = []

/**
 * What is painted in an article of a pane, straight from the store: a mark is measured and drawn before anything else of
 * the window changes, while the page is still laid out, so that the frame lays it out only once.
 */
export function paintingSource(pane: PaneId, article: ArticleId): PaintingSource {
  let known: Painting | undefined
  return {
    current: () => {
      const state = stateIn(drawn.getState(), pane)
      // Another article or project has come: this text stays as it was until it is taken away.
      if (known !== undefined && state.article?.article.id !== article) return known
      const next = paintingOf(state)
      if (next === undefined) return known ?? nothing
      if (known === undefined || !isSame(known, next)) known = next
      return known
    },
    subscribe: drawn.subscribe,
  }
}

const nothing: Painting = { sets: [], codebook: defaultCodebook, hiddenTypes: new Set(), hits: [] }

function paintingOf(state: WorkbenchState): Painting | undefined {
  const { codebook } = state.project ?? {}
  if (codebook === undefined) return undefined
  return {
    sets: state.hidesMarks ? noSets : shownSets(state),
    self: state.opened?.annotator.id,
    codebook,
    focused: turnedTo(state),
    hiddenTypes: state.hiddenTypes,
    hits: hitsIn(state),
    currentHit: state.find?.current,
  }
}

function isSame(a: Painting, b: Painting): boolean {
  return (
    a.sets === b.sets &&
    a.self === b.self &&
    a.codebook === b.codebook &&
    a.focused === b.focused &&
    a.hiddenTypes === b.hiddenTypes &&
    a.hits === b.hits &&
    a.currentHit === b.currentHit
  )
}
