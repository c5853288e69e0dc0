import { typeOf } from '../../../../shared/codebook/codebook'
import { codebookOf } from '../../../state/selectors'
import { useWorkbench } from '../../../state/store'
import { countOf } from '../../../values/count-text'
import dialogs from '../dialogs.module.css'

/** Annotations by their type and words. */
export function UnplacedList({
  label,
  annotations,
  more = 0,
}: {
  readonly label: string
  readonly annotations: readonly { readonly type: string; readonly words: string }[]
  readonly more?: number
}) {
  const codebook = useWorkbench(codebookOf)
  return (
    <section className={dialogs['list']} aria-label={label}>
      <ul>
        {annotations.map(({ type, words }, index) => (
          <li key={index} className={dialogs['item']}>
            <p className={dialogs['itemTitle']} dir="auto">
              “{words}”
            </p>
            <p className={dialogs['remark']}>
              {(codebook === undefined ? undefined : typeOf(codebook, type)?.label) ?? type}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={dialogs['remark']}>And {countOf(more, 'more', 'more')}.</p>}
    </section>
  )
}
