import styles from './controls.module.css'

/** A key as it is printed on a keyboard. */
export function KeyCap({ children }: { readonly children: string }) {
  return <kbd className={styles['key']}>{children}</kbd>
}
