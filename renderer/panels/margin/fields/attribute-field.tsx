import type { Annotation, AttributeValue, Source } from '../../../../shared/annotation/annotation'
import type { Attribute } from '../../../../shared/codebook/codebook'
import { createSource, setAttribute } from '../../../state/annotating'
import { useWorkbench } from '../../../state/store'
import { readDate } from '../../../values/date-text'
import type { ReadValue } from '../../../values/number-text'
import { readNumber, writeNumber } from '../../../values/number-text'
import { ChoiceField } from './choice-field'
import { LineField } from './line-field'
import { SourceField } from './source-field'

const noSources: ReadonlyMap<string, Source> = new Map()
const yesAndNo = [
  { key: 'yes', label: 'yes' },
  { key: 'no', label: 'no' },
]

/** The field for one attribute of an annotation, by the attribute's kind. */
export function AttributeField({
  annotation,
  attribute,
  onDone,
}: {
  readonly annotation: Annotation
  readonly attribute: Attribute
  readonly onDone: () => void
}) {
  const sources = useWorkbench(state => state.project?.sources ?? noSources)
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
          value={typeof value === 'string' ? sources.get(value) : undefined}
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
          saved={typeof value === 'object' ? writeNumber(value) : ''}
          save={text => saved(readNumber(text), set)}
        />
      )
    case 'date':
      return (
        <LineField
          {...common}
          placeholder="as 2022-01-29"
          saved={typeof value === 'string' ? value : ''}
          save={text => saved(readDate(text), set)}
        />
      )
    case 'text':
      return (
        <LineField
          {...common}
          saved={typeof value === 'string' ? value : ''}
          save={text => set(text.trim() === '' ? undefined : text.trim())}
        />
      )
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
