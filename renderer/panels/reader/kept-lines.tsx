import type { ReactNode } from 'react'
import { Component } from 'react'
import { useWorkbench } from '../../state/store'
import type { StandingText } from './standing-texts'
import { putBack, standingTexts } from './standing-texts'

/** What comes and goes above the texts (`children`): the lines one reads stay where they stand. */
export function KeptLines({ children }: { readonly children: ReactNode }) {
  // Drawn anew together with what they show.
  useWorkbench(state => state.notices)
  useWorkbench(state => state.opened?.readOnly)
  useWorkbench(state => state.importing === undefined)
  useWorkbench(state => state.exporting === undefined)
  return <Keeper>{children}</Keeper>
}

/** A class, as only one is asked after everything is rendered and before the page is changed. */
class Keeper extends Component<{ readonly children: ReactNode }> {
  override getSnapshotBeforeUpdate(): readonly StandingText[] {
    return standingTexts()
  }

  override componentDidUpdate(_props: object, _state: object, before: readonly StandingText[]) {
    for (const text of before) putBack(text)
  }

  override render(): ReactNode {
    return this.props.children
  }
}
