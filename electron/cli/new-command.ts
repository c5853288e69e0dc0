import path from 'node:path'
import { createProject } from '../store/create-project'
import type { Command } from './command'
import { exitCodes } from './output'

export const newCommand: Command = {
  name: 'new',
  usage: 'new <project> [--name N]',
  summary: 'Make a new project in a folder that does not exist yet or is empty.',
  words: [1, 1],
  options: ['name'],
  flags: [],
  run: async ({ words, options, identity, surroundings, output }) => {
    const folder = path.resolve(words[0] ?? '')
    const name = options.get('name') ?? path.basename(folder)
    const created = await createProject(folder, name, identity(), surroundings)
    if (!created.ok) return output.failure(created.error)
    output.result({ name, folder }, [`Made the project “${name}” in ${folder}`])
    return exitCodes.done
  },
}
