import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Theme } from '../shared/ipc/preferences'
import type { WorkbenchState } from './state/store'
import { useWorkbench } from './state/store'

/** Windows in which articles and text do not fit side by side; beside two texts, or a text and a list, they need more. */
const noRoomForArticles = '(max-width: 899px)'
const noRoomForArticlesAndTwo = '(max-width: 1199px)'
/** Windows in which the margin does not fit beside the text. */
export const noRoomForMargin = '(max-width: 1199px)'

/** Windows in which a margin does not fit beside each of two texts. */
export const noRoomForTwoMargins = '(max-width: 2119px)'

/** The media query of the windows in which the articles do not fit beside what stands there now. */
export function noRoomForArticlesBeside({
  beside,
  marginShows,
}: Pick<WorkbenchState, 'beside' | 'marginShows'>): string {
  const isShared = beside !== undefined || marginShows !== 'cards'
  return isShared ? noRoomForArticlesAndTwo : noRoomForArticles
}

/** True while a media query holds; draws again when it changes. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => {
        media.removeEventListener('change', listener)
      }
    },
    [query],
  )
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches)
}

/**
 * Put the chosen theme, or the one of the system, on the page: always light, dark or high-contrast. Where the
 * system forces its own colours, the marks keep theirs: those that can be seen on its paper.
 */
export function useTheme(): void {
  const theme = useWorkbench(state => state.info?.preferences.theme ?? 'system')
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const wantsContrast = useMedia('(prefers-contrast: more)')
  const isForced = useMedia('(forced-colors: active)')
  const shown = isForced
    ? isDark
      ? 'dark'
      : 'high-contrast'
    : shownTheme(theme, isDark, wantsContrast)
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown
  }, [shown])
}

function shownTheme(
  theme: Theme,
  isDark: boolean,
  wantsContrast: boolean,
): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme
  if (wantsContrast) return 'high-contrast'
  return isDark ? 'dark' : 'light'
}
