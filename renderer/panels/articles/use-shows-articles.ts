import { useWorkbench } from '../../state/store'
import { noRoomForArticlesBeside, useMedia } from '../../theme'

/** True while the list of articles is on screen: beside the text, or over it where there is no room. */
export function useShowsArticles(): boolean {
  const isSlim = useMedia(useWorkbench(noRoomForArticlesBeside))
  return useWorkbench(state =>
    isSlim ? state.articlesLieOver : (state.info?.preferences.showArticles ?? true),
  )
}
