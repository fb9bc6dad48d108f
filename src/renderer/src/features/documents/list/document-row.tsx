import { ActionIcon, Menu } from '@mantine/core'
import {
  IconCopy,
  IconDots,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconStar,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentHead } from '#shared/documents.ts'
import { formatAgo, formatQuantity, languageName } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { NameDialog } from '../../../ui/name-dialog.tsx'
import { useDocumentDeeds } from '../use-document.ts'
import { TEMPLATE_WORDS } from '../words.ts'
import classes from './list.module.css'

/** The element to which the focus goes for a document of the list. */
export const rowId = (id: number) => `document-${id}`

/** One document: what it is for, how it looks, where it went, and what can be done with it. */
export function DocumentRow({ head, now }: { readonly head: DocumentHead; readonly now: number }) {
  const { id, name, isMaster, isLocked, job } = head
  const [isRenaming, setRenaming] = useState(false)
  const deeds = useDocumentDeeds()
  return (
    <article className={classes.row} aria-label={name}>
      <div className={classes.about}>
        <div className={classes.nameLine}>
          <Link id={rowId(id)} to="/documents/$id" params={{ id: String(id) }} className={classes.name}>
            {name}
          </Link>
          {isMaster && (
            <ToneBadge tone="accent" icon={IconStar}>
              Master
            </ToneBadge>
          )}
          {isLocked && (
            <ToneBadge tone="plain" icon={IconLock}>
              Locked
            </ToneBadge>
          )}
        </div>
        {job !== null && (
          <p className={classes.line}>
            For {job.title} at {job.company}
          </p>
        )}
        <p className={classes.line}>{factsOf(head, now)}</p>
      </div>
      <RowMenu head={head} onRename={() => setRenaming(true)} />
      {isRenaming && (
        <NameDialog
          title="Rename the document"
          initial={name}
          most={120}
          word="Rename"
          onSave={(next) => deeds.rename(id, next)}
          onClose={() => setRenaming(false)}
        />
      )}
    </article>
  )
}

function factsOf({ template, language, versions, sent, updatedAt }: DocumentHead, now: number): string {
  return [
    TEMPLATE_WORDS[template].name,
    languageName(language),
    versions === 0 ? null : formatQuantity(versions, ['version', 'versions']),
    sent === 0 ? null : `sent to ${formatQuantity(sent, ['application', 'applications'])}`,
    `changed ${formatAgo(updatedAt, now)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function RowMenu({ head, onRename }: { readonly head: DocumentHead; readonly onRename: () => void }) {
  const { id, name, isLocked, isMaster } = head
  const deeds = useDocumentDeeds()
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={`More for ${name}`}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden="true" />} onClick={onRename}>
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={() => void deeds.duplicate(head)}>
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconStar size={14} aria-hidden="true" />}
          onClick={() => void deeds.setMaster(id, !isMaster)}
        >
          {isMaster ? 'No longer the master' : 'Make it the master'}
        </Menu.Item>
        <Menu.Item
          leftSection={
            isLocked ? <IconLockOpen size={14} aria-hidden="true" /> : <IconLock size={14} aria-hidden="true" />
          }
          onClick={() => void deeds.setLocked(id, !isLocked)}
        >
          {isLocked ? 'Unlock' : 'Lock'}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={14} aria-hidden="true" />}
          renderRoot={(root) => <Link to="/documents/$id/versions" params={{ id: String(id) }} {...root} />}
        >
          Versions
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={() => void deeds.remove(id)}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
