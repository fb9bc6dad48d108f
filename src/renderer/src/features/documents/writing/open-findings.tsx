import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import type { Finding } from '#shared/claims.ts'
import { formatQuantity } from '../../../ui/format.ts'
import classes from './writing.module.css'

/** What in the proposal no fact backs. It is settled in the document, and until then the document goes to no application. */
export function OpenFindings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return (
      <p className={classes.good}>
        <IconShieldCheck size={15} aria-hidden="true" /> Your career backs every number, name, date and skill in it.
      </p>
    )
  }
  return (
    <section className={classes.findings} aria-label="Not backed by your career">
      <p className={classes.strong}>
        <IconAlertTriangle size={15} aria-hidden="true" /> {formatQuantity(findings.length, ['claim is', 'claims are'])}{' '}
        not backed by your career
      </p>
      <p className={classes.muted}>
        Leave the piece, or take it and settle the claim in the document: edit it, confirm it as true, or drop it. Until
        then it cannot be attached to an application.
      </p>
      <ul className={classes.notes}>
        {findings.map(({ at, kind, words, text, message, nearest }) => (
          <li key={`${at} ${kind} ${words}`}>
            {message}
            {text !== '' && text !== words && <span className={classes.quote}>{text}</span>}
            {nearest !== null && <span className={classes.quote}>Your career has: {nearest}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
