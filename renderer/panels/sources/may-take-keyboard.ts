/** True when a part that comes into being in `panel` may take the keyboard: it is in the panel, or nowhere since the part before went. */
export function mayTakeKeyboard(panel: Element | null | undefined): boolean {
  const active = document.activeElement
  return active === null || active === document.body || panel?.contains(active) === true
}
