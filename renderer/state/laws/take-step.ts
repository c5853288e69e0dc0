import { closeProject, openProject } from '../opening'
import { store } from '../store'
import { shownView } from '../view'
import type { Step } from './any-step'
import type { Act, Given } from './steps/act'
import { caretPlaces, go, nothing, open, pick, run } from './steps/act'
import { changeOfAttribute, note, boundary, many, hits } from './steps/annotation-steps'
import { title, detail, putBack, projectName } from './steps/article-steps'
import { typeName, dropChoice } from './steps/codebook-steps'
import { link, linkByKeys, unlink } from './steps/relation-steps'
import { sourceName, merge } from './steps/source-steps'

/** Prepare a step in the window (select, go somewhere) and say what it comes to. */
export async function prepare(step: Step, given: Given): Promise<Act> {
  switch (step.do) {
    case 'run':
      return run(given, step.command)
    case 'select-and-run':
      select(step.from, step.length)
      return run(given, step.command)
    case 'go-and-run':
      go(given, step.which)
      return run(given, step.command)
    case 'open':
      await open(given, step.article)
      return nothing
    case 'reopen':
      return reopen(given)
    case 'attribute':
      return changeOfAttribute(step, given)
    case 'note':
      return note(step, given)
    case 'boundary':
      return boundary(step, given)
    case 'many':
      return many(step, given)
    case 'tag-hits':
      return hits(step, given)
    case 'link':
      return linkByKeys(step, given)
    case 'choose-kind':
      return link(step, given)
    case 'unlink':
      return unlink(step)
    case 'title':
      return title(step)
    case 'detail':
      return detail(step)
    case 'put-back':
      return putBack(step, given)
    case 'rename-project':
      return projectName(step)
    case 'name-type':
      return typeName(step)
    case 'drop-choice':
      return dropChoice(step)
    case 'rename-source':
      return sourceName(step)
    case 'merge-sources':
      return merge(step)
  }
}

function select(from: number, length: number): void {
  const places = caretPlaces(store.getState().article?.article.text ?? '')
  const anchor = pick(places, from) ?? 0
  const head = places[Math.min(places.length - 1, (from % places.length) + length)] ?? anchor
  // Backwards when the number is odd: the caret then stands in front.
  shownView()?.select(length % 2 === 0 ? { anchor, head } : { anchor: head, head: anchor })
}

function reopen({ main }: Given): Act {
  return {
    act: async () => {
      await closeProject()
      await openProject(main.project)
    },
    plain: () => undefined,
    needsMain: true,
  }
}
