/** Text of a cell with `_x000D_` and its like as the signs they stand for. Source: ECMA-376 part 1, 22.9.2.19. */
export function unescapedText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
}

/** A number as Excel shows it without a format: 15 digits at most. */
export function numberText(value: string): string {
  const number = Number(value)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value
}
