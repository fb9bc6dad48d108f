import { Button, UnstyledButton } from '@mantine/core'
import { IconBulb, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProfileView } from '#shared/profile.ts'
import classes from './hints.module.css'
import { isProfileField } from './profile-patch.ts'
import { fieldId } from './profile-words.ts'

type Hint = ProfileView['hints'][number]
/** The element that a hint leads to; null: it is not on this screen. */
type FindField = (field: string) => string | null

/** What would help most, one at a time, most useful first; each leads to its field. Its place is always as high, so that
 *  nothing below moves while one edits. */
export function Hints({ hints, idOf = profileFieldId }: Pick<ProfileView, 'hints'> & { readonly idOf?: FindField }) {
  const [shown, setShown] = useState<string | null>(null)
  const at = Math.max(
    0,
    hints.findIndex((hint) => keyOf(hint) === shown),
  )
  const hint = hints[at]
  const next = hints[(at + 1) % hints.length]
  return (
    <section className={classes.hints} aria-labelledby="hints-title" data-done={!hint || undefined}>
      <h2 id="hints-title" className="cc-unseen">
        What would help most
      </h2>
      {hint ? <IconBulb size={16} stroke={1.8} aria-hidden="true" /> : <IconCircleCheck size={16} aria-hidden="true" />}
      {hint ? (
        <HintText hint={hint} id={idOf(hint.field)} />
      ) : (
        <p className={classes.text}>Everything that helps most is said.</p>
      )}
      {hint && next && hints.length > 1 && (
        <Button
          size="compact-xs"
          variant="subtle"
          flex="none"
          rightSection={<IconChevronRight size={13} aria-hidden="true" />}
          aria-label={`Next hint, this is ${at + 1} of ${hints.length}`}
          onClick={() => setShown(keyOf(next))}
        >
          {at + 1} of {hints.length}
        </Button>
      )}
    </section>
  )
}

function profileFieldId(field: string): string | null {
  return isProfileField(field) ? fieldId(field) : null
}

function HintText({ hint: { message }, id }: { readonly hint: Hint; readonly id: string | null }) {
  if (id === null) return <p className={classes.text}>{message}</p>
  return (
    <UnstyledButton className={classes.text} title={message} onClick={() => lead(id)}>
      {message}
    </UnstyledButton>
  )
}

/** A field may have two of them. */
function keyOf({ field, message }: Hint): string {
  return `${field} ${message.slice(0, 24)}`
}

function lead(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  const first = field instanceof HTMLFieldSetElement ? field.querySelector('input') : field
  first?.focus({ preventScroll: true })
}
