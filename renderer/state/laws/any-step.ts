import fc from 'fast-check'

/** Not run as they are: closing has a step of its own, and what `toggle-stop` changes is tested elsewhere. */
const left = ['close-project', 'toggle-stop']

const word = fc.constantFrom('a', 'b 😡', '“c”')
const place = { from: fc.nat({ max: 60 }), length: fc.nat({ max: 12 }) }
const which = fc.nat({ max: 5 })

/** Something a person does; numbers choose among what is there at that moment. */
export function anyStep(commands: readonly string[]) {
  const run = (...ids: readonly string[]) => ids.filter(id => commands.includes(id))
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('select-and-run' as const),
        ...place,
        command: fc.constantFrom(
          ...run(
            'tag-claim',
            'tag-claim',
            'tag-quote',
            'tag-figure',
            'repeat-tag',
            'repeat-all',
            'extend-annotation',
            'arm-tag',
            'arm-claim',
            'arm-quote',
            'arm-figure',
            'edit-annotation',
          ),
        ),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('go-and-run' as const),
        which,
        command: fc.constantFrom(
          ...run(
            'delete-annotation',
            'copy-attributes',
            'copy-attributes',
            'copy-attributes',
            'same-source',
            'same-source',
            'link',
          ),
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('link' as const), which, to: which }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('attribute' as const),
        which,
        attribute: which,
        value: fc.nat({ max: 4 }),
        word,
      }),
    },
    // Who says it, without which nobody is the same as before and nobody is merged.
    {
      weight: 12,
      arbitrary: fc.record({
        do: fc.constant('attribute' as const),
        which,
        attribute: fc.constant(0),
        value: fc.integer({ min: 1, max: 4 }),
        word,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('boundary' as const),
        which,
        edge: fc.constantFrom('move-start', 'move-end'),
        ...place,
        end: fc.constantFrom('edit-annotation', 'edit-annotation', 'leave'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('choose-kind' as const),
        kind: which,
        from: which,
        to: which,
        article: which,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('unlink' as const), which }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('note' as const),
        which,
        word: fc.oneof(word, fc.constant('')),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), article: which }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('title' as const),
        word: fc.oneof(word, fc.constant(undefined)),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('detail' as const),
        field: fc.constantFrom('place', 'desk'),
        word: fc.oneof(word, fc.constantFrom('', undefined)),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('run' as const),
        command: fc.constantFrom(
          ...run('mark-new', 'mark-new', 'mark-done', 'mark-in-progress'),
          ...run('finish-article', 'remove-article'),
        ),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('put-back' as const), article: which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rename-project' as const), word }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('tag-hits' as const),
        type: which,
        hits: fc.uniqueArray(fc.record({ article: which, from: fc.nat({ max: 9 }) }), {
          minLength: 1,
          maxLength: 4,
          selector: hit => JSON.stringify(hit),
        }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('many' as const),
        how: fc.constantFrom('delete', 'retag'),
        type: which,
        every: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('name-type' as const), which, word }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('drop-choice' as const),
        which,
        into: which,
        plan: fc.constantFrom('keep' as const, 'delete' as const, 'move' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('rename-source' as const), which, word }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('merge-sources' as const), which, into: which }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('run' as const),
        command: fc.constantFrom('undo', 'undo', 'undo', 'redo', 'redo'),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('run' as const),
        command: fc.constantFrom(...commands.filter(id => !left.includes(id))),
      }),
    },
  )
  /** `isSlow`: main has not answered yet when the next step comes. */
  return fc.record({ step, isSlow: fc.boolean() })
}
type Unwrapped<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
export type Step = Unwrapped<ReturnType<typeof anyStep>>['step']
