import type { Annotator, Source } from '../../shared/annotation/annotation'
import { annotatorSchema, sourceSchema } from '../../shared/annotation/annotation'
import type { Codebook } from '../../shared/codebook/codebook'
import { codebookSchema } from '../../shared/codebook/codebook'
import { defaultCodebook } from '../../shared/codebook/default-codebook'
import { currentMinReader, currentVersion } from '../../shared/project/files'
import type { HistoryWords } from '../../shared/project/history/describe-event'
import type { CurrentFiles } from './current-files'
import type { Identity } from './identity'
import type { ProjectStore } from './project-store'

/** What all articles of a project share: its name, codebook, sources and people. */
export function projectRecords(given: {
  readonly files: CurrentFiles
  readonly identity: Identity
  readonly notice: (sentence: string) => void
}): Pick<ProjectStore, 'name' | 'codebook' | 'sources' | 'annotators' | 'annotator' | 'words'> {
  const { files, identity, notice } = given
  const readRecords = <Value>(
    wanted: string,
    schema: { parse: (value: unknown) => Value },
  ): Value[] =>
    files.list(wanted).flatMap(file => {
      const snapshot = files.read(file)
      return snapshot === undefined ? [] : [schema.parse(snapshot.content)]
    })

  const sources = (): Source[] => readRecords('sources', sourceSchema)

  const codebook = (): Codebook => {
    const snapshot = files.read('codebook.json') ?? files.restore('codebook.json')
    if (snapshot !== undefined) return codebookSchema.parse(snapshot.content)
    notice('The codebook is missing and nothing else holds it, so the usual types are shown.')
    return defaultCodebook
  }

  const words = (): HistoryWords => ({
    codebook: codebook(),
    sources: new Map(sources().map(source => [source.id, source])),
  })

  const annotator: Annotator = readRecords('annotators', annotatorSchema).find(
    known => known.id === identity.annotator,
  ) ?? {
    format: 'assay-annotator',
    version: currentVersion,
    minReader: currentMinReader,
    id: identity.annotator,
    name: identity.name,
  }

  return {
    name: () => {
      const name = files.read('project.json')?.content['name']
      return typeof name === 'string' ? name : ''
    },
    codebook,
    sources,
    annotators: () => readRecords('annotators', annotatorSchema),
    annotator,
    words,
  }
}
