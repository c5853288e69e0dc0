import * as Dialog from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'
import { useState } from 'react'
import styles from './controls.module.css'

/** A dialog over the window, named by its title. Esc and a press beside it close it. */
export function Modal({
  title,
  isWide = false,
  isBroad = false,
  isBare = false,
  isReport = false,
  onClose,
  onEscape,
  children,
}: {
  readonly title: string
  readonly isWide?: boolean
  /** For two columns. */
  readonly isBroad?: boolean
  /** The title is spoken only: the content says itself what it is. */
  readonly isBare?: boolean
  /** To be read first: the keyboard begins at the title, not at the first thing that can be done. */
  readonly isReport?: boolean
  readonly onClose: () => void
  /** Asked before Esc closes the dialog: `preventDefault` keeps it open. */
  readonly onEscape?: (event: KeyboardEvent) => void
  readonly children: ReactNode
}) {
  const [before] = useState(() => document.activeElement)
  return (
    <Dialog.Root
      open
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className={styles['veil']} />
        <Dialog.Content
          className={styles['modal']}
          aria-describedby={undefined}
          {...(onEscape === undefined ? {} : { onEscapeKeyDown: onEscape })}
          onOpenAutoFocus={event => {
            if (!isReport || !(event.currentTarget instanceof HTMLElement)) return
            event.preventDefault()
            event.currentTarget.focus({ preventScroll: true })
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            giveBack(before)
          }}
          {...(isWide ? { 'data-wide': '' } : {})}
          {...(isBroad ? { 'data-broad': '' } : {})}
        >
          {isBare ? (
            <Dialog.Title data-only-spoken="">{title}</Dialog.Title>
          ) : (
            <Dialog.Title className={styles['modalTitle']}>{title}</Dialog.Title>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The row of buttons that ends a dialog. */
export function ModalActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['modalActions']}>{children}</div>
}

/** The keyboard goes back to where it was, unless what was done has put it elsewhere. */
function giveBack(before: Element | null): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return
  if (before instanceof HTMLElement && before.isConnected) before.focus()
}
