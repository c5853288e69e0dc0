/** The part of a KeyboardEvent that a key binding looks at. */
export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  /** True while AltGr is held: on many keyboards it types `[`, `]` or `@`, and is no modifier then. */
  readonly altGraph: boolean
}

type Binding = {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** There are as many as commands have keys; each is asked for with every key that is pressed. */
const bindings = new Map<string, Binding>()

/** Read a binding such as `Mod+Shift+Z`; the last part is the key, `+` alone is the plus sign. */
function parseBinding(binding: string): Binding {
  const known = bindings.get(binding)
  if (known !== undefined) return known
  const read = readBinding(binding)
  bindings.set(binding, read)
  return read
}

function readBinding(binding: string): Binding {
  const parts = binding.split('+')
  const key = binding.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  return {
    key,
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

/**
 * True when `press` is `binding`. `Mod` is Command on a Mac and Control elsewhere. Letters also match by
 * their place on the keyboard when the layout types another script, so that Mod+Z works in Cyrillic.
 */
export function matchesKey(binding: string, press: KeyPress, isMac: boolean): boolean {
  const wanted = parseBinding(binding)
  const control = press.ctrlKey && !press.altGraph
  const alt = press.altKey && !press.altGraph
  const mod = isMac ? press.metaKey : control
  const other = isMac ? control : press.metaKey
  if (mod !== wanted.mod || other || alt !== wanted.alt) return false
  if (isSymbol(wanted.key)) return press.key === wanted.key
  return press.shiftKey === wanted.shift && hasKey(wanted.key, press)
}

/** Signs that need Shift or AltGr on some layouts: what is typed counts, not how. */
function isSymbol(key: string): boolean {
  return key.length === 1 && !/[a-z]/i.test(key)
}

function hasKey(key: string, press: KeyPress): boolean {
  if (key.length > 1) return press.key === key
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  const typesLatin = /^[\u0020-\u024f]$/.test(press.key)
  return !typesLatin && press.code === `Key${key.toUpperCase()}`
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const signs: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
}

const caretKey = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down))$/

/** True for keys that move, select and copy in the text or leave a field: no command can have them. */
export function isKeyOfText(binding: string): boolean {
  const { key, mod, shift, alt } = parseBinding(binding)
  if (key === 'Tab') return true
  if (caretKey.test(key)) return !alt
  return mod && !alt && !shift && /^[acvx]$/i.test(key)
}

/** True for a key that is typed into fields, too: there it is no command's key. */
export function isTypedKey(binding: string): boolean {
  const { key, mod, alt } = parseBinding(binding)
  return !mod && !alt && !/^F\d+$/.test(key)
}

/** True for a letter, a digit or a sign without Ctrl or Alt: what a voice that is typed, or a slip, presses too. */
export function isSingleKey(binding: string): boolean {
  return isTypedKey(binding) && [...parseBinding(binding).key].length === 1
}

/** The binding that `press` is, or `undefined` for a modifier alone and for keys that cannot have a command. */
export function bindingOf(press: KeyPress, isMac: boolean): string | undefined {
  const control = press.ctrlKey && !press.altGraph
  const alt = press.altKey && !press.altGraph
  const mod = isMac ? press.metaKey : control
  if (isMac ? control : press.metaKey) return undefined
  const key = keyOfPress(press)
  if (key === undefined) return undefined
  const shift = press.shiftKey && !isSymbol(key)
  return [mod && 'Mod', alt && 'Alt', shift && 'Shift', key]
    .filter(part => part !== false)
    .join('+')
}

const namedKey =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down)|Enter|Escape|Backspace|Delete|Insert|Tab)$/

/** Latin letters large; a letter of another script by its place, where the Latin one is on that key. */
function keyOfPress({ key, code }: KeyPress): string | undefined {
  if (namedKey.test(key)) return key
  if ([...key].length !== 1 || key.trim() === '') return undefined
  if (/[a-z]/i.test(key)) return key.toUpperCase()
  const place = /^Key([A-Z])$/.exec(code)?.[1]
  return place !== undefined && !/^[\u0020-\u024f]$/.test(key) ? place : key
}

/** A binding as it is printed on buttons and in lists: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function keyLabel(binding: string, isMac: boolean): string {
  const { key, mod, shift, alt } = parseBinding(binding)
  const name = signs[key] ?? key
  const held = [alt && 'Alt', shift && 'Shift', mod && 'Mod'].filter(part => part !== false)
  if (isMac) return `${held.map(part => macSigns[part] ?? part).join('')}${name}`
  return [...held.toReversed().map(part => signs[part] ?? part), name].join('+')
}

/** Bindings that two commands claim, so that one of them could never run. */
export function collidingKeys(
  commands: readonly { readonly id: string; readonly keys: readonly string[] }[],
): string[] {
  const owners = new Map<string, string[]>()
  for (const { id, keys } of commands)
    for (const binding of keys) {
      const same = normalBinding(binding)
      owners.set(same, [...(owners.get(same) ?? []), id])
    }
  return [...owners].flatMap(([binding, ids]) =>
    ids.length > 1 ? [`${binding}: ${ids.join(', ')}`] : [],
  )
}

/** The first command that has `binding` among its keys. */
export function ownerOfBinding<Owner extends { readonly keys: readonly string[] }>(
  commands: readonly Owner[],
  binding: string,
): Owner | undefined {
  const wanted = normalBinding(binding)
  return commands.find(({ keys }) => keys.some(key => normalBinding(key) === wanted))
}

function normalBinding(binding: string): string {
  const { key, mod, shift, alt } = parseBinding(binding)
  const name = key.length === 1 ? key.toLowerCase() : key
  return [mod && 'Mod', alt && 'Alt', shift && !isSymbol(key) && 'Shift', name]
    .filter(part => part !== false)
    .join('+')
}
