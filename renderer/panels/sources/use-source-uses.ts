import { useEffect, useMemo, useState } from 'react'
import type { SourceId } from '../../../shared/annotation/annotation'
import type { Result } from '../../../shared/outcome/result'
import { succeed } from '../../../shared/outcome/result'
import type { ProjectHandle } from '../../../shared/ipc/handles'
import type { Mention, SourceUse } from '../../../shared/project/mention'
import type { WorkbenchState } from '../../state/store'
import { store } from '../../state/store'
import { readJson } from '../../workbench-api'

/** How often each source is named in the project, by its id; `undefined` until it is known. Follows edits. */
export function useSourceUses(): ReadonlyMap<string, SourceUse> | undefined {
  const uses = useProjectReading(readUses, '')
  return useMemo(
    () => (uses === undefined ? undefined : new Map(uses.map(use => [use.source, use]))),
    [uses],
  )
}

/** The annotations that name one of `sources`, by article and place; `undefined` until they are known. Follows edits. */
export function useMentions(sources: readonly SourceId[]): readonly Mention[] | undefined {
  return useProjectReading(readMentions, sources.join(' '))
}

function readUses(project: ProjectHandle): Promise<Result<SourceUse[]>> {
  return readJson(project, { kind: 'source-uses' })
}

async function readMentions(project: ProjectHandle, of: string): Promise<Result<Mention[]>> {
  const all: Mention[] = []
  for (const source of of.split(' ')) {
    const read = await readJson(project, { kind: 'mentions', source: source as SourceId })
    if (!read.ok) return read
    all.push(...read.value)
  }
  return succeed(all)
}

/**
 * Read from main, and again whenever edits have been written. Asking renders nothing, only another answer
 * does: most edits name no source.
 */
function useProjectReading<Value>(
  read: (project: ProjectHandle, of: string) => Promise<Result<Value>>,
  of: string,
): Value | undefined {
  const [known, setKnown] = useState<Reading<Value>>()
  useEffect(() => {
    let asked: Pick<WorkbenchState, 'history' | 'opened'> | undefined
    const ask = ({ history, save, opened }: WorkbenchState): void => {
      // Main knows an edit once it is written; until then it would give what was before.
      if (save.kind !== 'saved' || opened === undefined) {
        asked = undefined
        return
      }
      if (asked?.history === history && asked.opened === opened) return
      const now = { history, opened }
      asked = now
      void read(opened.project, of).then(answer => {
        if (asked !== now || !answer.ok) return
        const { value } = answer
        const text = JSON.stringify(value)
        setKnown(before =>
          before?.of === of && before.text === text ? before : { of, value, text },
        )
      })
    }
    ask(store.getState())
    const stop = store.subscribe(ask)
    return () => {
      asked = undefined
      stop()
    }
  }, [read, of])
  return known?.of === of ? known.value : undefined
}

/** An answer of main, and its text, by which it is seen whether another one differs. */
type Reading<Value> = { readonly of: string; readonly value: Value; readonly text: string }
