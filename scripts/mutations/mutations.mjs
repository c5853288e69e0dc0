/**
 * One promise of the program taken out of its source, and the tests that must notice.
 * @typedef {object} Mutation
 * @property {string} name what does not happen any more
 * @property {string} file in which `find` stands exactly once
 * @property {string} find
 * @property {string} replace
 * @property {readonly NamedTest[]} tests each of them must turn red by itself
 */

/**
 * @typedef {object} NamedTest
 * @property {string} file a Vitest file, or a Playwright one when it ends in `.spec.ts`
 * @property {string} title of the test itself, without what it is described in
 * @property {boolean} [needsBuild] it starts the built program
 */

const durable = 'electron/store/durable-write.ts'
const journal = 'electron/store/journal.ts'
const currentFiles = 'electron/store/current-files.ts'
const zipDirectory = 'electron/import/archive/zip-directory.ts'
const security = 'electron/security.ts'
const calls = 'electron/ipc/handle-calls.ts'

/** @type {(title: string) => NamedTest} */
const durableTest = title => ({ file: 'electron/store/durable-write.test.ts', title })
/** @type {(title: string) => NamedTest} */
const journalTest = title => ({ file: 'electron/store/journal.test.ts', title })
/** @type {(title: string) => NamedTest} */
const outsideTest = title => ({ file: 'electron/store/outside-changes.test.ts', title })
/** @type {(title: string) => NamedTest} */
const archiveTest = title => ({ file: 'electron/import/archive/open-archive.test.ts', title })
/** @type {(what: string) => NamedTest} */
const refusedArchive = what => archiveTest(`with '${what}' is refused before anything is unpacked`)
/** @type {(who: string) => NamedTest} */
const strangerTest = who => ({
  file: 'electron/ipc/handle-calls.test.ts',
  title: `serves nothing to ${who}`,
})

const order = durableTest('syncs the file before the rename and the folder after it')
const powerCut = {
  file: 'e2e/reliability/power-cut.test.ts',
  title:
    'at every step of saving loses nothing that was acknowledged, whatever the disk kept of the rest',
}
const powerCutOnDisk = {
  file: 'e2e/reliability/power-cut-ext4.test.ts',
  title: 'a power cut, 20 times in a stream of saves on ext4, loses nothing that was acknowledged',
}
/** @type {(title: string) => NamedTest} */
const windowTest = title => ({ file: 'e2e/security.spec.ts', title, needsBuild: true })
const permissions = windowTest(
  'no permission is granted, no address is followed, and no key opens the tools of developers',
)
const strangers = windowTest(
  'main serves no address but the window’s own files, and no stranger’s call',
)
const witness = {
  file: 'e2e/witness.spec.ts',
  title: 'each layer alone stops what it is there for, and without it that gets out',
}
const changedInPlace = outsideTest(
  'keeps ours in use, theirs as a file, and says so, for one it changes, with the same length and the same time',
)

/** @type {readonly Mutation[]} */
export const mutations = [
  {
    name: 'a new file is not synced before it takes the place of the old one',
    file: durable,
    find: '      fs.fsyncSync(file)\n',
    replace: '',
    tests: [order, powerCut],
  },
  {
    name: 'the folder is not synced after the rename',
    file: durable,
    find: '  syncFolder(path.dirname(target))\n}\n\n/** Write all',
    replace: '}\n\n/** Write all',
    tests: [order, powerCut],
  },
  {
    name: 'a short write counts as a whole one',
    file: durable,
    find: '    written += count\n',
    replace: '    written = content.length\n',
    tests: [durableTest('goes on when the system takes only some bytes at a time')],
  },
  {
    name: 'the size of what was written is not checked',
    file: durable,
    find: 'if (size !== expected)',
    replace: 'if (size < 0)',
    tests: [
      durableTest('throws and keeps the old file when the disk says it took all but kept nothing'),
      journalTest('does not acknowledge a record of which the disk kept less than it said'),
    ],
  },
  {
    name: 'the size of the journal is not checked',
    file: journal,
    find: '      checkSize(open.file, open.size + bytes.length)\n',
    replace: '',
    tests: [journalTest('does not acknowledge a record of which the disk kept less than it said')],
  },
  {
    name: 'a record counts as saved before it was synced',
    file: journal,
    find: '      await syncData(open.file)\n',
    replace: '',
    tests: [
      journalTest('acknowledges a record only after its bytes were synced'),
      powerCut,
      powerCutOnDisk,
    ],
  },
  {
    name: 'the journal’s checksum is not checked',
    file: 'electron/store/journal-frame.ts',
    find: '  if (crc32(body) !== Number.parseInt(crc, 16)) return undefined\n',
    replace: '',
    tests: [journalTest('with any one bit flipped gives no record that was not written')],
  },
  {
    name: 'the hash of a snapshot is not checked',
    file: 'electron/store/signed-text.ts',
    find: "sha256 === sha256Hex(text.replace(hashLine, ''))",
    replace: "sha256 !== ''",
    tests: [
      {
        file: 'electron/store/snapshot.test.ts',
        title: 'is told apart from one that was changed by another hand',
      },
      changedInPlace,
    ],
  },
  {
    name: 'a file that another program changed is not looked at again',
    file: currentFiles,
    find: 'stamps.has(file) && stamps.get(file) !== stampOf(pathOfFile(projectFolder, file))',
    replace: 'false',
    tests: [
      outsideTest(
        'lays the edits over older content that a syncing folder brought back, open or closed',
      ),
    ],
  },
  {
    name: 'a change is told by the time of writing alone',
    file: 'electron/store/file-stamp.ts',
    find: 'stat.ctimeNs',
    replace: 'stat.mtimeNs',
    tests: [
      {
        file: 'electron/store/mend-journal.test.ts',
        title:
          'and that is changed in place, with the same length and the same time, has every edit again with the next save, and says so',
      },
    ],
  },
  {
    name: 'the lock of a running program is taken over',
    file: 'electron/store/lock.ts',
    find: 'if (holder !== undefined && isRunning(holder))',
    replace: 'if (holder !== undefined && false)',
    tests: [
      {
        file: 'electron/store/project-store.test.ts',
        title: 'opens for reading only in a second window, which says so and writes nothing',
      },
    ],
  },
  {
    name: 'calls of frames inside of the page are served',
    file: calls,
    find: 'frame !== null && frame === event.sender.mainFrame',
    replace: 'frame !== null',
    tests: [strangerTest('a frame inside of the page')],
  },
  {
    name: 'calls of foreign pages are served',
    file: calls,
    find: '!isOurPage(frame.url) || ',
    replace: '',
    tests: [
      strangerTest('a foreign page in our window'),
      strangerTest('a page whose address only begins like ours'),
    ],
  },
  {
    name: 'calls of other windows are served',
    file: calls,
    find: ' || !isOurWindow(event)',
    replace: '',
    tests: [strangerTest('another window that shows our page')],
  },
  {
    name: 'the shape of a call is not checked',
    file: calls,
    find: '  if (!parsed.success)\n',
    replace: '  if (false)\n',
    tests: [
      {
        file: 'electron/ipc/handle-calls.test.ts',
        title: 'refuses a path where a handle belongs, and no handler sees it',
      },
    ],
  },
  {
    name: 'a call may have any size',
    file: calls,
    find: '.length > longest)',
    replace: '.length < 0)',
    tests: [
      {
        file: 'electron/ipc/handle-calls.test.ts',
        title:
          'takes eight megabytes, an edit thirty-two, and refuses more before it looks at them',
      },
    ],
  },
  {
    name: 'an edit may be about an article that is not there',
    file: 'electron/store/fault-of-references.ts',
    find: '!known.isArticle(change.article)',
    replace: 'false',
    tests: [
      {
        file: 'electron/store/fault-of-references.test.ts',
        title: "is refused when it 'is about no article'",
      },
    ],
  },
  {
    name: 'whoever asks for a permission has it',
    file: security,
    find: '    respond(false)\n',
    replace: '    respond(true)\n',
    tests: [permissions],
  },
  {
    name: 'a page can have the system ask for a folder',
    file: 'electron/window.ts',
    find: "      disableBlinkFeatures: 'FileSystemAccessLocal',\n",
    replace: '',
    tests: [permissions],
  },
  {
    name: 'the window is not in a sandbox',
    file: 'electron/window.ts',
    find: 'sandbox: true',
    replace: 'sandbox: false',
    tests: [strangers],
  },
  {
    name: 'every host of the own scheme has the files of the window',
    file: 'electron/app-scheme.ts',
    find: 'address.host === host ?',
    replace: 'address.host !== "" ?',
    tests: [strangers],
  },
  {
    name: 'the page comes without its content policy',
    file: 'electron/app-scheme.ts',
    find: "  'Content-Security-Policy': securityPolicy,\n",
    replace: '',
    tests: [witness],
  },
  {
    name: 'requests are not cancelled',
    file: security,
    find: 'cancel: !isOwnAddress(details.url)',
    replace: 'cancel: false',
    tests: [witness],
  },
  {
    name: 'a page may leave for another',
    file: security,
    find: 'export function stayOnPage(contents: WebContents): void {\n',
    replace: 'export function stayOnPage(contents: WebContents): void {\n  if (contents) return\n',
    tests: [witness],
  },
  {
    name: 'a page may open another',
    file: security,
    find: "{ action: 'deny' }",
    replace: "{ action: 'allow' }",
    tests: [witness],
  },
  {
    name: 'a call between peers may tell the address of the computer',
    file: security,
    find: "  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')\n",
    replace: '',
    tests: [witness],
  },
  {
    name: 'names are resolved',
    file: security,
    find: "  'host-resolver-rules': 'MAP * ~NOTFOUND , EXCLUDE localhost',\n",
    replace: '',
    tests: [witness],
  },
  {
    name: 'an archive may hold any number of files',
    file: zipDirectory,
    find: 'if (count > limits.entries)',
    replace: 'if (count < 0)',
    tests: [refusedArchive('too many files')],
  },
  {
    name: 'a file of an archive may unpack to any size',
    file: zipDirectory,
    find: 'if (size > limits.entryBytes)',
    replace: 'if (size < 0)',
    tests: [refusedArchive('one file too large')],
  },
  {
    name: 'an archive may unpack to any size',
    file: zipDirectory,
    find: 'if (total > limits.bytes)',
    replace: 'if (total < 0)',
    tests: [refusedArchive('all files too large')],
  },
  {
    name: 'a file of an archive may shrink to nothing',
    file: zipDirectory,
    find: 'size > packedSize * highestRatio',
    replace: 'size < 0',
    tests: [archiveTest('that shrank more than text does is refused, unless it is small')],
  },
  {
    name: 'files of an archive may share their bytes',
    file: zipDirectory,
    find: 'if (dataStart < end + localLength)',
    replace: 'if (dataStart < 0)',
    tests: [refusedArchive('files that share their bytes')],
  },
  {
    name: 'a file of an archive may lie outside of its folder',
    file: zipDirectory,
    find: "name.split('/').includes('..')",
    replace: 'false',
    tests: [refusedArchive('a name that climbs out')],
  },
  {
    name: 'unpacking goes on beyond what the archive promised',
    file: 'electron/import/archive/open-archive.ts',
    find: 'maxOutputLength: Math.max(1, entry.size)',
    replace: 'maxOutputLength: 1e9',
    tests: [archiveTest('stops unpacking at the size that the directory promised')],
  },
]
