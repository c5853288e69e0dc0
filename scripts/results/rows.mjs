/**
 * A line of the table in docs/reliability.md.
 * @typedef {object} Row
 * @property {string} id its key among the results
 * @property {string} what was done, in words for users
 * @property {string} run how to run it yourself
 * @property {readonly string[]} [notes] names under which tests leave results in the long form
 * @property {readonly string[]} [files] test files of the row; their tests are counted where none leaves a result
 * @property {string} [where] what is not tested is said here, and no test fills the line
 */

/** @type {readonly Row[]} */
export const rows = [
  {
    id: 'kills',
    what: 'The program killed (SIGKILL) at random moments in a stream of edits made by keyboard, while an article is left, and while the window closes; the window’s process, the network’s and the graphics’ in turn',
    run: 'npx playwright test reliability/kills',
    files: ['e2e/reliability/kills.spec.ts'],
    notes: ['Kills at random moments'],
  },
  {
    id: 'stopped',
    what: 'The program stopped (SIGSTOP) in a stream of edits and continued; told to hang up (SIGHUP, as at logout) and to end (SIGTERM) right after an edit',
    run: 'npx playwright test reliability/signals',
    files: ['e2e/reliability/signals.spec.ts'],
  },
  {
    id: 'failing-calls',
    what: 'Each call of the file system that a save makes fails once: EIO, ENOSPC, EACCES, EMFILE, EROFS, EDQUOT, EPERM, EBUSY, short counts. In Node, not by a tracer of system calls',
    run: 'npx vitest run e2e/reliability/failing-calls',
    files: ['e2e/reliability/failing-calls.test.ts'],
    notes: ['Every call of a save fails in turn'],
  },
  {
    id: 'power-cut',
    what: 'Power cut, by replaying what was written: every moment of saving, four ways in which the disk may lose what was not synced. A model: it knows nothing of disks that lie about a sync',
    run: 'npx vitest run e2e/reliability/power-cut.test.ts',
    files: ['e2e/reliability/power-cut.test.ts'],
    notes: ['Power cut, by replaying what was written'],
  },
  {
    id: 'power-cut-ext4',
    what: 'Power cut on ext4: the image of a loop device copied in a stream of saves while another program syncs, mounted and opened; every second project with ext4’s help for careless programs switched off. Needs root and loop devices',
    run: 'npx vitest run e2e/reliability/power-cut-ext4',
    files: ['e2e/reliability/power-cut-ext4.test.ts'],
    notes: ['Power cut on ext4'],
  },
  {
    id: 'power-cut-xfs',
    what: 'The same on XFS',
    run: 'npx vitest run e2e/reliability/power-cut-xfs',
    files: ['e2e/reliability/power-cut-xfs.test.ts'],
    notes: ['Power cut on XFS'],
  },
  {
    id: 'power-cut-btrfs',
    what: 'The same on btrfs',
    run: 'npx vitest run e2e/reliability/power-cut-btrfs',
    files: ['e2e/reliability/power-cut-btrfs.test.ts'],
    notes: ['Power cut on btrfs'],
  },
  {
    id: 'failing-disk',
    what: 'Full disk with 0, 4 KB, 64 KB, the record alone, half and nearly all of the space that is needed, in memory and on ext4, XFS and btrfs; file that may not be changed, file of another user, limit of file size, project folder taken away and put back',
    run: 'npx vitest run e2e/reliability/failing-disk',
    files: ['e2e/reliability/failing-disk.test.ts'],
    notes: ['Full, forbidden and vanished disks'],
  },
  {
    id: 'full-disk',
    what: 'Full disk under the real window: closing it, SIGTERM, going on in a copy elsewhere',
    run: 'npx playwright test reliability/full-disk',
    files: ['e2e/reliability/full-disk.spec.ts'],
  },
  {
    id: 'journal',
    what: 'The record of edits cut, emptied, deleted, replaced by an older copy, or changed at the same length and time by another program while the project is open',
    run: 'npx vitest run electron/store/mend-journal',
    files: ['electron/store/mend-journal.test.ts'],
  },
  {
    id: 'outside',
    what: 'A project file changed at the same length and time, made longer, cut, replaced, emptied or deleted by another program, with and without waiting edits; a syncing folder that brings older content back and leaves conflict copies',
    run: 'npx vitest run electron/store/outside-changes',
    files: ['electron/store/outside-changes.test.ts'],
  },
  {
    id: 'syncing',
    what: 'A folder that is synced while it is edited: conflict copies, files that are away for a moment, temporary files, older content that comes back while the project is open or closed, at random',
    run: 'npx vitest run e2e/reliability/syncing-folder',
    files: ['e2e/reliability/syncing-folder.test.ts'],
    notes: ['A syncing folder'],
  },
  {
    id: 'two-programs',
    what: 'Two programs on one project, with random edits on both sides, closed, killed and started again in any order',
    run: 'npx playwright test reliability/two-programs',
    files: ['e2e/reliability/two-programs.spec.ts'],
    notes: ['Two programs on one project'],
  },
  {
    id: 'clock',
    what: 'The clock set a day back, ten years on, to 1970, an hour on and back, in the middle of work',
    run: 'npx vitest run electron/store/clock-jumps electron/store/lock',
    files: ['electron/store/clock-jumps.test.ts'],
  },
  {
    id: 'calls',
    what: 'Every call that the window can make to the program, in the real program: of the right shape with values from nowhere, with one thing wrong, of no shape at all, and with what no JSON holds',
    run: 'npx playwright test reliability/calls',
    files: ['e2e/reliability/calls.spec.ts'],
    notes: ['Calls from nowhere'],
  },
  {
    id: 'damage',
    what: 'Every file of a small project cut off at every byte and with every bit flipped: never taken for whole, never called sound by the check, never an exception',
    run: 'npx vitest run e2e/reliability/damage-sweep',
    files: ['e2e/reliability/damage-sweep.test.ts'],
    notes: ['Bits flipped and files cut', 'Damage under the check'],
  },
  {
    id: 'wrong-files',
    what: 'Project files that are wrong in other ways: of a newer version, of every released one, too large, links, pipes and devices in their place, the same id twice, places outside of the text or inside of a character, strange names and keys; the record of edits cut anywhere and with any bit flipped',
    run: 'npx vitest run electron/check/check-project electron/store/snapshot electron/store/journal electron/store/released',
    files: [
      'electron/check/check-project.test.ts',
      'electron/store/snapshot.test.ts',
      'electron/store/journal.test.ts',
      'electron/store/released-projects.test.ts',
    ],
  },
  {
    id: 'backups',
    what: 'Backups: made, verified, kept for fourteen days, damaged, and given back; damage never takes the place of a good one',
    run: 'npx vitest run electron/backup electron/repair',
    files: ['electron/backup/backups.test.ts', 'electron/repair/repair-project.test.ts'],
  },
  {
    id: 'undo',
    what: 'Every command of the window, drawn at random in 5,000 sequences (100 at each change), with undo, redo, reloading and killing, against a plain model; and 1,000 sequences (25) of edits and kills on the disk',
    run: 'npx vitest run renderer/state/laws electron/store/project-store',
    files: ['renderer/state/laws/every-command.test.ts', 'electron/store/project-store.test.ts'],
  },
  {
    id: 'documents',
    what: 'Hostile and damaged documents: archives that unpack without end or out of their folder, files of eighteen formats cut and changed at random (each 2,000 times, a hundred in the gate), files made to be slow or to fill the memory',
    run: 'npx vitest run electron/import',
    files: [
      'electron/import/archive/open-archive.test.ts',
      'electron/import/reader/article-reader.test.ts',
      'electron/import/reader/stream-from.test.ts',
      'electron/import/hostile-documents.test.ts',
      'electron/import/damaged-texts.test.ts',
      'electron/import/table/workbooks.test.ts',
      'electron/import/mail/mail.test.ts',
      'electron/import/office/damaged-files.test.ts',
      'electron/import/pdf/damaged.test.ts',
      'electron/import/docx/docx.test.ts',
    ],
  },
  {
    id: 'network',
    what: 'No byte leaves: some sixty hostile pages imported and everything used in a network of its own, whose every address is a canary, as an ordinary user with the sandbox on; and each lock alone, all others off, against the page it is there for',
    run: 'npx playwright test e2e/witness',
    files: ['e2e/witness.spec.ts'],
  },
  {
    id: 'window',
    what: 'The window: what it holds, every permission and device asked for, addresses of seven kinds followed in every way, strings that want to become code, hostile addresses of its own scheme, calls of strangers',
    run: 'npx playwright test e2e/security',
    files: ['e2e/security.spec.ts', 'electron/ipc/handle-calls.test.ts'],
  },
  {
    id: 'package',
    what: 'The packaged program: fuses read back, what its archive holds, list of parts and licences, commands and the window',
    run: 'npx playwright test e2e/package',
    files: ['e2e/package.spec.ts'],
  },
  {
    id: 'mutations',
    what: 'Each of these promises, and each lock on the network and the window, taken out of the program: does the test named for it notice?',
    run: 'npm run test:mutations',
    notes: ['Mutations'],
  },
  {
    id: 'network-disk',
    what: 'A project on a network disk; two computers on it at once',
    run: '',
    where: 'no such disk was at hand',
  },
  {
    id: 'other-systems',
    what: 'macOS and Windows',
    run: '',
    where: 'no such machine was at hand',
  },
]
