import { Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import type { ApplicationDetail, PostingSnapshot } from '#shared/applications.ts'
import type { JobFacts } from '#shared/facts.ts'
import { languageName } from '../../../../ui/format.ts'
import { OutsideLink } from '../../../../ui/outside-link.tsx'
import { Section } from '../../../../ui/page.tsx'
import {
  describe,
  formatPayFull,
  placeShort,
  SENIORITY_WORDS,
  TYPE_WORDS,
  VisaCard,
  WORKPLACE_WORDS,
} from '../../../jobs/index.ts'
import { useIsReadOnly } from '../read-only.tsx'
import { dateWords, type Here } from '../time/when-words.ts'
import classes from './posting.module.css'

/** The posting as it was when it was kept: it stays when the job is gone. */
export function Posting(props: {
  readonly application: ApplicationDetail
  readonly here: Here
  readonly onKeep: () => void
}) {
  const { application, here } = props
  const { snapshot, jobId } = application
  const isReadOnly = useIsReadOnly()
  return (
    <Section
      id="posting-title"
      title="The posting"
      aside={snapshot === null ? undefined : `As it was on ${dateWords(snapshot.takenAt, here)}.`}
      actions={
        jobId !== null &&
        !isReadOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCamera size={14} aria-hidden="true" />}
            onClick={props.onKeep}
          >
            Keep it as it is now
          </Button>
        )
      }
    >
      {snapshot === null ? (
        <p className={classes.none}>
          {jobId === null
            ? 'You added this application by hand, so no posting is kept. Paste what it says into the notes, or attach it as a file.'
            : isReadOnly
              ? 'It was not kept.'
              : 'It was not kept. Keep it now, before it is taken down.'}
        </p>
      ) : (
        <Snapshot snapshot={snapshot} here={here} />
      )}
    </Section>
  )
}

function Snapshot({ snapshot, here }: { readonly snapshot: PostingSnapshot; readonly here: Here }) {
  const { title, company, place, urls, facts, descriptionHtml } = snapshot
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    box.current?.replaceChildren(describe(descriptionHtml, { sentence: null, skills: [] }, { visa: '', skill: '' }))
  }, [descriptionHtml])
  return (
    <article className={classes.posting} aria-label="The posting as it was">
      <h3 className={classes.title}>{title}</h3>
      <p className={classes.sub}>{[company, place].filter((part) => part !== '').join(' · ')}</p>
      {facts === null ? (
        <p className={classes.sub}>What was read of it then cannot be read by this version of the app.</p>
      ) : (
        <>
          <dl className={classes.facts}>
            {factsOf(facts, here).map(([word, value]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <VisaCard visa={facts.visa} />
          {facts.skills.length > 0 && (
            <p className={classes.sub}>Skills: {facts.skills.map(({ name }) => name).join(', ')}</p>
          )}
        </>
      )}
      {descriptionHtml.trim() === '' ? (
        <p className={classes.sub}>It had no description.</p>
      ) : (
        <div ref={box} className={classes.text} lang={facts?.language ?? undefined} />
      )}
      {urls.length > 0 && (
        <ul className={classes.urls} aria-label="Where it was published">
          {urls.map((url) => (
            <li key={url}>
              <OutsideLink href={url}>{url}</OutsideLink>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

function factsOf(facts: JobFacts, here: Here): [word: string, value: string][] {
  const { salary, workplace, seniority, employmentType, language, closesAt, places } = facts
  const known: [string, string | null][] = [
    ['Place', placeShort(places[0] ?? null, places.length)],
    ['Workplace', workplace === 'unknown' ? null : WORKPLACE_WORDS[workplace]],
    ['Salary', salary && formatPayFull(salary)],
    ['Level', seniority === 'unknown' ? null : SENIORITY_WORDS[seniority]],
    ['Type', employmentType === null ? null : TYPE_WORDS[employmentType]],
    ['Written in', language === null ? null : languageName(language)],
    ['Closes', closesAt === null ? null : dateWords(closesAt, here)],
  ]
  return known.flatMap(([word, value]) => (value === null ? [] : [[word, value]]))
}
