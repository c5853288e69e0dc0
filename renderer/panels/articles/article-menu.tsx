import * as Menu from '@radix-ui/react-dropdown-menu'
import { Check, Ellipsis } from 'lucide-react'
import { memo } from 'react'
import type { ArticleStatus } from '../../../shared/annotation/annotation-set'
import { articleStatuses } from '../../../shared/annotation/annotation-set'
import type { ArticleId } from '../../../shared/article/article'
import { IconButton } from '../../controls/icon-button'
import { putBackArticle, removeArticle, setStatus, statusWords } from '../../state/articles'
import { openBeside } from '../../state/side-by-side'
import { isReadOnly } from '../../state/selectors'
import { useWorkbench } from '../../state/store'
import { readCorrected } from '../../state/versions'
import styles from './articles.module.css'

/** What can be done with one article of the list. What is counted in it is not the menu's matter. */
export const ArticleMenu = memo(function ArticleMenu({
  article,
  title,
  isRemoved,
  status,
  isOpen,
  isTabStop,
  onOpen,
  onRename,
}: {
  readonly article: ArticleId
  readonly title: string
  readonly isRemoved: boolean
  readonly status: ArticleStatus
  readonly isOpen: boolean
  readonly isTabStop: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onRename: () => void
}) {
  const cannotWrite = useWorkbench(isReadOnly)
  return (
    <Menu.Root open={isOpen} onOpenChange={onOpen} modal={false}>
      <Menu.Trigger asChild>
        <IconButton
          icon={Ellipsis}
          label={`More about ${title}`}
          className={styles['more']}
          tabIndex={isTabStop ? 0 : -1}
        />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={styles['menu']} align="start" sideOffset={4}>
          {isRemoved ? (
            <Item
              isDisabled={cannotWrite}
              onSelect={() => {
                putBackArticle(article)
              }}
            >
              Put back
            </Item>
          ) : (
            <PresentItems
              article={article}
              status={status}
              cannotWrite={cannotWrite}
              onRename={onRename}
            />
          )}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
})

function PresentItems({
  article,
  status,
  cannotWrite,
  onRename,
}: {
  readonly article: ArticleId
  readonly status: ArticleStatus
  readonly cannotWrite: boolean
  readonly onRename: () => void
}) {
  return (
    <>
      <Item onSelect={() => void openBeside(article)}>Open beside</Item>
      <Menu.Separator className={styles['menuLine']} />
      {/* After the menu has given the keyboard back, which would end the renaming at once. */}
      <Item isDisabled={cannotWrite} onSelect={() => setTimeout(onRename)}>
        Rename…
      </Item>
      <Item isDisabled={cannotWrite} onSelect={() => void readCorrected(article)}>
        Replace with a corrected file…
      </Item>
      <Menu.Separator className={styles['menuLine']} />
      <Menu.RadioGroup
        value={status}
        onValueChange={chosen => {
          setStatus(article, articleStatuses.find(known => known === chosen) ?? status)
        }}
      >
        {articleStatuses.map(known => (
          <Menu.RadioItem
            key={known}
            value={known}
            disabled={cannotWrite}
            className={styles['menuItem']}
          >
            <span className={styles['tick']}>
              {known === status && <Check size={14} aria-hidden />}
            </span>
            {capitalised(statusWords[known])}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className={styles['menuLine']} />
      <Item
        isDisabled={cannotWrite}
        onSelect={() => {
          removeArticle(article)
        }}
      >
        Remove
      </Item>
    </>
  )
}

function Item({
  isDisabled = false,
  onSelect,
  children,
}: {
  readonly isDisabled?: boolean
  readonly onSelect: () => void
  readonly children: string
}) {
  return (
    <Menu.Item className={styles['menuItem']} disabled={isDisabled} onSelect={onSelect}>
      <span className={styles['tick']} />
      {children}
    </Menu.Item>
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
