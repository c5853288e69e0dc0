import type { WorkbenchState } from '../state/store'

/** Where a command is listed. */
export const commandGroups = ['Annotations', 'Text', 'Articles', 'Project', 'View'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something a person can do, described once: keys, menu, palette, toolbars and key line read it. */
export type Command = {
  readonly id: string
  readonly label: string
  /** Fits the bottom line; absent when the command never stands there. */
  readonly short?: string
  readonly group: CommandGroup
  readonly keys: readonly string[]
  /** `reading` keys are for the text and its cards, not while something is typed into a field. */
  readonly scope: 'anywhere' | 'reading'
  readonly when: (state: WorkbenchState) => boolean
  /** Changes the project: where that is only read, its key says so. */
  readonly writes?: boolean
  /** What its key says while an article is on screen but the command may not run; without it nothing is said. */
  readonly otherwise?: string
  readonly run: () => void
}
