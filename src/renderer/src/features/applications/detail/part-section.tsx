import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { Suspense, useCallback, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Section } from '../../../ui/page.tsx'
import classes from './part-section.module.css'
import { useIsReadOnly } from './read-only.tsx'

/** Which form of a section is open: that of a new part, or of one by its id. */
export interface Panel {
  readonly open: 'new' | number | null
  readonly add: () => void
  readonly edit: (partId: number) => void
  readonly close: () => void
  /** Where the focus goes when what had it is gone. */
  readonly focusAdd: () => void
}

/** The forms of one section. Whatever opened one has the focus again when it closes. */
export function usePanel(sectionId: string): Panel {
  const [open, setOpen] = useState<Panel['open']>(null)
  const opener = useRef<string | null>(null)
  const focus = useCallback((id: string) => document.getElementById(id)?.focus(), [])
  const addId = addIdOf(sectionId)
  return {
    open,
    add: () => {
      opener.current = addId
      setOpen('new')
    },
    edit: (partId) => {
      opener.current = editIdOf(sectionId, partId)
      setOpen(partId)
    },
    close: () => {
      flushSync(() => setOpen(null))
      focus(document.getElementById(opener.current ?? '') === null ? addId : (opener.current ?? addId))
    },
    focusAdd: () => focus(addId),
  }
}

const addIdOf = (sectionId: string) => `${sectionId}-add`
const editIdOf = (sectionId: string, partId: number) => `${sectionId}-edit-${partId}`

/** A part of the page with a list, a button that opens the form of a new one, and what stands there when there is none. */
export function PartSection(props: {
  readonly id: string
  readonly title: string
  readonly aside?: ReactNode
  readonly addWord: string
  readonly panel: Panel
  readonly newForm: ReactNode
  readonly isEmpty: boolean
  readonly empty: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const { panel } = props
  const isReadOnly = useIsReadOnly()
  return (
    <Section
      id={`${props.id}-title`}
      title={props.title}
      aside={props.aside}
      actions={
        <div className={classes.actions}>
          {props.actions}
          {!isReadOnly && (
            <Button
              id={addIdOf(props.id)}
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={panel.add}
            >
              {props.addWord}
            </Button>
          )}
        </div>
      }
    >
      <div className={classes.stack}>
        {panel.open === 'new' && <FormRoom>{props.newForm}</FormRoom>}
        {props.isEmpty && panel.open !== 'new' && <p className={classes.empty}>{isReadOnly ? 'None.' : props.empty}</p>}
        {props.children}
      </div>
    </Section>
  )
}

/** Forms are loaded when they are opened. */
export function FormRoom({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <output aria-label="Opening the form">
          <Skeleton height={160} radius="lg" />
        </output>
      }
    >
      {children}
    </Suspense>
  )
}

/** Buttons that change one part; `name` is what they say it is called. */
export function PartButtons(props: {
  readonly sectionId: string
  readonly partId: number
  readonly name: string
  readonly panel: Panel
  readonly onRemove: () => Promise<boolean>
  readonly hasNoEdit?: boolean
}) {
  const { panel } = props
  if (useIsReadOnly()) return null
  return (
    <>
      {props.hasNoEdit !== true && (
        <Tooltip label="Edit">
          <ActionIcon
            id={editIdOf(props.sectionId, props.partId)}
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Edit ${props.name}`}
            onClick={() => panel.edit(props.partId)}
          >
            <IconPencil size={15} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label="Remove">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Remove ${props.name}`}
          onClick={() => void props.onRemove().then((isDone) => isDone && panel.focusAdd())}
        >
          <IconTrash size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
