import { useId } from 'react'
import { colourFault } from '../../../shared/codebook/codebook-faults'
import { contrastOf } from '../../../shared/codebook/contrast'
import { papers } from '../../values/papers'
import styles from './codebook.module.css'

const labels = { light: 'Colour on light paper', dark: 'Colour on dark paper' } as const

/** A colour by choosing or typing, seen on its paper, with what its contrast is good for. */
export function ColourField({
  paper,
  value,
  alike,
  onChange,
}: {
  readonly paper: keyof typeof papers
  readonly value: string
  /** Names of the types drawn alike from which not all eyes can tell it. */
  readonly alike: readonly string[]
  readonly onChange: (colour: string) => void
}) {
  const id = useId()
  const fault = colourFault(value)
  const ratio = contrastOf(value, papers[paper]) ?? 1
  return (
    <div className={styles['field']}>
      <label className={styles['legend']} htmlFor={id}>
        {labels[paper]}
      </label>
      <div className={styles['colour']}>
        <input
          type="color"
          aria-label={`Choose: ${labels[paper].toLowerCase()}`}
          value={fault === undefined ? value.toLowerCase() : '#808080'}
          onChange={event => {
            onChange(event.target.value)
          }}
        />
        <input
          id={id}
          className={styles['input']}
          value={value}
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-note`}
          onChange={event => {
            onChange(event.target.value.trim())
          }}
        />
        <span
          className={styles['sample']}
          aria-hidden
          style={{ background: papers[paper], color: fault === undefined ? value : 'inherit' }}
        >
          Aa
        </span>
      </div>
      <p
        id={`${id}-note`}
        className={ratio < 4.5 ? styles['message'] : styles['help']}
        role="status"
      >
        {fault ?? [contrastText(ratio), ...alike.map(alikeText)].join(' ')}
      </p>
    </div>
  )
}

/** WCAG 2.2: 4.5 for words of this size, 3 for lines and borders. */
function contrastText(ratio: number): string {
  const told = `Contrast ${(Math.floor(ratio * 10) / 10).toFixed(1)}`
  if (ratio < 3) return `${told}: too weak for marks, which need 3, and for words, which need 4.5.`
  if (ratio < 4.5) return `${told}: enough for marks, too weak for words, which need 4.5.`
  return `${told}: good for marks and words.`
}

function alikeText(name: string): string {
  return `Colour-blind eyes may take it for ${name === '' ? 'another new type' : name}, which is drawn the same way.`
}
