import { useEffect, useState } from 'react'
import { readCodebookUses } from '../../state/codebook-editing'
import type { PartUses } from './part-in-use'

/** How often each part is used, once that is known. Read when the editor opens: nothing changes while it is open. */
export function useCodebookUses(): PartUses | undefined {
  const [uses, setUses] = useState<PartUses>()
  useEffect(() => {
    let isWanted = true
    void readCodebookUses().then(read => {
      if (isWanted) setUses(read)
    })
    return () => {
      isWanted = false
    }
  }, [])
  return uses
}
