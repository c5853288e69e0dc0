import type { ComponentProps } from 'react'
import styles from './controls.module.css'

type Tone = 'plain' | 'primary' | 'quiet' | 'danger'

/** A button with words on it. One `primary` at most in any place. */
export function Button({
  tone = 'plain',
  ...props
}: ComponentProps<'button'> & { readonly tone?: Tone }) {
  return (
    <button
      type="button"
      {...props}
      className={[styles['button'], tone === 'plain' ? '' : styles[tone], props.className].join(
        ' ',
      )}
    />
  )
}
