import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Annotation, AnnotationId } from '../../shared/annotation/annotation'
import { createAnnotation } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import { documentFromText } from '../../shared/article/plain-text'
import type { Edit } from '../../shared/project/change'
import { uuidV7 } from '../../shared/project/id'
import { compact } from './compact'
import type { RunCompaction } from './compaction'
import { createProject } from './create-project'
import type { Identity, Surroundings } from './identity'
import type { ProjectStore } from './project-store'
import { openProject } from './open-project'
import { sha256Hex } from './signed-text'

/** For tests: a clock and ids that count, so that every run gives the same files. */
function countingSurroundings(): Surroundings {
  let count = 0
  const tick = (): number => {
    count += 1
    return Date.UTC(2026, 0, 5, 10) + count
  }
  return {
    now: () => new Date(tick()).toISOString(),
    newId: () =>
      uuidV7(
        tick(),
        Uint8Array.from({ length: 10 }, (_, index) => (count >> index) % 256),
      ),
  }
}

export const testIdentity: Identity = {
  annotator: '0197e000-0000-7000-8000-00000000000a' as Identity['annotator'],
  name: 'Ana',
  instance: '0000aaaa',
}

/** Snapshots in this very thread. */
const compactHere: RunCompaction = job => Promise.resolve(compact(job))

export type TestProject = {
  readonly folder: string
  readonly surroundings: Surroundings
  readonly open: (identity?: Identity) => Promise<ProjectStore>
  readonly remove: () => void
}

/** A real, empty project in a temporary folder. */
export async function testProject(): Promise<TestProject> {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-project-'))
  const folder = path.join(parent, 'january')
  const surroundings = countingSurroundings()
  const created = await createProject(folder, 'January', testIdentity, surroundings)
  if (!created.ok) throw new Error(created.error.message)
  return {
    folder,
    surroundings,
    open: async (identity = testIdentity) => {
      const opened = await openProject(folder, {
        identity,
        surroundings,
        runCompaction: compactHere,
      })
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value
    },
    remove: () => {
      fs.rmSync(parent, { recursive: true, force: true })
    },
  }
}

/** Put an article with this text into the project; gives its id. */
export async function addTestArticle(
  store: ProjectStore,
  surroundings: Surroundings,
  text: string,
): Promise<ArticleId> {
  const id = surroundings.newId() as ArticleId
  const added = await store.addArticle({
    article: {
      format: 'assay-article',
      version: 1,
      minReader: 1,
      id,
      title: text.slice(0, 20),
      metadata: {},
      text,
      textSha256: sha256Hex(text),
      document: documentFromText(text),
      original: {
        file: `originals/${id}.txt`,
        name: 'a.txt',
        sha256: sha256Hex(text),
        mediaType: 'text/plain',
        encoding: 'utf-8',
        importedAt: surroundings.now(),
      },
    },
    original: { bytes: Buffer.from(text) },
  })
  if (!added.ok) throw new Error(added.error.message)
  return id
}

/** An edit that tags `[start, end)` of an article. */
export function tagEdit(
  surroundings: Surroundings,
  article: ArticleId,
  text: string,
  span: { readonly start: number; readonly end: number },
): { readonly edit: Edit; readonly annotation: Annotation } {
  const annotation = createAnnotation(text, {
    id: surroundings.newId() as AnnotationId,
    type: 'claim',
    spans: [span],
    at: surroundings.now(),
  })
  const edit: Edit = {
    id: surroundings.newId(),
    label: 'tag as claim',
    changes: [
      {
        kind: 'annotation',
        article,
        annotator: testIdentity.annotator,
        id: annotation.id,
        after: annotation,
      },
    ],
  }
  return { edit, annotation }
}
