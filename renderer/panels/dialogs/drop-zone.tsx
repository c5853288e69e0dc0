import { useEffect, useState } from 'react'
import { importDropped } from '../../state/exchanging'
import { useWorkbench } from '../../state/store'
import styles from './dialogs.module.css'

/** Files may be dropped anywhere on the window; text that is dragged about is not for it. */
export function DropZone() {
  const isOpen = useWorkbench(state => state.opened !== undefined)
  const [isOver, setOver] = useState(false)
  useEffect(() => listenToDrops(setOver), [])
  if (!isOver) return null
  return <div className={styles['drop']}>{isOpen ? 'Drop to import' : 'Open a project first'}</div>
}

/**
 * In the capture phase, before the text view cancels every drop. Leaving is known by the pointer going
 * to nothing: `dragleave` also comes for every element that is crossed.
 */
function listenToDrops(setOver: (isOver: boolean) => void): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false)
  }
  const drop = (event: DragEvent): void => {
    setOver(false)
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.stopPropagation()
    void importDropped([...event.dataTransfer.files])
  }
  window.addEventListener('dragover', over, true)
  window.addEventListener('dragleave', leave, true)
  window.addEventListener('drop', drop, true)
  return () => {
    window.removeEventListener('dragover', over, true)
    window.removeEventListener('dragleave', leave, true)
    window.removeEventListener('drop', drop, true)
  }
}
