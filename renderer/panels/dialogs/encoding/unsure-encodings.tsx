import { useEffect, useState } from 'react'
import type { ArticleId } from '../../../../shared/article/article'
import { encodingLabel } from '../../../../shared/article/encodings'
import type { EncodingsOfArticle, WindowImportReport } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import { encodingsOf, readInEncoding } from '../../../state/encodings'
import { store } from '../../../state/store'
import { EncodingChoices } from './encoding-choices'
import styles from '../dialogs.module.css'

/** So many show how they read at once; the others when they are asked. */
const shownAtOnce = 3

/** What came in with an encoding that was guessed from little: how each reads in others, to choose by looking. */
export function UnsureEncodings({
  imported,
}: {
  readonly imported: WindowImportReport['imported']
}) {
  // Once: an article that is read anew goes into the bin, and what comes of it keeps its place here.
  const [unsure] = useState(() => imported.filter(isToBeLookedAt))
  if (unsure.length === 0) return null
  return (
    <section className={styles['list']} aria-label="Letters to look at">
      <h3 className={styles['groupTitle']}>Letters to look at</h3>
      <p className={styles['remark']}>
        What these files are written in is not certain. Choose the one that reads right.
      </p>
      <ul>
        {unsure.map(({ article, title }, index) => (
          <UnsureItem key={article} article={article} name={title} isOpen={index < shownAtOnce} />
        ))}
      </ul>
    </section>
  )
}

function isToBeLookedAt({
  article,
  isEncodingUnsure,
}: WindowImportReport['imported'][number]): boolean {
  const { project } = store.getState()
  return isEncodingUnsure === true && project?.edits.get(article)?.removedAt === undefined
}

function UnsureItem({
  article: first,
  name,
  isOpen,
}: {
  readonly article: ArticleId
  /** Of the article, in the letters that may be wrong. */
  readonly name: string
  readonly isOpen: boolean
}) {
  const [article, setArticle] = useState(first)
  const [isShown, setShown] = useState(isOpen)
  const [encodings, setEncodings] = useState<EncodingsOfArticle>()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState('')
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    if (!isShown) return
    void encodingsOf(first).then(found => {
      setEncodings(found)
      setCurrent(found?.current ?? '')
      setChosen(found?.current ?? '')
    })
  }, [isShown, first])
  const readSo = async (): Promise<void> => {
    setBusy(true)
    const read = await readInEncoding(article, chosen)
    setBusy(false)
    if (read === undefined) return
    setArticle(read)
    setCurrent(chosen)
  }
  return (
    <li className={styles['item']} aria-label={name}>
      <p className={styles['itemTitle']}>{name}</p>
      {encodings === undefined && !isShown && (
        <Button
          tone="quiet"
          onClick={() => {
            setShown(true)
          }}
        >
          Show how it reads in other encodings
        </Button>
      )}
      {encodings !== undefined && (
        <>
          <EncodingChoices
            label={`Encodings of ${name}`}
            encodings={encodings}
            chosen={chosen}
            onChoose={setChosen}
          />
          {chosen !== current && (
            <Button disabled={isBusy} onClick={() => void readSo()}>
              Read it so
            </Button>
          )}
          {current !== encodings.current && (
            <p className={styles['remark']} role="status">
              Read as {encodingLabel(current)}.
            </p>
          )}
        </>
      )}
    </li>
  )
}
