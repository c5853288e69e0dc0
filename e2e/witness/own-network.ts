import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** A packet that left the program for somewhere else than this computer. */
export type Packet = {
  readonly protocol: 'tcp' | 'udp'
  readonly address: string
  readonly port: number
  /** The name that was asked for, for a question about names. */
  readonly name: string
}

export type Watched = {
  readonly code: number
  /** Standard output and standard error. */
  readonly output: string
  readonly packets: readonly Packet[]
}

/** Why a network of one's own is not to be had on this machine, or `undefined` when it is. */
export function whyUnwatched(): string | undefined {
  if (process.platform !== 'linux') return 'Networks of one’s own are a matter of Linux'
  const tried = spawnSync(
    'unshare',
    [
      '-rn',
      'sh',
      '-c',
      'ip link set lo up && ip route add local 0.0.0.0/0 dev lo && python3 -c "" && unshare -U --map-user=1000 true',
    ],
    { encoding: 'utf8' },
  )
  return tried.status === 0
    ? undefined
    : `No network of its own here (unshare, iproute2 and python3 are needed): ${tried.stderr}`
}

/**
 * Run a command as an ordinary user in a network of its own, where every address is a canary that writes
 * down who is asked. Files of the run go into `folder`, which must exist; it is killed after `limitMs`.
 */
export function watched(
  [command = '', ...words]: readonly string[],
  {
    folder,
    limitMs,
    env = {},
  }: {
    readonly folder: string
    readonly limitMs: number
    readonly env?: Readonly<Record<string, string>>
  },
): Promise<Watched> {
  const records = path.join(folder, 'packets.jsonl')
  const script = path.join(import.meta.dirname, 'own-network.sh')
  return new Promise(resolve => {
    execFile(
      'unshare',
      ['-rn', '--kill-child', 'sh', script, records, command, ...words],
      {
        encoding: 'utf8',
        timeout: limitMs,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, HOME: folder, ...env },
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        resolve({ code, output: `${stdout}${stderr}`, packets: packetsIn(records) })
      },
    )
  })
}

function packetsIn(records: string): Packet[] {
  if (!fs.existsSync(records)) return []
  return fs
    .readFileSync(records, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Packet)
}
