/** Where the headers of a mail must have ended, and how much of it is looked at. */
const longestHead = 64 * 1024

const known =
  /^(?:from|to|cc|subject|date|sender|reply-to|message-id|mime-version|content-type|content-transfer-encoding|received|return-path|delivered-to|dkim-signature|x-mailer|user-agent|list-id|arc-seal|authentication-results|x-received|envelope-to|in-reply-to|snapshot-content-location|x-[a-z-]+):/i

/** Only programs write these; a letter in a text file may have the others. */
const certain = /^(?:message-id|mime-version|received|return-path|dkim-signature|x-received):/im

/** The headers of a mail or a saved page at the start of `bytes`, folded lines joined, or `undefined` when there are none. */
export function mailHead(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, longestHead))
  const text = start.replace(/^(?:ï»¿|\s)*(?:From \S.*\r?\n)?/, '')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const head = text.slice(0, end).replace(/\r?\n[ \t]+/g, ' ')
  const lines = head.split(/\r?\n/)
  if (!known.test(lines[0] ?? '') || !lines.every(line => /^[\w-]+:/.test(line))) return undefined
  const count = lines.filter(line => known.test(line)).length
  return count >= 3 || (count >= 2 && certain.test(head)) ? head : undefined
}

/** Headers of what was sent, or is by somebody with an address: a browser gives none of them to what it saves. */
const isFromSomebody =
  /^(?:(?:to|cc|received|delivered-to|return-path|reply-to|in-reply-to):|from:.*@)/im

/** Whether `head` are the headers of a web page saved as one file, and not of a mail. */
export function isSavedPage(head: string): boolean {
  return (
    /^content-type:\s*(?:multipart\/related|text\/html)/im.test(head) &&
    (/^(?:snapshot-content-location|content-location):/im.test(head) ||
      /^from:\s*[<"]?saved by/im.test(head) ||
      !isFromSomebody.test(head))
  )
}

/** The value of a header, or `undefined`. */
export function headerIn(head: string, name: string): string | undefined {
  const line = head.split(/\r?\n/).find(candidate => candidate.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}
