/** The engine's second half has no types of its own; importing it is all that is done with it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
