import { fail } from '../../../shared/outcome/result'
import { memoryMark } from './memory-mark'
import type { ReaderLimits } from './reader-limits'

/** Why a process that reads did not come to its end. */
export type Fault = 'time' | 'strange' | 'start' | 'stopped'
export type Death = Fault | 'memory' | 'crash'

/** What a process died of when nobody killed it, by its last words. */
export function deathOf(said: string): 'memory' | 'crash' {
  return said.includes(memoryMark) || /heap out of memory|allocation failed/i.test(said)
    ? 'memory'
    : 'crash'
}

const simpler =
  'Nothing else has changed. Open it in the program it comes from, save the text as .txt or .html, and import that.'

/** Why the file `name` was not read, for the user; `place` is what was being read of it, `advice` what to do instead. */
export function notRead(
  name: string,
  why: Death,
  { megabytes, seconds }: ReaderLimits,
  {
    place,
    advice = simpler,
  }: { readonly place?: string | undefined; readonly advice?: string } = {},
): ReturnType<typeof fail> {
  const head = `“${name}” was not imported: `
  const it = place === undefined ? 'it' : place
  switch (why) {
    case 'time':
      return fail(
        'unreadable',
        `${head}reading ${it} took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, so it was stopped. ${advice}`,
      )
    case 'memory':
      return fail(
        'unreadable',
        `${head}reading ${it} needs more than ${megabytes} MB of memory, so it was stopped. ${advice}`,
      )
    case 'crash':
    case 'strange':
      return fail(
        'unreadable',
        `${head}${it} is damaged, or made to look like what it is not, so that its reader broke. ${advice}`,
      )
    case 'start':
      return fail(
        'unreadable',
        `${head}the part of Assay that reads files did not start. Nothing else has changed. Close other programs or start Assay again, and import it again.`,
      )
    case 'stopped':
      return fail('cancelled', `${head}the import was stopped before it.`)
  }
}
