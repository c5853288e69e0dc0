import { Button } from '../../controls/button'
import { cancelImport } from '../../state/exchanging'
import { useWorkbench } from '../../state/store'
import { writeCount } from '../../values/count-text'
import { timeLeft } from '../../values/time-left'
import styles from './bars.module.css'

/** How far the import is, and a way to end it: what is complete stays. */
export function ImportProgress() {
  const importing = useWorkbench(state => state.importing)
  if (importing === undefined) return null
  const { done, total, name, secondsLeft } = importing
  return (
    <div className={styles['notice']} role="status" aria-label="Import">
      <div className={styles['progress']}>
        <p>
          Importing {writeCount(done)}
          {total === undefined ? ' so far' : ` of ${writeCount(total)}`}
          {secondsLeft !== undefined && `, ${timeLeft(secondsLeft)}`}
        </p>
        <progress
          className={styles['progressBar']}
          {...(total === undefined ? {} : { value: done, max: total })}
          aria-label={name}
        />
        <p className={styles['progressName']}>{name}</p>
      </div>
      <Button onClick={cancelImport}>Cancel</Button>
    </div>
  )
}
