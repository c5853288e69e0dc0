import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../root.mjs'

/*
 * Rules that nobody breaks look the same as rules that see nothing. So: a tree with one violation of
 * each, beside neighbours that are right.
 */
const tree = {
  'shared/text/span.ts': 'export const span = 1\n',
  'shared/text/up.ts': "export { article } from '../article/article.ts'\n",
  'shared/text/reads-files.ts': "import { readFileSync } from 'node:fs'\nexport { readFileSync }\n",
  'shared/text/one.ts': "import { two } from './two.ts'\nexport const one = () => two\n",
  'shared/text/two.ts': "import { one } from './one.ts'\nexport const two = () => one\n",
  'shared/article/article.ts':
    "import * as z from 'zod'\nexport { span } from '../text/span.ts'\nexport const article = z.string()\n",
  'shared/annotation/knows-window.ts': "export type { Panel } from '../../renderer/panel.ts'\n",
  'shared/formats/csv.ts': "export { article } from '../article/article.ts'\n",
  'shared/ipc/contract.ts': "export { article } from '../formats/csv.ts'\n",
  'shared/ipc/lost.ts': "export { nothing } from './nothing.ts'\n",
  'electron/main.ts':
    "import { app } from 'electron'\nimport { span } from '../shared/text/span.ts'\nexport { app, span }\n",
  'electron/preload.ts':
    "import { ipcRenderer } from 'electron'\nimport { span } from '../shared/text/span.ts'\nexport { ipcRenderer, span }\n",
  'electron/knows-window.ts': "export type { Panel } from '../renderer/panel.ts'\n",
  'electron/knows-scripts.ts': "export { setUp } from '../scripts/set-up.mjs'\n",
  'renderer/panel.ts':
    "export { span } from '../shared/text/span.ts'\nexport type Panel = string\n",
  'renderer/knows-main.ts':
    "import type { app } from '../electron/main.ts'\nexport type App = typeof app\n",
  'renderer/uses-node.ts': "import { join } from 'node:path'\nexport { join }\n",
  'renderer/uses-electron.ts': "import { shell } from 'electron'\nexport { shell }\n",
  'renderer/panel.test.ts': "import { readFileSync } from 'node:fs'\nexport { readFileSync }\n",
  'scripts/set-up.mjs': 'export const setUp = 1\n',
}

const expected = [
  'app-stands-alone: electron/knows-scripts.ts',
  'everything-resolves: shared/ipc/lost.ts',
  'no-cycles: shared/text/one.ts',
  'preload-stays-tiny: electron/preload.ts',
  'processes-meet-in-shared: electron/knows-window.ts',
  'processes-meet-in-shared: renderer/knows-main.ts',
  'processes-meet-in-shared: renderer/uses-electron.ts',
  'processes-meet-in-shared: renderer/uses-node.ts',
  'shared-floors: shared/text/up.ts',
  'shared-is-pure: shared/annotation/knows-window.ts',
  'shared-is-pure: shared/ipc/lost.ts',
  'shared-is-pure: shared/text/reads-files.ts',
  'window-without-writers: shared/ipc/contract.ts',
]

/** @type {string} */
let folder

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-layers-'))
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(join(root, name), join(folder, name))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('reports each broken rule by its name, and nothing else', () => {
  const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { stdout } = spawnSync(
    process.execPath,
    [tool, ...args, 'shared', 'electron', 'renderer', 'scripts'],
    { cwd: folder, encoding: 'utf8' },
  )
  /** @type {{ rule: { name: string }, from: string }[]} */
  const violations = JSON.parse(stdout).summary.violations
  const found = violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  expect([...new Set(found)].sort()).toEqual(expected)
})
