import type { IpcMainInvokeEvent } from 'electron'
import { ipcMain } from 'electron'
import * as z from 'zod'
import type { CallName } from '../../shared/ipc/contract'
import type { FileHandle } from '../../shared/ipc/handles'
import {
  callChannel,
  calls,
  filesChannel,
  longestCallLength,
  longestEditLength,
} from '../../shared/ipc/contract'
import { appOrigin } from '../app-scheme'

type Calls = Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>

/** One function for each of these calls: parsed input in, plain values out; nothing of Electron. */
export type HandlersOf<Some extends Calls> = {
  readonly [Name in keyof Some]: (
    input: z.output<Some[Name]['input']>,
  ) => z.output<Some[Name]['output']> | Promise<z.output<Some[Name]['output']>>
}

/** One function for each call of the contract. */
export type Handlers = HandlersOf<typeof calls>

/**
 * Serve the window's calls. A call from any other frame, with an unknown name, too large, or of the
 * wrong shape is refused before a handler sees it. The only user of `ipcMain`.
 */
export function handleCalls(
  handlers: Handlers,
  registerFile: (path: string) => FileHandle,
  isOurWindow: (event: IpcMainInvokeEvent) => boolean,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    refuseStrangers(event, isOurWindow)
    return answerCall(handlers, name, input)
  })
  ipcMain.handle(filesChannel, (event, paths: unknown) => {
    refuseStrangers(event, isOurWindow)
    // A dragged picture or text has no path; it is none of the files.
    return z
      .array(z.string())
      .max(100_000)
      .parse(paths)
      .filter(path => path !== '')
      .map(registerFile)
  })
}

/** Check and serve one call; throws for what only a broken or hostile window sends. */
export async function answerCall(
  handlers: Handlers,
  name: unknown,
  input: unknown,
): Promise<unknown> {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) throw new Error('No such call')
  const call = name as CallName
  const longest = call === 'appendEdit' ? longestEditLength : longestCallLength
  if (JSON.stringify(input ?? null).length > longest) throw new Error('The call is too large')
  const parsed = calls[call].input.safeParse(input)
  if (!parsed.success)
    throw new Error(`The call ${call} was not understood: ${z.prettifyError(parsed.error)}`)
  const handler = handlers[call] as (input: unknown) => unknown
  return await handler(parsed.data)
}

function refuseStrangers(
  event: IpcMainInvokeEvent,
  isOurWindow: (event: IpcMainInvokeEvent) => boolean,
): void {
  const frame = event.senderFrame
  const isMainFrame = frame !== null && frame === event.sender.mainFrame
  if (!isMainFrame || !isOurPage(frame.url) || !isOurWindow(event))
    throw new Error('Calls are served only to the window of Assay')
}

function isOurPage(address: string): boolean {
  const origin = appOrigin()
  return address === origin || address.startsWith(`${origin}/`)
}
