import type { Page } from '@playwright/test'

type Key = {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  readonly text?: string
}

const named: Readonly<Record<string, Key>> = {
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  Home: { key: 'Home', code: 'Home', windowsVirtualKeyCode: 36 },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
}

const modifierBits = { Control: 2, Shift: 8 } as const

/**
 * Press keys one after another without waiting for anything in between, as somebody does who is quicker
 * than the window: `Control+Shift+ArrowRight`, `Home`, `Escape`, or a letter or digit.
 */
export async function pressQuickly(page: Page, presses: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const sent = presses.flatMap(press => {
    const parts = press.split('+')
    const name = parts.pop() ?? ''
    const modifiers = parts.reduce(
      (bits, part) => bits | (part === 'Control' || part === 'Shift' ? modifierBits[part] : 0),
      0,
    )
    const key = named[name] ?? printable(name, modifiers !== 0)
    return [
      devtools.send('Input.dispatchKeyEvent', {
        type: key.text === undefined ? 'rawKeyDown' : 'keyDown',
        modifiers,
        ...key,
      }),
      devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, ...key }),
    ]
  })
  await Promise.all(sent)
  await devtools.detach()
}

function printable(sign: string, isShortcut: boolean): Key {
  const isDigit = /^\d$/.test(sign)
  const upper = sign.toUpperCase()
  return {
    key: sign,
    code: isDigit ? `Digit${sign}` : `Key${upper}`,
    windowsVirtualKeyCode: upper.charCodeAt(0),
    ...(isShortcut ? {} : { text: sign }),
  }
}
