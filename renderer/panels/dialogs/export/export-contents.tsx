import { metadataFields } from '../../../../shared/article/article'
import { fieldsOf } from '../../../../shared/codebook/codebook'
import type { OffsetUnit } from '../../../../shared/formats/format'
import type { ExportFormatInfo } from '../../../../shared/ipc/export-calls'
import { useWorkbench } from '../../../state/store'
import type { ExportForm } from '../../../values/export-form'
import { Choices } from '../choices'
import { Tick, TickList } from './tick-list'
import styles from './export.module.css'

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

type Props = {
  readonly format: ExportFormatInfo
  readonly form: ExportForm
  readonly onChange: (changed: Partial<ExportForm>) => void
}

/** What of the articles is written: types, whose work, how places are counted, and what stays at home. */
export function ExportContents({ format, form, onChange }: Props) {
  const project = useWorkbench(state => state.project)
  const types = project?.codebook.types ?? []
  const annotators = [...(project?.annotators.values() ?? [])]
  return (
    <>
      <TickList
        legend="Types"
        options={types.map(({ key, label }) => ({ key, label }))}
        ticked={without(types, form.types)}
        onChange={ticked => {
          onChange({ types: without(types, ticked) })
        }}
      />
      {annotators.length > 1 && (
        <TickList
          legend="Annotators"
          options={annotators.map(({ id, name }) => ({ key: id, label: name }))}
          ticked={without(annotators, form.annotators)}
          onChange={ticked => {
            onChange({ annotators: without(annotators, ticked) })
          }}
        />
      )}
      {format.hasOffsetChoice && (
        <Choices
          legend="Places in the text"
          value={form.offsets ?? format.offsetUnit ?? 'codepoint'}
          options={units}
          onChange={offsets => {
            onChange({ offsets })
          }}
        />
      )}
      <Protection format={format} form={form} onChange={onChange} />
      {format.hasSpreadsheetOption && (
        <Tick
          label="For spreadsheets"
          help="Cells that a spreadsheet would run as a formula get an apostrophe: this changes data."
          isTicked={form.spreadsheets}
          onChange={spreadsheets => {
            onChange({ spreadsheets })
          }}
        />
      )}
    </>
  )
}

/** What stays at home so that sources are protected. */
function Protection({ format, form, onChange }: Props) {
  const own = fieldsOf(useWorkbench(state => state.project?.codebook))
  return (
    <details className={styles['details']}>
      <summary>Protect sources</summary>
      <Tick
        label="Pseudonyms instead of names"
        help="The key is written to a file beside the export. Names inside the text and in notes stay."
        isTicked={form.pseudonyms}
        onChange={pseudonyms => {
          onChange({ pseudonyms })
        }}
      />
      {format.canOmitText && (
        <Tick
          label="Leave the articles’ text out"
          help="The words of annotations stay."
          isTicked={!form.withText}
          onChange={isLeftOut => {
            onChange({ withText: !isLeftOut })
          }}
        />
      )}
      <TickList
        legend="Details left out"
        options={[
          ...metadataFields.map(field => ({ key: field, label: fieldLabel(field) })),
          ...own.map(({ key, label }) => ({ key, label })),
        ]}
        ticked={form.withoutMetadata}
        onChange={withoutMetadata => {
          onChange({ withoutMetadata })
        }}
      />
    </details>
  )
}

const fieldLabel = (field: string): string =>
  field === 'url' ? 'URL' : `${field.charAt(0).toUpperCase()}${field.slice(1)}`

/** Keys of `all` that `some` does not have. */
function without(
  all: readonly ({ readonly key: string } | { readonly id: string })[],
  some: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    all.map(value => ('key' in value ? value.key : value.id)).filter(key => !some.has(key)),
  )
}
