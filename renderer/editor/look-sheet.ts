/** More looks than any codebook has; those beyond it are styled one by one. */
const mostRules = 4096
/** How long no new look must come before rules are written for those that wait, in milliseconds. */
const quietMs = 1000

const classes = new Map<string, string>()
let unwritten: string[] = []
const waiting = new Set<string>()
let timer = 0

/**
 * A class that gives an element these declarations, `undefined` while there is none. A style on the
 * element itself is read and resolved for each element; a rule once for all that look the same, four
 * times as fast for a mark. But new rules make the browser look through the whole document: `now` asks
 * for them all the same, with the next `writeLooks`; otherwise they wait for a quiet moment.
 */
export function classOfLook(declarations: string, now: boolean): string | undefined {
  const known = classes.get(declarations)
  if (known !== undefined) return known
  if (now) return addRule(declarations)
  waiting.add(declarations)
  clearTimeout(timer)
  timer = window.setTimeout(writeWaiting, quietMs)
  return undefined
}

/** Bring the classes that were given out into force, all at once: the browser takes in one more sheet. */
export function writeLooks(): void {
  if (unwritten.length === 0) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(unwritten.join('\n'))
  unwritten = []
  document.adoptedStyleSheets.push(sheet)
}

function writeWaiting(): void {
  for (const look of waiting) addRule(look)
  waiting.clear()
  writeLooks()
}

function addRule(declarations: string): string | undefined {
  const known = classes.get(declarations)
  if (known !== undefined || classes.size >= mostRules) return known
  const name = `look-${classes.size}`
  unwritten.push(`.${name}{${declarations}}`)
  classes.set(declarations, name)
  return name
}
