import { TextField } from '../../../controls/text-field'
import type { ExportForm } from '../../../values/export-form'
import { Tick } from './tick-list'
import styles from './export.module.css'

const parts = [
  { key: 'train', label: 'Train' },
  { key: 'dev', label: 'Dev' },
  { key: 'test', label: 'Test' },
] as const

/** Parts for machine learning. */
export function ExportSplit({
  form,
  onChange,
}: {
  readonly form: ExportForm
  readonly onChange: (changed: Partial<ExportForm>) => void
}) {
  return (
    <div className={styles['group']}>
      <Tick
        label="Split into train, dev and test"
        help="By article; copies of one text stay together, and each part has its share of every type."
        isTicked={form.isSplit}
        onChange={isSplit => {
          onChange({ isSplit })
        }}
      />
      {form.isSplit && (
        <div className={styles['shares']}>
          {parts.map(({ key, label }) => (
            <TextField
              key={key}
              label={label}
              inputMode="decimal"
              value={form.shares[key]}
              onChange={share => {
                onChange({ shares: { ...form.shares, [key]: share } })
              }}
            />
          ))}
          <TextField
            label="Seed"
            inputMode="numeric"
            value={form.seed}
            onChange={seed => {
              onChange({ seed })
            }}
          />
        </div>
      )}
    </div>
  )
}
