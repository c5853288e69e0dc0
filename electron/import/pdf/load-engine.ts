import type * as engine from 'pdfjs-dist/legacy/build/pdf.mjs'

type Engine = typeof engine

let loaded: Promise<Engine> | undefined

/**
 * The PDF engine, loaded when the first PDF is read. Its second half, which it would start as a worker
 * from a file, is loaded into this process, so that one bundle is all it needs.
 */
export function loadEngine(): Promise<Engine> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Engine> {
  // The engine asks for what it would draw pages with, and complains when it is not there. Nothing is drawn here.
  const scope = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown }
  scope.DOMMatrix ??= Object
  scope.ImageData ??= Object
  scope.Path2D ??= Object
  const { warn } = console
  console.warn = () => undefined
  try {
    // It registers itself as `globalThis.pdfjsWorker`, where the engine looks for it.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}
