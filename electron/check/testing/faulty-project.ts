import fs from 'node:fs'
import path from 'node:path'
import type { AnnotationsFile } from '../../../shared/project/files'
import { stableJson } from '../../../shared/project/stable-json'
import { signText } from '../../store/signed-text'
import type { TestProject } from '../../store/test-project'
import { addTestArticle, tagEdit, testIdentity, testProject } from '../../store/test-project'

const faultyText = '“We lost 1,600 boats 🚢,” the council said. Six died in Belmar.'

/** For tests: a small, closed project with two annotations on one article. */
export async function smallProject(): Promise<TestProject & { readonly article: string }> {
  const project = await testProject()
  const store = await project.open()
  const article = await addTestArticle(store, project.surroundings, faultyText)
  for (const span of [
    { start: 1, end: 8 },
    { start: 9, end: 14 },
  ]) {
    const saved = await store.appendEdit(
      tagEdit(project.surroundings, article, faultyText, span).edit,
    )
    if (!saved.ok) throw new Error(saved.error.message)
  }
  await store.close()
  return { ...project, article }
}

/** Names of all regular files below a folder, without the lock. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'lock')
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort()
}

/** Name of the one annotation file. */
export function annotationsName(article: string): string {
  return `annotations/${article}.${testIdentity.annotator}.json`
}

type Loose = { [key: string]: unknown }
type LooseFile = Omit<AnnotationsFile, 'annotations' | 'relations'> & {
  annotations: Loose[]
  relations: Loose[]
}

/** Change the annotation file as a program would that signs what it writes. */
export function forgeAnnotations(
  project: { readonly folder: string; readonly article: string },
  change: (content: LooseFile) => void,
): void {
  const file = path.join(project.folder, annotationsName(project.article))
  const { sha256: _sha256, ...content } = JSON.parse(fs.readFileSync(file, 'utf8')) as LooseFile
  change(content)
  fs.writeFileSync(file, signText(stableJson(content), 'generation'))
}
