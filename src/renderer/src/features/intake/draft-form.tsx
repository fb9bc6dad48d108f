import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { EMPLOYMENT_TYPES, WORKPLACES, type JobFacts } from '#shared/facts.ts'
import { postingDraftSchema, type IntakeReading, type PostingDraft } from '#shared/intake.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatQuantity } from '../../ui/format.ts'
import { notify, notifyProblem } from '../../ui/notify.tsx'
import { formatPayFull, ROLE_WORDS, SENIORITY_WORDS, TYPE_WORDS, VisaCard, WORKPLACE_WORDS } from '../jobs/index.ts'
import classes from './add-page.module.css'
import { fromEditable, toEditable } from './description-text.ts'

const TYPING_MS = 500
const WAY_WORDS: Readonly<Record<IntakeReading['way'], string>> = {
  'json-ld': 'Read from the data that the page has for search engines.',
  board: 'Read from the employer’s own board.',
  page: 'Read from what the page shows. Look it over: a page does not say which part is what.',
  text: 'Read from your text. Look it over.',
}
const OUTCOME_WORDS = {
  new: 'Added',
  updated: 'It was there; now it is up to date',
  known: 'It was there already',
} as const

/** What was read, to be put right and stored. */
export function DraftForm({ reading }: { readonly reading: IntakeReading }) {
  const api = useApi()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<PostingDraft>(reading.draft)
  const [settled] = useDebouncedValue(draft, TYPING_MS)
  const issues = issuesOf(draft)
  const preview = useQuery({
    ...api.intake.preview.queryOptions({ input: settled }),
    enabled: Object.keys(issuesOf(settled)).length === 0,
    placeholderData: (before) => before,
    initialData: settled === reading.draft ? { facts: reading.facts, knownJobId: reading.knownJobId } : undefined,
    staleTime: Infinity,
    // The same draft may come again when it is a job: nothing is kept beyond this form.
    gcTime: 0,
  })
  const add = useMutation(
    api.intake.add.mutationOptions({
      onSuccess: ({ jobId, outcome }) => {
        notify(OUTCOME_WORDS[outcome])
        void navigate({ to: '/jobs', search: { job: jobId } })
      },
      onError: (error) => notifyProblem(describeProblem(error)),
    }),
  )
  const change = (part: Partial<PostingDraft>) => setDraft({ ...draft, ...part })
  const known = preview.data?.knownJobId ?? null
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(issues).length === 0) add.mutate(draft)
      }}
    >
      <p className={classes.way}>
        {WAY_WORDS[reading.way]}
        {reading.others > 0 &&
          ` The page holds ${formatQuantity(reading.others, ['more posting', 'more postings'])}; this is the first.`}
      </p>
      {known !== null && (
        <p className={classes.known}>
          You have this job already.{' '}
          <Link to="/jobs" search={{ job: known }}>
            Open it
          </Link>
        </p>
      )}
      <TextInput
        label="Title"
        required
        value={draft.title}
        error={issues.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Company"
          value={draft.company}
          error={issues.company}
          onChange={(event) => change({ company: event.currentTarget.value })}
        />
        <TextInput
          label="Address"
          placeholder="None"
          value={draft.url}
          error={issues.url && 'This is no web address. Leave it empty if there is none.'}
          onChange={(event) => change({ url: event.currentTarget.value.trim() })}
        />
      </div>
      <TagsInput
        label="Places"
        placeholder={draft.locations.length === 0 ? 'Berlin, Germany' : ''}
        splitChars={[';']}
        value={draft.locations}
        maxTags={20}
        onChange={(locations) => change({ locations })}
      />
      <div className={classes.pair}>
        <Select
          label="Workplace"
          placeholder="As the text says"
          clearable
          data={WORKPLACES.filter((value) => value !== 'unknown').map((value) => ({
            value,
            label: WORKPLACE_WORDS[value],
          }))}
          value={draft.workplace}
          onChange={(value) => change({ workplace: WORKPLACES.find((known) => known === value) ?? null })}
        />
        <Select
          label="Employment"
          placeholder="As the text says"
          clearable
          data={EMPLOYMENT_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }))}
          value={draft.employmentType}
          onChange={(value) => change({ employmentType: EMPLOYMENT_TYPES.find((known) => known === value) ?? null })}
        />
        <TextInput
          label="Pay"
          placeholder="As the text says"
          value={draft.salaryText ?? ''}
          onChange={(event) =>
            change({ salaryText: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
      </div>
      <Textarea
        label="Description"
        autosize
        minRows={6}
        maxRows={16}
        value={toEditable(draft.description)}
        onChange={(event) => change({ description: fromEditable(event.currentTarget.value) })}
      />
      <h2 className={classes.label}>What we read in it</h2>
      {preview.data && <Facts facts={preview.data.facts} />}
      <div className={classes.actions}>
        <Button
          type="submit"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          loading={add.isPending}
          disabled={Object.keys(issues).length > 0}
        >
          Add to my jobs
        </Button>
      </div>
    </form>
  )
}

function Facts({ facts }: { readonly facts: JobFacts }) {
  const places = facts.places.map(({ city, countryCode }) => [city, countryCode].filter(Boolean).join(', '))
  const said: [string, string][] = [
    ['Places', places.join('; ') || 'not said'],
    ['Workplace', facts.workplace === 'unknown' ? 'not said' : WORKPLACE_WORDS[facts.workplace]],
    ['Pay', (facts.salary && formatPayFull(facts.salary)) ?? 'not said'],
    ['Level', facts.seniority === 'unknown' ? 'not said' : SENIORITY_WORDS[facts.seniority]],
    ['Role', ROLE_WORDS[facts.roleFamily]],
  ]
  return (
    <>
      <VisaCard visa={facts.visa} />
      <dl className={classes.facts}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {facts.skills.length > 0 && (
        <ul className={classes.skills} aria-label="Skills">
          {facts.skills.map((skill) => (
            <li key={skill.name}>{skill.name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function issuesOf(draft: PostingDraft): Readonly<Partial<Record<keyof PostingDraft, string>>> {
  const result = postingDraftSchema.safeParse(draft)
  if (result.success) return {}
  return Object.fromEntries(result.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
}
