import { memo } from 'react'
import type { RefCallback } from 'react'
import type { Annotation, AnnotatorId } from '../../../shared/annotation/annotation'
import type { AnnotationType } from '../../../shared/codebook/codebook'
import { typeOf } from '../../../shared/codebook/codebook'
import { Button } from '../../controls/button'
import { focusAnnotation } from '../../state/annotating'
import { copyToMine } from '../../state/others'
import { turnedTo } from '../../state/selectors'
import { store } from '../../state/store'
import { attributeLine, wordsOf } from '../../values/attribute-text'
import { firstWords } from '../../values/count-text'
import { initialsOf } from '../../values/initials'
import { typeColours } from '../../values/type-colours'
import type { CardFacts } from './card-facts'
import { CardActions } from './card-actions'
import { CardForm } from './card-form'
import { CardRelations } from './card-relations'
import styles from './margin.module.css'

/** More letters than fit into the two lines of a closed card: the browser would lay out all of them to cut them off. */
const mostClosed = 240

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
  const author = isOwn ? undefined : (annotators?.get(annotator)?.name ?? 'Somebody else')
  const label = type?.label ?? annotation.type
  const words = wordsOf(annotation)
  return (
    <div
      ref={observe}
      role="group"
      aria-label={`${label}: ${firstWords(words)}${author === undefined ? '' : `, by ${author}`}`}
      aria-current={isOpen}
      tabIndex={0}
      className={styles['card']}
      data-typed=""
      data-annotation={annotation.id}
      data-others={isOwn ? undefined : ''}
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
        {author !== undefined && (
          <span className={styles['who']}>
            <span className={styles['initials']} aria-hidden>
              {initialsOf(author)}
            </span>{' '}
            <span className={styles['author']}>{author}</span>
          </span>
        )}
      </p>
      <p className={styles['words']} dir="auto">
        {isOpen ? words : words.slice(0, mostClosed)}
      </p>
      {isOpen && <CardRelations annotation={annotation} />}
      {isOpen && isOwn && !cannotWrite ? (
        <CardForm annotation={annotation} type={type} />
      ) : (
        <Lines annotation={annotation} type={type} sources={facts.sources} />
      )}
      {isOpen && (!isOwn || cannotWrite) && (
        <CardActions annotation={annotation} label={label} isOwn={isOwn}>
          {author !== undefined && !cannotWrite && (
            <>
              <span className={styles['wayBack']}>{author} alone changes this</span>
              <Button
                onClick={() => {
                  copyToMine([annotation.id])
                }}
              >
                Copy to mine
              </Button>
            </>
          )}
        </CardActions>
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
      {line !== '' && (
        <p className={styles['line']} dir="auto">
          {line}
        </p>
      )}
      {annotation.note !== undefined && (
        <p className={styles['noteLine']} dir="auto">
          {annotation.note}
        </p>
      )}
    </>
  )
}
