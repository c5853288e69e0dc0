import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { checkout, expect, test } from './app'
import type { BareWindow } from './witness/bare-window'
import { buildBare } from './witness/build-bare'
import type { LayerName } from './witness/layer-samples'
import { layerSamples } from './witness/layer-samples'
import type { Packet } from './witness/own-network'
import { watched, whyUnwatched } from './witness/own-network'
import { farCallsIn, tracer } from './witness/traced-calls'

/*
 * The witness stands outside the program: a network of its own, in which every address belongs to a
 * canary. What the program asks for and what leaves it is seen there, whatever the program itself says.
 */
const reason = whyUnwatched()
test.skip(reason !== undefined, reason)

const electron = createRequire(import.meta.url)('electron') as string

/** Layers that are switches of a whole program, or that every window shares: each has a run of its own. */
const aloneInProgram: ReadonlySet<LayerName> = new Set(['host-resolver-rules', 'no spell checker'])

test('each layer alone stops what it is there for, and without it that gets out', async ({
  folder,
}) => {
  const bare = path.join(folder, 'bare')
  await buildBare(bare)
  const run = async (name: string, windows: readonly BareWindow[]): Promise<Packet[]> => {
    const own = path.join(folder, name)
    fs.mkdirSync(own)
    const { code, output, packets } = await watched(
      [electron, bare, `--user-data-dir=${path.join(own, 'settings')}`, JSON.stringify(windows)],
      { folder: own, limitMs: 40_000 },
    )
    expect(code, output).toBe(0)
    return [...packets]
  }
  const windows = layerSamples.map((sample, index) => {
    const page = path.join(folder, `page-${String(index)}`)
    fs.mkdirSync(page)
    fs.writeFileSync(path.join(page, 'index.html'), sample.html)
    return { sample, folder: page }
  })
  const locked = windows.map(one => ({ ...one, layer: one.sample.layer }))
  const [unlocked, resolver, dictionary, others] = await Promise.all([
    run(
      'none',
      windows.map(one => ({ ...one, layer: undefined })),
    ),
    run(
      'names',
      locked.filter(({ layer }) => layer === 'host-resolver-rules'),
    ),
    run(
      'dictionary',
      locked.filter(({ layer }) => layer === 'no spell checker'),
    ),
    run(
      'each',
      locked.filter(({ layer }) => !aloneInProgram.has(layer)),
    ),
  ])
  expect(tracesIn(unlocked)).toEqual(layerSamples.map(({ trace }) => trace))
  expect(resolver).toEqual([])
  expect(dictionary).toEqual([])
  // These windows still ask for the dictionary, which is not their layer's matter.
  const own = new Set(
    layerSamples.filter(({ layer }) => !aloneInProgram.has(layer)).map(({ trace }) => trace),
  )
  expect(tracesIn(others).filter(trace => own.has(trace))).toEqual([])
})

test('no byte leaves while hostile articles are opened and everything is used', async ({
  folder,
}) => {
  test.setTimeout(120_000)
  const trace = path.join(folder, 'calls.trace')
  const { code, output, packets } = await watched(
    [
      ...tracer(trace),
      process.execPath,
      path.join(checkout, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      path.join(checkout, 'e2e', 'witness', 'playwright.config.ts'),
    ],
    { folder, limitMs: 110_000, env: { ASSAY_WITNESS: folder } },
  )
  expect(code, output).toBe(0)
  expect(packets).toEqual([])
  expect(farCallsIn(trace)).toEqual([])
})

/** The traces of the samples that were seen, in their order. */
function tracesIn(packets: readonly Packet[]): string[] {
  const seen = new Set(packets.flatMap(({ address, name }) => [address, name]))
  return layerSamples.map(({ trace }) => trace).filter(trace => seen.has(trace))
}
