import { useState } from 'react'
import type { ArticleId } from '../../../../shared/article/article'
import type { EncodingsOfArticle } from '../../../../shared/ipc/import-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { readInEncoding } from '../../../state/encodings'
import { closeDialog } from '../../../state/notices'
import { readAnewIn } from '../../../state/versions'
import { EncodingChoices } from './encoding-choices'
import styles from './encoding.module.css'

/** Read an article in another encoding: how its text begins in each, and what will become of the article. */
export function EncodingDialog({
  article,
  encodings,
}: {
  readonly article: ArticleId
  readonly encodings: EncodingsOfArticle
}) {
  const [chosen, setChosen] = useState(encodings.current)
  return (
    <Modal title="Read in another encoding" isWide onClose={closeDialog}>
      <form
        onSubmit={event => {
          event.preventDefault()
          closeDialog()
          void (encodings.isAnnotated ? readAnewIn : readInEncoding)(article, chosen)
        }}
      >
        <p className={styles['about']}>
          Choose the one in which the letters look right.{' '}
          {encodings.isAnnotated
            ? 'This article has annotations: you see first which of them are found in the text read so. Then it takes the place of this one, or becomes a new article beside it.'
            : 'The article is read anew and takes the place of this one, which goes into the bin.'}
        </p>
        <div className={styles['shown']}>
          <EncodingChoices
            label="Encodings"
            encodings={encodings}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
        <ModalActions>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button tone="primary" type="submit" disabled={chosen === encodings.current}>
            Read it so
          </Button>
        </ModalActions>
      </form>
    </Modal>
  )
}
