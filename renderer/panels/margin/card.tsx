import { memo } from 'react'
import type { RefCallback } from 'react'
import type { Annotation, AnnotatorId } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { focusAnnotation } from '../../state/annotating'
import { turnedTo } from '../../state/selectors'
import { store } from '../../state/store'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import type { CardFacts } from './card-facts'
import { CardForm } from './card-form'
import { CardRelations } from './card-relations'
import styles from './margin.module.css'

/** One annotation beside its words: what it is, the words, its attributes; open, the card is the form. */
export const Card = memo(function Card({
  annotation,
  annotator,
  isOpen,
  isNew = false,
  isHovered,
  isCompact,
  facts,
  observe,
}: {
  readonly annotation: Annotation
  readonly annotator: AnnotatorId
  readonly isOpen: boolean
  /** Just made, and not turned to yet. */
  readonly isNew?: boolean
  readonly isHovered: boolean
  readonly isCompact: boolean
  readonly facts: CardFacts
  /** Called with the element while it is there, so that its height is known. */
  readonly observe?: RefCallback<HTMLElement>
}) {
  const { codebook, annotators, self, cannotWrite } = facts
  const type = codebook && typeOf(codebook, annotation.type)
  const isOwn = annotator === self
  const label = type?.label ?? annotation.type
  const words = wordsOf(annotation)
  return (
    <div
      ref={observe}
      role="group"
      aria-label={`${label}: ${firstWords(words)}`}
      aria-current={isOpen}
      tabIndex={0}
      className={styles['card']}
      data-typed=""
      data-annotation={annotation.id}
      data-open={isOpen ? '' : undefined}
      data-hovered={isHovered || isNew ? '' : undefined}
      data-compact={isCompact && !isOpen ? '' : undefined}
      style={typeColours(type)}
      onFocus={() => {
        if (turnedTo(store.getState()) !== annotation.id) focusAnnotation(annotation.id)
      }}
      onPointerEnter={() => {
        store.setState({ hovered: annotation.id })
      }}
      onPointerLeave={() => {
        store.setState({ hovered: undefined })
      }}
    >
      <p className={styles['type']}>
        {label}
        {!isOwn && (
          <span className={styles['who']}>
            {annotators?.get(annotator)?.name ?? 'Somebody else'}
          </span>
        )}
      </p>
      <p className={styles['words']} dir="auto">
        {words}
      </p>
      {isOpen && <CardRelations annotation={annotation} />}
      {isOpen && isOwn && !cannotWrite ? (
        <CardForm annotation={annotation} type={type} />
      ) : (
        <Lines annotation={annotation} type={type} sources={facts.sources} />
      )}
    </div>
  )
})

function Lines({
  annotation,
  type,
  sources,
}: {
  readonly annotation: Annotation
  readonly type: AnnotationType | undefined
  readonly sources: CardFacts['sources']
}) {
  const line = sources === undefined ? '' : attributeLine(annotation, type, sources)
  return (
    <>
      {line !== '' && <p className={styles['line']}>{line}</p>}
      {annotation.note !== undefined && <p className={styles['noteLine']}>{annotation.note}</p>}
    </>
  )
}
