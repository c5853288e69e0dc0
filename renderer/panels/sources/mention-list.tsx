import type { Mention } from '../../../shared/project/mention'
import { typeOf } from '../../../shared/codebook/codebook'
import { codebookOf } from '../../state/selectors'
import { goToMention } from '../../state/sources'
import { useWorkbench } from '../../state/store'
import { firstWords } from '../../values/count-text'
import { typeColours } from '../../values/type-colours'
import { RowList } from './row-list'
import styles from './sources.module.css'

const rowHeightPx = 50

/** What a source said, by article and place; Enter goes to the words. With `chosen`, rows are ticked instead. */
export function MentionList({
  mentions,
  chosen,
  onToggle,
}: {
  readonly mentions: readonly Mention[]
  readonly chosen?: ReadonlySet<string>
  readonly onToggle?: (id: string) => void
}) {
  return (
    <RowList label="What it said" items={mentions} rowHeightPx={rowHeightPx}>
      {(mention, isTabStop) =>
        onToggle === undefined ? (
          <button
            type="button"
            className={styles['item']}
            tabIndex={isTabStop ? 0 : -1}
            onClick={() => void goToMention(mention)}
          >
            <MentionText mention={mention} />
          </button>
        ) : (
          <label className={styles['item']}>
            <input
              type="checkbox"
              className={styles['tick']}
              tabIndex={isTabStop ? 0 : -1}
              checked={chosen?.has(mention.id) === true}
              onChange={() => {
                onToggle(mention.id)
              }}
            />
            <MentionText mention={mention} />
          </label>
        )
      }
    </RowList>
  )
}

function MentionText({ mention }: { readonly mention: Mention }) {
  const codebook = useWorkbench(codebookOf)
  const title = useWorkbench(
    state => state.summaries.find(({ id }) => id === mention.article)?.title ?? '',
  )
  const type = codebook === undefined ? undefined : typeOf(codebook, mention.type)
  return (
    <span className={styles['mention']} data-typed="" style={typeColours(type)}>
      <span className={styles['words']} dir="auto">
        {firstWords(mention.words, 120)}
      </span>{' '}
      <span className={styles['line']}>
        {type?.label ?? mention.type} · {title}
      </span>
    </span>
  )
}
