import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEdit } from '../edit-context.ts'
import classes from './resume.module.css'

/** What in this sentence, item or row no fact of the career backs, and the ways out. */
export function FindingNotes({ id }: { readonly id: string }) {
  const { findingsAt, onConfirm, onDrop } = useEdit()
  const findings = findingsAt(id)
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings} aria-label="Not backed by your career">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.words}`}>
          <span>
            <IconAlertTriangle size={13} aria-hidden="true" /> {finding.message}
            {finding.nearest !== null && ` Your career has: ${finding.nearest}.`}
          </span>
          <span className={classes.ways}>
            <Button size="compact-xs" variant="default" onClick={() => onConfirm(finding)}>
              It is true
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => onDrop(finding)}>
              Drop it
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
