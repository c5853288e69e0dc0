import { useState } from 'react'
import type { ExportWish } from '../../../../shared/formats/export-wish'
import { useExportPreview } from '../../../state/exporting'
import { countOf } from '../../../values/count-text'
import styles from './export.module.css'

/** What comes out: what is lost in plain sentences, and the first records of each file. */
export function ExportPreview({
  wish,
  fault,
}: {
  readonly wish: ExportWish | undefined
  readonly fault: string | undefined
}) {
  const preview = useExportPreview(wish)
  const [shown, setShown] = useState(0)
  if (fault !== undefined) return <aside className={styles['preview']}>{fault}</aside>
  if (preview === undefined)
    return (
      <aside className={styles['preview']} aria-busy>
        Looking at the articles…
      </aside>
    )
  if (!preview.ok) return <aside className={styles['preview']}>{preview.error.message}</aside>
  const { files, losses, articles, annotations, isComplete } = preview.value
  const file = files[shown] ?? files[0]
  return (
    <aside className={styles['preview']} aria-label="Preview">
      <p className={styles['sum']}>
        {countOf(articles, 'article')} with {countOf(annotations, 'annotation')}
        {isComplete ? '' : ' looked at so far; there are more'}
      </p>
      <Losses losses={losses} />
      {file !== undefined && (
        <>
          <div className={styles['files']} role="group" aria-label="Files">
            {files.map(({ name }, index) => (
              <button
                key={name}
                type="button"
                aria-pressed={files[index] === file}
                onClick={() => {
                  setShown(index)
                }}
              >
                {name}
              </button>
            ))}
          </div>
          <pre
            className={styles['records']}
            tabIndex={0}
            aria-label={`Beginning of ${file.name}`}
            dir="auto"
          >
            {file.text === '' ? 'This file holds bytes, not text.' : file.text}
          </pre>
        </>
      )}
    </aside>
  )
}

function Losses({ losses }: { readonly losses: readonly string[] }) {
  if (losses.length === 0)
    return <p className={styles['nothingLost']}>This format carries everything there is.</p>
  return (
    <section aria-label="What this format cannot carry">
      <h3 className={styles['legend']}>What this format cannot carry</h3>
      <ul className={styles['losses']}>
        {losses.map(loss => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </section>
  )
}
