import { assertNever } from '../../../shared/outcome/result'
import { createProject, duplicateProject, renameProject } from '../../state/opening'
import { store, useWorkbench } from '../../state/store'
import { CodebookDialog } from '../codebook/codebook-dialog'
import { KeysDialog } from '../keys/keys-dialog'
import { ProjectSearch } from '../search/project-search'
import { BackupsDialog } from './backups/backups-dialog'
import { ExportDialog } from './export/export-dialog'
import { ExportReportDialog } from './export/export-report-dialog'
import { AnnotatedImportReportDialog } from './annotated-import-report-dialog'
import { CompareVersionsDialog } from './compare-versions-dialog'
import { HistoryDialog } from './history-dialog'
import { ImportAnnotatedDialog } from './import-annotated-dialog'
import { ImportReportDialog } from './import-report-dialog'
import { MergeCopyDialog } from './merge/merge-copy-dialog'
import { MergePreviewDialog } from './merge/merge-preview-dialog'
import { MergeReportDialog } from './merge/merge-report-dialog'
import { NameDialog } from './name-dialog'
import { OpenBesideDialog } from './open-beside-dialog'
import { Palette } from './palette'
import { RelationDialog } from './relation-dialog'
import { EncodingDialog } from './encoding/encoding-dialog'
import { ReplacementDialog } from './versions/replacement-dialog'
import { UnplacedDialog } from './versions/unplaced-dialog'
import { TableColumnsDialog } from './table-columns-dialog'
import { CheckDialog } from './upkeep/check-dialog'
import { MendedDialog } from './upkeep/mended-dialog'

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useWorkbench(state => state.dialog)
  if (dialog === undefined) return null
  switch (dialog.kind) {
    case 'new-project':
      return (
        <NameDialog
          title="New project"
          label="Name of the project"
          name=""
          help="Next you choose the folder it is kept in."
          action="Choose a folder…"
          onDone={name => void createProject(name)}
        />
      )
    case 'rename-project':
      return (
        <NameDialog
          title="Rename the project"
          label="Name of the project"
          name={projectName()}
          help="The folder keeps its name."
          action="Rename"
          onDone={renameProject}
        />
      )
    case 'duplicate-project':
      return (
        <NameDialog
          title="Duplicate the project"
          label="Name of the copy"
          name={`${projectName()} copy`}
          help="Everything is copied, annotations and history too. Next you choose the folder."
          action="Choose a folder…"
          onDone={name => void duplicateProject(name)}
        />
      )
    case 'backups': {
      const { kind: _kind, ...shown } = dialog
      return <BackupsDialog {...shown} />
    }
    case 'check': {
      const { kind: _kind, ...shown } = dialog
      return <CheckDialog {...shown} />
    }
    case 'mended':
      return <MendedDialog project={dialog.project} mended={dialog.mended} />
    case 'codebook':
      return <CodebookDialog part={dialog.part} />
    case 'replacement':
      return <ReplacementDialog preview={dialog.preview} back={dialog.back} />
    case 'unplaced':
      return <UnplacedDialog earlier={dialog.earlier} annotations={dialog.annotations} />
    case 'keys':
      return <KeysDialog />
    case 'open-beside':
      return <OpenBesideDialog />
    case 'palette':
      return <Palette />
    case 'relation':
      return <RelationDialog from={dialog.from} to={dialog.to} />
    case 'search':
      return <ProjectSearch mentions={dialog.mentions} />
    case 'merge-copy':
      return <MergeCopyDialog />
    case 'merge-preview':
      return <MergePreviewDialog preview={dialog.preview} />
    case 'merge-report':
      return <MergeReportDialog report={dialog.report} />
    case 'import-annotated':
      return <ImportAnnotatedDialog />
    case 'annotated-import-report':
      return <AnnotatedImportReportDialog report={dialog.report} />
    case 'export':
      return <ExportDialog />
    case 'export-report':
      return <ExportReportDialog report={dialog.report} />
    case 'compare-versions':
      return <CompareVersionsDialog comparison={dialog.comparison} />
    case 'history':
      return <HistoryDialog shown={dialog} />
    case 'table-columns':
      return <TableColumnsDialog key={dialog.question.id} question={dialog.question} />
    case 'encoding':
      return <EncodingDialog article={dialog.article} encodings={dialog.encodings} />
    case 'import-report': {
      const { kind: _kind, ...place } = dialog
      return <ImportReportDialog place={place} />
    }
    default:
      return assertNever(dialog)
  }
}

function projectName(): string {
  return store.getState().project?.name ?? ''
}
