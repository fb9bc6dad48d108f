import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { describeProblem } from '../../../bridge/problem.ts'
import { Blank } from '../../../ui/blank.tsx'
import { formatQuantity } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import classes from './panels.module.css'
import type { useFindings } from './use-findings.ts'

/** Everything that no fact of the career backs, with the ways to settle it. */
export function ClaimsPanel(props: {
  readonly claims: ReturnType<typeof useFindings>
  readonly isLocked: boolean
  readonly onShow: (id: string) => void
}) {
  const { claims, isLocked } = props
  if (claims.findings === undefined) {
    if (claims.error) return <ProblemBlank {...describeProblem(claims.error)} onRetry={claims.retry} />
    return <output className={classes.aside}>Comparing with your career…</output>
  }
  if (claims.findings.length === 0) {
    return (
      <Blank icon={IconShieldCheck} title="Your career backs all of it">
        Every number, name, date and skill in here is among the facts that you gave.
      </Blank>
    )
  }
  return (
    <section aria-label="Claims">
      <p className={classes.aside}>
        {formatQuantity(claims.findings.length, ['claim is', 'claims are'])} not backed by your career. Edit each,
        confirm it as true, or drop it. Until then the document cannot be attached to an application.
      </p>
      <ul className={classes.list} aria-label="Open claims">
        {claims.findings.map((finding) => (
          <li key={`${finding.at} ${finding.kind} ${finding.words}`} className={classes.entry}>
            <p className={classes.message}>{finding.message}</p>
            {finding.text !== '' && <p className={classes.quote}>{marked(finding.text, finding.words)}</p>}
            {finding.nearest !== null && <p className={classes.aside}>Your career has: {finding.nearest}</p>}
            <div className={classes.ways}>
              <Button size="compact-xs" variant="default" onClick={() => props.onShow(finding.at)}>
                Edit
              </Button>
              {!isLocked && (
                <>
                  <Button size="compact-xs" variant="default" onClick={() => claims.confirm(finding)}>
                    It is true
                  </Button>
                  <Button size="compact-xs" variant="default" onClick={() => claims.drop(finding)}>
                    Drop it
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sentence with the words that are not backed marked in it. */
function marked(text: string, words: string) {
  const at = words === '' ? -1 : text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  )
}
