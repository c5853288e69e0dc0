import type { WebContents } from 'electron'
import type { EventName, EventPayload } from '../../shared/ipc/contract'
import { eventChannel, events } from '../../shared/ipc/contract'

/** Tell the window something it did not ask for; a window that is gone is not told. */
export function sendEvent<Name extends EventName>(
  contents: WebContents | undefined,
  name: Name,
  payload: EventPayload<Name>,
): void {
  if (contents === undefined || contents.isDestroyed()) return
  contents.send(eventChannel, name, events[name].parse(payload))
}
