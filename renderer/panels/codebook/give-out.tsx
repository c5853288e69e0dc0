import { useState } from 'react'
import type { Codebook } from '../../../shared/codebook/codebook'
import { Button } from '../../controls/button'
import { exportCodebook } from '../../state/codebook-editing'
import styles from './codebook.module.css'

/** Save the codebook as a file that another project can take in. */
export function GiveOut({
  draft,
  isFaulty,
}: {
  readonly draft: Codebook
  readonly isFaulty: boolean
}) {
  const [file, setFile] = useState<string>()
  return (
    <div className={styles['takeIn']}>
      <Button
        disabled={isFaulty}
        onClick={() => {
          void exportCodebook(draft).then(setFile)
        }}
      >
        Save as a file…
      </Button>
      <p role="status" className={styles['help']}>
        {file === undefined ? 'For another project: as it is shown here.' : `Written to ${file}.`}
      </p>
    </div>
  )
}
