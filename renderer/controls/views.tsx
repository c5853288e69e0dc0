import styles from './controls.module.css'

/** A choice of what a dialog shows, as words in a row. */
export function Views<Key extends string>({
  views,
  shown,
  onShow,
}: {
  readonly views: readonly (readonly [Key, string])[]
  readonly shown: Key
  readonly onShow: (view: Key) => void
}) {
  return (
    <div className={styles['views']} role="group" aria-label="Show">
      {views.map(([key, label]) => (
        <button
          key={key}
          type="button"
          className={styles['view']}
          aria-pressed={shown === key}
          onClick={() => {
            onShow(key)
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
