import * as z from 'zod'

/** What users can meet and the program expects; bugs throw instead. */
export const failureKinds = [
  'cancelled',
  'not-a-project',
  'damaged',
  'newer',
  'in-use',
  'read-only',
  'disk-full',
  'not-saved',
  'vanished',
  'unreadable',
  'empty',
  'binary',
  'too-large',
  'unknown-format',
  'other-project',
  'refused',
] as const
export type FailureKind = (typeof failureKinds)[number]

export const failureSchema = z.strictObject({
  kind: z.enum(failureKinds),
  /** What happened, what it means for the user's work and what to do: shown as it is. */
  message: z.string(),
})
export type Failure = z.infer<typeof failureSchema>

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure }

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function fail(kind: FailureKind, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { kind, message } }
}

/** The schema of a `Result` whose value is `value`. */
export function resultOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: failureSchema }),
  ])
}

/** Closes a `switch` over a union: a kind without a case does not compile. */
export function assertNever(value: never): never {
  throw new RangeError(`A case nobody thought of: ${JSON.stringify(value)}`)
}
