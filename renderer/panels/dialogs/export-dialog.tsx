import { useState } from 'react'
import { exportFormats } from '../../../shared/formats/formats'
import type { OffsetUnit } from '../../../shared/formats/format'
import { Button } from '../../controls/button'
import { Modal, ModalActions } from '../../controls/modal'
import { exportDataset } from '../../state/exchanging'
import { closeDialog } from '../../state/notices'
import { useWorkbench } from '../../state/store'
import styles from './dialogs.module.css'
import { Choices } from './choices'

const units: readonly {
  readonly key: OffsetUnit
  readonly label: string
  readonly help: string
}[] = [
  { key: 'codepoint', label: 'Characters as Python counts them', help: 'An emoji counts as one.' },
  {
    key: 'utf16',
    label: 'Characters as JavaScript and Java count them',
    help: 'An emoji counts as two.',
  },
]

/** Which dataset is written: format, articles, types and how places in the text are counted. */
export function ExportDialog() {
  const codebook = useWorkbench(state => state.project?.codebook)
  const article = useWorkbench(state => state.article?.article.id)
  const [format, setFormat] = useState(exportFormats[0]?.name ?? '')
  const [scope, setScope] = useState<'all' | 'this'>('all')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = exportFormats.find(({ name }) => name === format)
  const [unit, setUnit] = useState<OffsetUnit>()
  const types = codebook?.types ?? []
  const kept = types.filter(({ key }) => !left.has(key)).map(({ key }) => key)

  const submit = (): void => {
    closeDialog()
    void exportDataset({
      format,
      ...(scope === 'this' && article !== undefined ? { articles: [article] } : {}),
      ...(left.size === 0 ? {} : { types: kept }),
      ...(chosen?.offsetUnit === undefined ? {} : { offsets: unit ?? chosen.offsetUnit }),
    })
  }

  return (
    <Modal title="Export" onClose={closeDialog}>
      <form
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Choices
          legend="Format"
          value={format}
          options={exportFormats.map(({ name, label, description }) => ({
            key: name,
            label,
            help: description,
          }))}
          onChange={setFormat}
        />
        <Choices
          legend="Articles"
          value={scope}
          options={[
            { key: 'all', label: 'All articles' },
            ...(article === undefined
              ? []
              : [{ key: 'this' as const, label: 'Only this article' }]),
          ]}
          onChange={setScope}
        />
        <fieldset className={styles['fieldset']}>
          <legend className={styles['legend']}>Types</legend>
          {types.map(({ key, label }) => (
            <label key={key} className={styles['option']}>
              <input
                type="checkbox"
                checked={!left.has(key)}
                onChange={() => {
                  setLeft(toggled(left, key))
                }}
              />
              {label}
            </label>
          ))}
        </fieldset>
        {chosen?.offsetUnit !== undefined && (
          <Choices
            legend="Places in the text"
            value={unit ?? chosen.offsetUnit}
            options={units}
            onChange={setUnit}
          />
        )}
        <ModalActions>
          <Button tone="quiet" onClick={closeDialog}>
            Cancel
          </Button>
          <Button tone="primary" type="submit" disabled={types.length > 0 && kept.length === 0}>
            Choose a folder…
          </Button>
        </ModalActions>
      </form>
    </Modal>
  )
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
