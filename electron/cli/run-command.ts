import { parseArgs } from 'node:util'
import path from 'node:path'
import Conf from 'conf'
import { runBackupHere } from '../backup/backup-job'
import { backupRoots } from '../backup/backup-roots'
import { backupsIn } from '../backup/backups'
import type { ArticleReader } from '../import/reader/article-reader'
import { articleReader, usualWidth } from '../import/reader/article-reader'
import type { StartReaderProcess } from '../import/reader/reader-process'
import type { Settings } from '../settings'
import { openSettings } from '../settings'
import { runInWorker } from '../store/run-in-worker'
import { realSurroundings } from '../surroundings'
import type { Command, CommandContext } from './command'
import { checkCommand } from './check-command'
import { exportCommand } from './export-command'
import { formatsCommand } from './formats-command'
import { historyCommand } from './history-command'
import { importAnnotationsCommand } from './import-annotations-command'
import { importCommand } from './import-command'
import { listCommand } from './list-command'
import { mergeCommand } from './merge-command'
import { newCommand } from './new-command'
import { statsCommand } from './stats-command'
import type { Output } from './output'
import { createOutput, exitCodes } from './output'

const commands: readonly Command[] = [
  newCommand,
  importCommand,
  importAnnotationsCommand,
  exportCommand,
  mergeCommand,
  listCommand,
  checkCommand,
  statsCommand,
  formatsCommand,
  historyCommand,
]

export type CommandLine = {
  readonly version: string
  /** Folder of the program's settings. */
  readonly userData: string
  readonly workerFile: URL
  readonly startReader: StartReaderProcess
  readonly out?: (text: string) => void
  readonly error?: (text: string) => void
}

/** Run one command to its end; gives the exit code. Never throws for what a user can do. */
export async function runCommand(args: readonly string[], line: CommandLine): Promise<number> {
  endWithReader()
  const output = createOutput(args.includes('--json'), {
    out: line.out ?? (text => process.stdout.write(text)),
    error: line.error ?? (text => process.stderr.write(text)),
  })
  const [name, ...rest] = args
  if (name === '--version') {
    output.result({ version: line.version }, [`Assay ${line.version}`])
    return exitCodes.done
  }
  if (name === undefined || name === 'help' || name === '--help') return help(output, name)
  const command = commands.find(known => known.name === name)
  if (command === undefined) return output.usage(`There is no command “${name}”.`)
  return await runParsed(command, rest, output, line)
}

/** Who reads the output may have seen enough (`| head`): that is no fault, and ends the command quietly. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    if (stream.listenerCount('error') === 0)
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error
        process.exitCode = exitCodes.done
      })
}

async function runParsed(
  command: Command,
  args: readonly string[],
  output: Output,
  line: CommandLine,
): Promise<number> {
  const parsed = parse(command, args)
  if (typeof parsed === 'string') return output.usage(`${parsed} Usage: assay ${command.usage}`)
  const [least, most] = command.words
  if (parsed.words.length < least || parsed.words.length > most)
    return output.usage(`Usage: assay ${command.usage}`)
  const worker = runInWorker(line.workerFile)
  let opened: Settings | undefined
  const settings = (): Settings =>
    (opened ??= openSettings(
      path.join(line.userData, 'config.json'),
      () => new Conf({ cwd: line.userData, configName: 'config', projectName: 'assay' }),
    ))
  let reader: ArticleReader | undefined
  const context: CommandContext = {
    ...parsed,
    output,
    version: line.version,
    surroundings: realSurroundings,
    runCompaction: worker.run,
    identity: () => settings().identity(),
    backups: () =>
      backupsIn({
        ...backupRoots(settings(), line.userData),
        run: runBackupHere,
        now: realSurroundings.now,
      }),
    reader: () =>
      (reader ??= articleReader(line.startReader, settings().readerLimits(), usualWidth)),
  }
  try {
    return await command.run(context)
  } finally {
    reader?.stop()
    await worker.stop()
  }
}

function parse(
  command: Command,
  args: readonly string[],
): Pick<CommandContext, 'words' | 'options' | 'flags'> | string {
  try {
    const accepted: NonNullable<Parameters<typeof parseArgs>[0]>['options'] = {}
    for (const option of command.options) accepted[option] = { type: 'string' }
    for (const flag of [...command.flags, 'json']) accepted[flag] = { type: 'boolean' }
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: accepted,
    })
    const entries = Object.entries(values)
    return {
      words: positionals,
      options: new Map(
        entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
      ),
      flags: new Set(entries.flatMap(([key, value]) => (value === true ? [key] : []))),
    }
  } catch (error) {
    // parseArgs throws a sentence about the option it does not know or that lacks its value.
    return error instanceof TypeError ? (error.message.split('. ')[0] ?? '') + '.' : String(error)
  }
}

function help(output: Output, asked: string | undefined): number {
  output.result(
    { commands: commands.map(({ name, usage, summary }) => ({ name, usage, summary })) },
    [
      'assay <command>, without a window:',
      ...commands.flatMap(command => [`  assay ${command.usage}`, `      ${command.summary}`]),
      'Every command takes --json: one JSON document on standard output, all else on standard error.',
      'Exit codes: 0 done, 1 failed or damaged, 2 wrong usage.',
    ],
  )
  return asked === undefined ? exitCodes.wrongUsage : exitCodes.done
}
