import * as z from 'zod'

/**
 * What may be written down of a bug: which kind, and where in the program. Never its message, which may
 * quote an article, a name or a path.
 */
export const faultSchema = z.strictObject({
  /** Name of the error, such as `TypeError`, with its code where it has one. */
  kind: z.string().regex(/^[\w$ .-]{1,100}$/),
  /** Places in the program, the innermost first: function, file of the program, line and column. */
  frames: z
    .array(z.string().regex(/^[\w$.<>[\] #-]{0,200}@[\w.-]{1,100}:\d{1,9}:\d{1,9}$/))
    .max(50),
})
export type Fault = z.infer<typeof faultSchema>

/** Where a line of V8's stack points to: `at name (file:line:column)`, `name` may be missing. */
const stackLine =
  /^\s+at (?:(?:async |new )*([\w$.<>[\] #-]{1,200}?) (?:\[as [\w$]+\] )?\()?(?:[^()\n]*[/\\])?([\w.-]{1,100}:\d{1,9}:\d{1,9})\)?$/

/** The fault behind anything that was thrown. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: typeof error, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const kind = `${error.name}${code}`.replace(/[^\w$ .-]/g, '').slice(0, 100)
  return { kind: kind === '' ? 'Error' : kind, frames: framesIn(error) }
}

/** A message may run over lines that look like a stack: where the stack begins is counted, not looked for. */
function framesIn({ name, message, stack = '', constructor }: Error): string[] {
  const head = [name, constructor.name, 'Error']
    .map(kind => (message === '' ? kind : `${kind}: ${message}`))
    .find(one => stack.startsWith(`${one}\n`))
  if (head === undefined) return []
  return stack
    .slice(head.length)
    .split('\n')
    .flatMap(line => {
      const found = stackLine.exec(line)
      return found === null ? [] : [`${found[1] ?? ''}@${found[2] ?? ''}`]
    })
    .slice(0, 50)
}
