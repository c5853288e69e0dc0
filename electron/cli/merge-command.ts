import path from 'node:path'
import { mergeLines } from '../../shared/project/merge/merge-lines'
import type { Result } from '../../shared/outcome/result'
import type { MergeOutcome } from '../import/merge/merge-copy'
import { mergeCopy, previewMerge } from '../import/merge/merge-copy'
import type { ProjectStore } from '../store/project-store'
import type { Command, CommandContext } from './command'
import { withProject } from './command'
import { exitCodes } from './output'

export const mergeCommand: Command = {
  name: 'merge',
  usage: 'merge <project> <folder-or-zip> [--dry-run] [--join-sources]',
  summary:
    'Bring another copy of the same project in, after a backup; conflicts and deletions are listed.',
  words: [2, 2],
  options: [],
  flags: ['dry-run', 'join-sources'],
  run: context => {
    const isDry = context.flags.has('dry-run')
    return withProject(context, isDry ? 'read' : 'write', async store => {
      const { output, words } = context
      const other = path.resolve(words[1] ?? '')
      const done = await run(context, store, other, isDry)
      if (!done.ok) return output.failure(done.error)
      const { counts, items, proposals, isNothing, steps } = done.value
      for (const { message } of items) output.say(message)
      output.result(
        { isDryRun: isDry, isNothing, steps, counts, items, sameSources: proposals },
        isNothing
          ? ['Nothing to merge: this project has everything the other copy has']
          : [...(isDry ? ['Nothing was changed. A merge brings:'] : []), ...mergeLines(counts)],
      )
      return exitCodes.done
    })
  },
}

async function run(
  context: CommandContext,
  store: ProjectStore,
  other: string,
  isDry: boolean,
): Promise<Result<MergeOutcome>> {
  const { surroundings, flags } = context
  const preview = await previewMerge(store, other, surroundings)
  if (!preview.ok || isDry || preview.value.isNothing) return preview
  return mergeCopy(store, other, {
    surroundings,
    backups: context.backups(),
    sameSources: new Set(
      flags.has('join-sources') ? preview.value.proposals.map(({ from }) => from) : [],
    ),
  })
}
