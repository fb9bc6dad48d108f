import { Button, Radio, Stack, Title } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { CareerImportMode, CareerView, JsonResumePreview } from '#shared/career.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'
import { Card, Section } from '../../../../ui/page.tsx'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import classes from '../import.module.css'
import { useTakeBack } from '../use-take-back.ts'
import { byPart, countWords, EFFECT_WORDS, PART_WORDS } from './change-words.ts'

/** What a JSON Resume would do to the career, before anything is written. */
export function JsonPreview(props: {
  readonly name: string
  readonly text: string
  readonly preview: JsonResumePreview
  readonly view: CareerView
  readonly onOther: () => void
  /** The career was changed meanwhile: what the file would do is to be told anew. */
  readonly onStale: () => void
}) {
  const { preview, view } = props
  const [mode, setMode] = useState<CareerImportMode>('add')
  const { take, isTaking } = useTakeIn(props.onStale)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const changes = preview.changes[mode]
  return (
    <>
      <Title order={2} fz="lg" ref={heading} tabIndex={-1} className={classes.head ?? ''}>
        {props.name}
      </Title>
      {!view.isEmpty && (
        <Radio.Group
          className={classes.modes ?? ''}
          label="How it is taken in"
          value={mode}
          onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
        >
          <Stack gap={8} mt={8}>
            <Radio value="add" label="Add what is missing" description="Nothing that stands in your career changes." />
            <Radio
              value="replace"
              label="Replace my career"
              description="What the file does not say goes. What you confirmed, and the skills you match with, stay."
            />
          </Stack>
        </Radio.Group>
      )}
      <div className={classes.bar}>
        <output className={classes.count}>{countWords(changes)}</output>
        <Button size="xs" variant="default" onClick={props.onOther}>
          Another file
        </Button>
        <Button
          size="xs"
          loading={isTaking}
          onClick={() => take({ text: props.text, mode, version: view.version, name: props.name })}
        >
          Take it in
        </Button>
      </div>
      {byPart(changes).map(([part, of]) => (
        <Section key={part} id={`changes-${part}`} title={PART_WORDS[part]}>
          <Card>
            <ul className={classes.changes}>
              {of.map(({ name, effect, cut }, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and a file may name a thing twice
                <li key={at}>
                  <span>
                    <ToneBadge tone={EFFECT_WORDS[effect].tone}>{EFFECT_WORDS[effect].word}</ToneBadge>
                  </span>
                  <span>
                    {name}
                    {cut !== undefined && ` (no room for ${cut})`}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      ))}
      {preview.ignored.length > 0 && (
        <Section
          id="ignored-title"
          title="Left out"
          aside="What has no place here or cannot be read, by where it stands in the file."
        >
          <Card>
            <ul className={classes.unread}>
              {preview.ignored.map((line, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and lines may be the same
                <li key={at}>{line}</li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
    </>
  )
}

interface Taken {
  readonly text: string
  readonly mode: CareerImportMode
  readonly version: number
  readonly name: string
}

function useTakeIn(onStale: () => void) {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const remember = useTakeBack()
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ text, mode, version }: Taken) => {
      const takeBack = await remember()
      return { ...(await api.career.importJsonResume.call({ text, mode, version })), takeBack }
    },
    onSuccess: ({ view, profileVersion, changes, takeBack }, { name }) => {
      queryClient.setQueryData(api.career.get.queryKey(), view)
      void queryClient.invalidateQueries({ queryKey: api.profile.key() })
      notifyUndo(`${name}: ${countWords(changes)}`, () => takeBack({ view, profileVersion }))
      void navigate({ to: '/profile/career' })
    },
    onError: (error) => {
      notifyProblem(describeProblem(error))
      if (error instanceof ORPCError && error.code === 'STALE') onStale()
    },
  })
  return { take: mutate, isTaking: isPending }
}
