import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const formats = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../shared/formats')

/** Folder of the committed export of the gold project, which golden.test.ts compares byte for byte with a fresh one. */
export function goldenFolder(name: string): string {
  return path.join(formats, 'golden', name)
}

/** A judge beside its format, `label-studio/label-studio.judge.py`. */
function judgePath(script: string): string {
  return path.join(formats, script)
}

export type Judgement = { readonly status: number | null; readonly said: string }

/** Run a judge on folders; what it says goes to either output. */
export function runJudge(program: string, script: string, folders: readonly string[]): Judgement {
  const run = spawnSync(program, [judgePath(script), ...folders], { encoding: 'utf8' })
  return { status: run.status, said: `${run.stdout}${run.stderr}`.trim() }
}

/** True when the program can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** Call `use` with a copy of a golden folder in which one file is changed; the change must change something. */
export function withWrongCopy<Answer>(
  name: string,
  file: string,
  change: (text: string) => string,
  use: (folder: string) => Answer,
): Answer {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-wrong-'))
  try {
    fs.cpSync(goldenFolder(name), folder, { recursive: true })
    const target = path.join(folder, file)
    const before = fs.readFileSync(target, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    fs.writeFileSync(target, after)
    return use(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
