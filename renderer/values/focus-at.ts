/** A `ref` for the item of a list that the keyboard comes back to: brought into view and focused once it is there. */
export function focusAt(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'center' })
  item?.focus({ preventScroll: true })
}
