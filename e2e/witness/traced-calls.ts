import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** Calls of the system by which a program reaches another. */
const traced = 'connect,sendto,sendmsg,sendmmsg'

/**
 * Words before a command that write down each such call of it and of everything it starts; none where strace
 * is not to be had. A second witness: it sees what is tried, also where no packet comes of it.
 */
export function tracer(file: string): readonly string[] {
  const words = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', `trace=${traced}`]
  const tried = spawnSync('strace', [...words.slice(1), '-o', '/dev/null', 'true'])
  return tried.status === 0 ? [...words, '-o', file] : []
}

/** Ends of this computer. */
const near = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/

/**
 * Two addresses that Chromium connects to without sending anything, to learn whether there is IPv6 and which
 * card a call between peers would take. That no packet comes of it is the other witness's to tell.
 */
const probe = /connect\(.*(?:inet_addr\("8\.8\.8\.8"|AF_INET6, "2001:4860:4860::8888")/

/** Calls that name an address of a network, but for those that are known to lead nowhere. */
export function farCallsIn(file: string): readonly string[] {
  if (!fs.existsSync(file)) return []
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => /sa_family=AF_INET6?/.test(line) && !near.test(line) && !probe.test(line))
}
