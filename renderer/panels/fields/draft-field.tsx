import { TextField } from '../../controls/text-field'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { useDraft } from '../../state/use-draft'

/** One line of the project to type into: saved when the field is left, or by Enter. */
export function DraftField({
  field,
  label,
  saved,
  help,
  save,
}: {
  /** Its name in the window, with the id of what it is of: what is typed and not saved yet is kept under it. */
  readonly field: string
  readonly label: string
  readonly saved: string
  readonly help?: string | undefined
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
