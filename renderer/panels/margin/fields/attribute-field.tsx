import type { Annotation, AttributeValue, Source } from '../../../../shared/annotation/annotation'
import { currentSource } from '../../../../shared/annotation/current-source'
import type { Attribute } from '../../../../shared/codebook/codebook'
import { findNumber } from '../../../../shared/text/numbers/read-number'
import { writeNumber } from '../../../../shared/text/numbers/write-number'
import { createSource, setAttribute } from '../../../state/annotating'
import { useWorkbench } from '../../../state/store'
import { usePane } from '../../../state/use-pane'
import { articleKnowledge } from '../../../state/article-knowledge'
import { wordsOf } from '../../../values/attribute-text'
import { datePreview, readDate } from '../../../values/date-text'
import type { ReadValue } from '../../../values/number-text'
import { numberPreview, readNumber } from '../../../values/number-text'
import { ChoiceField } from './choice-field'
import type { Proposal } from './line-field'
import { LineField } from './line-field'
import { SourceField } from './source-field'
import { TextField } from './text-field'

const noSources: ReadonlyMap<string, Source> = new Map()
const yesAndNo = [
  { key: 'yes', label: 'yes' },
  { key: 'no', label: 'no' },
]

/** The field for one attribute of an annotation, by the attribute's kind. */
export function AttributeField({
  annotation,
  attribute,
  isFirstNumber,
  onDone,
}: {
  readonly annotation: Annotation
  readonly attribute: Attribute
  /** The words of an annotation name the number of its first number field. */
  readonly isFirstNumber: boolean
  readonly onDone: () => void
}) {
  const sources = useWorkbench(state => state.project?.sources ?? noSources)
  const language = usePane(state => articleKnowledge(state).language)
  const published = usePane(state => articleKnowledge(state).published)
  const value = annotation.attributes[attribute.key]
  const set = (next: AttributeValue | undefined): undefined => {
    setAttribute(annotation.id, attribute, next)
  }
  const common = {
    field: `${annotation.id}/${attribute.key}`,
    label: attribute.label,
    onDone,
  }
  switch (attribute.kind) {
    case 'choice':
      return (
        <ChoiceField
          {...common}
          choices={attribute.choices ?? []}
          saved={typeof value === 'string' ? value : ''}
          save={key => set(key === '' ? undefined : key)}
        />
      )
    case 'yes-no':
      return (
        <ChoiceField
          {...common}
          choices={yesAndNo}
          saved={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
          save={key => set(key === '' ? undefined : key === 'yes')}
        />
      )
    case 'source':
      return (
        <SourceField
          {...common}
          sources={sources}
          value={typeof value === 'string' ? currentSource(sources, value) : undefined}
          save={chosen => {
            saveSource(annotation, attribute, chosen)
          }}
        />
      )
    case 'number':
      return (
        <LineField
          {...common}
          placeholder="as 1600 or 10-20"
          proposal={
            value === undefined && isFirstNumber ? proposedNumber(annotation, language) : undefined
          }
          saved={typeof value === 'object' ? writeNumber(value, language ?? '') : ''}
          preview={text => numberPreview(text, language)}
          save={text => saved(readNumber(text, language), set)}
        />
      )
    case 'date':
      return (
        <LineField
          {...common}
          placeholder="as 2022-01-29"
          saved={typeof value === 'string' ? value : ''}
          preview={text => datePreview(text, { language, published })}
          save={text => saved(readDate(text, { language, published }), set)}
        />
      )
    case 'text':
      return (
        <TextField
          {...common}
          type={annotation.type}
          attribute={attribute.key}
          saved={typeof value === 'string' ? value : ''}
          save={text => set(text.trim() === '' ? undefined : text.trim())}
        />
      )
  }
}

/** The number that the covered words name, as it is typed in the article's language. */
function proposedNumber(
  annotation: Annotation,
  language: string | undefined,
): Proposal | undefined {
  const found = findNumber(wordsOf(annotation), language)
  return found.kind === 'none'
    ? undefined
    : {
        text: writeNumber(found.value, language ?? ''),
        reason: `${writeNumber(found.value)}, as the words say: Tab or Enter takes it`,
      }
}

function saved<Value extends AttributeValue>(
  read: ReadValue<Value>,
  set: (value: Value | undefined) => void,
): string | undefined {
  if (!read.ok) return read.message
  set(read.value)
  return undefined
}

function saveSource(
  annotation: Annotation,
  attribute: Attribute,
  chosen: Source | string | undefined,
): void {
  if (typeof chosen !== 'string') {
    setAttribute(annotation.id, attribute, chosen?.id)
    return
  }
  const source = createSource(chosen)
  setAttribute(annotation.id, attribute, source.id, source)
}
