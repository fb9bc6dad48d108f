import { Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './evidence.module.css'

/** Where a fact comes from: the posting's own words, another posting of the job, or the user. */
export interface Origin {
  readonly words?: string | null | undefined
  /** The source whose posting filled the fact in; null for the first one. */
  readonly from?: string | null | undefined
  readonly isCorrected?: boolean
}

/** A fact with its evidence on hover, focus and touch; plain text when there is none to show. */
export function Evidence({ origin, children }: { readonly origin: Origin; readonly children: ReactNode }) {
  const { words = null, from = null, isCorrected = false } = origin
  if (isCorrected) {
    return (
      <>
        {children}
        <Tooltip
          label="You put this right; newer readings leave it alone."
          events={{ hover: true, focus: true, touch: true }}
        >
          <button type="button" className={classes.mark} aria-label="Put right by you">
            <IconPencil size={12} stroke={1.9} aria-hidden="true" />
          </button>
        </Tooltip>
      </>
    )
  }
  if (words === null && from === null) return children
  return (
    <Tooltip
      multiline
      maw={340}
      events={{ hover: true, focus: true, touch: true }}
      label={
        <>
          {words !== null && <span className={classes.words}>“{words}”</span>}
          {from !== null && <span className={classes.from}>From the posting on {from}</span>}
        </>
      }
    >
      <button type="button" className={classes.fact}>
        {children}
      </button>
    </Tooltip>
  )
}
