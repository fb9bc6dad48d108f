import { memo, type KeyboardEvent } from 'react'
import type { ClaimText } from '#shared/documents.ts'
import { focusSoon } from '../edit-context.ts'
import { GrowingText } from '../growing-text.tsx'
import { Sortable } from '../sorting/sortable.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const CLAIM_MAX_CHARS = 3000

/** What is done to one of a list. `after` null: at the end. */
export type ClaimDeed =
  | { readonly kind: 'write'; readonly id: string; readonly text: string }
  | { readonly kind: 'show'; readonly id: string; readonly isShown: boolean }
  | { readonly kind: 'move'; readonly id: string; readonly step: -1 | 1 }
  | { readonly kind: 'add'; readonly after: string | null }
  | { readonly kind: 'remove'; readonly id: string }

/** A point or a paragraph. */
export const ClaimRow = memo(function ClaimRow(props: {
  readonly list: string
  readonly claim: ClaimText
  readonly index: number
  readonly count: number
  readonly word: string
  readonly isOneLine: boolean
  readonly act: (deed: ClaimDeed) => void
}) {
  const { claim, index, isOneLine, act } = props
  const { id } = claim
  const name = `${props.word} ${index + 1}`
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && isOneLine && !event.shiftKey) {
      event.preventDefault()
      act({ kind: 'add', after: id })
    } else if (event.key === 'Backspace' && claim.text === '') {
      event.preventDefault()
      act({ kind: 'remove', id })
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      act({ kind: 'move', id, step: event.key === 'ArrowUp' ? -1 : 1 })
      focusSoon(`${id}-text`)
    }
  }
  return (
    <Sortable
      tag="li"
      list={props.list}
      id={id}
      index={index}
      name={name}
      className={classes.claim}
      isOff={!claim.isShown}
    >
      {(grip) => (
        <>
          {grip}
          <GrowingText
            id={`${id}-text`}
            className={classes.claimText}
            aria-label={name}
            minRows={isOneLine ? 1 : 3}
            maxLength={CLAIM_MAX_CHARS}
            value={claim.text}
            onKeyDown={press}
            onChange={({ currentTarget: { value } }) =>
              act({ kind: 'write', id, text: isOneLine ? value.replaceAll(/\s*\n\s*/g, ' ') : value })
            }
          />
          <RowTools
            id={id}
            name={name}
            index={index}
            count={props.count}
            isShown={claim.isShown}
            onMove={(step) => act({ kind: 'move', id, step })}
            onShow={(isShown) => act({ kind: 'show', id, isShown })}
            onRemove={() => act({ kind: 'remove', id })}
          />
          <FindingNotes id={id} />
        </>
      )}
    </Sortable>
  )
})
