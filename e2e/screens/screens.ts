/** Every picture in docs/screens in the order of its page, with the line that stands beside it. */
export const screens = {
  'start-empty': 'Start, nothing opened yet',
  'start-recent': 'Start, with projects opened before',
  empty: 'A project without articles',
  reading: 'Reading an article, nothing marked',
  annotated: 'Annotated, nested four deep',
  card: 'A card open: it is the form',
  'card-fault': 'A field that cannot be read as a number',
  toolbar: 'Words selected, with the toolbar',
  'type-picker': 'All types, found by typing',
  armed: 'A tag armed for every selection',
  boundary: 'Moving the end of an annotation',
  link: 'A link on its way to its other end',
  'link-kind': 'The kind of a link',
  list: 'The list of annotations',
  'list-chosen': 'Several annotations chosen',
  find: 'Find in the article',
  'find-project': 'Find in the project',
  'other-mentions': 'Other mentions of the same words',
  sources: 'Sources of the project',
  source: 'A source and what it said',
  codebook: 'Codebook: a type',
  'codebook-relations': 'Codebook: links',
  'codebook-migration': 'Codebook: what becomes of what is deleted',
  keys: 'All keys',
  commands: 'All commands',
  export: 'Export, with its preview',
  'export-report': 'Report of an export',
  'import-report': 'Report of an import, with failures and copies',
  backups: 'Backups',
  beside: 'Two articles side by side',
  details: 'Details of an article',
  'outside-change': 'A file that another program changed',
  'disk-full': 'Not saved: the disk is full',
  'read-only': 'A project that another window has open',
  'hidden-marks': 'All marks hidden',
  long: 'A long text',
  narrow: '900 pixels wide',
  'narrow-card': '900 pixels wide: the card floats at its words',
  zoomed: 'At 200 %',
  'right-to-left': 'From right to left, with an emoji',
  'high-contrast': 'High contrast',
} as const

export type ScreenName = keyof typeof screens

/** The papers a screen is drawn on. */
export function papersOf(name: ScreenName): readonly ('light' | 'dark' | 'high-contrast')[] {
  return name === 'high-contrast' ? ['high-contrast'] : ['light', 'dark']
}

/** The file of a picture below docs/screens. */
export function pictureOf(name: ScreenName, paper: string): string {
  return name === paper ? `${name}.webp` : `${name}-${paper}.webp`
}
