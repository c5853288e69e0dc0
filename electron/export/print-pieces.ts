import type { ExportFormat, ExportPiece } from '../../shared/formats/format'
import type { Result } from '../../shared/outcome/result'
import { steadyPdf } from './steady-pdf'

/** Prints whole HTML pages, one after the other. */
export type Printer = {
  /** The page as PDF, on the paper that its style asks for. */
  readonly print: (page: string) => Promise<Result<Uint8Array>>
  /** Let go of it; fine to call twice. */
  readonly close: () => void
}

/** Why a printed format is refused where nothing can print it. */
export function noPrinter({ label }: Pick<ExportFormat, 'label'>): string {
  return `${label}: pages are printed by the program’s window, which the command line does not have, so nothing was exported. Export it from the window, or take --format html and print the pages from any browser: they are the same.`
}

/** Carries a page that could not be printed through the writer, which leaves the earlier export as it was. */
export class NotPrinted extends Error {}

/** The pieces with every page printed. Throws NotPrinted with a sentence for the user. */
export async function printedPieces(
  pieces: readonly ExportPiece[],
  printer: Printer | undefined,
): Promise<readonly ExportPiece[]> {
  if (printer === undefined) return pieces
  const printed: ExportPiece[] = []
  for (const piece of pieces) {
    if (piece.isPage !== true) {
      printed.push(piece)
      continue
    }
    const { text, isPage: _isPage, ...rest } = piece
    const result = await printer.print(text)
    if (!result.ok) throw new NotPrinted(`“${piece.file}” ${result.error.message}`)
    printed.push({ ...rest, bytes: steadyPdf(result.value) })
  }
  return printed
}
