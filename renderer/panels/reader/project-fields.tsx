import { Settings2 } from 'lucide-react'
import type { ArticleId, Metadata } from '../../../shared/article/article'
import {
  faultOfFieldValue,
  readFieldValue,
  writeFieldValue,
} from '../../../shared/article/field-value'
import type { ArticleField } from '../../../shared/codebook/codebook'
import { fieldsOf } from '../../../shared/codebook/codebook'
import { Button } from '../../controls/button'
import { SelectField } from '../../controls/select-field'
import { setDetail } from '../../state/articles'
import { showDialog } from '../../state/notices'
import { codebookOf, isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { unknownDetails } from '../../values/article-details'
import { DraftField } from '../fields/draft-field'
import { originOf } from './detail-origin'
import styles from './reader.module.css'

/** What the project asks for of every article, and what the article has beside that. */
export function ProjectFields({
  id,
  metadata,
}: {
  readonly id: ArticleId
  readonly metadata: Metadata
}) {
  const codebook = useWorkbench(codebookOf)
  const fields = fieldsOf(codebook)
  const others = unknownDetails(metadata, codebook)
  return (
    <>
      {fields.length > 0 && (
        <section className={styles['ownFields']} aria-label="Fields of the project">
          {fields.map(field => (
            <ProjectField key={field.key} id={id} field={field} metadata={metadata} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className={styles['ownFields']} aria-label="Other details">
          <h3 className={styles['copiesTitle']}>Other details, not asked for in this project</h3>
          {others.map(key => (
            <DraftField
              key={key}
              field={`${id}/${key}`}
              label={key}
              saved={metadata[key]?.value ?? ''}
              help={originOf(metadata[key])}
              save={text => {
                setDetail(id, key, text.trim())
                return undefined
              }}
            />
          ))}
        </section>
      )}
      <p>
        <Button
          tone="quiet"
          onClick={() => {
            showDialog({ kind: 'codebook', part: 'fields' })
          }}
        >
          <Settings2 size={16} strokeWidth={1.75} aria-hidden />{' '}
          {fields.length === 0 ? 'Add fields to all articles…' : 'Fields of all articles…'}
        </Button>
      </p>
    </>
  )
}

function ProjectField({
  id,
  field,
  metadata,
}: {
  readonly id: ArticleId
  readonly field: ArticleField
  readonly metadata: Metadata
}) {
  const cannotWrite = useWorkbench(isReadOnly)
  const entry = metadata[field.key]
  const value = entry?.value ?? ''
  const fault = faultOfFieldValue(field, value)
  const help = [originOf(entry), fault === undefined ? undefined : `This does not fit: ${fault}.`]
    .filter(part => part !== undefined)
    .join('. ')
  const save = (text: string): string | undefined => {
    const read = readFieldValue(field, text, metadata['language']?.value)
    if (!read.ok) return read.message
    setDetail(id, field.key, read.value)
    return undefined
  }
  if (field.kind === 'choice' || field.kind === 'yes-no')
    return (
      <SelectField
        label={field.label}
        value={value}
        options={optionsOf(field, value)}
        isDisabled={cannotWrite}
        help={help === '' ? undefined : help}
        onChange={chosen => {
          setDetail(id, field.key, chosen)
        }}
      />
    )
  return (
    <DraftField
      field={`${id}/${field.key}`}
      label={field.label}
      saved={value}
      help={help === '' ? undefined : help}
      save={save}
    />
  )
}

/** Nothing, what can be chosen, and a value that cannot be chosen any more. */
function optionsOf(field: ArticleField, value: string): { key: string; label: string }[] {
  const choices =
    field.kind === 'yes-no'
      ? ['yes', 'no'].map(key => ({ key, label: writeFieldValue(field, key) }))
      : (field.choices ?? [])
  const isGone = value !== '' && !choices.some(({ key }) => key === value)
  return [
    { key: '', label: 'Not set' },
    ...choices,
    ...(isGone ? [{ key: value, label: value }] : []),
  ]
}
