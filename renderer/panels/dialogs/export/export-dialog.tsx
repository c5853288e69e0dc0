import { useState } from 'react'
import type { ExportFormatInfo } from '../../../../shared/ipc/export-calls'
import { Button } from '../../../controls/button'
import { Modal, ModalActions } from '../../../controls/modal'
import { exportDataset, rememberedExportForm, useExportFormats } from '../../../state/exporting'
import { closeDialog } from '../../../state/notices'
import { useWorkbench } from '../../../state/store'
import type { ExportForm, ExportGround } from '../../../values/export-form'
import { isDone } from '../../../values/article-done'
import { wishOf } from '../../../values/export-form'
import { ExportArticles } from './export-articles'
import { ExportContents } from './export-contents'
import { ExportFormats } from './export-formats'
import { ExportPreview } from './export-preview'
import { ExportSplit } from './export-split'
import styles from './export.module.css'

/** Which dataset is written: format, articles, what of them; beside it the first records and what is lost. */
export function ExportDialog() {
  const formats = useExportFormats()
  const [form, setForm] = useState(rememberedExportForm)
  const chosen = formats.find(({ name }) => name === form.format) ?? formats[0]
  return (
    <Modal title="Export" isBroad onClose={closeDialog}>
      {chosen !== undefined && (
        <ExportFields
          formats={formats}
          format={chosen}
          form={form}
          onChange={changed => {
            setForm({ ...form, ...changed })
          }}
        />
      )}
    </Modal>
  )
}

function ExportFields({
  formats,
  format,
  form,
  onChange,
}: {
  readonly formats: readonly ExportFormatInfo[]
  readonly format: ExportFormatInfo
  readonly form: ExportForm
  readonly onChange: (changed: Partial<ExportForm>) => void
}) {
  const asked = wishOf(form, useGround(format))
  const submit = (): void => {
    if (asked.fault !== undefined) return
    closeDialog()
    void exportDataset(asked.wish, form)
  }
  return (
    <form
      className={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          <ExportFormats
            formats={formats}
            value={format}
            onChange={name => {
              onChange({ format: name })
            }}
          />
          <ExportArticles form={form} onChange={onChange} />
          <ExportContents format={format} form={form} onChange={onChange} />
          <ExportSplit form={form} onChange={onChange} />
        </div>
        <ExportPreview wish={asked.wish} fault={asked.fault} />
      </div>
      <ModalActions>
        <Button tone="quiet" onClick={closeDialog}>
          Cancel
        </Button>
        <Button tone="primary" type="submit" disabled={asked.fault !== undefined}>
          Choose a folder…
        </Button>
      </ModalActions>
    </form>
  )
}

function useGround(format: ExportFormatInfo): ExportGround {
  const project = useWorkbench(state => state.project)
  const summaries = useWorkbench(state => state.summaries)
  const openArticle = useWorkbench(state => state.article?.article.id)
  return {
    format,
    types: project?.codebook.types.map(({ key }) => key) ?? [],
    annotators: [...(project?.annotators.keys() ?? [])],
    articles: summaries
      .filter(({ removedAt }) => removedAt === undefined)
      .map(summary => ({ id: summary.id, isDone: isDone(summary) })),
    openArticle,
  }
}
