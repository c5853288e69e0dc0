import { typeOf } from '../../../shared/codebook/codebook'
import { KeyCap } from '../../controls/key-cap'
import { leaveLinking } from '../../state/relating'
import { codebookOf } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { firstWords } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import styles from './bars.module.css'

/** Says, as long as it is so, that a link was begun, and where, also in another article. A press leaves it. */
export function BegunLink() {
  const linking = useWorkbench(state => state.linking)
  const codebook = useWorkbench(codebookOf)
  if (linking === undefined) return null
  return (
    <button
      type="button"
      className={`${styles['armed'] ?? ''} ${styles['begun'] ?? ''}`}
      data-typed=""
      style={typeColours(codebook && typeOf(codebook, linking.type))}
      title={`A link begins at “${firstWords(linking.words)}”: leave it`}
      onClick={leaveLinking}
    >
      <span dir="auto">Link from “{firstWords(linking.words, 20)}”</span> <KeyCap>Esc</KeyCap>
    </button>
  )
}
