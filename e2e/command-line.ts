import { spawnSync } from 'node:child_process'
import path from 'node:path'

const program = path.join(path.dirname(import.meta.dirname), 'scripts', 'assay.mjs')

export type Run = { readonly code: number | null; readonly out: string; readonly error: string }

/** Run the command line as a user does; settings go below `home`. */
export function tryAssay(args: readonly string[], home: string): Run {
  const run = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CONFIG_HOME: path.join(home, 'config') },
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

/** The same with `--json`, for a command that must work; gives its document. */
export function runAssay(args: readonly string[], home: string): unknown {
  const run = tryAssay([...args, '--json'], home)
  if (run.code !== 0) throw new Error(`assay ${args.join(' ')} failed: ${run.error}`)
  return JSON.parse(run.out)
}
