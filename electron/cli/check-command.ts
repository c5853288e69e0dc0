import path from 'node:path'
import { checkProject } from '../check/check-project'
import type { Command } from './command'
import { exitCodes } from './output'

export const checkCommand: Command = {
  name: 'check',
  usage: 'check <project>',
  summary: 'Verify every file, every checksum and the words of every annotation; change nothing.',
  words: [1, 1],
  options: [],
  flags: [],
  run: ({ words, output }) => {
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
  },
}
