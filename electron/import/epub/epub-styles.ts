/** What a class of a style sheet makes of letters. */
export type LetterStyle = {
  readonly bold: boolean | undefined
  readonly italic: boolean | undefined
}

/** Longest style sheet that is read, in characters: those of books are short. */
const longest = 1_000_000

/**
 * The classes of a book's style sheets that make letters bold or italic. Books made by programs say it
 * there and not in their text. Only rules for one class alone are read: `.b`, `span.b`.
 */
export function readLetterStyles(sheets: readonly string[]): ReadonlyMap<string, LetterStyle> {
  const styles = new Map<string, LetterStyle>()
  for (const sheet of sheets) {
    const rules = sheet.slice(0, longest).replace(/\/\*[\s\S]*?\*\//g, ' ')
    for (const [, selectors = '', declarations = ''] of rules.matchAll(
      /([^{}]{1,2000})\{([^{}]*)\}/g,
    )) {
      const style = letterStyleOf(declarations)
      if (style.bold === undefined && style.italic === undefined) continue
      for (const selector of selectors.split(',')) {
        const name = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
        if (name !== undefined) styles.set(name, joined(styles.get(name), style))
      }
    }
  }
  return styles
}

/** What declarations such as `font-weight: bold` say of letters. */
export function letterStyleOf(declarations: string): LetterStyle {
  const weight = /(?:^|[;\s])font-weight\s*:\s*([\w-]+)/i.exec(declarations)?.[1]
  const slant = /(?:^|[;\s])font-style\s*:\s*([\w-]+)/i.exec(declarations)?.[1]
  return {
    bold: weight === undefined ? undefined : /^bold/i.test(weight) || Number(weight) >= 600,
    italic: slant === undefined ? undefined : /^(?:italic|oblique)/i.test(slant),
  }
}

/** `first` with what `then` says better. */
export function joined(first: LetterStyle | undefined, then: LetterStyle): LetterStyle {
  return { bold: then.bold ?? first?.bold, italic: then.italic ?? first?.italic }
}
