import type { ArticleField, FieldKind } from '../../../shared/codebook/codebook'
import { fieldKinds } from '../../../shared/codebook/codebook'
import { fieldFault } from '../../../shared/codebook/codebook-faults'
import type { FieldPart } from '../../../shared/codebook/removed-parts'
import { nameOfPart } from '../../../shared/codebook/removed-parts'
import type { PartUse } from '../../../shared/project/codebook-uses'
import type { ArticleSummary } from '../../../shared/project/summary'
import { countOf } from '../../values/count-text'
import { articlesWith } from './fields-in-use'
import type { PartFormActions } from './part-form'
import { PartForm } from './part-form'

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
  ...actions
}: PartFormActions<ArticleField> & {
  readonly field: ArticleField
  readonly others: readonly ArticleField[]
  readonly summaries: readonly ArticleSummary[]
}) {
  const articles = articlesWith({ kind: 'field', field: field.key }, summaries)
  return (
    <PartForm
      {...actions}
      part={field}
      unnamed="the new field"
      fault={fieldFault(field, others)}
      kinds={fieldKinds.map(key => ({ key, label: kindNames[key] }))}
      help={articles === 0 ? undefined : `${countOf(articles, 'article')} with a value`}
      choiceUsedAs={choice =>
        countedIn({ kind: 'field-choice', field: field.key, choice }, summaries)
      }
      choiceUsedBy={use => countOf(use.articles, 'article')}
    />
  )
}

function countedIn(part: FieldPart, summaries: readonly ArticleSummary[]): PartUse | undefined {
  const articles = articlesWith(part, summaries)
  return articles === 0 ? undefined : { part: nameOfPart(part), own: articles, others: 0, articles }
}
