/** EditContext (Chromium 121), as far as it is used here; TypeScript's DOM library does not have it yet. */
type InputContext = EventTarget & {
  readonly text: string
  updateText: (start: number, end: number, text: string) => void
}

type InputHost = HTMLElement & { editContext: InputContext | null }

/**
 * Typing and input methods into `element` go to a text of nobody's instead of the DOM, while caret and
 * selection stay the browser's. Composition cannot be cancelled, so it must have somewhere else to go.
 * Source: https://www.w3.org/TR/edit-context/. Throws when the browser has no EditContext: both of our
 * runtimes do, and without it an input method would change the text on the screen.
 */
export function keepInputOutOf(element: HTMLElement): void {
  const context = new (
    globalThis as unknown as { EditContext: new () => InputContext }
  ).EditContext()
  context.addEventListener('compositionend', () => {
    context.updateText(0, context.text.length, '')
  })
  ;(element as InputHost).editContext = context
}
