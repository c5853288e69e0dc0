/** The commands that need no window; the first word decides. */
export const commandNames: readonly string[] = [
  'new',
  'import',
  'import-annotations',
  'export',
  'merge',
  'list',
  'check',
  'stats',
  'formats',
  'history',
  'help',
  '--help',
  '--version',
]
