import { useWorkbench } from '../../../state/store'
import { writeCount } from '../../../values/count-text'
import styles from './upkeep.module.css'

/** How far a check or a comparison is. */
export function UpkeepProgress({ doing }: { readonly doing: string }) {
  const upkeep = useWorkbench(state => state.upkeep)
  const counted = upkeep !== undefined && 'total' in upkeep ? upkeep : undefined
  return (
    <div role="status" className={styles['progress']}>
      <p>
        {doing}
        {counted !== undefined && `: ${writeCount(counted.done)} of ${writeCount(counted.total)}`}
      </p>
      <progress
        className={styles['bar']}
        aria-label={doing}
        {...(counted === undefined ? {} : { value: counted.done, max: counted.total })}
      />
    </div>
  )
}
