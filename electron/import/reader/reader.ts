import { Worker } from 'node:worker_threads'
import type { Result } from '../../../shared/outcome/result'
import { fail } from '../../../shared/outcome/result'
import type { HowToRead, ReadArticle } from '../read-article'
import { readWhole } from './read-here'
import type { ReaderAnswer, ReaderRequest } from './messages'
import { streamAnswers } from './stream-answers'

/*
 * The program of a process that reads files: bytes come in as messages, articles go out. Only tables and
 * datasets, which no message could hold, it opens itself. Whoever started it kills it when it goes too far.
 */
const say = sayer()
const stream = streamAnswers(say)
listen(request => {
  switch (request.kind) {
    case 'begin':
      watchMemory(request.megabytes)
      return
    case 'read':
      void read(request).then(say)
      return
    case 'stream':
      stream.begin(request.request)
      stream.next()
      return
    case 'next':
      stream.next()
  }
})

/** Electron gives its utility processes a port; a child of Node or of a packaged command has a channel. */
function listen(hear: (request: ReaderRequest) => void): void {
  const port = portOfElectron()
  if (port === undefined) process.on('message', hear)
  else
    port.on('message', ({ data }) => {
      hear(data as ReaderRequest)
    })
}

function sayer(): (answer: ReaderAnswer) => void {
  const port = portOfElectron()
  return answer => {
    if (port === undefined) process.send?.(answer)
    else port.postMessage(answer)
  }
}

function portOfElectron(): Electron.ParentPort | undefined {
  return (process as { readonly parentPort?: Electron.ParentPort }).parentPort
}

function watchMemory(megabytes: number): void {
  const watch = new Worker(new URL('./memory-watch.js', import.meta.url), {
    workerData: { megabytes },
  })
  watch.once('online', () => {
    say({ kind: 'ready' })
  })
}

async function read({
  id,
  name,
  bytes,
  how,
}: Extract<ReaderRequest, { kind: 'read' }>): Promise<ReaderAnswer> {
  const result = await readOrRefuse(bytes, name, how)
  if (!result.ok) return { kind: 'failure', id, failure: result.error }
  const { text: _text, ...article } = result.value
  return { kind: 'article', id, article }
}

/** What a reader throws at is a file that no reader expects: too deep for its stack, or broken inside. */
async function readOrRefuse(
  bytes: Uint8Array,
  name: string,
  how: HowToRead,
): Promise<Result<ReadArticle>> {
  try {
    return await readWhole(bytes, name, how)
  } catch {
    return fail(
      'unreadable',
      `“${name}” was not imported: it is damaged, or nested deeper than any article. Nothing else has changed. Open it in the program it comes from, save the text as .txt or .html, and import that.`,
    )
  }
}
