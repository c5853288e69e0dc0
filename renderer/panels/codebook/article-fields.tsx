import { Plus } from 'lucide-react'
import type { ArticleField, Codebook } from '../../../shared/codebook/codebook'
import { fieldsOf } from '../../../shared/codebook/codebook'
import {
  movedBy,
  passingKey,
  removedFrom,
  replacedIn,
} from '../../../shared/codebook/edit-codebook'
import { slugSchema } from '../../../shared/codebook/codebook'
import type { ArticleSummary } from '../../../shared/project/summary'
import { Button } from '../../controls/button'
import { newId } from '../../state/new-id'
import { countOf } from '../../values/count-text'
import { ArticleFieldForm } from './article-field-form'
import styles from './codebook.module.css'
import { articlesWith, lostFields } from './fields-in-use'

/** The project's own fields of articles, in their order, and those that articles still have values of. */
export function ArticleFields({
  codebook,
  before,
  summaries,
  onChange,
}: {
  readonly codebook: Codebook
  readonly before: Codebook
  readonly summaries: readonly ArticleSummary[]
  readonly onChange: (codebook: Codebook) => void
}) {
  const fields = fieldsOf(codebook)
  const withFields = (after: ArticleField[]): void => {
    onChange({ ...codebook, fields: after })
  }
  return (
    <section aria-label="Fields of articles">
      <p className={styles['help']}>
        Details that every article of this project is asked for, beside its date, publisher and the
        rest. They are filled in among the article’s details, or by a column of a table, and go out
        with every export.
      </p>
      {fields.map((field, index) => (
        <ArticleFieldForm
          key={field.key}
          field={field}
          others={fields}
          summaries={summaries}
          isFirst={index === 0}
          isLast={index === fields.length - 1}
          onChange={after => {
            withFields(replacedIn(fields, after))
          }}
          onMove={step => {
            withFields(movedBy(fields, index, step))
          }}
          onDelete={() => {
            withFields(removedFrom(fields, field.key))
          }}
        />
      ))}
      <Button
        onClick={() => {
          withFields([...fields, { key: passingKey(newId()), label: '', kind: 'text' }])
        }}
      >
        <Plus size={16} aria-hidden /> Add a field
      </Button>
      <DeletedFields
        fields={deletedFields(codebook, before, summaries)}
        summaries={summaries}
        onBringBack={field => {
          withFields([...fields, field])
        }}
      />
    </section>
  )
}

/** Fields that were deleted just now, and those whose values articles have of old. */
function deletedFields(
  codebook: Codebook,
  before: Codebook,
  summaries: readonly ArticleSummary[],
): readonly ArticleField[] {
  const keys = new Set(fieldsOf(codebook).map(({ key }) => key))
  const deleted = fieldsOf(before).filter(({ key }) => !keys.has(key))
  const known = new Set(deleted.map(({ key }) => key))
  const lost = lostFields(codebook, summaries).filter(
    ({ key }) => !known.has(key) && slugSchema.safeParse(key).success,
  )
  return [...deleted, ...lost]
}

function DeletedFields({
  fields,
  summaries,
  onBringBack,
}: {
  readonly fields: readonly ArticleField[]
  readonly summaries: readonly ArticleSummary[]
  readonly onBringBack: (field: ArticleField) => void
}) {
  if (fields.length === 0) return null
  return (
    <section className={styles['deleted']} aria-label="Not asked for">
      <h3 className={styles['legend']}>Not asked for</h3>
      {fields.map(field => (
        <div key={field.key} className={styles['deletedRow']}>
          <p>
            {field.label}:{' '}
            {countOf(articlesWith({ kind: 'field', field: field.key }, summaries), 'article')} with
            a value
          </p>
          <Button
            tone="quiet"
            aria-label={`Ask for ${field.label}`}
            onClick={() => {
              onBringBack(field)
            }}
          >
            Ask for it
          </Button>
        </div>
      ))}
    </section>
  )
}
