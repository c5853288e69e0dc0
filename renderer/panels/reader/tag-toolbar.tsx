import { useSyncExternalStore } from 'react'
import { runCommand } from '../../commands/commands'
import { KeyCap } from '../../controls/key-cap'
import { isReadOnly, selectedSpan } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { typeColours } from '../../values/type-colours'
import styles from './reader.module.css'
import { useAtWords } from './use-at-words'

/** Floats at the selected words: one button a type, with its key. */
export function TagToolbar() {
  const start = useWorkbench(state => selectedSpan(state)?.start)
  const end = useWorkbench(state => selectedSpan(state)?.end)
  const cannotWrite = useWorkbench(isReadOnly)
  const isMoving = useWorkbench(state => state.moving !== undefined)
  const isPressed = useSyncExternalStore(listenToPointer, () => isPointerDown)
  if (start === undefined || end === undefined || cannotWrite || isMoving || isPressed) return null
  return <Toolbar start={start} end={end} />
}

function Toolbar({ start, end }: { readonly start: number; readonly end: number }) {
  const codebook = useWorkbench(state => state.project?.codebook)
  const { setFloating, style } = useAtWords({ start, end }, 'top')
  return (
    <div
      ref={setFloating}
      role="toolbar"
      aria-label="Tag the selection"
      className={styles['toolbar']}
      style={style}
      // The selection stays where it is.
      onMouseDown={event => {
        event.preventDefault()
      }}
    >
      {codebook?.types.map(type => (
        <button
          key={type.key}
          type="button"
          className={styles['tag']}
          data-typed=""
          style={typeColours(type)}
          title={type.description}
          onClick={() => runCommand(`tag-${type.key}`)}
        >
          {type.label} {type.shortcut !== undefined && <KeyCap>{type.shortcut}</KeyCap>}
        </button>
      ))}
    </div>
  )
}

let isPointerDown = false

/** While the mouse still drags, the toolbar would be in its way. */
function listenToPointer(listener: () => void): () => void {
  const down = (event: PointerEvent): void => {
    const isOnToolbar = event.target instanceof Element && event.target.closest('[role="toolbar"]')
    if (isOnToolbar) return
    isPointerDown = true
    listener()
  }
  const up = (): void => {
    isPointerDown = false
    listener()
  }
  window.addEventListener('pointerdown', down, true)
  window.addEventListener('pointerup', up, true)
  window.addEventListener('pointercancel', up, true)
  window.addEventListener('dragend', up, true)
  return () => {
    window.removeEventListener('pointerdown', down, true)
    window.removeEventListener('pointerup', up, true)
    window.removeEventListener('pointercancel', up, true)
    window.removeEventListener('dragend', up, true)
  }
}
