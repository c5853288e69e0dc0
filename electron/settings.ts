import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import type { AnnotatorId } from '../shared/annotation/annotation'
import { annotatorIdSchema } from '../shared/annotation/annotation'
import type { ColumnChoice } from '../shared/article/table-columns'
import { columnChoiceSchema } from '../shared/article/table-columns'
import type { Preferences } from '../shared/ipc/preferences'
import { articleOrders, largestZoom, smallestZoom, themes } from '../shared/ipc/preferences'
import { keyMapSchema } from '../shared/ipc/key-map'
import type { ReaderLimits } from './import/reader/reader-limits'
import { readerLimitsSchema, usualLimits } from './import/reader/reader-limits'
import type { Identity } from './store/identity'

/** What electron-store and conf have in common, and all that is asked of them. */
export type KeyValueFile = {
  readonly path: string
  get: (key: string) => unknown
  set: (key: string, value: unknown) => void
}

const recentSchema = z.array(
  z.object({ path: z.string(), name: z.string(), openedAt: z.string() }).readonly(),
)
export type RecentFolder = z.infer<typeof recentSchema>[number]

const boundsSchema = z.object({
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean().exactOptional(),
})
/** Size of the window; its place is left to the system, which knows the screens of today. */
export type WindowBounds = z.infer<typeof boundsSchema>

const annotatorSettingSchema = z.object({ id: annotatorIdSchema, name: z.string().min(1) })
type Person = z.infer<typeof annotatorSettingSchema>

const preferencesSchema = z.object({
  theme: z.enum(themes).catch('system'),
  showKeyLine: z.boolean().catch(true),
  showArticles: z.boolean().catch(true),
  articleOrder: z.enum(articleOrders).catch('imported'),
  selectsWords: z.boolean().catch(true),
  entersCard: z.boolean().catch(false),
  stopsAtMissing: z.boolean().catch(true),
  showsOthers: z.boolean().catch(true),
  zoom: z.number().min(smallestZoom).max(largestZoom).catch(1),
  singleKeys: z.boolean().catch(true),
  keys: keyMapSchema.catch({}),
})

/** Others who have worked on this computer that are remembered; their annotations stay in any case. */
const mostPeople = 50
const tablesSchema = z.array(z.object({ names: z.string(), choice: columnChoiceSchema }))
/** Tables with other columns than these many are forgotten, the oldest first. */
const mostTables = 50

/** How many projects the start screen offers. */
const longestRecent = 12

export type Settings = {
  /** A sentence for the user when the settings could not be read and were begun anew. */
  readonly notice: string | undefined
  readonly identity: () => Identity
  readonly setAnnotatorName: (name: string) => void
  /** Everybody who has worked with these settings, the one who does now first. */
  readonly people: () => readonly Person[]
  /** Somebody else works here now: one of `people`, or without an id a new person. */
  readonly workAs: (name: string, id?: AnnotatorId) => void
  readonly preferences: () => Preferences
  readonly setPreferences: (changed: Partial<Preferences>) => Preferences
  /** What the reading of one file may use. */
  readonly readerLimits: () => ReaderLimits
  readonly recent: () => readonly RecentFolder[]
  readonly remember: (folder: RecentFolder) => void
  /** Show a remembered folder by another name, at its place in the list. */
  readonly rename: (folder: string, name: string) => void
  readonly forget: (folder: string) => void
  /** What was last said of a table with these columns. */
  readonly columns: (names: readonly string[]) => ColumnChoice | undefined
  readonly rememberColumns: (names: readonly string[], choice: ColumnChoice) => void
  /** Where backups go; `undefined` for a folder of the program's own. */
  readonly backupFolder: () => string | undefined
  readonly setBackupFolder: (folder: string | undefined) => void
  readonly bounds: () => WindowBounds | undefined
  readonly setBounds: (bounds: WindowBounds) => void
}

/**
 * The user's settings, never anyone's work. Whatever is unreadable is replaced by its default, so that
 * settings can never stop a project from opening; a file that is no JSON is kept as a copy first.
 */
export function openSettings(file: string, open: () => KeyValueFile): Settings {
  const { store: onDisk, notice } = openOrReplace(file, open)
  const store = keepingWhatIsUnwritten(onDisk)

  const readIdentity = (): Identity => {
    const annotator = annotatorSettingSchema.safeParse(store.get('annotator'))
    const instance = z
      .string()
      .regex(/^[0-9a-f]{8}$/)
      .safeParse(store.get('instance'))
    const identity: Identity = {
      annotator: annotator.success ? annotator.data.id : annotatorIdSchema.parse(randomUUID()),
      name: annotator.success ? annotator.data.name : userName(),
      instance: instance.success ? instance.data : randomBytes(4).toString('hex'),
    }
    if (!annotator.success) store.set('annotator', { id: identity.annotator, name: identity.name })
    if (!instance.success) store.set('instance', identity.instance)
    return identity
  }

  const people = (): readonly Person[] => {
    const { annotator: id, name } = readIdentity()
    const known = z
      .array(annotatorSettingSchema)
      .catch([])
      .parse(store.get('people') ?? [])
    return [{ id, name }, ...known.filter(person => person.id !== id)]
  }
  const preferences = (): Preferences => preferencesSchema.parse(store.get('preferences') ?? {})
  const recent = (): readonly RecentFolder[] =>
    recentSchema.catch([]).parse(store.get('recent') ?? [])
  const tables = () => tablesSchema.catch([]).parse(store.get('tables') ?? [])

  return {
    notice,
    identity: readIdentity,
    setAnnotatorName: name => {
      store.set('annotator', { id: readIdentity().annotator, name })
    },
    people,
    workAs: (name, id = annotatorIdSchema.parse(randomUUID())) => {
      const before = people().filter(person => person.id !== id)
      store.set('people', before.slice(0, mostPeople))
      store.set('annotator', { id, name })
    },
    preferences,
    setPreferences: changed => {
      const next = { ...preferences(), ...changed }
      store.set('preferences', next)
      return next
    },
    readerLimits: () => readerLimitsSchema.catch(usualLimits).parse(store.get('reading') ?? {}),
    recent,
    remember: folder => {
      const others = recent().filter(known => known.path !== folder.path)
      store.set('recent', [folder, ...others].slice(0, longestRecent))
    },
    rename: (folder, name) => {
      const known = recent()
      if (known.every(({ path, name: old }) => path !== folder || old === name)) return
      store.set(
        'recent',
        known.map(project => (project.path === folder ? { ...project, name } : project)),
      )
    },
    forget: folder => {
      store.set(
        'recent',
        recent().filter(known => known.path !== folder),
      )
    },
    columns: names => tables().find(table => table.names === columnsKey(names))?.choice,
    rememberColumns: (names, choice) => {
      const key = columnsKey(names)
      const others = tables().filter(table => table.names !== key)
      store.set('tables', [{ names: key, choice }, ...others].slice(0, mostTables))
    },
    backupFolder: () => {
      const folder = z.string().min(1).safeParse(store.get('backupFolder'))
      return folder.success ? folder.data : undefined
    },
    setBackupFolder: folder => {
      store.set('backupFolder', folder ?? '')
    },
    bounds: () => {
      const read = boundsSchema.safeParse(store.get('window'))
      return read.success ? read.data : undefined
    },
    setBounds: bounds => {
      store.set('window', bounds)
    },
  }
}

/** The same for the same columns in another order. */
function columnsKey(names: readonly string[]): string {
  return JSON.stringify(names.toSorted())
}

function openOrReplace(
  file: string,
  open: () => KeyValueFile,
): { store: KeyValueFile; notice: string | undefined } {
  try {
    return { store: open(), notice: undefined }
  } catch {
    const copy = `${file}.damaged-${Date.now()}`
    try {
      fs.renameSync(file, copy)
      return {
        store: open(),
        notice: `Your settings could not be read and start anew; your projects are untouched. The old settings are kept as ${path.basename(copy)}.`,
      }
    } catch {
      return {
        store: inMemory(file),
        notice:
          'Your settings can be neither read nor written, so they last only until you close Assay; your projects are untouched.',
      }
    }
  }
}

/** What cannot be written (a full disk) lasts until the program ends; no setting is worth stopping for. */
function keepingWhatIsUnwritten(store: KeyValueFile): KeyValueFile {
  const unwritten = new Map<string, unknown>()
  return {
    path: store.path,
    get: key => (unwritten.has(key) ? unwritten.get(key) : store.get(key)),
    set: (key, value) => {
      try {
        store.set(key, value)
        unwritten.delete(key)
      } catch {
        unwritten.set(key, value)
      }
    },
  }
}

/** Stands in when there is no place for settings: the program works, it only forgets. */
function inMemory(file: string): KeyValueFile {
  const values = new Map<string, unknown>()
  return {
    path: file,
    get: key => values.get(key),
    set: (key, value) => {
      values.set(key, value)
    },
  }
}

function userName(): string {
  try {
    return os.userInfo().username || 'Annotator'
  } catch {
    return 'Annotator'
  }
}
