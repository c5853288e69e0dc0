import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'
import { root } from '../root.mjs'

/*
 * A ban whose pattern is wrong bans nothing, and nobody notices. The rules that need types are off
 * here: they are TypeScript's to test, and these files exist in no project.
 */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
})

/**
 * The bans that `code` breaks if it stood at `path`.
 * @param {string} path
 * @param {string} code
 */
async function bansAt(path, code) {
  const [result] = await eslint.lintText(code, { filePath: path })
  return result?.messages
    .filter(
      ({ ruleId }) =>
        ruleId === null || /^(no-restricted|no-eval|no-new-func|no-unsan)/.test(ruleId),
    )
    .map(({ message }) => message)
    .join('\n')
}

const table = [
  {
    path: 'electron/window.ts',
    code: "import { ipcMain } from 'electron'\nexport { ipcMain }\n",
    says: 'shared/ipc/contract.ts',
    allowedAt: 'electron/ipc/handle-calls.ts',
  },
  {
    path: 'electron/window.ts',
    code: "window.webContents.send('x')\n",
    says: 'sendEvent',
    allowedAt: 'electron/ipc/send-event.ts',
  },
  {
    path: 'electron/handlers/open.ts',
    code: "import { readFileSync } from 'node:fs'\nexport { readFileSync }\n",
    says: 'electron/store',
    allowedAt: 'electron/store/journal.ts',
  },
  {
    path: 'electron/handlers/open.ts',
    code: "import { open } from 'fs/promises'\nexport { open }\n",
    says: 'electron/store',
    allowedAt: 'electron/import/decode.ts',
  },
  {
    path: 'electron/store/journal.ts',
    code: "await writeFile('a', 'b')\n",
    says: 'durable-write.ts',
    allowedAt: 'electron/store/durable-write.ts',
  },
  {
    path: 'electron/store/journal.ts',
    code: "fs.createWriteStream('a')\n",
    says: 'durable-write.ts',
    allowedAt: 'electron/store/durable-write.ts',
  },
  {
    path: 'renderer/panels/reader.tsx',
    code: 'export const it = window.workbench\n',
    says: 'workbench-api.ts',
    allowedAt: 'renderer/workbench-api.ts',
  },
  {
    path: 'electron/store/journal.ts',
    code: "import { get } from 'node:https'\nexport { get }\n",
    says: 'works offline',
    allowedAt: 'e2e/canary.ts',
  },
  {
    path: 'electron/import/pdf.ts',
    code: "import { spawn } from 'node:child_process'\nexport { spawn }\n",
    says: 'starts no programs',
    allowedAt: 'e2e/crash.ts',
  },
  { path: 'renderer/panels/reader.tsx', code: "element.innerHTML = 'a'\n", says: 'never markup' },
  { path: 'renderer/panels/reader.tsx', code: "element.outerHTML = 'a'\n", says: 'never markup' },
  {
    path: 'renderer/panels/reader.tsx',
    code: "element.insertAdjacentHTML('beforeend', 'a')\n",
    says: 'never markup',
  },
  {
    path: 'renderer/panels/reader.tsx',
    code: "export const It = () => <p dangerouslySetInnerHTML={{ __html: '' }} />\n",
    says: 'never markup',
  },
  { path: 'renderer/panels/reader.tsx', code: "document.write('a')\n", says: 'React elements' },
  { path: 'shared/text/span.ts', code: "eval('1')\n", says: 'eval' },
  { path: 'shared/text/span.ts', code: "export const run = new Function('1')\n", says: 'Function' },
  {
    path: 'electron/window.ts',
    code: "import { shell } from 'electron'\nvoid shell.openExternal('https://example.org')\n",
    says: 'opens no links',
  },
  {
    path: 'shared/codebook/codebook.ts',
    code: "export enum Kind { claim = 'claim' }\n",
    says: 'union of strings',
  },
  {
    path: 'shared/text/span.ts',
    code: 'export default 1\n',
    says: 'by its name',
    allowedAt: 'vitest.config.ts',
  },
]

describe('a ban', () => {
  it.each(table)('at $path names what to use instead: $says', async ({ path, code, says }) => {
    expect(await bansAt(path, code)).toContain(says)
  })
})

describe('what is banned elsewhere', () => {
  it.each(table.filter(row => row.allowedAt !== undefined))(
    'is allowed at $allowedAt',
    async ({ allowedAt = '', code }) => {
      expect(await bansAt(allowedAt, code)).toBe('')
    },
  )
})
