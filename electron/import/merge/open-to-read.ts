import type { AnnotatorId } from '../../../shared/annotation/annotation'
import type { Result } from '../../../shared/outcome/result'
import type { Surroundings } from '../../store/identity'
import type { ProjectStore } from '../../store/project-store'
import { openProject } from '../../store/open-project'

/** Open a project only to look at it: nothing is locked, nothing is written, nobody is introduced. */
export function openToRead(
  folder: string,
  surroundings: Surroundings,
): Promise<Result<ProjectStore>> {
  return openProject(folder, {
    identity: {
      annotator: '00000000-0000-7000-8000-000000000000' as AnnotatorId,
      name: 'Reader',
      instance: '00000000',
    },
    surroundings,
    // Never asked for in a project that is only read.
    runCompaction: () => Promise.reject(new Error('The project is only read')),
    readOnly: true,
  })
}
