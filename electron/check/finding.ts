/** What kind of thing is wrong; by it the advice and the way of mending are chosen. */
export const findingKinds = [
  'damaged',
  'changed',
  'missing',
  'newer',
  'link',
  'not-a-file',
  'too-large',
  'second-name',
  'leftover',
  'foreign',
  'journal',
  'codebook',
  'field',
  'original',
  'wrong-place',
  'duplicate',
  'does-not-fit',
  'moved',
  'lost',
  'relation',
  'source',
  'orphan',
  'unknown-original',
  'missing-folder',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** One thing that is not as it should be. */
export type Finding = {
  /** Name below the project folder, `/` between its parts, made safe to print. */
  readonly file: string
  readonly kind: FindingKind
  /** What it is, as the end of a sentence that begins with the file. */
  readonly problem: string
  /** What it means for the work, and what to do. */
  readonly advice: string
  /** Harmless, or known and kept aside: does not make the project a damaged one. */
  readonly isNote: boolean
  /** An earlier repair could not mend it and has listed it in the quarantine. */
  readonly isListed: boolean
}

const mended = 'Opening the project, or putting the file back from a backup, mends it.'
const advice: Readonly<Record<FindingKind, string>> = {
  damaged: `Opening the project puts it together again from the record of all edits or from a backup.`,
  changed: `What stands in it is used as far as nothing better is known. ${mended}`,
  missing: `It is put together again from the record of all edits when the project is opened, or from a backup.`,
  newer: 'It can be read here. To change it, install the newer version of Assay.',
  link: `It is not followed, because it may lead out of the project. ${mended}`,
  'not-a-file': `It is not read. ${mended}`,
  'too-large': `It is not read. ${mended}`,
  'second-name': `Changes made there would change the project. Copying the file and putting the copy in its place ends that.`,
  leftover: 'It holds nothing that was reported as saved. Opening the project removes it.',
  foreign: `It is not read. If it is another version of a file that a syncing program kept, compare the two, then move one of them out of the project.`,
  journal: `Annotations that were saved into their files are not touched by this. A backup may hold what is missing.`,
  codebook: 'Give one of the two another key.',
  field:
    'The value is kept and shown as it is. Correct it in the article’s details, or the field in the codebook.',
  original:
    'The article itself is whole; only the file it was made from is not. A backup may hold it.',
  'wrong-place': `It is not used where it stands. ${mended}`,
  duplicate: `Only one of the two can be shown. Give one of them another id, or take the file back from a backup.`,
  'does-not-fit':
    'The window looks for its words and shows it there, or lists it as lost with its words.',
  moved: 'The window shows it where its words are now.',
  lost: 'The window lists it with its words, so that it can be placed again.',
  relation: 'The relation is kept, and is not shown while its end is missing.',
  source: 'The value is kept, and is shown without a name.',
  orphan: 'Put the article back from a backup; its annotations are kept until then.',
  'unknown-original': 'It does no harm.',
  'missing-folder': 'It is made again when the project is opened.',
}

const notes: ReadonlySet<FindingKind> = new Set([
  'newer',
  'field',
  'unknown-original',
  'missing-folder',
])

export type Find = (file: string, kind: FindingKind, problem: string) => void

/**
 * Collects findings, each with its advice. What a repair could not mend and has listed in the quarantine
 * is only a note: nothing more can be done about it by looking again.
 */
export function findings(listed: readonly Marked[] = []): {
  readonly find: Find
  readonly all: Finding[]
  /** The name of a finding's file as it stands on the disk, which may not be fit to print. */
  readonly nameOf: (finding: Finding) => string
} {
  const all: Finding[] = []
  const names = new Map<Finding, string>()
  const known = new Set(listed.map(markOf))
  return {
    all,
    nameOf: finding => names.get(finding) ?? finding.file,
    find: (file, kind, problem) => {
      const found = { file: printable(file), kind, problem: printable(problem) }
      const isListed = known.has(markOf(found))
      const finding = {
        ...found,
        advice: isListed ? 'It is listed in the quarantine folder of the project.' : advice[kind],
        isNote: isListed || notes.has(kind),
        isListed,
      }
      names.set(finding, file)
      all.push(finding)
    },
  }
}

/** By these a finding is known again. */
type Marked = { readonly file: string; readonly kind: string; readonly problem: string }

function markOf({ file, kind, problem }: Marked): string {
  return JSON.stringify([file, kind, problem])
}

/** Names may hold anything; what would move the cursor or turn the direction of writing is spelt out. */
function printable(text: string): string {
  const safe = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return safe.length > 600 ? `${safe.slice(0, 600)}…` : safe
}
