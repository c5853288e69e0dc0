import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ArticleField, FieldKind } from '../../../shared/codebook/codebook'
import { fieldKinds } from '../../../shared/codebook/codebook'
import { fieldFault } from '../../../shared/codebook/codebook-faults'
import type { FieldPart } from '../../../shared/codebook/removed-parts'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartUse } from '../../../shared/project/codebook-uses'
import type { ArticleSummary } from '../../../shared/project/summary'
import { IconButton } from '../../controls/icon-button'
import { SelectField } from '../../controls/select-field'
import { TextField } from '../../controls/text-field'
import { countOf } from '../../values/count-text'
import { ChoiceList } from './choice-list'
import styles from './codebook.module.css'
import { articlesWith } from './fields-in-use'

const kindNames: Readonly<Record<FieldKind, string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'One of some choices',
  'yes-no': 'Yes or no',
  url: 'Web address',
}

/** One own field of articles: what it is called and what it holds. Its values stay what they are, whatever it becomes. */
export function ArticleFieldForm({
  field,
  others,
  summaries,
  isFirst,
  isLast,
  onChange,
  onMove,
  onDelete,
}: {
  readonly field: ArticleField
  readonly others: readonly ArticleField[]
  readonly summaries: readonly ArticleSummary[]
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (field: ArticleField) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onDelete: () => void
}) {
  const group = useRef<HTMLDivElement>(null)
  const isUnnamed = useRef(field.label === '')
  useEffect(() => {
    if (isUnnamed.current) group.current?.querySelector('input')?.focus()
  }, [])
  const name = field.label === '' ? 'the new field' : field.label
  const articles = articlesWith({ kind: 'field', field: field.key }, summaries)
  return (
    <div ref={group} role="group" aria-label={name} className={styles['attribute']}>
      <div className={styles['attributeHead']}>
        <TextField
          label="Name"
          value={field.label}
          message={fieldFault(field, others)}
          maxLength={100}
          onChange={label => {
            onChange({ ...field, label })
          }}
        />
        <SelectField
          label="Holds"
          value={field.kind}
          options={fieldKinds.map(key => ({ key, label: kindNames[key] }))}
          help={articles === 0 ? undefined : `${countOf(articles, 'article')} with a value`}
          onChange={kind => {
            onChange({ ...field, kind })
          }}
        />
        <div className={styles['attributeTools']}>
          <IconButton
            label={`Move ${name} up`}
            icon={ArrowUp}
            disabled={isFirst}
            onClick={() => {
              onMove(-1)
            }}
          />
          <IconButton
            label={`Move ${name} down`}
            icon={ArrowDown}
            disabled={isLast}
            onClick={() => {
              onMove(1)
            }}
          />
          <IconButton label={`Delete ${name}`} icon={Trash2} onClick={onDelete} />
        </div>
      </div>
      {field.kind === 'choice' && (
        <ChoiceList
          choices={field.choices ?? []}
          usedAs={choice =>
            countedIn({ kind: 'field-choice', field: field.key, choice }, summaries)
          }
          usedBy={use => countOf(use.articles, 'article')}
          onChange={choices => {
            onChange({ ...field, choices })
          }}
        />
      )}
    </div>
  )
}

function countedIn(part: FieldPart, summaries: readonly ArticleSummary[]): PartUse | undefined {
  const articles = articlesWith(part, summaries)
  return articles === 0 ? undefined : { part: nameOfPart(part), own: articles, others: 0, articles }
}
