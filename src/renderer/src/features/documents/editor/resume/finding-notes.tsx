import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { Finding } from '#shared/claims.ts'
import { useFindingsAround } from '../edit-context.ts'
import classes from './resume.module.css'

/** More of them in one place would push away what they are about. */
const SHOWN_MOST = 2

/** What in this sentence, item or row no fact of the career backs, and the ways out. */
export const FindingNotes = memo(function FindingNotes({ id }: { readonly id: string }) {
  const { findingsAt, onConfirm, onDrop } = useFindingsAround()
  const [isWhole, setWhole] = useState(false)
  const findings = findingsAt(id)
  if (findings.length === 0) return null
  const shown = isWhole ? findings : findings.slice(0, SHOWN_MOST)
  const more = findings.length - shown.length
  return (
    <ul className={classes.findings} aria-label="Not backed by your career">
      {shown.map((finding) => (
        <li key={`${finding.kind} ${finding.words}`}>
          <span>
            <IconAlertTriangle size={13} aria-hidden="true" /> {finding.message}
            {finding.nearest !== null && ` Your career has: ${sentence(finding.nearest)}`}
          </span>
          <Ways finding={finding} onConfirm={onConfirm} onDrop={onDrop} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Button size="compact-xs" variant="default" onClick={() => setWhole(true)}>
            Show {more} more here
          </Button>
        </li>
      )}
    </ul>
  )
})

function Ways(props: {
  readonly finding: Finding
  readonly onConfirm: (finding: Finding) => void
  readonly onDrop: (finding: Finding) => void
}) {
  const { finding } = props
  return (
    <span className={classes.ways}>
      <Button size="compact-xs" variant="default" onClick={() => props.onConfirm(finding)}>
        It is true
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => props.onDrop(finding)}>
        Drop it
      </Button>
    </span>
  )
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
