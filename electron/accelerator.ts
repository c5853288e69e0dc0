const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  Escape: 'Esc',
  '+': 'Plus',
}

/** A key of the window as Electron's menus write it; `undefined` for signs they cannot name. */
export function acceleratorOf(binding: string): string | undefined {
  const parts = binding.split('+')
  const key = binding.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  if ([...key].length === 1 && !/[\x21-\x7e]/.test(key)) return undefined
  const held = [
    parts.includes('Mod') ? 'CmdOrCtrl' : '',
    parts.includes('Alt') ? 'Alt' : '',
    parts.includes('Shift') ? 'Shift' : '',
  ]
  return [...held.filter(part => part !== ''), names[key] ?? key].join('+')
}
