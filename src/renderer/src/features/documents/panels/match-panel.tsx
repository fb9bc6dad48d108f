import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AtsMatch, AtsTerm } from '#shared/ats.ts'
import type { Document } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { ToneBadge } from '../../../ui/tone-badge.tsx'
import type { Working } from '../editor/keeper/document-drafts.ts'
import { hashed, useLastGood } from '../preview/use-render.ts'
import classes from './panels.module.css'
import { useJobChoices } from './use-job-choices.ts'

const TYPING_MS = 600

/** How well a parser finds the words of a posting in the exported text. */
export function MatchPanel({ working, document }: { readonly working: Working; readonly document: Document }) {
  const own = document.job?.id ?? null
  const [chosen, setChosen] = useState<JobId | null>(own)
  const { choices } = useJobChoices(document.job)
  return (
    <section aria-label="Match with a posting">
      <h2 className={classes.title}>Words of the posting</h2>
      <NativeSelect
        size="xs"
        label="Posting"
        data={[
          { value: '', label: 'Choose a job' },
          ...choices.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={chosen === null ? '' : String(chosen)}
        onChange={({ currentTarget: { value } }) =>
          setChosen(choices.find(({ id }) => String(id) === value)?.id ?? null)
        }
      />
      {chosen === null ? (
        <p className={classes.aside}>
          Choose the job that it is for. Jobs that you saved or applied for are listed; “Tailor a résumé” on a job makes
          one for it.
        </p>
      ) : (
        <MatchOf working={working} jobId={chosen} />
      )}
    </section>
  )
}

function MatchOf({ working, jobId }: { readonly working: Working; readonly jobId: JobId }) {
  const api = useApi()
  const [{ content, style }] = useDebouncedValue(working, TYPING_MS)
  const asked = useMemo(
    () => hashed(api.documents.match.queryOptions({ input: { content, style, jobId } })),
    [api, content, style, jobId],
  )
  const query = useQuery({ ...asked, gcTime: 10_000, retry: false })
  const match = useLastGood(query)
  if (query.isError && match === undefined)
    return <ProblemBlank {...describeProblem(query.error)} onRetry={() => void query.refetch()} />
  if (match === undefined) return <output className={classes.aside}>Reading the file against the posting…</output>
  return <Shown match={match} />
}

const isOffered = (term: AtsTerm) => !term.isFound && term.isInCareer

function Shown({ match }: { readonly match: AtsMatch }) {
  const { scorePercent, required, nice, terms, warnings } = match
  const groups = [
    ['In your career, not in this document', terms.filter(isOffered)],
    ['Required and missing', terms.filter((term) => !term.isFound && !term.isInCareer && term.weight === 'required')],
    [
      'Wished for or named, and missing',
      terms.filter((term) => !term.isFound && !term.isInCareer && term.weight !== 'required'),
    ],
    ['Found', terms.filter((term) => term.isFound)],
  ] as const
  return (
    <>
      <output className={classes.score} aria-label="Score">
        {scorePercent === null ? 'The posting names no words to look for.' : `${Math.round(scorePercent)} %`}
      </output>
      <p className={classes.aside}>
        Required: {required.found} of {required.all}. Nice to have: {nice.found} of {nice.all}. Counted in the text of
        the exported file; it says nothing about your chances.
      </p>
      {warnings.length > 0 && (
        <ul className={classes.list} aria-label="Warnings">
          {warnings.map(({ code, message }) => (
            <li key={code} className={classes.entry}>
              <p className={classes.message}>
                <IconAlertTriangle size={14} aria-hidden="true" /> {message}
              </p>
            </li>
          ))}
        </ul>
      )}
      {groups.map(([title, shown]) => shown.length > 0 && <Terms key={title} title={title} terms={shown} />)}
    </>
  )
}

function Terms({ title, terms }: { readonly title: string; readonly terms: readonly AtsTerm[] }) {
  return (
    <>
      <h3 className={classes.group}>
        {title} <span className={classes.count}>{formatQuantity(terms.length, ['word', 'words'])}</span>
      </h3>
      <ul className={classes.terms} aria-label={title}>
        {terms.map((term) => (
          <li key={`${term.kind} ${term.term}`} title={term.evidence}>
            <ToneBadge
              tone={term.isFound ? 'good' : isOffered(term) ? 'accent' : term.weight === 'required' ? 'warn' : 'plain'}
              icon={term.isFound ? IconCheck : IconMinus}
            >
              {term.term}
              {term.foundAs !== null &&
                term.foundAs.toLowerCase() !== term.term.toLowerCase() &&
                ` as “${term.foundAs}”`}
            </ToneBadge>
          </li>
        ))}
      </ul>
    </>
  )
}
