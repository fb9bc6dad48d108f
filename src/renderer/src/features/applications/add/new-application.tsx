import { Anchor, Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { localDayOf } from '#shared/local-time.ts'
import { STAGES } from '#shared/stages.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyAction, notifyProblem } from '../../../ui/notify.tsx'
import { twiceWords } from '../actions/move-words.ts'
import { DateField } from '../detail/form/date-field.tsx'
import { dayNoon } from '../view/days.ts'
import { STAGE_WORDS } from '../words/stage-words.ts'
import { isApplied, readDraft, type ApplicationDraft, type GoodFields } from './draft.ts'
import classes from './new-application.module.css'

const TYPING_MS = 250
const STAGE_CHOICES = STAGES.map((value) => ({ value, label: STAGE_WORDS[value] }))

/** An application for a job that only the user knows. */
export function NewApplication({ zone, onClose }: { readonly zone: string; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<ApplicationDraft>(() => emptyDraft(zone))
  const [isTried, setTried] = useState(false)
  const adding = useAdding({ zone, onClose })
  const reading = readDraft(draft)
  const problems = isTried && !reading.isGood ? reading.problems : {}
  const put = (patch: Partial<ApplicationDraft>) => setDraft((before) => ({ ...before, ...patch }))
  const text = (field: 'title' | 'company' | 'place' | 'url') => ({
    value: draft[field],
    error: problems[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      put({ [field]: event.currentTarget.value }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reading.isGood) void adding.add(reading.fields, draft)
  }
  return (
    <Modal opened onClose={onClose} title="New application" size={480}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <p className={classes.other}>
          Have its link or text?{' '}
          <Anchor size="sm" underline="always" renderRoot={(root) => <Link to="/add" {...root} />}>
            Add the job from it
          </Anchor>
          , and apply from there.
        </p>
        <TextInput data-autofocus required label="Job title" maxLength={300} {...text('title')} />
        <TextInput required label="Company" maxLength={200} {...text('company')} />
        <TwiceWarning title={draft.title} company={draft.company} />
        <div className={classes.pair}>
          <TextInput label="Place" maxLength={200} placeholder="Berlin, remote…" {...text('place')} />
          <TextInput label="Link" maxLength={2000} placeholder="https://…" {...text('url')} />
        </div>
        <div className={classes.pair}>
          <NativeSelect
            label="Stage"
            data={STAGE_CHOICES}
            value={draft.stage}
            onChange={({ currentTarget: { value } }) => {
              const stage = STAGES.find((known) => known === value)
              if (stage) put({ stage })
            }}
          />
          {isApplied(draft.stage) && (
            <DateField
              label="Applied on"
              zone={zone}
              isOptional
              value={draft.appliedOn}
              onChange={(appliedOn) => put({ appliedOn })}
            />
          )}
        </div>
        <Group justify="flex-end" gap={8} mt={4}>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button size="xs" type="submit" loading={adding.isAdding}>
            Add application
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function emptyDraft(zone: string): ApplicationDraft {
  return { title: '', company: '', place: '', url: '', stage: 'applied', appliedOn: localDayOf(Date.now(), zone) }
}

/** Says, while it is typed, which other application this may be the same as. */
function TwiceWarning({ title, company }: { readonly title: string; readonly company: string }) {
  const api = useApi()
  const [asked] = useDebouncedValue({ title: title.trim(), company: company.trim() }, TYPING_MS)
  const { data } = useQuery({
    ...api.applications.twice.queryOptions({ input: asked }),
    enabled: asked.company.length > 1,
    placeholderData: keepPreviousData,
  })
  const twice = asked.company.length > 1 ? data?.[0] : undefined
  return (
    <output className={classes.twice} hidden={twice === undefined}>
      {twice && (
        <>
          {twiceWords(twice)}{' '}
          <Link to="/applications/$id" params={{ id: String(twice.id) }}>
            Show it
          </Link>
        </>
      )}
    </output>
  )
}

function useAdding({ zone, onClose }: { readonly zone: string; readonly onClose: () => void }) {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const add = async (fields: GoodFields, draft: ApplicationDraft) => {
    setAdding(true)
    try {
      const { stage, appliedOn } = draft
      const appliedAt = isApplied(stage) && appliedOn !== null ? dayNoon(appliedOn, zone) : null
      const { card } = await api.applications.add.call({ job: { fields }, stage, appliedAt })
      onClose()
      notifyAction(`${card.title} added to ${STAGE_WORDS[card.stage]}`, {
        label: 'Open',
        run: () => void navigate({ to: '/applications/$id', params: { id: String(card.id) } }),
      })
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      setAdding(false)
      void queryClient.invalidateQueries({ queryKey: api.applications.key() })
    }
  }
  return { isAdding, add }
}
