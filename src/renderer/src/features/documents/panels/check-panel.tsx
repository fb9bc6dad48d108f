import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ExportCheck } from '#shared/documents.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import { CHECK_WORDS } from '../words.ts'
import classes from './panels.module.css'

/** What the exported file shows when it is read back. */
export function CheckPanel({ check }: { readonly check: ExportCheck | undefined }) {
  if (check === undefined) return <output className={classes.aside}>The file is being made and read back…</output>
  const failed = check.checks.filter(({ isOk }) => !isOk).length
  return (
    <section aria-label="Check of the file">
      <h2 className={classes.title}>The file, read back</h2>
      <p className={classes.aside}>
        {check.isOk
          ? `A parser reads the file as it is written: ${formatQuantity(check.pages, ['page', 'pages'])}.`
          : `${formatQuantity(failed, ['thing', 'things'])} to look at on ${formatQuantity(check.pages, ['page', 'pages'])}.`}
      </p>
      <ul className={classes.list} aria-label="Checks">
        {check.checks.map(({ kind, isOk, message, samples }) => (
          <li key={kind} className={classes.entry}>
            <p className={classes.message}>
              <ToneBadge tone={isOk ? 'good' : 'warn'} icon={isOk ? IconCheck : IconAlertTriangle}>
                {isOk ? 'Fine' : 'Look at it'}
              </ToneBadge>{' '}
              {CHECK_WORDS[kind]}
            </p>
            <p className={classes.aside}>{message}</p>
            {samples.length > 0 && <p className={classes.quote}>{samples.join(' · ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
