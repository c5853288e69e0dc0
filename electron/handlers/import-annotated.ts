import type { AnnotatedImportReport } from '../../shared/ipc/import-calls'
import { itemInWords } from '../../shared/formats/dataset/import-item'
import { importFormats } from '../../shared/formats/formats'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import type { DatasetSetting } from '../import/import-dataset'
import { importDataset } from '../import/import-dataset'
import type { ProjectStore } from '../store/project-store'

/** Sentences that the window lists; the command line prints all of them. */
const shownItems = 500

/** Import an annotated dataset of this format into the project, and say what did not come in as it stood. */
export async function importAnnotated(
  store: ProjectStore,
  format: string,
  file: string,
  setting: DatasetSetting,
): Promise<Result<AnnotatedImportReport>> {
  const chosen = importFormats.find(({ name }) => name === format)
  if (chosen === undefined)
    return fail('unknown-format', `Datasets of the format “${format}” cannot be imported.`)
  const imported = await importDataset(store, file, chosen, setting)
  if (!imported.ok) return imported
  const { created, merged, refused, items } = imported.value
  return succeed({
    created,
    merged,
    refused,
    unplaced: items.filter(({ kind, annotation }) => kind === 'refused' && annotation !== undefined)
      .length,
    items: items.slice(0, shownItems).map(item => ({
      kind: item.kind,
      message: `${item.line === undefined ? '' : `Article ${item.line}: `}${itemInWords(item)}`,
    })),
    moreItems: Math.max(0, items.length - shownItems),
  })
}
