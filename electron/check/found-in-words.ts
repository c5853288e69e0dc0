import type { Checked, Found } from '../../shared/project/damage/checked'
import type { NamesOfFiles } from '../../shared/project/file-in-words'
import { contentInWords } from '../../shared/project/file-in-words'
import { schemaOfFile } from '../store/project-files'
import type { Finding, FindingKind } from './finding'

const rebuilt = 'Mending puts it together again from the record of all edits, or from a backup.'
const moved = 'Mending moves it out of the way, and puts back what should stand there.'

/** What each kind means for the work and what to do, for a window that offers to mend it. */
const meanings: Readonly<Record<FindingKind, string>> = {
  damaged: rebuilt,
  missing: rebuilt,
  changed:
    'It is used as far as nothing better is known. Mending puts back what Assay knows, and keeps this version.',
  newer: 'You can read it here. To change it, install the newer version of Assay.',
  link: `It is not followed, because it may lead out of the project. ${moved}`,
  'not-a-file': `It is not read. ${moved}`,
  'too-large': `It is not read. ${moved}`,
  'second-name':
    'Changes made there would change the project. Mending gives the project a file of its own.',
  leftover: 'It holds nothing that was reported as saved. Mending moves it out of the way.',
  foreign:
    'It is not read. If it is another version of a file that a syncing program kept, compare the two first. Mending moves it out of the way.',
  journal:
    'Annotations that are in their files are not touched by this. Mending completes it from backups, as far as they hold it.',
  codebook: 'Give one of the two another key in the codebook.',
  field:
    'It is kept, and shown as it is. Correct it in the article’s details, or the field in the codebook.',
  original: 'The article itself is whole. Mending puts the file back when a backup holds it.',
  'wrong-place':
    'It is not used where it stands. Mending gives it its own name, or moves it out of the way.',
  duplicate: 'Only one of the two can be shown. Mending keeps the first and puts the other aside.',
  'does-not-fit':
    'Assay looks for its words and shows it there. When they are not found, they are said when the article is opened.',
  moved: 'It is shown where its words are now. You need do nothing.',
  lost: 'It is kept with its words, which are said when the article is opened. Tag them anew where they stand now.',
  relation: 'It is kept, and is not shown while its beginning is missing.',
  source: 'The value is kept, and shown without a name. Choose a source on its card.',
  orphan: 'They are kept, and in order again as soon as the article is back.',
  'unknown-original': 'It does no harm.',
  'missing-folder': 'It is made again when the project is opened.',
}

const articleGone =
  'The article cannot be shown; its annotations are kept. Mending puts it back from a backup.'

const mendings: Readonly<Record<FindingKind, Found['mending']>> = {
  damaged: 'mends',
  missing: 'mends',
  changed: 'mends',
  journal: 'mends',
  original: 'mends',
  'wrong-place': 'mends',
  duplicate: 'mends',
  // It is in order again with its article.
  orphan: 'mends',
  'second-name': 'mends',
  link: 'aside',
  'not-a-file': 'aside',
  'too-large': 'aside',
  leftover: 'aside',
  foreign: 'aside',
  newer: 'stays',
  codebook: 'stays',
  field: 'stays',
  'does-not-fit': 'stays',
  moved: 'stays',
  lost: 'stays',
  relation: 'stays',
  source: 'stays',
  'unknown-original': 'stays',
  'missing-folder': 'stays',
}

/** Words of the annotation that a finding speaks of; `undefined` when it speaks of none. */
export type WordsOf = (finding: Pick<Finding, 'file' | 'problem'>) => string | undefined

/** A finding as the window shows it: by the title of its article instead of the name of a file. */
export function foundInWords(finding: Finding, names: NamesOfFiles, wordsOf: WordsOf): Found {
  const { file, isListed } = finding
  return {
    what: subjectOf(file, names),
    happened: happenedTo(finding, wordsOf),
    meaning: isListed
      ? 'It could not be mended and is kept as it is. The list of the repair has it.'
      : meaningOf(finding),
    mending: mendings[finding.kind],
    weight: weightOf(finding),
    file,
  }
}

/** How many findings of each weight there are, and of each way of mending among the problems. */
export function sumsOf(findings: readonly Finding[]): Checked['sums'] {
  const sums = { problem: 0, listed: 0, note: 0, mends: 0, aside: 0, stays: 0 }
  for (const finding of findings) {
    const weight = weightOf(finding)
    sums[weight] += 1
    if (weight === 'problem') sums[mendings[finding.kind]] += 1
  }
  return sums
}

const weights = ['problem', 'listed', 'note'] as const
const waysOfMending = ['mends', 'stays', 'aside'] as const

/** Damage first, and what concerns somebody's work before what only stands in the way. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number =>
    10 * weights.indexOf(weightOf(finding)) + waysOfMending.indexOf(mendings[finding.kind])
  return findings.toSorted((one, other) => rank(one) - rank(other))
}

function weightOf({ isListed, isNote }: Finding): Found['weight'] {
  if (isListed) return 'listed'
  return isNote ? 'note' : 'problem'
}

/** What it means for the work that something of this kind is wrong with this file. */
export function meaningOf({ file, kind }: Pick<Finding, 'file' | 'kind'>): string {
  const isGone = ['damaged', 'missing', 'link', 'not-a-file', 'too-large'].includes(kind)
  return isGone && file.startsWith('articles/') ? articleGone : meanings[kind]
}

/** What is wrong there, as a sentence about the subject. */
export function happenedTo(
  finding: Pick<Finding, 'file' | 'kind' | 'problem'>,
  wordsOf: WordsOf,
): string {
  const { kind, problem } = finding
  const withWords = (start: string): string => {
    const words = wordsOf(finding)
    return words === undefined ? `${start}.` : `${start}: “${words}”.`
  }
  switch (kind) {
    case 'damaged':
      return problem.startsWith('it cannot be read')
        ? sentence(problem)
        : 'Its file is damaged and cannot be read.'
    case 'changed':
      return problem.startsWith('its checksum')
        ? 'Another program, or the disk, has changed its file.'
        : sentence(problem)
    case 'missing':
      return 'Its file is missing.'
    case 'newer':
      return 'A newer version of Assay wrote it.'
    case 'too-large':
      return 'Its file is larger than the 256 MB that are read.'
    case 'second-name':
      return 'Its file has a second name elsewhere on this disk (a hard link).'
    case 'leftover':
      return 'A write that was interrupted left it behind.'
    case 'foreign':
      return 'It is none of the project’s own files.'
    case 'journal':
      return sentence(problem.replace(/ \(\d+ bytes\)/, ''))
    case 'duplicate':
      return problem.includes('relation')
        ? 'A link is there twice.'
        : withWords('An annotation is there twice')
    case 'does-not-fit':
      return withWords('An annotation does not fit the text')
    case 'moved':
      return withWords('The words of an annotation stand elsewhere now')
    case 'lost':
      return withWords('The words of an annotation are not in the text any more')
    case 'relation':
      return 'A link begins at an annotation that is not there.'
    case 'source':
      return withWords('An annotation names somebody who is not among the sources')
    case 'orphan':
      return 'Their article is missing or damaged.'
    case 'link':
    case 'not-a-file':
    case 'codebook':
    case 'field':
    case 'original':
    case 'wrong-place':
    case 'unknown-original':
    case 'missing-folder':
      return sentence(problem)
  }
}

/** What a finding is about, as a heading. */
export function subjectOf(file: string, names: NamesOfFiles): string {
  const isOurs =
    schemaOfFile(file) !== undefined || /^journal\/[0-9a-f-]{36}\./.test(file) || isOriginal(file)
  if (isOurs) return capital(contentInWords(file, names))
  return file.includes('/') || file.includes('.') ? `“${file}”` : `The folder “${file}”`
}

function isOriginal(file: string): boolean {
  return /^originals\/[0-9a-f-]{36}\.\w+$/.test(file)
}

function sentence(problem: string): string {
  return `${capital(problem)}.`
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
