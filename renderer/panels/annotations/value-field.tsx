import type { AttributeValue, Source } from '../../../shared/annotation/annotation'
import { currentSource } from '../../../shared/annotation/current-source'
import { writeNumber } from '../../../shared/text/numbers/write-number'
import { createSource } from '../../state/annotating'
import { articleKnowledge } from '../../state/article-knowledge'
import { useWorkbench } from '../../state/store'
import { datePreview, readDate } from '../../values/date-text'
import { numberPreview, readNumber } from '../../values/number-text'
import type { ReadValue } from '../../values/number-text'
import { ChoiceField } from '../margin/fields/choice-field'
import { LineField } from '../margin/fields/line-field'
import { SourceField } from '../margin/fields/source-field'
import { TextField } from '../margin/fields/text-field'
import type { Askable } from './askable'

/** The value that is to be set; `source` when it is one that does not exist yet. */
export type NewValue = {
  readonly value: AttributeValue | undefined
  readonly source?: Source | undefined
}

const yesAndNo = [
  { key: 'yes', label: 'yes' },
  { key: 'no', label: 'no' },
]

/** The field for a value that many annotations are to have: read as on a card, but nothing is saved yet. */
export function ValueField({
  asked: { id, attribute, types },
  sources,
  given,
  onGiven,
  onDone,
}: {
  readonly asked: Askable
  readonly sources: ReadonlyMap<string, Source>
  readonly given: NewValue
  readonly onGiven: (given: NewValue) => void
  readonly onDone: () => void
}) {
  const language = useWorkbench(state => articleKnowledge(state).language)
  const published = useWorkbench(state => articleKnowledge(state).published)
  const { value } = given
  const set = (next: AttributeValue | undefined): undefined => {
    onGiven({ value: next })
  }
  const take = <Value extends AttributeValue>(read: ReadValue<Value>): string | undefined =>
    read.ok ? set(read.value) : read.message
  const common = { field: `chosen/${id}`, label: 'to', onDone }
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
          value={
            given.source ?? (typeof value === 'string' ? currentSource(sources, value) : undefined)
          }
          save={chosen => {
            const source = typeof chosen === 'string' ? createSource(chosen) : undefined
            if (source !== undefined) onGiven({ value: source.id, source })
            else if (typeof chosen !== 'string') set(chosen?.id)
          }}
        />
      )
    case 'number':
      return (
        <LineField
          {...common}
          placeholder="as 1600 or 10-20"
          saved={typeof value === 'object' ? writeNumber(value, language ?? '') : ''}
          preview={text => numberPreview(text, language)}
          save={text => take(readNumber(text, language))}
        />
      )
    case 'date':
      return (
        <LineField
          {...common}
          placeholder="as 2022-01-29"
          saved={typeof value === 'string' ? value : ''}
          preview={text => datePreview(text, { language, published })}
          save={text => take(readDate(text, { language, published }))}
        />
      )
    case 'text':
      return (
        <TextField
          {...common}
          type={[...types][0] ?? ''}
          attribute={attribute.key}
          saved={typeof value === 'string' ? value : ''}
          save={text => set(text.trim() === '' ? undefined : text.trim())}
        />
      )
  }
}
