import fs from 'node:fs'

/**
 * Which file stands at a path, its size and when anything of it changed last; `undefined` for none. The
 * time of change cannot be set by a program, unlike the time of writing, so that content of the same
 * length with the old time of writing is noticed, too. A path, or the handle of an open file.
 */
export function stampOf(file: string | number): string | undefined {
  const stat =
    typeof file === 'number'
      ? fs.fstatSync(file, { bigint: true })
      : fs.statSync(file, { bigint: true, throwIfNoEntry: false })
  if (stat === undefined) return undefined
  return [stat.dev, stat.ino, stat.size, stat.ctimeNs].join(':')
}
