import path from 'node:path'
import { checkProject } from '../check/check-project'
import { repairProject } from '../repair/repair-project'
import type { Command, CommandContext } from './command'
import { exitCodes } from './output'

export const checkCommand: Command = {
  name: 'check',
  usage: 'check <project> [--repair]',
  summary:
    'Verify every file, every checksum and the words of every annotation; change nothing, or mend what is found.',
  words: [1, 1],
  options: [],
  flags: ['repair'],
  run: context => (context.flags.has('repair') ? repair(context) : check(context)),
}

function check({ words, output }: CommandContext): number {
  const checked = checkProject(path.resolve(words[0] ?? ''))
  if (!checked.ok) return output.failure(checked.error)
  const { isSound, findings, counts } = checked.value
  for (const { file, problem, advice } of findings) output.say(`${file}: ${problem}. ${advice}`)
  const problems = findings.filter(({ isNote }) => !isNote).length
  output.result({ ok: isSound, counts, findings }, [
    `${counts.articles} articles, ${counts.annotations} annotations, ${counts.records} recorded edits: ` +
      (isSound ? 'all in order' : `${problems} problems`),
  ])
  return isSound ? exitCodes.done : exitCodes.failed
}

async function repair(context: CommandContext): Promise<number> {
  const { words, output } = context
  const repaired = await repairProject(path.resolve(words[0] ?? ''), {
    backups: context.backups(),
    identity: context.identity(),
    surroundings: context.surroundings,
    runCompaction: context.runCompaction,
  })
  if (!repaired.ok) return output.failure(repaired.error)
  const { check: after, items, quarantine } = repaired.value
  for (const { file, problem, done } of items) output.say(`${file}: ${problem}. ${done}`)
  const left = items.filter(({ stays }) => stays).length
  const { isSound, counts, findings } = after
  output.result({ ok: isSound, counts, findings, items, quarantine }, [
    quarantine === undefined
      ? 'There was nothing to mend.'
      : `${items.length - left} things mended or put aside, ${left} left as they are; all of them are listed in ${quarantine}.`,
  ])
  return isSound ? exitCodes.done : exitCodes.failed
}
