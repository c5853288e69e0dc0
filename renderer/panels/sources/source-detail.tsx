import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../controls/button'
import { IconButton } from '../../controls/icon-button'
import { isReadOnly } from '../../state/selectors'
import { store, useWorkbench } from '../../state/store'
import { countOf } from '../../values/count-text'
import { mayTakeKeyboard } from './may-take-keyboard'
import { MentionList } from './mention-list'
import { MergeSource } from './merge-source'
import type { ListedSource } from './order-sources'
import { SourceForm } from './source-form'
import styles from './sources.module.css'
import { SplitSource } from './split-source'
import { useMentions } from './use-source-uses'

/** One source: its names and kind, everything it said, and merging and splitting. */
export function SourceDetail({
  shown,
  listed,
}: {
  readonly shown: ListedSource
  readonly listed: readonly ListedSource[]
}) {
  const [doing, setDoing] = useState<'reading' | 'merging' | 'splitting'>('reading')
  const cannotWrite = useWorkbench(isReadOnly)
  const mentions = useMentions(shown.ids)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (doing === 'reading' && mayTakeKeyboard(body.current?.closest('section')))
      body.current?.querySelector<HTMLElement>('h3')?.focus()
  }, [doing])
  const stop = (): void => {
    setDoing('reading')
  }
  return (
    <div
      ref={body}
      className={styles['body']}
      onKeyDown={event => {
        if (event.key !== 'Escape' || doing === 'reading') return
        event.preventDefault()
        stop()
      }}
    >
      <div className={styles['detailHead']}>
        <IconButton
          icon={ArrowLeft}
          label="All sources"
          keys="Esc"
          onClick={() => {
            store.setState({ shownSource: undefined })
          }}
        />
        <h3 className={styles['detailTitle']} tabIndex={-1} dir="auto">
          {shown.source.name}
        </h3>
      </div>
      {doing === 'merging' && <MergeSource shown={shown} listed={listed} onDone={stop} />}
      {doing === 'splitting' && (
        <SplitSource source={shown.source} mentions={mentions ?? []} onDone={stop} />
      )}
      {doing === 'reading' && (
        <>
          <SourceForm source={shown.source} />
          <div className={styles['actions']}>
            <Button
              disabled={cannotWrite || listed.length < 2}
              onClick={() => {
                setDoing('merging')
              }}
            >
              Merge into another…
            </Button>
            <Button
              disabled={cannotWrite || mentions === undefined || mentions.length === 0}
              onClick={() => {
                setDoing('splitting')
              }}
            >
              Split…
            </Button>
          </div>
          <p className={styles['summary']}>
            {mentions === undefined
              ? 'Counting…'
              : `${countOf(mentions.length, 'annotation')} in ${countOf(shown.articles.size, 'article')}`}
          </p>
          <MentionList mentions={mentions ?? []} />
        </>
      )}
    </div>
  )
}
