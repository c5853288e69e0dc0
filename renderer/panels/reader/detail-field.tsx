import type { MetadataValue, ValueOrigin } from '../../../shared/article/article'
import { TextField } from '../../controls/text-field'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { useDraft } from '../../state/use-draft'

/** One detail of an article to type into: saved when the field is left, or by Enter. */
export function DetailField({
  field,
  label,
  saved,
  help,
  save,
}: {
  /** Its name in the window, with the article’s id: what is typed and not saved yet is kept under it. */
  readonly field: string
  readonly label: string
  readonly saved: string
  readonly help: string | undefined
  /** Makes the edit, or says why not. */
  readonly save: (text: string) => string | undefined
}) {
  const draft = useDraft({ field, saved, save })
  const cannotWrite = useWorkbench(isReadOnly)
  return (
    <TextField
      label={label}
      value={draft.text}
      onChange={draft.setText}
      message={draft.message}
      help={help}
      readOnly={cannotWrite}
      onBlur={() => draft.finish()}
      onKeyDown={event => {
        if (event.key === 'Enter') draft.finish()
      }}
    />
  )
}

const origins: Readonly<Record<ValueOrigin, string>> = {
  text: 'From the text',
  'file-name': 'From the name of the file',
  'html-meta': 'From the page’s own details',
  'json-ld': 'From the page’s own details',
  heading: 'From the heading',
  'document-properties': 'From the properties of the document',
  'mail-headers': 'From the head of the mail',
  column: 'From a column of the table',
  dataset: 'From the dataset',
  person: 'Written by hand',
}

/** Where something came from, in words; nothing where that was not kept. */
export function placeOf(from: ValueOrigin | undefined): string | undefined {
  return from === undefined ? undefined : origins[from]
}

/** Where a value came from, with the words it was read from. */
export function originOf(entry: MetadataValue | undefined): string | undefined {
  if (entry === undefined) return undefined
  const words = origins[entry.from]
  return entry.found === undefined ? words : `${words}: “${entry.found.trim()}”`
}
