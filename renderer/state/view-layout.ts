import { useSyncExternalStore } from 'react'
import { listenToView, viewVersion } from './view'

/** Goes up whenever places of the text on screen may have changed: measure again then. */
export function useViewVersion(): number {
  return useSyncExternalStore(listenToView, viewVersion)
}
