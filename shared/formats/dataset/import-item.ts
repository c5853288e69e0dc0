import type { DatasetLine } from './dataset-line'

/** Something an import has to say about one thing of a dataset; whatever did not come in is here, with its words. */
export type ImportItem = {
  /**
   * `refused`: did not come in. `kept`: the project's own version stayed. `replaced`: the dataset's newer
   * version won. `remark`: came in, but not exactly as it stood.
   */
  readonly kind: 'refused' | 'kept' | 'replaced' | 'remark'
  /** Line of `articles.jsonl`, from 1; absent for the files beside it. */
  readonly line?: number | undefined
  /** Ids as the dataset has them. */
  readonly article?: string | undefined
  readonly annotation?: string | undefined
  readonly relation?: string | undefined
  /** The words of a refused annotation's spans. */
  readonly words?: readonly string[] | undefined
  readonly message: string
}

/** An item about a line, or about one of its annotations. */
export function itemOf(
  line: DatasetLine,
  kind: ImportItem['kind'],
  message: string,
  annotation?: string,
): ImportItem {
  return { kind, line: line.number, article: line.id, annotation, message }
}

/** The sentence with the words it is about behind it, when they are known. */
export function itemInWords({ message, words = [] }: ImportItem): string {
  const said = words.filter(word => word.trim() !== '')
  return said.length === 0 ? message : `${message} (${said.join(' … ')})`
}
