import { toggled } from '../../../values/toggled'
import styles from './export.module.css'

/** Any of some, each on its line. */
export function TickList({
  legend,
  options,
  ticked,
  onChange,
}: {
  readonly legend: string
  readonly options: readonly { readonly key: string; readonly label: string }[]
  readonly ticked: ReadonlySet<string>
  readonly onChange: (ticked: ReadonlySet<string>) => void
}) {
  return (
    <fieldset className={styles['fieldset']}>
      <legend className={styles['legend']}>{legend}</legend>
      {options.map(({ key, label }) => (
        <Tick
          key={key}
          label={label}
          isTicked={ticked.has(key)}
          onChange={() => {
            onChange(toggled(ticked, key))
          }}
        />
      ))}
    </fieldset>
  )
}

/** One yes or no, with a word of help. */
export function Tick({
  label,
  help,
  isTicked,
  onChange,
}: {
  readonly label: string
  readonly help?: string
  readonly isTicked: boolean
  readonly onChange: (isTicked: boolean) => void
}) {
  return (
    <label className={styles['tick']}>
      <input
        type="checkbox"
        checked={isTicked}
        onChange={event => {
          onChange(event.target.checked)
        }}
      />
      <span>
        {label}
        {help !== undefined && <span className={styles['tickHelp']}>{help}</span>}
      </span>
    </label>
  )
}
