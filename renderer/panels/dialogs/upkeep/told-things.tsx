import styles from './upkeep.module.css'

/** What a thing is, what happened to it, and what follows from that: what it means, or what was done. */
export type ToldThing = {
  readonly what: string
  readonly happened: string
  readonly follows: string
}

/** Things of a project under one title; nothing at all for none. */
export function ToldThings({
  title,
  things,
}: {
  readonly title: string
  readonly things: readonly ToldThing[]
}) {
  if (things.length === 0) return null
  return (
    <section className={styles['group']} aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      <ul>
        {things.map(({ what, happened, follows }, index) => (
          <li key={index} className={styles['found']}>
            <p className={styles['what']} dir="auto">
              {what}
            </p>
            <p>{happened}</p>
            <p className={styles['remark']}>{follows}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
