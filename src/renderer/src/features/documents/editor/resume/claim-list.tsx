import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { ClaimText } from '#shared/documents.ts'
import { changed, insertedAfter, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newClaim } from '../../model/new-parts.ts'
import { focusSoon, useEdit } from '../edit-context.ts'
import { FindingNotes } from './finding-notes.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const CLAIM_MAX_CHARS = 3000

interface ClaimListProps {
  /** Of what they stand in. */
  readonly id: string
  readonly claims: readonly ClaimText[]
  /** What one is called: "Point", "Paragraph". */
  readonly word: string
  readonly most: number
  /** Enter begins the next one instead of a new line. */
  readonly isOneLine: boolean
  readonly onChange: (claims: ClaimText[], field?: string) => void
}

/** Points or paragraphs, one under the other. Enter makes the next, Backspace in an empty one removes it, Alt with an arrow moves it. */
export function ClaimList(props: ClaimListProps) {
  const { claims, word, most, onChange } = props
  const add = () => {
    const claim = newClaim()
    onChange([...claims, claim])
    focusSoon(`${claim.id}-text`)
  }
  return (
    <div className={classes.claims}>
      {claims.length > 0 && (
        <ul className={classes.claimList} aria-label={`${word}s`}>
          {claims.map((claim, index) => (
            <ClaimRow key={claim.id} {...props} claim={claim} index={index} />
          ))}
        </ul>
      )}
      {claims.length < most && (
        <div>
          <Button
            id={`${props.id}-add-text`}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden="true" />}
            onClick={add}
          >
            Add a {word.toLowerCase()}
          </Button>
        </div>
      )}
    </div>
  )
}

function ClaimRow(props: ClaimListProps & { readonly claim: ClaimText; readonly index: number }) {
  const { claims, claim, index, word, onChange } = props
  const { say } = useEdit()
  const name = `${word} ${index + 1}`
  const removed = () => {
    const neighbour = neighbourOf(claims, claim.id)
    onChange(without(claims, claim.id))
    focusSoon(neighbour === null ? `${props.id}-add-text` : `${neighbour.id}-text`)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && props.isOneLine && !event.shiftKey) {
      event.preventDefault()
      if (claims.length >= props.most) return
      const next = newClaim()
      onChange(insertedAfter(claims, claim.id, next))
      focusSoon(`${next.id}-text`)
    } else if (event.key === 'Backspace' && claim.text === '') {
      event.preventDefault()
      removed()
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const step = event.key === 'ArrowUp' ? -1 : 1
      if (claims[index + step] === undefined) return
      onChange(moved(claims, claim.id, step))
      say(`${name}: now ${index + step + 1} of ${claims.length}`)
      focusSoon(`${claim.id}-text`)
    }
  }
  return (
    <li className={classes.claim} data-off={!claim.isShown || undefined}>
      <Textarea
        id={`${claim.id}-text`}
        className={classes.claimText ?? ''}
        aria-label={name}
        autosize
        minRows={props.isOneLine ? 1 : 3}
        maxLength={CLAIM_MAX_CHARS}
        value={claim.text}
        onKeyDown={press}
        onChange={({ currentTarget: { value } }) => {
          const text = props.isOneLine ? value.replaceAll(/\s*\n\s*/g, ' ') : value
          onChange(changed(claims, claim.id, { text }), `${claim.id} text`)
        }}
      />
      <RowTools
        id={claim.id}
        name={name}
        place={{ index, count: claims.length }}
        isShown={claim.isShown}
        onMove={(step) => onChange(moved(claims, claim.id, step))}
        onShow={(isShown) => onChange(changed(claims, claim.id, { isShown }))}
        onRemove={removed}
      />
      <FindingNotes id={claim.id} />
    </li>
  )
}
