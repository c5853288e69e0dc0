import { useWorkbench } from '../../state/store'
import { noRoomForArticles, noRoomForArticlesAndTwo, useMedia } from '../../theme'

/** True while the list of articles is on screen: beside the text, or over it where there is no room. */
export function useShowsArticles(): boolean {
  const isSplit = useWorkbench(state => state.beside !== undefined)
  const isSlim = useMedia(isSplit ? noRoomForArticlesAndTwo : noRoomForArticles)
  return useWorkbench(state =>
    isSlim ? state.articlesLieOver : (state.info?.preferences.showArticles ?? true),
  )
}
