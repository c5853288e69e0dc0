import fs from 'node:fs'
import path from 'node:path'
import { test } from '@playwright/test'
import { tagEdit } from '../electron/store/test-project'
import { madeUpProject, madeUpText, seededRandom } from './made-up-project'
import { isSmoke, percentile, report } from './table'

/*
 * What does it cost to save one annotation so that it survives a power cut? Each save is paired with a
 * bare append and fdatasync of 200 bytes on the same disk, and the ratio is what counts.
 */
const rounds = isSmoke ? 5 : 300

test('a durable save against a bare fdatasync', async () => {
  const rows = []
  for (const annotations of isSmoke ? [100] : [100, 1_000, 10_000, 50_000]) {
    const { project, store, ids } = await madeUpProject([{ characters: 1_000_000, annotations }])
    const text = madeUpText(1_000_000, seededRandom(7))
    const bare = fs.openSync(path.join(path.dirname(project.folder), 'bare'), 'a')
    const bytes = Buffer.alloc(200, 'x')
    const saves: number[] = []
    const floors: number[] = []
    const article = ids[0]
    if (article === undefined) throw new Error('The project has no article')
    for (let round = 0; round < rounds; round += 1) {
      floors.push(
        await timed(async () => {
          fs.writeSync(bare, bytes)
          await new Promise<void>((resolve, reject) => {
            fs.fdatasync(bare, error => {
              if (error) reject(error)
              else resolve()
            })
          })
        }),
      )
      const { edit } = tagEdit(project.surroundings, article, text, {
        start: round * 40,
        end: round * 40 + 20,
      })
      saves.push(
        await timed(async () => {
          const saved = await store.appendEdit(edit)
          if (!saved.ok) throw new Error(saved.error.message)
        }),
      )
    }
    rows.push({
      annotations,
      'save p50 ms': percentile(saves, 50),
      'save p95 ms': percentile(saves, 95),
      'fdatasync p50 ms': percentile(floors, 50),
      'fdatasync p95 ms': percentile(floors, 95),
      'ratio p50': percentile(saves, 50) / percentile(floors, 50),
      'target ratio': 1.5,
    })
    fs.closeSync(bare)
    await store.close()
    project.remove()
  }
  report('save', rows)
})

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
