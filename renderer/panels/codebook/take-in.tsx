import { useRef, useState } from 'react'
import type { Codebook } from '../../../shared/codebook/codebook'
import type { OwnerOfKey } from '../../../shared/codebook/codebook-faults'
import { Button } from '../../controls/button'
import { countOf } from '../../values/count-text'
import { takenIn } from '../../values/taken-in-codebook'
import styles from './codebook.module.css'

/** Take in what the codebook of another project has beyond this one. */
export function TakeIn({
  draft,
  ownerOfKey,
  onChange,
}: {
  readonly draft: Codebook
  readonly ownerOfKey: OwnerOfKey
  readonly onChange: (draft: Codebook) => void
}) {
  const file = useRef<HTMLInputElement>(null)
  const [answer, setAnswer] = useState<{ readonly isFault: boolean; readonly text: string }>()
  const take = (text: string): void => {
    const taken = takenIn(draft, text, ownerOfKey)
    if (!taken.ok) {
      setAnswer({ isFault: true, text: taken.error.message })
      return
    }
    const added = taken.value.types.length - draft.types.length
    setAnswer({ isFault: false, text: `${countOf(added, 'type')} added.` })
    onChange(taken.value)
  }
  return (
    <div className={styles['takeIn']}>
      <input
        ref={file}
        type="file"
        accept=".json"
        aria-label="File of the other codebook"
        hidden
        onChange={event => {
          const [chosen] = event.target.files ?? []
          void chosen?.text().then(take)
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <Button onClick={() => file.current?.click()}>Take in another…</Button>
      <p role="status" className={answer?.isFault === true ? styles['message'] : styles['help']}>
        {answer?.text ?? 'The codebook.json of another project: what it has beyond this one.'}
      </p>
    </div>
  )
}
