import { useState } from 'react'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { importAnnotated } from '../../state/exchanging'
import { useExportFormats } from '../../state/exporting'
import { closeDialog } from '../../state/notices'
import { Choices } from './choices'
import styles from './dialogs.module.css'

/** Which kind of dataset comes in, and whether it is one file or a folder. */
export function ImportAnnotatedDialog() {
  const formats = useExportFormats().filter(({ canImport }) => canImport)
  const [format, setFormat] = useState('jsonl')
  const choose = (from: 'file' | 'folder'): void => {
    closeDialog()
    void importAnnotated(format, from)
  }
  return (
    <Modal title="Import an annotated dataset" onClose={closeDialog}>
      <p className={styles['sum']}>
        Articles come in with their annotations. What does not stand in the text where the dataset
        says is listed and left out.
      </p>
      <Choices
        legend="Format"
        value={format}
        options={formats.map(({ name, label }) => ({ key: name, label }))}
        onChange={setFormat}
      />
      <ModalActions>
        <Button tone="quiet" onClick={closeDialog}>
          Cancel
        </Button>
        <Button
          onClick={() => {
            choose('folder')
          }}
        >
          Choose a folder…
        </Button>
        <Button
          tone="primary"
          onClick={() => {
            choose('file')
          }}
        >
          Choose a file…
        </Button>
      </ModalActions>
    </Modal>
  )
}
