import fs from 'node:fs'
import path from 'node:path'
import type { ScreenName } from './screens'
import { papersOf, pictureOf, screens } from './screens'

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'screens')

/** The page that shows all pictures there are; says which are missing, and how large they are together. */
export function writePage(): void {
  const names = Object.keys(screens) as ScreenName[]
  const rows = names.map(name => {
    const cells = papersOf(name).map(paper => {
      const picture = pictureOf(name, paper)
      if (!fs.existsSync(path.join(folder, picture)))
        process.stdout.write(`There is no ${picture}.\n`)
      return `<a href="${picture}"><img src="${picture}" width="380" alt="${screens[name]}, ${paper}"></a>`
    })
    return `| ${screens[name]} | ${cells[0] ?? ''} | ${cells[1] ?? ''} |`
  })
  const page = [
    '# Screens',
    '',
    'Every screen and state in light and dark, drawn by the real app on the sample project: `npm run screens` makes them anew, `npm run screens -- -g "the list"` only those of one scene.',
    '',
    '| what | light | dark |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
  fs.writeFileSync(path.join(folder, 'README.md'), page)
  const pictures = fs.readdirSync(folder).filter(name => name.endsWith('.webp'))
  const bytes = pictures.reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0)
  process.stdout.write(`${pictures.length} pictures, ${Math.ceil(bytes / 1000)} kB in all.\n`)
}
