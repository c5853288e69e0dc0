/** Rules in one style sheet: the browser reads a whole sheet again when a rule joins it. */
const rulesPerSheet = 64
/** More looks than any codebook has; those beyond it are styled one by one. */
const mostRules = 4096
/** How long no new look must come before rules are written for those that wait, in milliseconds. */
const quietMs = 1000

const classes = new Map<string, string>()
const waiting = new Set<string>()
let timer = 0
let open: CSSStyleSheet | undefined

/**
 * A class that gives an element these declarations, `undefined` while there is none. A style on the
 * element itself is read and resolved for each element; a rule once for all that look the same, four
 * times as fast for a mark. But a new rule makes the browser look through the whole document: `now` asks
 * for it all the same, where many are to be expected; otherwise rules wait for a quiet moment.
 */
export function classOfLook(declarations: string, now: boolean): string | undefined {
  const known = classes.get(declarations)
  if (known !== undefined) return known
  if (now) return addRule(declarations)
  waiting.add(declarations)
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    for (const look of waiting) addRule(look)
    waiting.clear()
  }, quietMs)
  return undefined
}

function addRule(declarations: string): string | undefined {
  if (classes.size >= mostRules) return undefined
  if (open === undefined || open.cssRules.length >= rulesPerSheet) {
    open = new CSSStyleSheet()
    document.adoptedStyleSheets.push(open)
  }
  const name = `look-${classes.size}`
  open.insertRule(`.${name}{${declarations}}`, open.cssRules.length)
  classes.set(declarations, name)
  return name
}
