import { createHash } from 'node:crypto'
import type { AnnotatorId } from '../../shared/annotation/annotation'
import type { ArticleId } from '../../shared/article/article'
import type { KeptFile, versionCalls as calls, Versioned } from '../../shared/ipc/version-calls'
import type { Result } from '../../shared/outcome/result'
import { fail, succeed } from '../../shared/outcome/result'
import { annotationFile } from '../../shared/project/change'
import { differencesOf } from '../handlers/differences-of'
import type { OpenProjects } from '../handlers/open-projects'
import type { HandlersOf } from '../ipc/handle-calls'
import type { ProjectStore } from '../store/project-store'
import type { Backups } from './backups'
import type { KeptGeneration } from './keep-generation'
import { goodGenerations } from './keep-generation'
import { backedUp } from './while-open'

type VersionCalls = HandlersOf<typeof calls>

const vanished = fail(
  'vanished',
  'This earlier version is not kept any more, because newer ones took its place. Choose another one.',
)

/** The calls about earlier versions of single files, which are named by what they hold and told apart by their bytes. */
export function versionCalls({
  projects,
  backups,
}: {
  readonly projects: OpenProjects
  readonly backups: Backups
}): VersionCalls {
  const versionsOf = (store: ProjectStore, of: Versioned): readonly KeptGeneration[] =>
    backups.places(backedUp(store)).flatMap(place => goodGenerations(place, fileOf(of)))

  const withVersion = async <Value>(
    { project, of, version }: Parameters<VersionCalls['useVersion']>[0],
    use: (
      store: ProjectStore,
      file: string,
      bytes: Buffer,
    ) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const store = projects.get(project)
    if (!store.ok) return store
    const kept = versionsOf(store.value, of).find(({ bytes }) => nameOf(bytes) === version)
    return kept === undefined ? vanished : use(store.value, fileOf(of), kept.bytes)
  }

  return {
    listVersions: async ({ project, article }) => {
      const store = projects.get(project)
      if (!store.ok) return store
      if (store.value.readOnly === undefined) await store.value.settle(article)
      return succeed({
        files: versioned(store.value, article).flatMap((of): KeptFile[] => {
          const versions = differing(store.value, fileOf(of), versionsOf(store.value, of))
          const what = store.value.inWords(fileOf(of))
          return versions.length === 0 ? [] : [{ of, what, versions }]
        }),
      })
    },
    compareVersion: asked =>
      withVersion(asked, (store, file, bytes) => {
        const changes = store.changesToBytes(file, bytes)
        if (!changes.ok) return changes
        return succeed({ what: store.inWords(file), ...differencesOf(store, changes.value) })
      }),
    useVersion: asked => withVersion(asked, (store, file, bytes) => store.useBytes(file, bytes)),
  }
}

/** What earlier versions are offered of: the own annotations of the article, then what all articles share. */
function versioned(store: ProjectStore, article: ArticleId | undefined): Versioned[] {
  const annotator: AnnotatorId = store.annotator.id
  return [
    ...(article === undefined ? [] : [{ kind: 'annotations' as const, article, annotator }]),
    { kind: 'codebook' },
    { kind: 'project' },
    ...store.sources().map(({ id }) => ({ kind: 'source' as const, source: id })),
  ]
}

function fileOf(of: Versioned): string {
  switch (of.kind) {
    case 'annotations':
      return annotationFile(of.article, of.annotator)
    case 'source':
      return `sources/${of.source}.json`
    case 'codebook':
      return 'codebook.json'
    case 'project':
      return 'project.json'
  }
}

/** Those that say something else than the present file, the newest first, each once. */
function differing(
  store: ProjectStore,
  file: string,
  kept: readonly KeptGeneration[],
): KeptFile['versions'] {
  const seen = new Set<string>()
  return kept
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .flatMap(({ bytes, at }) => {
      const version = nameOf(bytes)
      if (seen.has(version)) return []
      seen.add(version)
      const changes = store.changesToBytes(file, bytes)
      return changes.ok && changes.value.length > 0 ? [{ version, at }] : []
    })
}

function nameOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
