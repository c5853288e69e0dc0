import { useState } from 'react'
import { encodingLabel } from '../../../../shared/article/encodings'
import type { EncodingsOfArticle } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import styles from './encoding.module.css'

/** Encodings that are shown at first. */
const likeliest = 4

/** How a text begins in the likeliest encodings, side by side; one is chosen. */
export function EncodingChoices({
  label,
  encodings: { choices },
  chosen,
  isDisabled = false,
  onChoose,
}: {
  /** Names the group: which article it is about. */
  readonly label: string
  readonly encodings: EncodingsOfArticle
  readonly chosen: string
  readonly isDisabled?: boolean
  readonly onChoose: (encoding: string) => void
}) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? choices : choices.slice(0, likeliest)
  return (
    <div>
      <div className={styles['choices']} role="radiogroup" aria-label={label}>
        {shown.map(({ encoding, preview }) => (
          <label key={encoding} className={styles['choice']}>
            <span className={styles['name']}>
              <input
                type="radio"
                name={label}
                checked={encoding === chosen}
                disabled={isDisabled}
                onChange={() => {
                  onChoose(encoding)
                }}
              />
              {encodingLabel(encoding)}
            </span>
            <bdi className={styles['preview']} dir="auto">
              {preview}
            </bdi>
          </label>
        ))}
      </div>
      {choices.length > likeliest && !isWhole && (
        <Button
          tone="quiet"
          onClick={() => {
            setWhole(true)
          }}
        >
          Show {choices.length - likeliest} more
        </Button>
      )}
    </div>
  )
}
