import { runCommand } from '../../commands/commands'
import { usePressed } from '../../controls/use-pressed'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { isReadOnly, selectedSpan } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { usePane } from '../../state/use-pane'
import { typeHelp } from '../../values/type-help'
import { typeColours } from '../../values/type-colours'
import { KeyOf } from './key-of'
import styles from './reader.module.css'
import { useAtWords } from './use-at-words'

const noTypes: readonly AnnotationType[] = []
/** More than these would hide the text; the list of types has them all. */
const mostButtons = 9

/** Floats at the selected words: one button a type, with its key. */
export function TagToolbar() {
  const start = usePane(state => selectedSpan(state)?.start)
  const end = usePane(state => selectedSpan(state)?.end)
  const cannotWrite = useWorkbench(isReadOnly)
  const isBusy = usePane(state => state.moving !== undefined || state.isPickingType)
  const pressed = usePressed()
  // While the mouse still drags, the toolbar would be in its way.
  const isPressing = pressed !== undefined && pressed.closest('[role="toolbar"]') === null
  if (start === undefined || end === undefined || cannotWrite || isBusy || isPressing) return null
  return <Toolbar start={start} end={end} />
}

function Toolbar({ start, end }: { readonly start: number; readonly end: number }) {
  const types = useWorkbench(state => state.project?.codebook.types ?? noTypes)
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
      {types.slice(0, mostButtons).map(type => (
        <button
          key={type.key}
          type="button"
          className={styles['tag']}
          data-typed=""
          style={typeColours(type)}
          title={typeHelp(type)}
          onClick={() => runCommand(`tag-${type.key}`)}
        >
          {type.label} <KeyOf command={`tag-${type.key}`} />
        </button>
      ))}
      {types.length > mostButtons && (
        <button
          type="button"
          className={styles['moreTags']}
          onClick={() => runCommand('pick-type')}
        >
          All types <KeyOf command="pick-type" />
        </button>
      )}
    </div>
  )
}
