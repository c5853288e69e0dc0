import { afterEach, beforeEach } from 'vitest'
import type { AnnotationId } from '../../../shared/annotation/annotation'
import { defaultCodebook } from '../../../shared/codebook/default-codebook'
import { runCommand } from '../../commands/commands'
import { store } from '../store'
import { shownView } from '../view'
import type { MemoryMain } from './in-memory-main'
import { createMemoryMain } from './in-memory-main'
import { annotator, articles } from './three-articles'
import { quiet, startWindow } from './window-in-node'

/** A window on three short articles, the first one open: another one for each test. */
export type StartedWindow = {
  /** Wait until what was asked of main has come back. */
  readonly quiet: () => Promise<void>
  /** Select these words of the article on screen. */
  readonly select: (words: string) => void
  /** Put the caret into these words, behind their first character. */
  readonly caretIn: (words: string) => void
  /** Tag words and give the id of the annotation. */
  readonly tag: (words: string, type: string) => Promise<AnnotationId>
  /** What is selected, as offsets. */
  readonly selection: () => { readonly anchor: number; readonly head: number } | undefined
}

export function startedWindow(): StartedWindow {
  let main: MemoryMain
  let stop: () => void
  beforeEach(async () => {
    main = createMemoryMain({ name: 'Window', articles, annotator, codebook: defaultCodebook })
    stop = await startWindow(main)
  })
  afterEach(async () => {
    store.setState({ dialog: undefined, linking: undefined })
    runCommand('close-project')
    await quiet(main)
    stop()
  })
  const select = (words: string): void => {
    const anchor = placeOf(words)
    shownView()?.select({ anchor, head: anchor + words.length })
  }
  return {
    quiet: () => quiet(main),
    select,
    caretIn: words => {
      const at = placeOf(words) + 1
      shownView()?.select({ anchor: at, head: at })
    },
    tag: async (words, type) => {
      select(words)
      runCommand(`tag-${type}`)
      await quiet(main)
      const { focused } = store.getState()
      if (focused === undefined) throw new Error(`“${words}” was not tagged`)
      return focused
    },
    selection: () => shownView()?.selection(),
  }
}

function placeOf(words: string): number {
  const at = store.getState().article?.article.text.indexOf(words) ?? -1
  if (at === -1) throw new RangeError(`The text does not contain “${words}”`)
  return at
}
