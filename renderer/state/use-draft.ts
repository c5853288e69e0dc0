import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keepUnfinished, onLeave, unfinishedDraft } from './drafts'

export type Draft = {
  readonly text: string
  readonly setText: (text: string) => void
  /** Why what is typed cannot be read; it stays in the field and is not saved. */
  readonly message: string | undefined
  /** Make an edit of what is typed; false when it cannot be read. */
  readonly finish: (text?: string) => boolean
  /** Forget what is typed. */
  readonly reset: () => void
}

/**
 * What is typed into one field until it becomes an edit: on `finish`, on leaving the article or window,
 * and when the field goes. `field` is its name in the window; `save` makes the edit or says why not.
 */
export function useDraft(given: {
  readonly field: string
  readonly saved: string
  readonly save: (text: string) => string | undefined
}): Draft {
  const { field, saved, save } = given
  const [draft, setDraft] = useState(() => unfinishedDraft(field))
  const [message, setMessage] = useState(() =>
    unfinishedDraft(field) === undefined ? undefined : 'Not saved: this could not be read.',
  )

  // What is typed, at once: a key that saves and then leaves the field must not save twice.
  const typed = useRef(draft)
  const type = (text: string | undefined): void => {
    typed.current = text
    setDraft(text)
  }

  const reset = (): void => {
    type(undefined)
    setMessage(undefined)
    keepUnfinished(field, undefined)
  }
  const finish = (text = typed.current): boolean => {
    // Before saving: that may end in this field being left, which finishes it again.
    typed.current = undefined
    const problem = text === undefined || text === saved ? undefined : save(text)
    if (problem === undefined) {
      reset()
      return true
    }
    type(text)
    setMessage(problem)
    keepUnfinished(field, text)
    return false
  }

  const finishLatest = useEffectEvent(() => {
    finish()
  })
  useEffect(() => {
    const stop = onLeave(() => {
      finishLatest()
    })
    return () => {
      stop()
      finishLatest()
    }
  }, [])

  const setText = (text: string): void => {
    type(text)
    // What is typed now has not been judged yet.
    setMessage(undefined)
  }

  return { text: draft ?? saved, setText, message, finish, reset }
}
