import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { returnToText, setNote } from '../../state/annotating'
import { finishDrafts } from '../../state/drafts'
import { changeIn } from '../../state/panes'
import { store } from '../../state/store'
import { usePane, usePaneId } from '../../state/use-pane'
import { CardActions } from './card-actions'
import { AttributeField } from './fields/attribute-field'
import { NoteField } from './fields/note-field'
import styles from './margin.module.css'

/** The fields of an annotation, in its open card. */
export function CardForm({
  annotation,
  type,
}: {
  readonly annotation: Annotation
  readonly type: AnnotationType | undefined
}) {
  const form = useRef<HTMLDivElement>(null)
  const pane = usePaneId()
  const request = usePane(state =>
    state.cardRequest?.annotation === annotation.id ? state.cardRequest : undefined,
  )
  useEffect(() => {
    if (request === undefined) return
    const wanted =
      request.field === 'note' ? 'textarea' : 'input, [role="radio"][tabindex="0"], textarea'
    form.current?.querySelector<HTMLElement>(wanted)?.focus({ preventScroll: true })
    store.setState(state => changeIn(state, pane ?? state.pane, { cardRequest: undefined }))
  }, [request, pane])
  const firstNumber = type?.attributes.find(({ kind }) => kind === 'number')
  const done = (): void => {
    returnToText(annotation.id)
  }
  return (
    <div
      ref={form}
      data-card-form=""
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        finishDrafts()
        done()
      }}
    >
      <div className={styles['form']}>
        {type?.attributes.map(attribute => (
          <AttributeField
            key={attribute.key}
            annotation={annotation}
            attribute={attribute}
            isFirstNumber={attribute === firstNumber}
            onDone={done}
          />
        ))}
        <NoteField
          field={`${annotation.id}/note`}
          label="Note"
          saved={annotation.note ?? ''}
          save={text => {
            setNote(annotation.id, text)
          }}
          onDone={done}
        />
      </div>
      <CardActions annotation={annotation} label={type?.label ?? annotation.type} isOwn>
        <span className={`${styles['wayBack'] ?? ''} ${styles['keyBack'] ?? ''}`}>
          Esc back to the text
        </span>
      </CardActions>
    </div>
  )
}
