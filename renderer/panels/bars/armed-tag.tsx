import { useWorkbench } from '../../state/store'
import { armedType, disarmTag } from '../../state/tagging'
import { KeyCap } from '../../controls/key-cap'
import { typeColours } from '../../values/type-colours'
import styles from './bars.module.css'

/** Says, as long as it is so, that every selection is tagged at once, and as what. A press ends it. */
export function ArmedTag() {
  const type = useWorkbench(armedType)
  if (type === undefined) return null
  return (
    <button
      type="button"
      className={styles['armed']}
      data-typed=""
      style={typeColours(type)}
      title="Every selection is tagged at once: stop"
      onClick={disarmTag}
    >
      Every selection: {type.label.toLowerCase()} <KeyCap>Esc</KeyCap>
    </button>
  )
}
