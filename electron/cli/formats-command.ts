import { exportFormats } from '../../shared/formats/formats'
import type { Command } from './command'
import { exitCodes } from './output'

export const formatsCommand: Command = {
  name: 'formats',
  usage: 'formats',
  summary: 'List the formats of export and import-annotations.',
  words: [0, 0],
  options: [],
  flags: [],
  run: ({ output }) => {
    const formats = exportFormats.map(({ name, label, description, offsetUnit, read }) => ({
      name,
      label,
      description,
      ...(offsetUnit === undefined ? {} : { offsetUnit }),
      importable: read !== undefined,
    }))
    output.result(
      { formats },
      formats.map(({ name, description }) => `${name.padEnd(8)} ${description}`),
    )
    return exitCodes.done
  },
}
