import { setTimeout } from 'node:timers/promises'

/** More than this of what a process writes is not kept. */
const keptCharacters = 4000
/** How long the rest of its words may take to arrive after its end, in milliseconds. */
const patienceMs = 500

/** Collects the end of what a process writes; the answer is asked for once the process has ended. */
export function lastWords(stream: NodeJS.ReadableStream | null): () => Promise<string> {
  if (stream === null) return () => Promise.resolve('')
  let said = ''
  const ended = new Promise(resolve => stream.once('close', resolve).once('end', resolve))
  stream.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-keptCharacters)
  })
  return async () => {
    await Promise.race([ended, setTimeout(patienceMs)])
    return said
  }
}
