import { isSafeTarget } from '../../../shared/article/blocks'

/** The address that a field such as `HYPERLINK "https://…"` leads to, or `undefined` for other fields and places in the document itself. */
export function fieldLink(instruction: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction)
  return safeLink(found?.[1] ?? found?.[2])
}

/** `href` when it may be shown as a link's target. */
export function safeLink(href: string | undefined): string | undefined {
  const trimmed = href?.trim()
  return trimmed !== undefined && isSafeTarget(trimmed) ? trimmed.toWellFormed() : undefined
}
