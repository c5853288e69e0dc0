import type { FileContent } from './file-content'

/** One step from a version of the project format to the next. */
export type Migration = {
  /** What changed, for whoever reads this list later. */
  readonly what: string
  /**
   * The content of any file of a project (told apart by `format`), as the next version has it; unknown keys
   * stay. Pure, and run anew at every reading until the file is written again.
   */
  readonly migrate: (content: FileContent) => FileContent
}

/**
 * Every step since version 1, the oldest first. Only ever added to: the version that this program writes is
 * the length of the list plus one, so no version can be left out. Each step comes with the project of the
 * release before it in `e2e/projects/`, which must open.
 */
export const migrations: readonly Migration[] = []

export type AgedContent =
  | { readonly kind: 'current'; readonly content: FileContent }
  /** It was of version `from`, and is as the present version has it now. */
  | { readonly kind: 'migrated'; readonly content: FileContent; readonly from: number }
  /** Made by a newer program, which says that this one must not write it. */
  | { readonly kind: 'newer' }

/**
 * Bring a file's content to the version that this program writes. Content of a newer version that an older
 * program may read (`minReader`) is taken as it is; content without a version is left to the schema.
 */
export function bringToVersion(
  content: FileContent,
  steps: readonly Migration[] = migrations,
): AgedContent {
  const current = steps.length + 1
  const { version, minReader } = content
  if (typeof minReader === 'number' && minReader > current) return { kind: 'newer' }
  if (!isVersion(version) || version >= current) return { kind: 'current', content }
  const migrated = steps
    .slice(version - 1)
    .reduce<FileContent>((older, step) => step.migrate(older), content)
  return {
    kind: 'migrated',
    content: { ...migrated, version: current, minReader: Math.max(1, Number(minReader)) },
    from: version,
  }
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1
}
