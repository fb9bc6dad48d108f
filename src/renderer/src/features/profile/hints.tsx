import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconBulb } from '@tabler/icons-react'
import type { ProfileView } from '#shared/profile.ts'
import classes from './hints.module.css'
import { isProfileField } from './profile-patch.ts'
import { fieldId } from './profile-words.ts'

const SHOWN_HINTS = 3

/** What would make the matching better, most useful first; each leads to its field. */
export function Hints({ hints }: Pick<ProfileView, 'hints'>) {
  if (hints.length === 0) return null
  return (
    <section className={classes.hints} aria-labelledby="hints-title">
      <h2 id="hints-title" className={classes.title}>
        <IconBulb size={16} stroke={1.8} aria-hidden="true" />
        What would help most
      </h2>
      <ul className={classes.list}>
        {hints.slice(0, SHOWN_HINTS).map(({ field, message }) => (
          <li key={field}>
            {isProfileField(field) ? (
              <UnstyledButton className={classes.hint} onClick={() => lead(fieldId(field))}>
                {message}
                <IconArrowDown size={13} aria-hidden="true" />
              </UnstyledButton>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function lead(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  const first = field instanceof HTMLFieldSetElement ? field.querySelector('input') : field
  first?.focus({ preventScroll: true })
}
