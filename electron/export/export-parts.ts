import type { AnnotatorId } from '../../shared/annotation/annotation'
import type {
  ExportArticle,
  ExportContext,
  ExportFormat,
  ExportPiece,
  ExportWriter,
  Split,
} from '../../shared/formats/format'

/** One writer of an export, its files in a folder of their own when the export is split. */
export type ExportPart = {
  readonly begin: () => readonly ExportPiece[]
  readonly article: ExportWriter['article']
  readonly end: () => readonly ExportPiece[]
  /** Those whose work the part holds; its caller adds them. */
  readonly annotators: Set<AnnotatorId>
}

export type ExportParts = {
  readonly all: readonly ExportPart[]
  /** The part an article belongs to. Throws RangeError for an article without a split in a split export. */
  readonly partOf: (article: ExportArticle) => ExportPart
}

/** The writers of an export: one, or one for each split when the format does not place the splits itself. */
export function exportParts(format: ExportFormat, context: ExportContext): ExportParts {
  if (context.splits.length === 0 || format.splits === 'own') {
    const only = partOf(format.start(context), undefined)
    return { all: [only], partOf: () => only }
  }
  const parts = new Map(context.splits.map(split => [split, partOf(format.start(context), split)]))
  return {
    all: [...parts.values()],
    partOf: ({ id, split }) => {
      const part = split === undefined ? undefined : parts.get(split)
      if (part === undefined) throw new RangeError(`Article ${id} has no split in a split export`)
      return part
    },
  }
}

function partOf(writer: ExportWriter, split: Split | undefined): ExportPart {
  const annotators = new Set<AnnotatorId>()
  const placed = (pieces: readonly ExportPiece[]): readonly ExportPiece[] =>
    split === undefined ? pieces : pieces.map(piece => inFolder(piece, split))
  return {
    annotators,
    begin: () => placed(writer.begin()),
    article: article => {
      const { pieces, losses } = writer.article(article)
      return { pieces: placed(pieces), losses }
    },
    end: () => placed(writer.end(annotators)),
  }
}

function inFolder(piece: ExportPiece, split: Split): ExportPiece {
  return piece.archive === undefined
    ? { ...piece, file: `${split}/${piece.file}` }
    : { ...piece, archive: `${split}/${piece.archive}` }
}
