import { useEffect, useState } from 'react'
import type { ExportWish } from '../../shared/formats/export-wish'
import type { CallOutput } from '../../shared/ipc/contract'
import type { ExportFormatInfo } from '../../shared/ipc/export-calls'
import type { ExportForm } from '../values/export-form'
import { emptyExportForm } from '../values/export-form'
import { call } from '../workbench-api'
import { notify, notifyFailure, showDialog } from './notices'
import { withProgress } from './progress'
import { settleSaving } from './saving'
import { store } from './store'

let formats: readonly ExportFormatInfo[] = []
let remembered = emptyExportForm

/** What the last export asked for: the next one starts from there, with all articles and all types. */
export function rememberedExportForm(): ExportForm {
  const { scope, articles, types, annotators } = emptyExportForm
  return { ...remembered, scope, articles, types, annotators }
}

/** Every format in the order they are offered; empty for the moment until main has answered. */
export function useExportFormats(): readonly ExportFormatInfo[] {
  const [known, setKnown] = useState(formats)
  useEffect(() => {
    if (formats.length > 0) return
    void call('exportFormats', {}).then(answer => {
      formats = answer.formats
      setKnown(formats)
    })
  }, [])
  return known
}

/** Typing in the dialog comes to rest for this long before the articles are looked at, in milliseconds. */
const restMs = 250

/** What an export of this wish would write and lose; `undefined` while it is found out. */
export function useExportPreview(
  wish: ExportWish | undefined,
): CallOutput<'previewExport'> | undefined {
  const [answer, setAnswer] = useState<{
    readonly key: string
    readonly preview: CallOutput<'previewExport'>
  }>()
  const key = wish === undefined ? undefined : JSON.stringify(wish)
  useEffect(() => {
    const { opened } = store.getState()
    if (key === undefined || opened === undefined) return
    let isCurrent = true
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as ExportWish
      void settleSaving()
        .then(() => call('previewExport', { project: opened.project, wish: asked }))
        .then(preview => {
          if (isCurrent) setAnswer({ key, preview })
        })
    }, restMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key])
  return answer !== undefined && answer.key === key ? answer.preview : undefined
}

/** Export what is written so far; every edit is written first. */
export async function exportDataset(wish: ExportWish, form: ExportForm): Promise<void> {
  const { opened } = store.getState()
  if (opened === undefined) return
  remembered = form
  if (!(await settleSaving())) {
    notify(
      'The last edits are not written yet, so nothing was exported. Try again when it says Saved.',
      'problem',
    )
    return
  }
  const asked = call('exportDataset', { project: opened.project, wish })
  const answer = await withProgress('exporting', asked)
  if (!answer.ok) notifyFailure(answer.error)
  else showDialog({ kind: 'export-report', report: answer.value })
}

/** Stop the export that is running: what was there before stays. */
export function cancelExport(): void {
  void call('cancelExport', {})
}
