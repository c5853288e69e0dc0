import { useState } from 'react'
import type {
  CopyDifference,
  FoundCopy,
  WindowImportReport,
} from '../../../shared/ipc/import-calls'
import { Button } from '../../controls/button'
import type { CopyDecision, CopyPair } from '../../state/copies'
import { copyDecisions, decideCopies, decisionOn, decisionWords } from '../../state/copies'
import { compareCopies } from '../../state/exchanging'
import type { ReportPlace } from '../../state/store'
import { useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import { ReportItem } from './report-item'
import { EarlierWords, ReplaceEarlier, useHasReplaced } from './versions/replace-earlier'
import styles from './dialogs.module.css'

type Copy = WindowImportReport['imported'][number] & { readonly copyOf: FoundCopy }

/** What came in and is a copy of another article: how like it is, the difference, and what to do with it. */
export function CopiesFound({ place }: { readonly place: ReportPlace }) {
  const edits = useWorkbench(state => state.project?.edits)
  const copies = place.report.imported.filter((entry): entry is Copy => entry.copyOf !== undefined)
  if (copies.length === 0) return null
  // One that took the place of an earlier article is no copy any more.
  const open = copies.filter(({ article }) => edits?.get(article)?.replaces === undefined)
  return (
    <section className={styles['list']} aria-label="Copies">
      <h3 className={styles['groupTitle']}>Copies of articles that are there</h3>
      <p className={styles['lead']}>
        {countOf(copies.length, 'article')} came in and {copies.length === 1 ? 'is' : 'are'} linked,
        so that reprints do not count as sources of their own.
      </p>
      {open.length > 1 && (
        <p className={styles['copyAll']}>
          <DecisionField
            label="All of them"
            value={sameOf(open.map(({ article }) => decisionOn(edits?.get(article))))}
            onChange={decision => {
              decideCopies(open.map(pairOf), decision)
            }}
          />
        </p>
      )}
      <ul>
        {copies.map(copy => (
          <CopyItem
            key={copy.article}
            copy={copy}
            decision={decisionOn(edits?.get(copy.article))}
            place={place}
          />
        ))}
      </ul>
    </section>
  )
}

function CopyItem({
  copy,
  decision,
  place,
}: {
  readonly copy: Copy
  readonly decision: CopyDecision
  readonly place: ReportPlace
}) {
  const [difference, setDifference] = useState<CopyDifference>()
  const { article, title, copyOf, earlier } = copy
  const isReplaced = useHasReplaced(article, earlier)
  return (
    <ReportItem article={article} title={title} place={place}>
      <p className={styles['remark']}>
        {copyOf.isSameText
          ? 'The same text as '
          : `About ${Math.round(copyOf.likeness * 100).toString()} % the same as `}
        “{copyOf.title}”.
      </p>
      {earlier !== undefined && (isReplaced || earlier.article !== copyOf.article) && (
        <EarlierWords earlier={earlier} isReplaced={isReplaced} />
      )}
      {!isReplaced && (
        <div className={styles['copyChoice']}>
          <DecisionField
            label={`What to do with ${title}`}
            isQuiet
            value={decision}
            onChange={chosen => {
              decideCopies([pairOf(copy)], chosen)
            }}
          />
          {!copyOf.isSameText && difference === undefined && (
            <Button
              tone="quiet"
              onClick={() => void compareCopies(copyOf.article, article).then(setDifference)}
            >
              Show the difference
            </Button>
          )}
          {earlier !== undefined && (
            <ReplaceEarlier
              isQuiet
              article={article}
              title={title}
              earlier={earlier}
              report={place.report}
            />
          )}
        </div>
      )}
      {difference !== undefined && <Difference difference={difference} />}
    </ReportItem>
  )
}

function Difference({ difference }: { readonly difference: CopyDifference }) {
  if (difference.isTooDifferent)
    return <p className={styles['remark']}>They differ too much to be shown side by side.</p>
  return (
    <p className={styles['difference']} role="region" aria-label="Difference" tabIndex={0}>
      {difference.pieces.map((piece, index) => {
        const key = `${index.toString()} ${piece.in}`
        if (piece.in === 'copy') return <ins key={key}>{piece.text}</ins>
        if (piece.in === 'first') return <del key={key}>{piece.text}</del>
        return <span key={key}>{piece.text}</span>
      })}
    </p>
  )
}

function DecisionField({
  label,
  isQuiet = false,
  value,
  onChange,
}: {
  readonly label: string
  /** The label is spoken only. */
  readonly isQuiet?: boolean
  readonly value: CopyDecision | undefined
  readonly onChange: (decision: CopyDecision) => void
}) {
  return (
    <label className={styles['copyField']}>
      <span {...(isQuiet ? { 'data-only-spoken': '' } : {})}>{label}</span>
      <select
        value={value ?? ''}
        onChange={event => {
          const chosen = copyDecisions.find(decision => decision === event.target.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {value === undefined && <option value="">Different choices</option>}
        {copyDecisions.map(decision => (
          <option key={decision} value={decision}>
            {decisionWords[decision]}
          </option>
        ))}
      </select>
    </label>
  )
}

function pairOf({ article, copyOf }: Copy): CopyPair {
  return { first: copyOf.article, copy: article }
}

function sameOf(decisions: readonly CopyDecision[]): CopyDecision | undefined {
  return decisions.every(decision => decision === decisions[0]) ? decisions[0] : undefined
}
