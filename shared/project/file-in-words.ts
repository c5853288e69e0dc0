/** What the ids in the names of files mean, as far as it is known. */
export type NamesOfFiles = {
  readonly title: (article: string) => string | undefined
  readonly person: (annotator: string) => string | undefined
  readonly source: (source: string) => string | undefined
  /** The annotator whose annotations are “your annotations”. */
  readonly you?: string | undefined
}

/** What a file of a project holds, in words that stand behind “the file with”; a file that is none of ours by its name. */
export function contentInWords(file: string, names: NamesOfFiles): string {
  const [folder = '', name = ''] = file.split('/')
  const [id = '', second = ''] = name.split('.')
  const article = (): string => {
    const title = names.title(id)
    return title === undefined ? 'an article whose title cannot be read' : `“${title}”`
  }
  switch (folder) {
    case 'project.json':
      return 'the name of the project'
    case 'codebook.json':
      return 'the codebook'
    case 'annotations':
      return `${whose(second, names)} annotations of ${article()}`
    case 'metadata':
      return `the details of ${article()}`
    case 'articles':
      return `the text of ${article()}`
    case 'originals':
      return `what ${article()} was imported from`
    case 'sources': {
      const source = names.source(id)
      return source === undefined ? 'a source whose name cannot be read' : `the source “${source}”`
    }
    case 'annotators':
      return id === names.you ? 'your name' : `the name of ${names.person(id) ?? 'an annotator'}`
    case 'journal':
      return `${whose(id, names)} record of edits`
    default:
      return `the name “${file}”`
  }
}

function whose(annotator: string, { person, you }: NamesOfFiles): string {
  if (annotator === you) return 'your'
  const name = person(annotator)
  return name === undefined ? 'somebody’s' : `${name}’s`
}
