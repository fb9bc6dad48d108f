import type { ClaimText } from '#shared/documents.ts'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'
import { changed, insertedAfter, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newClaim } from '../../model/new-parts.ts'
import { listId } from '../../model/sorting.ts'
import { focusSoon, useEdit } from '../edit-context.ts'
import { SortableList } from '../sorting/sortable.tsx'
import { AddButton } from './add-button.tsx'
import { ClaimRow, type ClaimDeed } from './claim-row.tsx'
import classes from './resume.module.css'

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
  const { id, claims, word, most } = props
  const list = listId('claims', id)
  const act = useClaimDeeds(props)
  return (
    // A form of its own: browsers look through all fields of a form, and outside of any through all of the page, at each letter.
    <form className={classes.claims} onSubmit={(event) => event.preventDefault()}>
      {claims.length > 0 && (
        <SortableList tag="ul" list={list} className={classes.claimList} label={`${word}s`}>
          {claims.map((claim, index) => (
            <ClaimRow
              key={claim.id}
              list={list}
              claim={claim}
              index={index}
              count={claims.length}
              word={word}
              isOneLine={props.isOneLine}
              act={act}
            />
          ))}
        </SortableList>
      )}
      {claims.length < most && (
        <AddButton
          id={`${id}-add-text`}
          words={`Add a ${word.toLowerCase()}`}
          onClick={() => act({ kind: 'add', after: null })}
        />
      )}
    </form>
  )
}

/** The same function for as long as the list is there, so that a row is drawn anew only when it changes. */
function useClaimDeeds(props: ClaimListProps): (deed: ClaimDeed) => void {
  const { claims, onChange } = props
  const { say } = useEdit()
  return useLatestCallback((deed: ClaimDeed) => {
    switch (deed.kind) {
      case 'write':
        return onChange(changed(claims, deed.id, { text: deed.text }), `${deed.id} text`)
      case 'show':
        return onChange(changed(claims, deed.id, { isShown: deed.isShown }))
      case 'move': {
        const from = claims.findIndex(({ id }) => id === deed.id)
        const to = from + deed.step
        if (claims[from] === undefined || claims[to] === undefined) return undefined
        onChange(moved(claims, deed.id, deed.step))
        say(`${props.word} ${from + 1}: now ${to + 1} of ${claims.length}`)
        return undefined
      }
      case 'add': {
        if (claims.length >= props.most) return undefined
        const claim = newClaim()
        onChange(insertedAfter(claims, deed.after ?? '', claim))
        return focusSoon(`${claim.id}-text`)
      }
      case 'remove': {
        const neighbour = neighbourOf(claims, deed.id)
        onChange(without(claims, deed.id))
        return focusSoon(neighbour === null ? `${props.id}-add-text` : `${neighbour.id}-text`)
      }
    }
  })
}
