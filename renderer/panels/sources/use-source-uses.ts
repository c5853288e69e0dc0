import { useEffect, useMemo, useState } from 'react'
import type { SourceId } from '../../../shared/annotation/annotation'
import type { Result } from '../../../shared/outcome/result'
import { succeed } from '../../../shared/outcome/result'
import type { ProjectHandle } from '../../../shared/ipc/handles'
import type { Mention, SourceUse } from '../../../shared/project/mention'
import { useWorkbench } from '../../state/store'
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

/** Read from main, and again whenever edits have been written. */
function useProjectReading<Value>(
  read: (project: ProjectHandle, of: string) => Promise<Result<Value>>,
  of: string,
): Value | undefined {
  const history = useWorkbench(state => state.history)
  const isSaved = useWorkbench(state => state.save.kind === 'saved')
  const project = useWorkbench(state => state.opened?.project)
  const [known, setKnown] = useState<{ readonly of: string; readonly value: Value }>()
  useEffect(() => {
    // Main knows an edit once it is written; until then it would give what was before.
    if (!isSaved || project === undefined) return undefined
    let isWanted = true
    void read(project, of).then(answer => {
      if (isWanted && answer.ok) setKnown({ of, value: answer.value })
    })
    return () => {
      isWanted = false
    }
  }, [read, of, history, isSaved, project])
  return known?.of === of ? known.value : undefined
}
