import path from 'node:path'
import { checkProject } from '../store/check-project'
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
    const { findings, counts } = checked.value
    for (const { file, problem } of findings) output.say(`${file}: ${problem}`)
    output.result({ ok: findings.length === 0, counts, findings }, [
      `${counts.articles} articles, ${counts.annotations} annotations, ${counts.records} recorded edits: ` +
        (findings.length === 0 ? 'all in order' : `${findings.length} problems`),
    ])
    return findings.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
